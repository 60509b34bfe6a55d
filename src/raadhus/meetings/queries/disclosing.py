"""A meeting as one viewer may see it: the only way from the tables to anything that is shown, sent or written."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from raadhus.kernel.actors import Actor
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.news import Since, since_last_look
from raadhus.meetings.queries.records import outlined, record_of, whole_items
from raadhus.meetings.queries.sight import Sight, leave_trace, seen_meeting, sight_of
from raadhus.meetings.rules.disclosure import DisclosedItem, DisclosedMeeting, Level, disclose
from raadhus.meetings.rules.news import News
from raadhus.meetings.rules.record import MeetingRecord


def disclosed_meeting(
    *, viewer: Actor, meeting_id: str | UUID, now: datetime, preview: bool = False
) -> DisclosedMeeting:
    """Return the meeting as the viewer may see it, for API and exports; looking at closed items leaves a trace.

    `preview` gives those who may see everything what the public would get. Raises NotFound.
    """
    sight = sight_of(viewer, now)
    return disclose_row(viewer, seen_meeting(meeting_id, sight), sight, now, preview=preview)


def disclose_row(viewer: Actor, meeting: Meeting, sight: Sight, now: datetime, *, preview: bool) -> DisclosedMeeting:
    """Return the meeting as the sight gives it, with a trace when closed items are shown."""
    record = record_of(meeting, whole_items(AgendaItem.objects.filter(meeting=meeting)))
    return _disclosed(viewer, meeting, record, sight, now, preview=preview)


def disclose_some(
    viewer: Actor, meeting: Meeting, sight: Sight, now: datetime, is_whole: Callable[[int, AgendaItem], bool]
) -> DisclosedMeeting:
    """Return the meeting as the sight gives it, with the chosen items whole and the others as number and title."""
    return _disclosed(viewer, meeting, outlined(meeting, is_whole), sight, now, preview=False)


def _disclosed(
    viewer: Actor, meeting: Meeting, record: MeetingRecord, sight: Sight, now: datetime, *, preview: bool
) -> DisclosedMeeting:
    if preview or not sight.sees_closed(meeting.body_id):
        level = Level.PUBLIC if preview else sight.level
        return disclose(record, level, preview=preview and (sight.sees_closed(meeting.body_id) or sight.unpublished))
    leave_trace(viewer, meeting, sight, now)
    return disclose(record, Level.CLOSED)


def meeting_contents(
    *, viewer: Actor, meeting_id: str | UUID, now: datetime
) -> tuple[Since, tuple[tuple[DisclosedItem, News | None], ...]]:
    """Return what is on a meeting with what is new on it, for the front page.

    Closed items are closed for everybody here, so that no trace is needed.
    """
    meeting = seen_meeting(meeting_id, sight_of(viewer, now))
    record = outlined(meeting, lambda _place, _row: False)
    since = since_last_look(viewer, meeting, closed=False)
    items = disclose(record, Level.PUBLIC, preview=True).items
    return since, tuple((item, None if item.withheld else since.items.get(place)) for place, item in enumerate(items))
