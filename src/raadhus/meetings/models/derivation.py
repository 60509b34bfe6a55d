"""The tables under a meeting, written as a whole from the reading that is shown.

Items keep their identity, and so do suggestions that a person has answered; everything else is written anew.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.documents.text import blocks_to_json
from raadhus.kernel.errors import Conflict
from raadhus.kernel.periods import iso_day
from raadhus.meetings.models.bodies import body_called
from raadhus.meetings.models.tables import (
    AgendaItem,
    Attachment,
    Decision,
    EarlierDecision,
    ItemSection,
    Meeting,
    MeetingReading,
    Recommendation,
    SuggestedObligation,
    Vote,
)
from raadhus.meetings.rules.comparison import mark_of
from raadhus.meetings.rules.matching import ItemMark, folded, match_items
from raadhus.meetings.rules.reading import Reading, ReadItem, ReadRecommendation
from raadhus.meetings.rules.reading_parts import span_to_json
from raadhus.meetings.rules.states import SuggestionState
from raadhus.meetings.rules.stored_reading import from_stored
from raadhus.meetings.rules.written_parts import names_to_json

_ITEM_FIELDS = ["position", "is_current", "number", "title", "case_number", "closed", "source"]
# Known only of items that were written here; of others, public words are written on the item itself.
_WRITTEN_TEXTS = ("public_title", "public_decision", "legal_ground", "late_reason")
_WRITTEN_FIELDS = [*_WRITTEN_TEXTS, "absent", "disqualified", "dissents"]
_DERIVED = (ItemSection, Recommendation, Decision, Vote, EarlierDecision, Attachment)
_BATCH = 500


class MeetingExists(Conflict):
    """The reading says that the meeting is one that is there already; the two must be told apart first."""


def derive_tables(meeting: Meeting) -> None:
    """Write header, items and everything under them from the confirmed reading, or the newest until one is confirmed.

    Must run inside the caller's transaction; raises MeetingExists. An item that is closed in the newest reading is closed at once, although
    that reading is not confirmed: closed fails closed.
    """
    newest = from_stored(_content(meeting.newest_reading))
    shown = from_stored(_content(meeting.confirmed_reading)) if meeting.confirmed_reading else newest
    _write_header(meeting, shown)
    rows = _write_items(meeting, shown, _closed_positions(shown, newest))
    for table in _DERIVED:
        table.objects.filter(item__meeting=meeting).delete()
    pairs = list(zip(rows, shown.items, strict=True))
    _write_details(pairs)
    _write_suggestions(meeting, pairs)


def _content(reading: MeetingReading | None) -> dict[str, Any]:
    if reading is None:
        raise LookupError("A meeting is derived from a reading, and this one has none.")
    content: dict[str, Any] = reading.content
    return content


def _write_header(meeting: Meeting, shown: Reading) -> None:
    # What was written here belongs to its sitting's body, whatever that is called by now.
    if meeting.sitting_id is None:
        meeting.body = body_called(shown.body or "", shown.municipality or "")
    meeting.date = date.fromisoformat(shown.date or "")
    meeting.kind = shown.kind
    meeting.start_time = shown.start_time or ""
    meeting.end_time = shown.end_time or ""
    meeting.place = (shown.place or "")[:300]
    meeting.participants = list(shown.participants)
    meeting.absent = list(shown.absent)
    fields = ["body", "date", "kind", "start_time", "end_time", "place", "participants", "absent"]
    try:
        with transaction.atomic():
            meeting.save(update_fields=fields)
    except IntegrityError as error:
        raise MeetingExists(_("Der findes allerede et møde i samme organ på samme dag og klokkeslæt.")) from error


def _closed_positions(shown: Reading, newest: Reading) -> frozenset[int]:
    closed = {position for position, item in enumerate(shown.items) if item.closed}
    if newest is not shown:
        matches = match_items([mark_of(item) for item in shown.items], [mark_of(item) for item in newest.items])
        pairs = zip(newest.items, matches, strict=True)
        closed |= {position for item, position in pairs if item.closed and position is not None}
    return frozenset(closed)


def _write_items(meeting: Meeting, shown: Reading, closed: frozenset[int]) -> list[AgendaItem]:
    known = list(AgendaItem.objects.filter(meeting=meeting).order_by("-is_current", "position"))
    marks = [ItemMark(row.number, row.title, row.case_number) for row in known]
    matches = _matches(known, marks, shown)
    rows = [
        _new_item(meeting, item) if index is None else known[index]
        for index, item in zip(matches, shown.items, strict=True)
    ]
    for position, (row, item) in enumerate(zip(rows, shown.items, strict=True)):
        row.position = position
        row.is_current = True
        row.number = (item.number or "")[:40]
        row.title = item.title
        row.case_number = (item.case_number or "")[:80]
        row.closed = position in closed
        row.source = span_to_json(item.source)
        _write_written(row, item)
    AgendaItem.objects.filter(meeting=meeting).update(is_current=False)
    fresh = [row for row, index in zip(rows, matches, strict=True) if index is None]
    AgendaItem.objects.bulk_create(fresh, batch_size=_BATCH)
    kept = [row for row, index in zip(rows, matches, strict=True) if index is not None]
    AgendaItem.objects.bulk_update(kept, [*_ITEM_FIELDS, *_WRITTEN_FIELDS], batch_size=_BATCH)
    return rows


def _matches(known: Sequence[AgendaItem], marks: Sequence[ItemMark], shown: Reading) -> tuple[int | None, ...]:
    """Return the known row of each item: by the key of what was written here, by likeness for what was imported."""
    if any(item.key for item in shown.items):
        places = {str(row.pk): index for index, row in enumerate(known)}
        return tuple(places.get(item.key or "") for item in shown.items)
    return match_items(marks, [mark_of(item) for item in shown.items])


def _new_item(meeting: Meeting, item: ReadItem) -> AgendaItem:
    if item.key is None:
        return AgendaItem(meeting=meeting)
    return AgendaItem(meeting=meeting, pk=UUID(item.key))


def _write_written(row: AgendaItem, item: ReadItem) -> None:
    if item.key is None:
        return
    for name in _WRITTEN_TEXTS:
        setattr(row, name, getattr(item, name) or "")
    row.absent, row.disqualified = list(item.absent), list(item.disqualified)
    row.dissents = [{"by": one.by, "text": one.text} for one in item.dissents]


def _recommendations(
    item: AgendaItem, read: Sequence[ReadRecommendation], parent: Recommendation | None = None
) -> Iterator[Recommendation]:
    for position, one in enumerate(read):
        row = Recommendation(
            item=item,
            parent=parent,
            position=position,
            label=one.label[:40] if one.label is not None else None,
            text=one.text,
            outcome=one.outcome,
            remark=one.remark,
            source=span_to_json(one.source),
        )
        yield row
        yield from _recommendations(item, one.children, row)


def _decision(row: AgendaItem, item: ReadItem) -> list[Decision]:
    if item.decision is None:
        return []
    return [
        Decision(
            item=row,
            body_name=item.decision.body[:200] if item.decision.body else None,
            date=iso_day(item.decision.date),
            text=item.decision.text,
            outcome=item.decision.outcome,
            source=span_to_json(item.decision.source),
        )
    ]


def _sections(row: AgendaItem, item: ReadItem) -> list[ItemSection]:
    return [
        ItemSection(
            item=row,
            position=position,
            kind=section.kind,
            heading=section.heading,
            text=section.text,
            blocks=blocks_to_json(section.blocks),
            source=span_to_json(section.source),
        )
        for position, section in enumerate(item.sections)
    ]


def _votes(row: AgendaItem, item: ReadItem) -> list[Vote]:
    return [
        Vote(
            item=row,
            position=position,
            on=vote.on,
            in_favour=vote.in_favour,
            against=vote.against,
            abstain=vote.abstain,
            result=vote.result,
            names=names_to_json(vote),
            source=span_to_json(vote.source),
        )
        for position, vote in enumerate(item.votes)
    ]


def _earlier(row: AgendaItem, item: ReadItem) -> list[EarlierDecision]:
    return [
        EarlierDecision(
            item=row,
            position=position,
            body_name=one.body[:200] if one.body else None,
            date=iso_day(one.date),
            text=one.text,
            source=span_to_json(one.source),
        )
        for position, one in enumerate(item.earlier_decisions)
    ]


def _attachments(row: AgendaItem, item: ReadItem) -> list[Attachment]:
    return [
        Attachment(
            item=row,
            position=position,
            title=one.title,
            sha256=one.sha256,
            media_type=one.media_type,
            size=one.size,
            publish=one.publish,
            source=span_to_json(one.source),
        )
        for position, one in enumerate(item.attachments)
    ]


def _write_details(pairs: Sequence[tuple[AgendaItem, ReadItem]]) -> None:
    """Insert table by table, so that ten thousand items are some dozens of statements."""
    ItemSection.objects.bulk_create((one for pair in pairs for one in _sections(*pair)), batch_size=_BATCH)
    Decision.objects.bulk_create((one for pair in pairs for one in _decision(*pair)), batch_size=_BATCH)
    Vote.objects.bulk_create((one for pair in pairs for one in _votes(*pair)), batch_size=_BATCH)
    EarlierDecision.objects.bulk_create((one for pair in pairs for one in _earlier(*pair)), batch_size=_BATCH)
    Attachment.objects.bulk_create((one for pair in pairs for one in _attachments(*pair)), batch_size=_BATCH)
    Recommendation.objects.bulk_create(
        (one for row, item in pairs for one in _recommendations(row, item.recommendations)), batch_size=_BATCH
    )


def _write_suggestions(meeting: Meeting, pairs: Sequence[tuple[AgendaItem, ReadItem]]) -> None:
    """Answered suggestions stay as they were answered; open ones follow the reading."""
    everything = SuggestedObligation.objects.filter(item__meeting=meeting)
    everything.filter(state=SuggestionState.OPEN).delete()
    answered = {(one.item_id, folded(one.text)) for one in everything}
    SuggestedObligation.objects.bulk_create(
        [
            SuggestedObligation(
                item=row,
                position=position,
                text=one.text,
                owner_text=(one.owner or "")[:200],
                to_body=(one.to_body or "")[:200],
                due=(one.due or "")[:10],
                due_text=(one.due_text or "")[:200],
                due_inferred=one.due_inferred,
                source=span_to_json(one.source),
            )
            for row, item in pairs
            for position, one in enumerate(item.obligations)
            if (row.id, folded(one.text)) not in answered
        ],
        batch_size=_BATCH,
    )
