"""`raadhus meetings extract`: what the meetings say about a case, for one who asks for access to it."""

import os
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.meetings.queries.case_extracts import case_extract_for
from raadhus.meetings.writer.case_extract_files import ExtractFormat, extract_file
from raadhus.ui.written import write_whole


@click.command("extract")
@click.argument("case_number")
@click.option(
    "--format", "format_name", type=click.Choice([one.value for one in ExtractFormat]), default="pdf", help="Formatet."
)
@click.option(
    "--output", type=click.Path(path_type=Path), help="Filen eller mappen; ellers skrives på standard output."
)
@click.option(
    "--internal", is_flag=True, help="Med det, du selv må se, også lukkede punkter. Det skrives i revisionssporet."
)
@door("meetings.extract_case")
def extract(*, case_number: str, format_name: str, output: Path | None, internal: bool) -> None:
    """Skriv et uddrag af en sag: fakta, vurderinger og beslutninger på tværs af møderne, med kilder."""
    viewer = command_actor(os.environ)
    made = case_extract_for(viewer=viewer, case_number=case_number, internal=internal, now=timezone.now())
    file = extract_file(made, ExtractFormat(format_name), settings.MUNICIPALITY)
    if output is None:
        click.echo(file.data, nl=False)
        return
    target = output / file.name if output.is_dir() else output
    try:
        write_whole(target, file.data)
    except OSError as error:
        raise WrongInput(f"{target}: kan ikke skrives ({reason(error)}).") from error
    click.echo(str(target))
