"""`raadhus meetings package` and `raadhus meetings offline`: a meeting with its attachments as one file."""

import os
import sys
from pathlib import Path

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.meetings.actions.taking import Taken, take_offline, take_package
from raadhus.meetings.writer.exported import ExportedFile
from raadhus.ui.terminal import print_json
from raadhus.ui.written import write_whole

_CLOSED = click.option(
    "--closed", is_flag=True, help="Tag lukkede punkter med, hvis du må se dem. Det skrives i revisionssporet."
)
_OUT = click.option("--out", type=click.Path(path_type=Path), help="Filen eller mappen; ellers mappen, du står i.")

_JSON = click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")


def _write(file: ExportedFile, out: Path | None, *, as_json: bool) -> None:
    target = out or Path()
    target = target / file.name if target.is_dir() else target
    try:
        write_whole(target, file.data)
    except OSError as error:
        raise WrongInput(f"{target}: kan ikke skrives ({reason(error)}).") from error
    if as_json:
        print_json({"file": str(target), "bytes": len(file.data)})
    else:
        click.echo(str(target))


@click.command("package")
@click.argument("meeting_id")
@_OUT
@_CLOSED
@_JSON
@door("meetings.export_meeting")
def package(*, meeting_id: str, out: Path | None, closed: bool, as_json: bool) -> None:
    """Skriv et møde med alle bilag som én PDF med sidetal og bogmærker."""
    steps = take_package(actor=command_actor(os.environ), meeting_id=meeting_id, closed=closed, now=timezone.now())
    console = Console(file=sys.stderr)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("Samler", total=None)
        while True:
            try:
                step = next(steps)
            except StopIteration as done:
                file: ExportedFile = done.value
                break
            shown.update(task, completed=step.done, total=step.of)
    _write(file, out, as_json=as_json)


@click.command("offline")
@click.argument("meeting_id")
@_OUT
@_CLOSED
@click.option("--without-files", is_flag=True, help="Lad bilagene blive.")
@_JSON
@door("meetings.export_meeting")
def offline(*, meeting_id: str, out: Path | None, closed: bool, without_files: bool, as_json: bool) -> None:
    """Skriv et møde som én webside, der virker uden net, med bilagene i sig."""
    taken = Taken(closed=closed, files=not without_files)
    file = take_offline(actor=command_actor(os.environ), meeting_id=meeting_id, taken=taken, now=timezone.now())
    _write(file, out, as_json=as_json)
