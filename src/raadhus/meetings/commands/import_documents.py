"""`raadhus meetings import`: files, globs and folders, one transaction a file; may be interrupted and run again."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.access.public import command_actor
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions import ImportResult, import_document
from raadhus.meetings.commands.naming_files import ENDINGS, files_named
from raadhus.ui.terminal import FINDINGS, WRONG_INPUT, print_json

_WORDS = {"new": "nyt møde", "new_version": "ny version", "unchanged": "uændret"}


@dataclass(frozen=True, slots=True)
class Line:
    """One file's line in the report."""

    file: str
    result: ImportResult | None
    refusal: str = ""


def _import(actor: Actor, path: Path, body: str | None, day: datetime | None) -> Line:
    try:
        result = import_document(
            actor=actor,
            name=path.name,
            data=path.read_bytes(),
            now=timezone.now(),
            body=body,
            meeting_date=day.date() if day else None,
        )
    except WrongInput as error:
        return Line(str(path), None, str(error))
    except OSError as error:
        return Line(str(path), None, f"{path.name}: filen kan ikke læses ({error.strerror}).")
    return Line(str(path), result)


@click.command("import")
@click.argument("files", nargs=-1, required=True)
@click.option("--folder", is_flag=True, help="Navnene er mapper; søg dem igennem.")
@click.option("--body", help="Organet, når dokumentet ikke siger det.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Mødedatoen, når dokumentet ikke siger den.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@click.pass_context
@door("meetings.import_document")
def import_documents(
    ctx: click.Context, *, files: tuple[str, ...], folder: bool, body: str | None, day: datetime | None, as_data: bool
) -> None:
    """Importér dagsordener og referater. Kan afbrydes og køres igen: det, der er importeret, springes over."""
    wrong = [name for name in files if folder and not Path(name).is_dir()]
    if wrong:
        raise WrongInput(f"{wrong[0]}: er ikke en mappe.")
    paths = list(files_named(files))
    if not paths:
        raise WrongInput(f"{files[0]}: her er ingen dokumenter, der kan læses ({', '.join(sorted(ENDINGS))}).")
    lines: list[Line] = []
    interrupted = False
    try:
        # One by one, so that what was reached is in the report when somebody interrupts.
        lines.extend(_imported(command_actor(os.environ), paths, body, day))
    except KeyboardInterrupt:
        interrupted = True
    _report(lines, len(paths), as_data=as_data)
    if interrupted:
        click.echo("Afbrudt. Kør kommandoen igen for resten; det, der er importeret, springes over.", err=True)
    refused = [line for line in lines if line.result is None]
    if refused or interrupted:
        ctx.exit(WRONG_INPUT if len(refused) == len(paths) else FINDINGS)


def _imported(actor: Actor, paths: list[Path], body: str | None, day: datetime | None) -> Iterator[Line]:
    """Import one file after the other; progress is written on standard error when somebody is looking."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Importerer", total=len(paths))
        for path in paths:
            progress.update(task, description=path.name)
            yield _import(actor, path, body, day)
            progress.advance(task)


def _report(lines: list[Line], total: int, *, as_data: bool) -> None:
    if as_data:
        print_json([_data(line) for line in lines])
        return
    for line in lines:
        if line.result is None:
            click.echo(f"afvist       {line.refusal}", err=True)
        else:
            warned = f", {line.result.warnings} advarsler" if line.result.warnings else ""
            click.echo(f"{_WORDS[line.result.status]:12} {line.file} -> {line.result.label}{warned}")
    counts = [
        f"{sum(1 for line in lines if line.result and line.result.status == status)} {word}"
        for status, word in _WORDS.items()
    ]
    refused = sum(1 for line in lines if line.result is None)
    click.echo(f"{len(lines)} af {total} filer: {', '.join(counts)}, {refused} afvist.")


def _data(line: Line) -> dict[str, object]:
    if line.result is None:
        return {"file": line.file, "status": "refused", "reason": line.refusal}
    return {
        "file": line.file,
        "status": line.result.status.value,
        "meeting_id": line.result.meeting_id,
        "meeting": line.result.label,
        "items": line.result.items,
        "warnings": line.result.warnings,
    }
