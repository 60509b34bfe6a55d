"""`raadhus audit anchors`: what is to be kept outside the installation."""

from pathlib import Path

import click

from raadhus.core.audit.queries.chain import anchors
from raadhus.core.audit.rules.anchors import anchor_text
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.ui.terminal import print_json
from raadhus.ui.written import write_whole


@click.command("anchors")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Fil at skrive til i stedet for skærmen.")
@click.option("--json", "as_json", is_flag=True, help="Skriv ankrene som én JSON-liste på skærmen.")
@door("audit.verify")
def anchors_command(out: Path | None, *, as_json: bool) -> None:
    """Skriv ankre for sporets segmenter og for dets ende. Gem filen et andet sted end installationen."""
    found = anchors()
    if as_json:
        print_json([anchor.as_json() for anchor in found])
    text = anchor_text(found)
    if out is None:
        if not as_json:
            click.echo(text)
        return
    try:
        write_whole(out, f"{text}\n".encode())
    except OSError as error:
        raise WrongInput(f"{out}: filen kan ikke skrives ({reason(error)}).") from error
