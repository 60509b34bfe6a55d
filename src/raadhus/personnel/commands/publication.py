"""`raadhus personnel publication 2025 --pdf FIL`: a publication as files; what is out, or else the draft."""

import os
from pathlib import Path

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.personnel.queries.publication_files import FileForm, publication_file
from raadhus.personnel.queries.publications import newest
from raadhus.ui.terminal import print_json
from raadhus.ui.written import write_whole

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("publication")
@click.argument("issue", metavar="ÅR")
@click.option("--pdf", type=_FILE, metavar="FIL", help="Skriv publikationen som PDF/UA.")
@click.option("--docx", type=_FILE, metavar="FIL", help="Skriv den til Word.")
@click.option("--xlsx", type=_FILE, metavar="FIL", help="Skriv alle tabeller til et regneark.")
@click.option("--zip", type=_FILE, metavar="FIL", help="Skriv pakken til budgetmaterialet.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("personnel.read_drafts")
def publication(*, issue: str, as_json: bool, **files: Path | None) -> None:
    """Skriv Tal om Personale for ÅR som filer; 2025-1 er data om arbejdskraft for 1. halvår. En kladde er mærket som udkast."""
    wanted = {FileForm(form): path for form, path in files.items() if path is not None}
    if not wanted:
        raise WrongInput("Vælg mindst én fil: --pdf, --docx, --xlsx eller --zip.")
    found = newest(command_actor(os.environ), issue, now=timezone.now())
    written: list[dict[str, object]] = []
    for form, path in wanted.items():
        data = publication_file(found, form).data
        try:
            write_whole(path, data)
        except OSError as error:
            raise WrongInput(f"{path}: filen kan ikke skrives ({reason(error)}).") from error
        written.append({"form": form.value, "file": str(path), "bytes": len(data)})
        if not as_json:
            click.echo(f"{path}: {found.title}, {len(data)} bytes")
    if as_json:
        print_json({"title": found.title, "files": written})
