"""`raadhus meetings export`: one meeting as a file, with what the one who asks may see."""

import os
from pathlib import Path

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.writer import Format, export
from raadhus.ui.written import write_whole


@click.command("export")
@click.argument("meeting_id")
@click.option(
    "--format", "format_name", required=True, type=click.Choice([one.value for one in Format]), help="Formatet."
)
@click.option("--output", type=click.Path(path_type=Path), help="Filen; ellers skrives på standard output.")
@click.option(
    "--closed", is_flag=True, help="Tag lukkede punkter med, hvis du må se dem. Det skrives i revisionssporet."
)
@door("meetings.export_meeting")
def export_meeting(*, meeting_id: str, format_name: str, output: Path | None, closed: bool) -> None:
    """Skriv et møde som fil. Uden --closed er det, hvad offentligheden ser eller vil se, når mødet er publiceret."""
    viewer = command_actor(os.environ)
    found = disclosed_meeting(viewer=viewer, meeting_id=meeting_id, now=timezone.now(), preview=not closed)
    file = export(found, Format(format_name))
    if output is None:
        click.echo(file.data, nl=False)
        return
    target = output / file.name if output.is_dir() else output
    try:
        write_whole(target, file.data)
    except OSError as error:
        raise WrongInput(f"{target}: kan ikke skrives ({reason(error)}).") from error
    click.echo(str(target))
