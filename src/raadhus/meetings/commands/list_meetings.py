"""`raadhus meetings list`: the meetings, one a line."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.queries.lists import MeetingFilter, MeetingRow, meeting_list
from raadhus.ui.terminal import print_json


@click.command("list")
@click.option("--body", default="", help="Organets nøgle, som i adressen.")
@click.option("--status", default="", type=click.Choice(["", "unconfirmed", "confirmed", "published", "waiting"]))
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("meetings.read")
def list_meetings(*, body: str, status: str, as_data: bool) -> None:
    """Vis møderne, de nyeste først."""
    chosen = MeetingFilter(body=body, status=status)
    rows = meeting_list(viewer=command_actor(os.environ), chosen=chosen, now=timezone.now()).rows
    if as_data:
        print_json([_data(row) for row in rows])
        return
    for row in rows:
        waiting = ", ny læsning venter" if row.is_waiting and row.status != "unconfirmed" else ""
        click.echo(f"{row.id}  {row.date}  {row.kind:8} {row.body}  [{row.status.label}{waiting}]")
    if not rows:
        click.echo("Ingen møder. Importér det første med: raadhus meetings import FIL")


def _data(row: MeetingRow) -> dict[str, object]:
    return {
        "id": row.id,
        "body": row.body,
        "date": row.date.isoformat(),
        "start_time": row.start_time or None,
        "kind": row.kind.value,
        "place": row.place or None,
        "items": row.items,
        "status": row.status.value,
        "is_waiting": row.is_waiting,
    }
