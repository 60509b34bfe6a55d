"""A reading: what a document says about one meeting, every value with the span of text that it came from.

The JSON form is DESIGN section 8 and docs/formats. What the text does not say is None or empty; what is inferred is marked inferred.
"""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.core.documents.text import Block
from raadhus.meetings.rules.outcomes import Outcome


class Kind(StrEnum):
    """What the document is."""

    AGENDA = "agenda"
    MINUTES = "minutes"


class SectionKind(StrEnum):
    """What a section of an item is about, whatever its heading is called."""

    BACKGROUND = "background"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"
    ECONOMY = "economy"
    PROCESS = "process"
    ATTACHMENTS = "attachments"
    EARLIER = "earlier"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch [start, end) of the source text in characters, with its page where pages exist."""

    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReadSection:
    """One section of an item: its kind, the heading as printed (None when text stands without one), text and blocks."""

    kind: SectionKind
    heading: str | None
    text: str
    blocks: tuple[Block, ...]
    source: Span


@dataclass(frozen=True, slots=True)
class ReadRecommendation:
    """One recommendation, perhaps with nested ones; `outcome` and `remark` are None where this body has not said."""

    label: str | None
    text: str
    children: tuple["ReadRecommendation", ...] = ()
    outcome: Outcome | None = None
    remark: str | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class ReadDecision:
    """This body's own decision at this meeting. `date` is ISO."""

    body: str | None
    date: str | None
    text: str
    outcome: Outcome | None
    source: Span


@dataclass(frozen=True, slots=True)
class ReadVote:
    """One vote; counts are None where the text does not give them."""

    on: str | None
    in_favour: int | None
    against: int | None
    abstain: int | None
    result: Outcome | None
    source: Span | None = None
    # Who voted how, where the body writes names; empty where it writes counts only.
    in_favour_names: tuple[str, ...] = ()
    against_names: tuple[str, ...] = ()
    abstain_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dissent:
    """What one who was outvoted demanded to have written in the minutes (styrelsesloven section 13)."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class EarlierDecision:
    """Another body's decision, or this body's at another meeting."""

    body: str | None
    date: str | None
    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class ReadObligation:
    """A promise found in the prose, for a person to confirm. `due` is "2025-08", "2025-Q3", "2025-08-14" or None."""

    text: str
    owner: str | None
    to_body: str | None
    due: str | None
    due_text: str | None
    due_inferred: bool
    source: Span


@dataclass(frozen=True, slots=True)
class ReadAttachment:
    """An attachment's title as printed; with its file where it is kept here, and whether the public may have it."""

    title: str
    source: Span
    sha256: str | None = None
    media_type: str | None = None
    size: int | None = None
    publish: bool = True


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One agenda item. `number` is as printed; `closed` when the text says so; closed fails closed.

    What follows after `obligations` is known only of an item that was written here: its lasting key, what the public is
    told when it is closed and the ground for closing it, why it came late, and who was out of the room or disqualified.
    """

    number: str | None
    title: str
    case_number: str | None
    closed: bool
    source: Span
    sections: tuple[ReadSection, ...] = ()
    recommendations: tuple[ReadRecommendation, ...] = ()
    decision: ReadDecision | None = None
    votes: tuple[ReadVote, ...] = ()
    earlier_decisions: tuple[EarlierDecision, ...] = ()
    attachments: tuple[ReadAttachment, ...] = ()
    obligations: tuple[ReadObligation, ...] = ()
    key: str | None = None
    public_title: str | None = None
    public_decision: str | None = None
    legal_ground: str | None = None
    late_reason: str | None = None
    absent: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()
    dissents: tuple[Dissent, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something that was not understood, with its span: nothing is half-read in silence."""

    code: str
    message: str
    source: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One meeting as the document has it. `date` is ISO, times are "HH:MM"."""

    file: str
    kind: Kind
    municipality: str | None
    body: str | None
    date: str | None
    start_time: str | None
    end_time: str | None
    place: str | None
    participants: tuple[str, ...]
    absent: tuple[str, ...]
    items: tuple[ReadItem, ...]
    warnings: tuple[ReadWarning, ...]
    # Spans of the header's values by field name ("date", "place", "participants" ...), for the review page.
    header_sources: tuple[tuple[str, Span], ...] = ()
    # Spans that were recognised and say nothing of their own: the table of contents, running heads, page chrome, dividers.
    set_aside: tuple[Span, ...] = ()
