"""`raadhus workforce runs`: the imports of payroll's files, newest first."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.core.workforce.commands.run_report import changes_in_words, run_to_json
from raadhus.core.workforce.queries.runs import Run, runs
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json


@click.command("runs")
@click.option("--source", "source_key", default="", metavar="NØGLE", help="Kun denne lønkildes.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON (docs/formats/workforce.md).")
@door("workforce.read_sources")
def list_runs(*, source_key: str, as_data: bool) -> None:
    """Vis importerne af lønfiler, nyeste først."""
    found = runs(command_actor(os.environ), now=timezone.now(), source_key=source_key)
    if as_data:
        print_json([run_to_json(run) for run in found])
        return
    for run in found:
        click.echo(_line(run))
    if not found:
        click.echo("Ingen filer er indlæst endnu: raadhus workforce import FIL --source NØGLE.")


def _line(run: Run) -> str:
    at = timezone.localtime(run.started_at)
    told = f"{run.problem_count} fejl" if run.problem_count else changes_in_words(run)
    return f"{at:%d.%m.%Y %H:%M}  {run.state.label:10}  {run.source_key:20}  {run.file_name}: {told}"
