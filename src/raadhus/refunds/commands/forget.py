"""`raadhus refunds forget`: identified cases whose time is up are deleted; sums and statements stay. Run it every night."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.danish import counted
from raadhus.kernel.doors import door
from raadhus.refunds.actions.forgetting import forget as forget_cases
from raadhus.ui.terminal import print_json


@click.command("forget")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("refunds.forget")
def forget(*, as_data: bool) -> None:
    """Slet refusionssager, der har været gemt længe nok; åbne sager slettes aldrig."""
    now = timezone.now()
    count = forget_cases(actor=command_actor(os.environ), today=timezone.localdate(now), now=now)
    if as_data:
        print_json({"forgotten": count})
    else:
        click.echo(f"{counted(count, 'sag', 'sager')} er slettet.")
