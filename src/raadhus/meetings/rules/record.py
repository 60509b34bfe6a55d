"""A meeting in full, undisclosed, as it is filled from the tables.

Nothing that prints, sends or indexes may take a record. It first goes through `disclosure.disclose`.
"""

from dataclasses import dataclass
from datetime import date

from raadhus.core.documents.text import Block
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Dissent, Kind, SectionKind


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
