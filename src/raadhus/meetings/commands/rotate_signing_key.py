"""`raadhus meetings rotate-signing-key`: take the key of the seal out of use; the next seal makes the next one."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.signing_keys import rotate_signing_key
from raadhus.ui.terminal import print_json


@click.command("rotate-signing-key")
@click.option(
    "--compromised", is_flag=True, help="Nøglen kan være i andres hænder; det står derefter ved alt, den har forseglet."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@door("meetings.rotate_signing_key")
def rotate_key(*, compromised: bool, as_json: bool) -> None:
    """Skift nøglen, som underskrifter forsegles med. Er den misbrugt, så skift også RAADHUS_SIGNING_KEY først."""
    key = rotate_signing_key(actor=command_actor(os.environ), compromised=compromised, now=timezone.now())
    if as_json:
        print_json({"key_id": str(key)})
    else:
        click.echo(f"Ny nøgle: {key}")
