"""`raadhus personnel forget`: the tables behind released figures go when payroll's records do. Run it after `raadhus workforce forget`."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.personnel.actions.forgetting import forget_figures
from raadhus.ui.terminal import print_json


@click.command("forget")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("personnel.release")
def forget(*, as_data: bool) -> None:
    """Slet grunddata bag udgivne tal, når løndata er slettet; tallene står, og udgivelsen kan ikke længere genberegnes."""
    now = timezone.now()
    count = forget_figures(actor=command_actor(os.environ), today=timezone.localdate(now), now=now)
    if as_data:
        print_json({"forgotten": count})
    else:
        click.echo(f"Grunddata bag {count} udgivelser er slettet.")
