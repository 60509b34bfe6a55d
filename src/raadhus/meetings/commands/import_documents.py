"""`raadhus meetings import`: files, globs and folders, one transaction a file; may be interrupted and run again."""

import os
from datetime import datetime
from pathlib import Path

import click

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.commands.import_report import Line, report
from raadhus.meetings.commands.importing import imported
from raadhus.meetings.commands.naming_files import ENDINGS, files_named
from raadhus.ui.terminal import FINDINGS, WRONG_INPUT


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
        lines.extend(imported(command_actor(os.environ), paths, body, day))
    except KeyboardInterrupt:
        interrupted = True
    report(lines, len(paths), as_data=as_data)
    if interrupted:
        click.echo("Afbrudt. Kør kommandoen igen for resten; det, der er importeret, springes over.", err=True)
    refused = [line for line in lines if line.result is None]
    if refused or interrupted:
        ctx.exit(WRONG_INPUT if len(refused) == len(paths) else FINDINGS)
