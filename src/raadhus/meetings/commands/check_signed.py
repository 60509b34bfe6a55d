"""`raadhus meetings check-signed`: whether what the database shows is still what was signed."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.queries.signed_minutes import check_signed
from raadhus.ui.terminal import DONE, FINDINGS, print_json


@click.command("check-signed")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@click.pass_context
@door("meetings.check_signed")
def check_signed_minutes(ctx: click.Context, *, as_json: bool) -> None:
    """Efterprøv alle fremlagte og underskrevne referater i databasen. Slutkode 1, når noget er ændret, og hvilket punkt."""
    found = check_signed(viewer=command_actor(os.environ), now=timezone.now())
    if as_json:
        print_json(
            [
                {"meeting": label, "differences": [{"item": one.item, "message": one.sentence} for one in wrong]}
                for label, wrong in found
            ]
        )
    else:
        for label, wrong in found:
            click.echo(label)
            for one in wrong:
                click.echo(f"  {one.sentence}")
        if not found:
            click.echo("Alt vises, som det blev underskrevet.")
    ctx.exit(FINDINGS if found else DONE)
