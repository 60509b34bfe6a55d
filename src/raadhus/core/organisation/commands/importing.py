"""`raadhus organisation import FILE`: units, people and leaders from CSV or OS2mo."""

import os
from dataclasses import asdict
from pathlib import Path

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.core.organisation.actions.importing import ImportReport, import_csv, import_os2mo
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.ui.terminal import DONE, FINDINGS, print_json

FORMAT = "raadhus-organisation-import/1"
_IMPORTERS = {"csv": import_csv, "os2mo": import_os2mo}


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(sorted(_IMPORTERS)), default="csv", show_default=True)
@click.option("--dry-run", is_flag=True, help="Vis, hvad der ville ske; skriv intet.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@click.pass_context
@door("organisation.import")
def import_command(ctx: click.Context, file: Path, kind: str, *, dry_run: bool, as_json: bool) -> None:
    """Importér organisationen fra FILE: alt eller intet, og sikkert at gentage."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise WrongInput(f"{file}: filen kan ikke læses ({reason(error)}).") from error
    importer = _IMPORTERS[kind]
    report = importer(actor=command_actor(os.environ), data=data, name=file.name, dry_run=dry_run, now=timezone.now())
    if as_json:
        print_json({"format": FORMAT, **asdict(report)})
    else:
        _tell(report)
    ctx.exit(DONE if report.is_possible else FINDINGS)


def _tell(report: ImportReport) -> None:
    for row in report.rows:
        if row.message:
            place = f"række {row.number}" if row.number else "hele filen"
            column = f", {row.column}" if row.column else ""
            click.echo(f"{report.file}, {place}{column}: {row.message}")
    counts = report.counts
    click.echo(
        f"{counts['created']} nye, {counts['changed']} ændrede, {counts['unchanged']} uændrede, "
        f"{counts['skipped']} sprunget over, {counts['wrong']} forkerte rækker."
    )
    if not report.is_possible:
        click.echo("Intet er skrevet: ret rækkerne og prøv igen.")
    elif not report.is_written:
        click.echo("Intet er skrevet.")
