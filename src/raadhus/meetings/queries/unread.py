"""What changed on a written meeting since a person said that it was read: word by word, until it is marked as read."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from raadhus.kernel.actors import Actor, ActorKind
from raadhus.meetings.models import MeetingReading, SeenMeeting
from raadhus.meetings.queries.agenda_versions import ChangeShown, change_shown
from raadhus.meetings.queries.closed_now import closed_as_now
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.rules.comparison import changes


def unread_changes(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> Sequence[ChangeShown]:
    """Return what changed since the version that the viewer has read; nothing for imported meetings, which have their own marks.

    Nothing of closed items is told to those who do not see them, not even that something changed. Raises NotFound.
    """
    if viewer.kind is not ActorKind.PERSON:
        return ()
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    seen = SeenMeeting.objects.filter(person_key=viewer.key, meeting=meeting).first()
    if meeting.sitting_id is None or seen is None or meeting.confirmed_reading_id is None:
        return ()
    rows = {
        row.number: row
        for row in MeetingReading.objects.filter(meeting=meeting, number__gte=seen.reading_number).order_by("number")
        if row.number == seen.reading_number or row.pk == meeting.confirmed_reading_id
    }
    before = rows.pop(seen.reading_number, None)
    if before is None or not rows:
        return ()
    closed = sight.sees_closed(meeting.body_id)
    (after,) = rows.values()
    return [
        change_shown(one) for one in changes(closed_as_now(before), closed_as_now(after)) if closed or not one.closed
    ]
