"""A meeting in full, undisclosed: what the meetings app fills from its tables and what an imported reading becomes.

Nothing that prints, sends or indexes may take a record. It first goes through `disclosure.disclose`.
"""

from dataclasses import dataclass
from datetime import date

from raadhus.core.documents.text import Block
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Dissent, Kind, Reading, ReadItem, ReadRecommendation, ReadVote, SectionKind


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """One section of an item; `heading` is None where the text stands without one."""

    kind: SectionKind
    heading: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class RecommendationRecord:
    """One recommendation with what became of it; `outcome` and `remark` are None until the body has said."""

    label: str | None
    text: str
    children: tuple["RecommendationRecord", ...] = ()
    outcome: Outcome | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision of this body at this meeting, or of another body or meeting before it."""

    body: str | None
    date: date | None
    text: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """One vote; counts are None where nobody wrote them down."""

    on: str | None
    in_favour: int | None
    against: int | None
    abstain: int | None
    result: Outcome | None
    in_favour_names: tuple[str, ...] = ()
    against_names: tuple[str, ...] = ()
    abstain_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachmentRecord:
    """An attachment: its title, the content's SHA-256 when the file is kept here, and whether the public may have it."""

    title: str
    sha256: str | None = None
    publish: bool = False
    media_type: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What was added to signed minutes: they are never changed, a correction is a dated addition with its author.

    `item_id` is the item's, or None when the addition is about the whole meeting; one that is not `is_public` is for those
    who may see closed items.
    """

    item_id: str | None
    added_date: date
    author: str
    text: str
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One agenda item in full.

    `id` is stable and never shown for a closed item. `public_title` and `public_decision` are what somebody wrote for
    the public about a closed item; None means that nobody did. `absent` are those who were out of the room for this item,
    `disqualified` those of them who had to leave it.
    """

    id: str
    number: str | None
    title: str
    case_number: str | None
    closed: bool
    public_title: str | None = None
    public_decision: str | None = None
    sections: tuple[SectionRecord, ...] = ()
    recommendations: tuple[RecommendationRecord, ...] = ()
    decision: DecisionRecord | None = None
    votes: tuple[VoteRecord, ...] = ()
    earlier_decisions: tuple[DecisionRecord, ...] = ()
    attachments: tuple[AttachmentRecord, ...] = ()
    absent: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    legal_ground: str | None = None
    late_reason: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting in full. Times are "HH:MM". `status` is the meetings app's own word for how far it has come.

    `published` says whether the public may see it at all. There is no field for when the record was last changed: it
    would change with closed content and carry that out into the open.
    """

    id: str
    body: str | None
    body_slug: str
    municipality: str | None
    kind: Kind
    date: date | None
    start_time: str | None = None
    end_time: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    status: str = ""
    published: bool = False
    language: str = "da"
    additions: tuple[Addition, ...] = ()


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


def slug(text: str) -> str:
    """Return an ASCII name for files and addresses: "Børne- og Ungeudvalget" gives "boerne-og-ungeudvalget"."""
    spelled = text.casefold().translate(_DANISH)
    kept = "".join(character if character.isascii() and character.isalnum() else " " for character in spelled)
    return "-".join(kept.split()) or "moede"


_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "o", "ä": "a"})


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
