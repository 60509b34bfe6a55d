"""Minutes that wait for somebody's own signature: in the list and on the front page."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate

from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import TileContent
from raadhus.meetings.queries.minutes_versions import waiting_for
from raadhus.meetings.queries.naming import shown_label


@dataclass(frozen=True, slots=True)
class Waiting:
    """Minutes that wait for one's signature."""

    meeting_id: UUID
    label: str
    deadline: date | None
    is_late: bool


def waiting_minutes(*, viewer: Actor, now: datetime) -> tuple[Waiting, ...]:
    """Return the minutes that wait for the viewer's own signature."""
    today = localdate(now)
    return tuple(
        Waiting(
            one.meeting_id,
            shown_label(one.meeting),
            one.deadline_date,
            one.deadline_date is not None and one.deadline_date < today,
        )
        for one in waiting_for(viewer.key, now)
    )


def waiting_tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the minutes that wait for the viewer; no tile when none does."""
    rows = waiting_minutes(viewer=viewer, now=now)
    return TileContent("meetings/signing/rows.html", {"rows": rows}) if rows else None
