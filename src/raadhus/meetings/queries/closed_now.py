"""A frozen reading with today's closed marks: what was closed after it was sent is closed in every earlier version too."""

from dataclasses import replace

from raadhus.meetings.models import AgendaItem, MeetingReading, reading_of
from raadhus.meetings.rules.reading import Reading


def closed_as_now(row: MeetingReading) -> Reading:
    """Return the reading, its items closed where they are closed by now, for what tells differences between versions.

    Items of imported documents have no keys and are returned as they were read.
    """
    reading = reading_of(row)
    if not any(item.key for item in reading.items):
        return reading
    shut = {
        str(key)
        for key in AgendaItem.objects.filter(meeting_id=row.meeting_id, closed=True).values_list("pk", flat=True)
    }
    return replace(reading, items=tuple(replace(one, closed=True) if one.key in shut else one for one in reading.items))
