"""The record of a reading without a database, so that writers and readers can be tested against each other."""

from datetime import date

from raadhus.kernel.danish import slug
from raadhus.meetings.rules.reading import Reading, ReadItem, ReadRecommendation, ReadVote
from raadhus.meetings.rules.record import (
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
    VoteRecord,
)


def record_from_reading(reading: Reading) -> MeetingRecord:
    """Return the record of an imported reading: unpublished, with ids by position, and every attachment for publication.

    An attachment's title was printed in the document itself, so it goes where the document goes; a closed item's never does.
    """
    return MeetingRecord(
        id=reading.file,
        body=reading.body,
        body_slug=slug(reading.body or "møde"),
        municipality=reading.municipality,
        kind=reading.kind,
        date=_day(reading.date),
        start_time=reading.start_time,
        end_time=reading.end_time,
        place=reading.place,
        participants=reading.participants,
        absent=reading.absent,
        items=tuple(_item(item, position) for position, item in enumerate(reading.items, start=1)),
        status="imported",
    )


def _item(item: ReadItem, position: int) -> ItemRecord:
    return ItemRecord(
        id=item.key or f"punkt-{position}",
        number=item.number,
        title=item.title,
        case_number=item.case_number,
        closed=item.closed,
        public_title=item.public_title,
        public_decision=item.public_decision,
        sections=tuple(SectionRecord(section.kind, section.heading, section.blocks) for section in item.sections),
        recommendations=tuple(map(_recommendation, item.recommendations)),
        decision=DecisionRecord(item.decision.body, _day(item.decision.date), item.decision.text, item.decision.outcome)
        if item.decision
        else None,
        votes=tuple(map(_vote, item.votes)),
        earlier_decisions=tuple(
            DecisionRecord(earlier.body, _day(earlier.date), earlier.text) for earlier in item.earlier_decisions
        ),
        attachments=tuple(
            AttachmentRecord(one.title, one.sha256, one.publish, one.media_type, one.size) for one in item.attachments
        ),
        absent=item.absent,
        disqualified=item.disqualified,
        dissents=item.dissents,
        legal_ground=item.legal_ground,
        late_reason=item.late_reason,
    )


def _vote(read: ReadVote) -> VoteRecord:
    counts = (read.in_favour, read.against, read.abstain)
    names = (read.in_favour_names, read.against_names, read.abstain_names)
    return VoteRecord(read.on, *counts, read.result, *names)


def _recommendation(read: ReadRecommendation) -> RecommendationRecord:
    children = tuple(map(_recommendation, read.children))
    return RecommendationRecord(read.label, read.text, children, read.outcome, read.remark)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
