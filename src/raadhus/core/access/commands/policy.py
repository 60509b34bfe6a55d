"""`raadhus access policy`: the whole policy table."""

import os

import click
from django.utils import timezone

from raadhus.core.access.queries.actors import command_actor
from raadhus.core.access.queries.policy_page import policy_rooms
from raadhus.kernel.doors import door
from raadhus.kernel.roles import Role
from raadhus.ui.terminal import print_json


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
@door("access.read_policy")
def policy_command(*, as_json: bool) -> None:
    """Vis tabellen over handlinger og de roller, der må."""
    found = policy_rooms(viewer=command_actor(os.environ), now=timezone.now())
    rows = [
        {"verb": verb.name, "label": verb.label, "roles": [role.value for role in Role if role in verb.roles]}
        for room in found
        for verb in room.verbs
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['verb']:<36} {', '.join(row['roles'])}")
