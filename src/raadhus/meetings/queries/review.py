"""The document beside its reading: what the secretary corrects and confirms. All of it is closed content.

Whoever opens it may read closed items, and that is written in the audit trail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import ImportedDocument, Meeting, MeetingReading, SuggestedObligation
from raadhus.meetings.queries.gatekeeping import gate_findings
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.locked import reading_numbered, uuid_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.rules.comparison import Change, changes
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.highlight import Piece, PieceKind, anchor_of, marked
from raadhus.meetings.rules.reading import Reading, ReadWarning
from raadhus.meetings.rules.states import Origin, SuggestionState
from raadhus.meetings.rules.stored_reading import from_stored


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
class WarningShown:
    """A warning with the place in the document that it is about."""

    message: str
    code: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested obligation for a person to answer."""

    id: str
    item_number: str
    item_title: str
    is_closed: bool
    text: str
    owner_text: str
    to_body: str
    due: str
    due_text: str
    due_inferred: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The newest reading of a meeting with its document, and what the viewer may do about it."""

    row: MeetingRow
    label: str
    reading: Reading
    number: int
    document_name: str
    document_sha256: str
    text: SafeString
    warnings: Sequence[WarningShown]
    readings: Sequence[ReadingRow]
    suggestions: Sequence[Suggestion]
    findings: Sequence[Finding]
    may_correct: bool
    may_confirm: bool
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one reading to another of the same meeting."""

    row: MeetingRow
    label: str
    before: ReadingRow
    after: ReadingRow
    changes: Sequence[Change]
    readings: Sequence[ReadingRow]


def _reviewed(viewer: Actor, meeting_id: str | UUID, now: datetime) -> Meeting:
    found = Meeting.objects.select_related("body", "newest_reading__document").filter(pk=uuid_of(meeting_id)).first()
    if found is None or not may(viewer, "meetings.read_document", now=now):
        raise NotFound(_("Mødet findes ikke."))
    require(viewer, "meetings.read_document", now=now, subject=subject_of(found))
    return found


def review_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> ReviewPage:
    """Return the newest reading beside its document. Raises NotFound for those who may not see it."""
    meeting = _reviewed(viewer, meeting_id, now)
    newest = meeting.newest_reading
    if newest is None:
        raise NotFound(_("Mødet har ingen læsning."))
    reading = from_stored(newest.content)
    return ReviewPage(
        row=row_of(meeting),
        label=subject_of(meeting).label,
        reading=reading,
        number=newest.number,
        document_name=newest.document.name,
        document_sha256=newest.document.sha256,
        text=_html(marked(newest.document.text, reading)),
        warnings=[_warning(one) for one in reading.warnings],
        readings=_rows(meeting),
        suggestions=_suggestions(meeting),
        findings=gate_findings(meeting),
        may_correct=may(viewer, "meetings.correct_reading", now=now),
        may_confirm=may(viewer, "meetings.confirm_reading", now=now),
        may_publish=may(viewer, "meetings.publish_meeting", now=now),
    )


def comparison(
    *, viewer: Actor, meeting_id: str | UUID, before: int | None, after: int | None, now: datetime
) -> Comparison:
    """Return the differences between two readings; without numbers, from the confirmed (or the one before) to the newest."""
    meeting = _reviewed(viewer, meeting_id, now)
    newest = meeting.newest_reading
    if newest is None:
        raise NotFound(_("Mødet har ingen læsning."))
    later = reading_numbered(meeting, after or newest.number)
    earlier = reading_numbered(meeting, before or _number_before(meeting, later))
    rows = _rows(meeting)
    by_number = {row.number: row for row in rows}
    found = changes(from_stored(earlier.content), from_stored(later.content))
    return Comparison(
        row_of(meeting), subject_of(meeting).label, by_number[earlier.number], by_number[later.number], found, rows
    )


def _number_before(meeting: Meeting, later: MeetingReading) -> int:
    confirmed = meeting.confirmed_reading
    if confirmed is not None and confirmed.number < later.number:
        return confirmed.number
    return max(1, later.number - 1)


def readings_of(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> Sequence[ReadingRow]:
    """Return the meeting's readings, newest first. Raises NotFound for those who may not see them."""
    return _rows(_reviewed(viewer, meeting_id, now))


def document_of(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> ImportedDocument:
    """Return the newest document of a meeting, for its file. Raises NotFound for those who may not see it."""
    newest = _reviewed(viewer, meeting_id, now).newest_reading
    if newest is None:
        raise NotFound(_("Mødet har intet dokument."))
    return newest.document


def _rows(meeting: Meeting) -> list[ReadingRow]:
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


def _warning(warning: ReadWarning) -> WarningShown:
    return WarningShown(warning.message, warning.code, anchor_of(warning.source))


def _suggestions(meeting: Meeting) -> list[Suggestion]:
    rows = SuggestedObligation.objects.filter(
        item__meeting=meeting, item__is_current=True, state=SuggestionState.OPEN
    ).select_related("item")
    return [
        Suggestion(
            id=str(row.pk),
            item_number=row.item.number,
            item_title=row.item.title,
            is_closed=row.item.closed,
            text=row.text,
            owner_text=row.owner_text,
            to_body=row.to_body,
            due=row.due,
            due_text=row.due_text,
            due_inferred=row.due_inferred,
            anchor=f"s-{row.source['start']}-{row.source['end']}",
        )
        for row in rows.order_by("item__position", "position")
    ]


def _html(pieces: Iterable[Piece]) -> SafeString:
    """Write the marked text as HTML: everything from the document is escaped, and the anchors are numbers of ours."""
    written = []
    for piece in pieces:
        match piece.kind:
            case PieceKind.TEXT:
                written.append(str(escape(piece.value)))
            case PieceKind.OPEN:
                warned = " reading-warned" if piece.is_warning else ""
                written.append(f'<span class="reading-span{warned}" id="{piece.value}">')
            case PieceKind.CLOSE:
                written.append("</span>")
    return SafeString("".join(written))
