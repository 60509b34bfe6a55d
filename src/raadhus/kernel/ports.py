"""The few protocols by which one room serves another, and their registry.

A room registers its implementation when the house starts (its AppConfig.ready). A missing one is said on the screen, never
guessed: ask `registry.get(name)`, which answers None.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
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


CASE_REGISTERS: Registry[CaseRegister] = Registry()
PROPOSAL_ORIGINS: Registry[ProposalOrigin] = Registry()
