"""`raadhus refunds import-statuses FILE`: NemRefusion's statuses, the whole file or nothing of it; safe to repeat."""

import os
from pathlib import Path

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.danish import counted
from raadhus.kernel.doors import door
from raadhus.refunds.actions.statuses import import_statuses as take_in
from raadhus.refunds.queries.keeping import RunShown, run_shown
from raadhus.ui.terminal import DONE, WRONG_INPUT, print_json


@click.command("import-statuses")
@click.argument("path", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON (docs/formats/nemrefusion-status.md).")
@click.pass_context
@door("refunds.import_statuses")
def import_statuses(ctx: click.Context, *, path: Path, as_data: bool) -> None:
    """Indlæs status fra NemRefusion (CSV eller XLSX): alt eller intet, og den samme fil igen ændrer intet.

    Slutkode 0, når filen er indlæst; 2, når den er afvist, og så er intet ændret.
    """
    data = path.read_bytes()
    made = take_in(actor=command_actor(os.environ), file_name=path.name, data=data, now=timezone.now())
    run = run_shown(made)
    if as_data:
        print_json(as_json(run))
    else:
        _tell(run)
    ctx.exit(WRONG_INPUT if run.is_refused else DONE)


def as_json(run: RunShown) -> dict[str, object]:
    """Return a run as JSON values (docs/formats/nemrefusion-status.schema.json)."""
    names = ("file_name", "is_refused", "rows", "matched", "changed", "problem_count")
    return {**{name: getattr(run, name) for name in names}, "problems": [dict(one) for one in run.problems]}


def _tell(run: RunShown) -> None:
    if not run.is_refused:
        click.echo(
            f"{run.file_name}: {counted(run.rows, 'række', 'rækker')}, {run.matched} passer, {run.changed} ændret."
        )
        return
    click.echo(f"{run.file_name}: afvist, {run.problem_count} fejl; intet er ændret.", err=True)
    for one in run.problems:
        place = ", ".join(f"{word} {one[key]}" for word, key in (("linje", "line"), ("kolonnen", "column")) if one[key])
        click.echo(f"  {place + ': ' if place else ''}{one['message']}", err=True)
