"""The document beside its newest reading: what the secretary corrects and confirms. All of it is closed content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Meeting, SuggestedObligation, reading_of
from raadhus.meetings.queries.gatekeeping import gate_findings
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.readings import ReadingRow, reading_rows, reviewed
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.highlight import Piece, PieceKind, anchor_of, marked
from raadhus.meetings.rules.reading import Reading, ReadWarning
from raadhus.meetings.rules.states import SuggestionState


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


def review_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> ReviewPage:
    """Return the newest reading beside its document. Raises NotFound for those who may not see it."""
    meeting = reviewed(viewer, meeting_id, now)
    newest = meeting.newest_reading
    if newest is None:
        raise NotFound(_("Mødet har ingen læsning."))
    reading = reading_of(newest)
    return ReviewPage(
        row=row_of(meeting),
        label=subject_of(meeting).label,
        reading=reading,
        number=newest.number,
        document_name=newest.document.name,
        document_sha256=newest.document.sha256,
        text=_html(marked(newest.document.text, reading)),
        warnings=[_warning(one) for one in reading.warnings],
        readings=reading_rows(meeting),
        suggestions=_suggestions(meeting),
        findings=gate_findings(meeting),
        may_correct=may(viewer, "meetings.correct_reading", now=now),
        may_confirm=may(viewer, "meetings.confirm_reading", now=now),
        may_publish=may(viewer, "meetings.publish_meeting", now=now),
    )


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
