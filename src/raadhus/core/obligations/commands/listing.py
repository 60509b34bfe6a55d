"""`raadhus obligations list`: what is promised and still open."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.core.obligations.queries.lists import Asked, obligations
from raadhus.core.obligations.queries.shapes import Obligation
from raadhus.kernel.doors import door
from raadhus.ui.terminal import print_json


def as_json(one: Obligation) -> dict[str, object]:
    """Return an obligation as plain values (docs/formats)."""
    origin = {"kind": one.origin.kind, "key": one.origin.key, "label": one.origin.label, "url": one.origin.url}
    return {
        "key": one.key,
        "text": one.text,
        "owner_key": one.owner_key or None,
        "owner": one.owner,
        "unit_key": one.unit_key or None,
        "to_body": one.to_body or None,
        "due": one.due or None,
        "due_date": one.due_date.isoformat() if one.due_date else None,
        "late": one.is_late,
        "status": one.status.value,
        "closed": one.closed,
        "origin": origin,
    }


@click.command("list")
@click.option("--late", is_flag=True, help="Kun det, der er over fristen.")
@click.option("--owner", default="", help="Kun denne persons (nøgle).")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("obligations.read")
def show_list(*, late: bool, owner: str, as_data: bool) -> None:
    """Vis, hvad der er lovet og ikke afsluttet."""
    viewer = command_actor(os.environ)
    found = obligations(viewer, Asked(owner_key=owner, late=late, active=True), now=timezone.now())[:]
    if as_data:
        print_json([as_json(one) for one in found])
        return
    for one in found:
        mark = "!" if one.is_late else " "
        click.echo(f"{mark} {one.due_label or 'uden frist':<20} {one.owner:<25} {one.text}")
