"""Readings as rows: the one place that adds one."""

from datetime import datetime
from uuid import UUID

from raadhus.kernel.actors import Actor
from raadhus.meetings.models.tables import Meeting, MeetingReading
from raadhus.meetings.rules.reading import Reading
from raadhus.meetings.rules.states import Origin
from raadhus.meetings.rules.stored_reading import from_stored, to_stored


def reading_of(row: MeetingReading) -> Reading:
    """Return what a stored reading says."""
    return from_stored(row.content)


def add_reading(
    meeting: Meeting,
    reading: Reading,
    *,
    document_id: UUID,
    origin: Origin,
    author: Actor,
    at: datetime,
    note: str = "",
) -> MeetingReading:
    """Add a reading as the meeting's newest, after the one that was. The caller derives the tables."""
    parent = meeting.newest_reading
    added = MeetingReading.objects.create(
        meeting=meeting,
        document_id=document_id,
        parent=parent,
        number=parent.number + 1 if parent else 1,
        origin=origin,
        content=to_stored(reading),
        note=note.strip(),
        author_key=author.key,
        author_name=author.name[:200],
        created_at=at,
    )
    meeting.newest_reading = added
    meeting.save(update_fields=["newest_reading"])
    return added
