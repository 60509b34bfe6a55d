"""`raadhus meetings sittings` and `raadhus meetings send-agenda`: the planned meetings, and sending the agenda of one."""

import os

import click
from django.utils import timezone

from raadhus.core.access.public import command_actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.queries.sittings import SittingRow, SittingsAsked, sitting_list
from raadhus.ui.terminal import print_json


@click.command("sittings")
@click.option("--body", default="", help="Organets nøgle, som i adressen.")
@click.option("--when", default="coming", type=click.Choice(["coming", "past", "all"]), help="Hvilke møder.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("meetings.read_sittings")
def sittings(*, body: str, when: str, as_data: bool) -> None:
    """Vis de planlagte møder med deres frister."""
    asked = SittingsAsked(body=body, when=when)
    rows = sitting_list(viewer=command_actor(os.environ), asked=asked, now=timezone.now())[0:10_000]
    if as_data:
        print_json([_data(row) for row in rows])
        return
    for row in rows:
        late = ", overskredet" if row.is_late else ""
        click.echo(
            f"{row.id}  {row.date} {row.start_time:5} {row.body}  [{row.state.label}, udsendes {row.sending}{late}]"
        )
    if not rows:
        click.echo("Ingen planlagte møder.")


def _data(row: SittingRow) -> dict[str, object]:
    return {
        "id": row.id,
        "body": row.body,
        "body_key": row.body_key,
        "date": row.date.isoformat(),
        "start_time": row.start_time or None,
        "place": row.place or None,
        "state": row.state.value,
        "items": row.items,
        "submission": row.submission.isoformat(),
        "sending": row.sending.isoformat(),
        "is_late": row.is_late,
    }


@click.command("send-agenda")
@click.argument("sitting_id")
@click.option("--note", default="", help="Bemærkning til versionen.")
@click.option("--accept-warnings", is_flag=True, help="Udsend, selv om der er bemærkninger.")
@click.option("--json", "as_data", is_flag=True, help="Svar som JSON.")
@door("meetings.send_agenda")
def send(*, sitting_id: str, note: str, accept_warnings: bool, as_data: bool) -> None:
    """Udsend mødets dagsorden som dens næste version."""
    version = send_agenda(
        actor=command_actor(os.environ),
        sitting_id=sitting_id,
        note=note,
        accept_warnings=accept_warnings,
        now=timezone.now(),
    )
    if as_data:
        print_json({"version": version.number, "is_supplement": version.is_supplement})
        return
    click.echo(f"Version {version.number} er udsendt.")
