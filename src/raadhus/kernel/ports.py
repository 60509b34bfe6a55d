"""The few protocols by which one room serves another, and their registry.

A room registers its implementation when the house starts (its AppConfig.ready). A missing one is said on the screen, never
guessed: ask `registry.get(name)`, which answers None.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from raadhus.kernel.actors import Actor

_Implementation = TypeVar("_Implementation")


class Registry(Generic[_Implementation]):
    """Implementations of one port, by the name of the room that registered them."""

    def __init__(self) -> None:
        self._known: dict[str, _Implementation] = {}

    def register(self, name: str, implementation: _Implementation) -> None:
        """Register a room's implementation; the latest counts."""
        self._known[name] = implementation

    def get(self, name: str) -> _Implementation | None:
        """Return the implementation, or None when no room of that name has registered one."""
        return self._known.get(name)

    def forget(self, name: str) -> None:
        """Take a room's implementation out."""
        self._known.pop(name, None)

    def items(self) -> Iterator[tuple[str, _Implementation]]:
        """Yield name and implementation, by name."""
        return iter(sorted(self._known.items()))


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """Something a room has registered under a case number, such as an agenda item.

    `allowed` are access labels as in the search: the viewer needs at least one, and an entry without labels is seen by nobody.
    """

    date: date | None
    kind: str
    label: str
    url: str
    allowed: frozenset[str]


class CaseRegister(Protocol):
    """How a room tells what it holds under a case number."""

    def entries(self, case_number: str) -> Sequence[CaseEntry]:
        """Return what the room holds under the number, seen or not."""
        ...

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the access labels this viewer holds now."""
        ...


@dataclass(frozen=True, slots=True)
class CodedOutcome:
    """What became of one recommendation: its label ("1", "a"), its text, the outcome's code, and the body's remark."""

    label: str | None
    text: str
    outcome: str
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class CodedDecision:
    """What a body decided about a proposed case. `outcome` is the code of the whole; `url` leads to the agenda item."""

    body: str
    date: date
    text: str
    outcome: str
    outcomes: tuple[CodedOutcome, ...] = ()
    url: str = ""


class ProposalOrigin(Protocol):
    """A room that proposes cases, and takes the decision back."""

    def receive_decision(self, proposal_key: str, decision: CodedDecision, *, actor: Actor, now: datetime) -> None:
        """Let the room's own state follow the decision, in the caller's transaction. Raises DomainError when it cannot."""
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a room can tell: its key (unique in the house), its name, unit, source and definition, in Danish."""

    key: str
    label: str
    unit: str
    source: str
    definition: str


@dataclass(frozen=True, slots=True)
class FigureValue:
    """What a figure was: the value in its unit, the period it is about, its source, and the day it was worked out for."""

    value: int | Decimal
    unit: str
    period: str
    source: str
    as_of: date


class FigureSource(Protocol):
    """A room that tells figures, such as a share of absence. Standing decisions and the front page ask it."""

    def figures(self) -> Sequence[Figure]:
        """Return every figure that can be asked for."""
        ...

    def value(self, key: str, on: date) -> FigureValue | None:
        """Return what the figure was on a day, or None when it is not known: it is then said to be missing, never guessed."""
        ...


@dataclass(frozen=True, slots=True)
class Firing:
    """What a standing decision asks to have on a body's agenda.

    `due` is the day by which it is to be presented; `reason` is a Danish sentence with what brought it about (the figure and its
    threshold, or the recurrence). Of a `closed` one nothing but `public_label` may be shown to those who may not see closed
    matters. `template_key` names the text it is begun from, if any.
    """

    standing_key: str
    title: str
    text: str
    body: str
    due: date
    reason: str
    owner_key: str
    closed: bool
    public_label: str = ""
    template_key: str | None = None


@dataclass(frozen=True, slots=True)
class IntakeReceipt:
    """What became of a firing: the key, the name and the address of what was made of it."""

    key: str
    label: str
    url: str


class AgendaIntake(Protocol):
    """Who takes firings on to a body's agenda."""

    def receive(self, firing: Firing, *, actor: Actor, now: datetime) -> IntakeReceipt:
        """Make a draft case of the firing, in the caller's transaction. Raises DomainError when it cannot; nothing is then made."""
        ...


@dataclass(frozen=True, slots=True)
class OwnerlessDecision:
    """A decision that nobody answers for: no obligation with an owner came of it."""

    key: str
    label: str
    body: str
    date: date
    url: str


class DecisionFigures(Protocol):
    """Who knows the decisions that were made."""

    def without_owner(self, viewer: Actor, *, start: date, end: date, now: datetime) -> Sequence[OwnerlessDecision]:
        """Return the decisions of [start, end) that bind somebody and have no owner, as far as the viewer may see them."""
        ...


CASE_REGISTERS: Registry[CaseRegister] = Registry()
PROPOSAL_ORIGINS: Registry[ProposalOrigin] = Registry()
FIGURE_SOURCES: Registry[FigureSource] = Registry()
AGENDA_INTAKES: Registry[AgendaIntake] = Registry()
DECISION_FIGURES: Registry[DecisionFigures] = Registry()
