"""`raadhus access end-role`: the day a granted role ends."""

import os
from datetime import datetime

import click
from django.utils import timezone

from raadhus.core.access.actions.roles import end_role
from raadhus.core.access.queries.actors import command_actor
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json


@click.command()
@click.argument("grant_id", type=int)
@click.option("--end", type=click.DateTime(["%Y-%m-%d"]), help="Dagen, rollen slutter (ikke med); uden den i dag.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
@door("access.end_role")
def end_role_command(grant_id: int, *, end: datetime | None, as_json: bool) -> None:
    """Lad en tildelt rolle slutte."""
    now = timezone.now()
    day = end.date() if end else timezone.localdate(now)
    grant = end_role(actor=command_actor(os.environ), grant_id=grant_id, end=day, now=now)
    if as_json:
        print_json({"id": grant.id, "person_key": grant.person_key, "end": day.isoformat()})
        return
    click.echo(f"Rollen for {grant.person_key} slutter {grant.end_date}.")
