"""The document beside its newest reading: what the secretary corrects and confirms. All of it is closed content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import reading_of
from raadhus.meetings.queries.gatekeeping import gate_findings
from raadhus.meetings.queries.lists import MeetingRow, row_of
from raadhus.meetings.queries.marking import DocumentShown, document_shown
from raadhus.meetings.queries.owners import OwnerChoice, owner_choices
from raadhus.meetings.queries.readings import ReadingRow, reading_rows, reviewed
from raadhus.meetings.queries.suggestions import Suggestion, open_suggestions
from raadhus.meetings.queries.wording import field_said, item_said
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.reading import Reading
from raadhus.meetings.rules.review_fields import EditableField, EditableItem, editable_items, header_fields


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The newest reading of a meeting with its document, and what the viewer may do about it."""

    row: MeetingRow
    label: str
    reading: Reading
    header: Sequence[EditableField]
    items: Sequence[EditableItem]
    number: int
    document_name: str
    document_sha256: str
    document: DocumentShown
    readings: Sequence[ReadingRow]
    suggestions: Sequence[Suggestion]
    owners: Sequence[OwnerChoice]
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
    row, today = row_of(meeting), localdate(now)
    owners = owner_choices(today)
    return ReviewPage(
        row=row,
        label=row.label,
        reading=reading,
        header=tuple(field_said(field) for field in header_fields(reading)),
        items=tuple(item_said(item) for item in editable_items(reading)),
        number=newest.number,
        document_name=newest.document.name,
        document_sha256=newest.document.sha256,
        document=document_shown(newest.document.text, reading),
        readings=reading_rows(meeting),
        suggestions=open_suggestions(meeting, owners, today),
        owners=owners,
        findings=gate_findings(meeting),
        may_correct=may(viewer, "meetings.correct_reading", now=now),
        may_confirm=may(viewer, "meetings.confirm_reading", now=now),
        may_publish=may(viewer, "meetings.publish_meeting", now=now),
    )
