"""`raadhus access grant-role`: a role, in a unit or everywhere, for a period."""

import os
from datetime import datetime

import click
from django.utils import timezone

from raadhus.core.access.actions.roles import grant_role
from raadhus.core.access.queries.actors import command_actor
from raadhus.kernel.doors import door
from raadhus.kernel.roles import Role
from raadhus.ui.terminal import print_json

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("person_key")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@click.option("--unit", help="Enhedens nøgle; uden den gælder rollen hele kommunen.")
@click.option("--start", type=DAY, help="Fra og med; uden den fra i dag.")
@click.option("--end", type=DAY, help="Til (ikke med); uden den indtil videre.")
@click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")
@door("access.grant_role")
def grant_role_command(
    person_key: str, role: str, *, unit: str | None, start: datetime | None, end: datetime | None, as_json: bool
) -> None:
    """Giv en person en rolle."""
    now = timezone.now()
    grant = grant_role(
        actor=command_actor(os.environ),
        person_key=person_key,
        role=Role(role),
        unit=unit,
        start=start.date() if start else timezone.localdate(now),
        end=end.date() if end else None,
        now=now,
    )
    if as_json:
        print_json({"id": grant.id, "person_key": person_key, "role": role, "unit": unit})
    else:
        click.echo(f"{person_key} har fået rollen {Role(role).label} (nr. {grant.id}).")
