"""The tiles that meetings put on the front page."""

from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import TileContent
from raadhus.meetings.queries.disclosing import meeting_contents
from raadhus.meetings.queries.lists import latest_published, upcoming, waiting_for_confirmation

_SHOWN = 5


def next_meeting(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the next meeting with what is on it, and the ones after it; None when none is known."""
    rows = upcoming(viewer=viewer, now=now, count=3)
    if not rows:
        return None
    since, contents = meeting_contents(viewer=viewer, meeting_id=rows[0].id, now=now)
    context: dict[str, object] = {"next": rows[0], "contents": contents, "since": since, "later": rows[1:]}
    return TileContent("meetings/tiles/next_meeting.html", context)


def waiting(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the readings that wait to be confirmed; an empty tile says that there are none."""
    rows = waiting_for_confirmation(viewer=viewer, now=now)
    return TileContent("meetings/tiles/waiting.html", {"rows": rows[:_SHOWN], "total": len(rows)})


def latest(viewer: Actor, now: datetime) -> TileContent | None:
    """Return what was published last; None when nothing is."""
    rows = latest_published(viewer=viewer, now=now, count=_SHOWN)
    return TileContent("meetings/tiles/latest.html", {"rows": rows}) if rows else None
