"""`raadhus meetings rotate-signing-key`: take the key of the seal out of use; the next seal makes the next one."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.signing_keys import rotate_signing_key


@click.command("rotate-signing-key")
@click.option(
    "--compromised", is_flag=True, help="Nøglen kan være i andres hænder; det står derefter ved alt, den har forseglet."
)
@door("meetings.rotate_signing_key")
def rotate_key(*, compromised: bool) -> None:
    """Skift nøglen, som underskrifter forsegles med. Er den misbrugt, så skift også RAADHUS_SIGNING_KEY først."""
    key = rotate_signing_key(actor=command_actor(os.environ), compromised=compromised, now=timezone.now())
    click.echo(f"Ny nøgle: {key}")
