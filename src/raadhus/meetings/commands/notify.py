"""`raadhus meetings notify`: the e-mails about meetings that wait are sent."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.telling import deliver_notices
from raadhus.ui.terminal import print_json


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("meetings.notify")
def notify(*, as_data: bool) -> None:
    """Send de beskeder om møder, der venter, fordi de ikke kunne sendes med det samme."""
    sent, waiting = deliver_notices(actor=command_actor(os.environ), give_up=False, now=timezone.now())
    if as_data:
        print_json({"sent": sent, "waiting": waiting})
        return
    click.echo(f"{sent} sendt, {waiting} venter.")
