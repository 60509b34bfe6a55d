"""`raadhus meetings forget-notes`: private notes whose time is over are deleted. Run it every night."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.private import forget_notes
from raadhus.ui.terminal import print_json


@click.command("forget-notes")
@click.option("--person", default="", help="Slet alle en persons noter, for eksempel når vedkommende er fratrådt.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("meetings.forget_notes")
def forget(*, person: str, as_json: bool) -> None:
    """Slet egne noter og markeringer, hvis tid er udløbet (RAADHUS_NOTES_DAYS efter referatets publicering)."""
    count = forget_notes(actor=command_actor(os.environ), person_key=person, now=timezone.now())
    if as_json:
        print_json({"forgotten": count})
        return
    click.echo(f"{count} noter og markeringer er slettet.")
