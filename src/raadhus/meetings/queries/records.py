"""From tables to `MeetingRecord`: the one conversion. What comes out is undisclosed and stays inside this package.

Views, API, search, feeds and exports get disclosed objects from the other files here; only actions that must judge the
whole meeting (the gate before publication) ask for records.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from raadhus.core.documents.text import blocks_from_json
from raadhus.meetings.models import (
    AgendaItem,
    Attachment,
    EarlierDecision,
    ItemSection,
    Meeting,
    MinutesStatement,
    Recommendation,
    Vote,
)
from raadhus.meetings.queries.additions import additions_of, additions_to
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Dissent, Kind, SectionKind
from raadhus.meetings.rules.record import (
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
    VoteRecord,
)
from raadhus.meetings.rules.states import standing
from raadhus.meetings.rules.written_parts import names_from_json


def whole_items(items: QuerySet[AgendaItem]) -> QuerySet[AgendaItem]:
    """Return the items with everything under them, in as many queries as there are tables."""
    return (
        items.filter(is_current=True)
        .order_by("position")
        .select_related("decision")
        .defer("source", "decision__source")
        .prefetch_related(
            # A page shows no spans: decoding them took half of the time that a large meeting needs. Plain lists, because a
            # queryset for each row and table took much of the rest.
            Prefetch("sections", ItemSection.objects.order_by("position").defer("source", "text"), "shown_sections"),
            Prefetch("recommendations", Recommendation.objects.order_by("position").defer("source"), "shown_asked"),
            Prefetch("votes", Vote.objects.order_by("position").defer("source"), "shown_votes"),
            Prefetch(
                "earlier_decisions", EarlierDecision.objects.order_by("position").defer("source"), "shown_earlier"
            ),
            Prefetch("attachments", Attachment.objects.order_by("position").defer("source"), "shown_attachments"),
        )
    )


def records(meetings: QuerySet[Meeting]) -> list[MeetingRecord]:
    """Return the records of the meetings, in the order of the query."""
    loaded = meetings.select_related("body").prefetch_related(
        Prefetch("items", whole_items(AgendaItem.objects.all()), to_attr="whole")
    )
    every = list(loaded)
    added = additions_to(meeting.pk for meeting in every)
    return [record_of(one, getattr(one, "whole"), added.get(one.pk, ())) for one in every]  # noqa: B009 - the prefetch names it


def record_of(
    meeting: Meeting, items: Iterable[AgendaItem], added: Sequence[MinutesStatement] | None = None
) -> MeetingRecord:
    """Return the record of one meeting from its loaded items, with what was `added` to it (looked up when not given)."""
    body = meeting.body
    whole = tuple(item_record(item) for item in items)
    added = additions_to([meeting.pk]).get(meeting.pk, ()) if added is None else added
    where = standing(
        confirmed=meeting.confirmed_reading_id,
        newest=meeting.newest_reading_id,
        is_published=meeting.published_at is not None,
    )
    return MeetingRecord(
        id=str(meeting.id),
        body=body.name,
        body_slug=body.key,
        municipality=body.municipality or None,
        kind=Kind(meeting.kind),
        date=meeting.date,
        start_time=meeting.start_time or None,
        end_time=meeting.end_time or None,
        place=meeting.place or None,
        participants=tuple(meeting.participants),
        absent=tuple(meeting.absent),
        items=whole,
        status=where.status.value,
        published=meeting.published_at is not None and body.is_public,
        additions=additions_of(added, [item.id for item in whole]),
    )


def item_record(item: AgendaItem) -> ItemRecord:
    """Return the record of one item that `whole_items` loaded."""
    decision = getattr(item, "decision", None)
    whole: Any = item  # the lists that the prefetches name
    return ItemRecord(
        id=str(item.id),
        number=item.number or None,
        title=item.title,
        case_number=item.case_number or None,
        closed=item.closed,
        public_title=item.public_title or None,
        public_decision=item.public_decision or None,
        sections=tuple(
            SectionRecord(SectionKind(one.kind), one.heading, blocks_from_json(one.blocks))
            for one in whole.shown_sections
        ),
        recommendations=_tree(whole.shown_asked),
        decision=DecisionRecord(decision.body_name, decision.date, decision.text, _outcome(decision.outcome))
        if decision
        else None,
        votes=tuple(map(_vote, whole.shown_votes)),
        earlier_decisions=tuple(DecisionRecord(one.body_name, one.date, one.text) for one in whole.shown_earlier),
        attachments=tuple(
            AttachmentRecord(one.title, one.sha256, one.publish, one.media_type, one.size)
            for one in whole.shown_attachments
        ),
        absent=tuple(item.absent),
        disqualified=tuple(item.disqualified),
        dissents=tuple(Dissent(one["by"], one["text"]) for one in item.dissents),
        legal_ground=item.legal_ground or None,
        late_reason=item.late_reason or None,
    )


def _vote(row: Vote) -> VoteRecord:
    names = names_from_json(row.names)
    sides = (names.get(f"{side}_names", ()) for side in ("in_favour", "against", "abstain"))
    return VoteRecord(row.on, row.in_favour, row.against, row.abstain, _outcome(row.result), *sides)


def outline_record(item: AgendaItem) -> ItemRecord:
    """Return what a table of contents needs of an item, from its row alone: nothing that lies under it is fetched."""
    return ItemRecord(
        id=str(item.id),
        number=item.number or None,
        title=item.title,
        case_number=item.case_number or None,
        closed=item.closed,
        public_title=item.public_title or None,
        public_decision=item.public_decision or None,
    )


def outlined(meeting: Meeting, is_whole: Callable[[int, AgendaItem], bool]) -> MeetingRecord:
    """Return a meeting of which only some items are whole, chosen by place (from 0) and row; the others are outlines.

    For pages that show one item and the way to the others. It is as many queries for three items as for three hundred.
    """
    rows = list(AgendaItem.objects.filter(meeting=meeting, is_current=True).defer("source").order_by("position"))
    wanted = {row.pk for place, row in enumerate(rows) if is_whole(place, row)}
    whole = {row.pk: row for row in whole_items(AgendaItem.objects.filter(pk__in=wanted))}
    record = record_of(meeting, (), ())
    items = tuple(item_record(whole[row.pk]) if row.pk in whole else outline_record(row) for row in rows)
    added = additions_of(additions_to([meeting.pk]).get(meeting.pk, ()), [item.id for item in items])
    return replace(record, items=items, additions=added)


def _outcome(value: str | None) -> Outcome | None:
    return Outcome(value) if value else None


def _tree(rows: Sequence[Recommendation]) -> tuple[RecommendationRecord, ...]:
    below: dict[UUID | None, list[Recommendation]] = defaultdict(list)
    for row in rows:
        below[row.parent_id].append(row)

    def branch(parent: UUID | None) -> tuple[RecommendationRecord, ...]:
        return tuple(
            RecommendationRecord(row.label, row.text, branch(row.id), _outcome(row.outcome), row.remark)
            for row in below[parent]
        )

    return branch(None)
