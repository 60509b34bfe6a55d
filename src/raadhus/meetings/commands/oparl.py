"""`raadhus meetings oparl`: every published meeting as a tree of OParl files."""

import sys
from pathlib import Path

import click
from django.conf import settings
from rich.console import Console
from rich.progress import Progress

from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason
from raadhus.meetings.queries.oparl import public_tree
from raadhus.ui.terminal import print_json
from raadhus.ui.written import write_whole


@click.command("oparl")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Mappen; den laves, hvis den ikke findes.")
@click.option("--base", default="", help="Adressen, hvor mappen vil ligge. Ellers installationens egen med /oparl/.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("meetings.export_meeting")
def oparl(*, out: Path, base: str, as_json: bool) -> None:
    """Skriv alle publicerede møder som OParl 1.1: en fil for hvert møde, punkt, organ og hver sag, klar til en webserver."""
    address = (base or f"{settings.ADDRESS}/oparl/").rstrip("/") + "/"
    if not address.startswith(("http://", "https://")):
        raise WrongInput(f"{base}: adressen skal begynde med https:// eller http://.")
    count = 0
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Skriver", total=None)
        for path, data in public_tree(base=address):
            _write(out / path, data)
            count += 1
            progress.advance(task)
    if as_json:
        print_json({"folder": str(out), "files": count})
    else:
        click.echo(f"{out}: {count} filer")


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)
    except OSError as error:
        raise WrongInput(f"{target}: kan ikke skrives ({reason(error)}).") from error
