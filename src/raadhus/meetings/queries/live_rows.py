"""What the page of live minutes shows: plain values, made by `queries/live_minutes.py`."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.meetings.models import Sitting
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.presence import Attendee
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.ui.listing import Link

# Chooses every recommendation of the item at once.
EVERY = "alle"


@dataclass(frozen=True, slots=True)
class LiveRow:
    """One item in the list at the side. `minutes` is the time used, None before it is begun."""

    id: str
    number: str
    title: str
    url: str
    is_decided: bool
    is_running: bool
    is_closed: bool
    minutes: int | None
    estimated: int | None
    here: bool


@dataclass(frozen=True, slots=True)
class LiveRecommendation:
    """One recommendation with what it was given; `key` is the key that chooses it, for the first nine."""

    id: str
    label: str
    text: str
    depth: int
    given: Given | None
    is_final: bool
    url: str
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """An outcome that may be given, and its key."""

    outcome: Outcome
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SaidOtherwise:
    """A recommendation about which text and code differ, in the reader's language."""

    label: str
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class LivePromise:
    """Something ordered: what, who, when; `is_whole` False without owner or due date."""

    position: int
    text: str
    owner: str
    due: str
    to_body: str
    rhythm: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class LiveVote:
    """A vote that was taken, as a sentence."""

    position: int
    sentence: str
    passes: bool


@dataclass(frozen=True, slots=True)
class LiveDissent:
    """A dissent that was demanded."""

    position: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """One who came, and whether they were out of the room for the item."""

    key: str
    name: str
    absent: bool
    disqualified: bool
    entitled: bool


@dataclass(frozen=True, slots=True)
class LiveItem:
    """The item that is being written. `chosen` are the ids that the next outcome goes to; `given` what the first of them has."""

    id: str
    number: str
    title: str
    case_number: str
    is_closed: bool
    revision: int
    is_decided: bool
    decided_by: str
    started: str
    ended: str
    minutes: int | None
    estimated: int | None
    recommendations: Sequence[LiveRecommendation]
    chosen: Sequence[str]
    chosen_label: str
    given: Given | None
    needs_words: bool
    choices: Sequence[Choice]
    text: str
    generated: str
    is_own_words: bool
    public_decision: str
    kept_reason: str
    note: str
    differences: Sequence[SaidOtherwise]
    obstacles: Sequence[str]
    promises: Sequence[LivePromise]
    votes: Sequence[LiveVote]
    dissents: Sequence[LiveDissent]
    people: Sequence[Person]
    has_votes: bool
    has_dissents: bool
    may_recommend_to: str
    can_undo: bool
    went_on: Sequence[str]
    previous_url: str
    next_url: str


@dataclass(frozen=True, slots=True)
class LivePage:
    """The whole page. `item` is None for a meeting without items."""

    sitting: Sitting
    tabs: Sequence[Link]
    items: Sequence[LiveRow]
    item: LiveItem | None
    people: Sequence[Attendee]
    substitutes: Sequence[tuple[str, str]]
    waiting_cases: Sequence[tuple[str, str]]
    minutes: int
    estimated: int
    undecided: Sequence[str]
    without_owner: int
    can_open: bool
    in_session: bool
    can_reopen: bool
