"""`raadhus workforce import`: payroll's files in the order they are named, one transaction a file; safe to repeat and to interrupt."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.access.public import command_actor
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.commands.run_report import run_to_json, tell
from raadhus.core.workforce.queries.runs import Run, run_of
from raadhus.core.workforce.rules.runs import RunState, Stage
from raadhus.kernel.doors import door
from raadhus.ui.terminal import DONE, WRONG_INPUT, print_json


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL...")
@click.option(
    "--source", "source_key", required=True, metavar="NØGLE", help="Lønkilden, hvis opsætning filerne læses efter."
)
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON (docs/formats/workforce.md).")
@click.pass_context
@door("workforce.import_file")
def import_files(ctx: click.Context, *, files: tuple[Path, ...], source_key: str, as_data: bool) -> None:
    """Indlæs filer fra løn: alt eller intet for hver fil, og den samme fil igen ændrer intet.

    Slutkode 0, når alt er indlæst eller kendt i forvejen; 2, når en fil er afvist. De følgende filer er så ikke prøvet.
    """
    runs: list[Run] = []
    for run in _imported(files, source_key):
        runs.append(run)
        if not as_data:
            tell(run)
    if as_data:
        print_json([run_to_json(run) for run in runs])
    left = len(files) - len(runs)
    if left:
        click.echo(f"{left} {'fil' if left == 1 else 'filer'} efter den afviste er ikke prøvet.", err=True)
    ctx.exit(WRONG_INPUT if any(run.state is RunState.REFUSED for run in runs) else DONE)


def _imported(files: tuple[Path, ...], source_key: str) -> Iterator[Run]:
    """Import one file after the other until one is refused: a later file may build on it."""
    for path in files:
        run = _import(path, source_key)
        yield run
        if run.state is RunState.REFUSED:
            return


def _import(path: Path, source_key: str) -> Run:
    """Import a file, with progress on standard error when somebody is looking."""
    data = path.read_bytes()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(path.name, total=None)

        def told(stage: Stage, done: int, total: int) -> None:
            progress.update(task, description=f"{stage.label} {path.name}", completed=done, total=total or None)

        return run_of(
            import_payroll(
                actor=command_actor(os.environ),
                source_key=source_key,
                file_name=path.name,
                data=data,
                now=timezone.now(),
                progress=told,
            )
        )
