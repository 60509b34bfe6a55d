"""Give what is published its permanent address."""

from datetime import datetime
from uuid import UUID

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, Meeting, PermanentAddress
from raadhus.meetings.rules.addresses import item_path, meeting_path, settled
from raadhus.meetings.rules.reading import Kind


def give_addresses(*, actor: Actor, meeting: Meeting, now: datetime) -> None:
    """Give the meeting and its open items their addresses; those they had before lead to the new ones from now on.

    Inside the caller's transaction, which has asked whether the actor may. A closed item is given none: it has no page.
    """
    del actor  # the act is publishing, and that is recorded
    own = _current(meeting)
    path = _settle(meeting, None, meeting_path(meeting.body_id, meeting.date, Kind(meeting.kind)), own.get(None), now)
    for item in AgendaItem.objects.filter(meeting=meeting, is_current=True, closed=False).order_by("position"):
        _settle(meeting, item, item_path(path, item.number, item.position + 1), own.get(item.pk), now)


def _current(meeting: Meeting) -> dict[UUID | None, str]:
    rows = PermanentAddress.objects.filter(meeting=meeting, is_current=True)
    return dict(rows.values_list("item_id", "path"))


def _settle(meeting: Meeting, item: AgendaItem | None, wanted: str, own: str | None, now: datetime) -> str:
    def is_others(path: str) -> bool:
        given = PermanentAddress.objects.filter(path=path).exclude(meeting=meeting, item=item)
        return given.exists()

    path = settled(wanted, own, is_others)
    if path != own:
        PermanentAddress.objects.filter(meeting=meeting, item=item, is_current=True).update(is_current=False)
        PermanentAddress.objects.update_or_create(
            path=path,
            defaults={"is_current": True},
            create_defaults={"meeting": meeting, "item": item, "given_at": now},
        )
    return path
