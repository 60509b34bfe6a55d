"""The readings of a meeting and what changed between them. All of it is closed content.

Whoever opens it may read closed items, and that is written in the audit trail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import ImportedDocument, Meeting, MeetingReading, reading_of
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.locked import reading_numbered, uuid_of
from raadhus.meetings.queries.naming import shown_label, subject_of
from raadhus.meetings.queries.wording import change_said
from raadhus.meetings.rules.comparison import Change, changes
from raadhus.meetings.rules.states import Origin


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading in a meeting's list of readings."""

    number: int
    origin: Origin
    author: str
    note: str
    created_at: datetime
    document: str
    is_newest: bool
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one reading to another of the same meeting."""

    row: MeetingRow
    label: str
    before: ReadingRow
    after: ReadingRow
    changes: Sequence[Change]
    readings: Sequence[ReadingRow]


def reviewed(viewer: Actor, meeting_id: str | UUID, now: datetime) -> Meeting:
    """Return the meeting for one who may see its document, which leaves a trace. Raises NotFound for the others."""
    found = Meeting.objects.select_related("body", "newest_reading__document").filter(pk=uuid_of(meeting_id)).first()
    if found is None or not may(viewer, "meetings.read_document", now=now):
        raise NotFound(_("Mødet findes ikke."))
    require(viewer, "meetings.read_document", now=now, subject=subject_of(found))
    return found


def comparison(
    *, viewer: Actor, meeting_id: str | UUID, before: int | None, after: int | None, now: datetime
) -> Comparison:
    """Return the differences between two readings; without numbers, from the confirmed (or the one before) to the newest."""
    meeting = reviewed(viewer, meeting_id, now)
    newest = meeting.newest_reading
    if newest is None:
        raise NotFound(_("Mødet har ingen læsning."))
    later = reading_numbered(meeting, after or newest.number)
    earlier = reading_numbered(meeting, before or _number_before(meeting, later))
    rows = reading_rows(meeting)
    by_number = {row.number: row for row in rows}
    found = tuple(change_said(one) for one in changes(reading_of(earlier), reading_of(later)))
    return Comparison(
        row_of(meeting), shown_label(meeting), by_number[earlier.number], by_number[later.number], found, rows
    )


def _number_before(meeting: Meeting, later: MeetingReading) -> int:
    confirmed = meeting.confirmed_reading
    if confirmed is not None and confirmed.number < later.number:
        return confirmed.number
    return max(1, later.number - 1)


def readings_of(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> Sequence[ReadingRow]:
    """Return the meeting's readings, newest first. Raises NotFound for those who may not see them."""
    return reading_rows(reviewed(viewer, meeting_id, now))


def document_of(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> ImportedDocument:
    """Return the newest document of a meeting, for its file. Raises NotFound for those who may not see it."""
    newest = reviewed(viewer, meeting_id, now).newest_reading
    if newest is None:
        raise NotFound(_("Mødet har intet dokument."))
    return newest.document


def reading_rows(meeting: Meeting) -> list[ReadingRow]:
    """Return the meeting's readings, newest first."""
    return [
        ReadingRow(
            number=one.number,
            origin=Origin(one.origin),
            author=one.author_name,
            note=one.note,
            created_at=one.created_at,
            document=one.document.name,
            is_newest=one.pk == meeting.newest_reading_id,
            is_confirmed=one.pk == meeting.confirmed_reading_id,
        )
        for one in meeting.readings.select_related("document").defer("content", "document__text").order_by("-number")
    ]
