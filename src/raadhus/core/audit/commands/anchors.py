"""`raadhus audit anchors`: what is to be kept outside the installation."""

from pathlib import Path

import click

from raadhus.core.audit.queries.chain import anchors
from raadhus.core.audit.rules.anchors import anchor_text
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason


@click.command("anchors")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Fil at skrive til i stedet for skærmen.")
@door("audit.verify")
def anchors_command(out: Path | None) -> None:
    """Skriv ankre for sporets segmenter og for dets ende. Gem filen et andet sted end installationen."""
    text = anchor_text(anchors())
    if out is None:
        click.echo(text)
        return
    try:
        out.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise WrongInput(f"{out}: filen kan ikke skrives ({reason(error)}).") from error
