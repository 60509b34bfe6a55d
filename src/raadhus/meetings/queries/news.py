"""What is new on a meeting for one person, from the reading that the person saw last."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from raadhus.kernel.actors import Actor, ActorKind
from raadhus.meetings.models import Meeting, MeetingReading, SeenMeeting
from raadhus.meetings.queries.closed_now import closed_as_now
from raadhus.meetings.rules.news import News, news


@dataclass(frozen=True, slots=True)
class Since:
    """`items` says what is new by the item's place. `unseen` is True when the person has never opened the meeting."""

    unseen: bool = False
    items: Mapping[int, News] = field(default_factory=dict)


def shown_reading(meeting: Meeting) -> MeetingReading | None:
    """Return the reading that the meeting's page shows: the confirmed one, or the newest until one is confirmed.

    Its content, which may be large, is fetched when somebody asks for it.
    """
    key = meeting.confirmed_reading_id or meeting.newest_reading_id
    return None if key is None else MeetingReading.objects.defer("content").filter(pk=key).first()


def since_last_look(viewer: Actor, meeting: Meeting, *, closed: bool) -> Since:
    """Return what is new since the viewer last opened the meeting; nothing for those who are no person."""
    shown = shown_reading(meeting)
    if viewer.kind is not ActorKind.PERSON or shown is None:
        return Since()
    seen = SeenMeeting.objects.filter(person_key=viewer.key, meeting=meeting).first()
    if seen is None or seen.reading_number == shown.number:
        return Since(unseen=seen is None)
    before = MeetingReading.objects.filter(meeting=meeting, number=seen.reading_number).first()
    return Since() if before is None else Since(items=news(closed_as_now(before), closed_as_now(shown), closed=closed))
