"""The annual wheel: what comes round in a year, laid out by month and body (docs/rules/obligations.md)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadhus.core.obligations.rules.recurrence import MONTHS

MOST_IN_CELL = 6


class Kind(StrEnum):
    """What is in the wheel; `label` is Danish."""

    PRESENTED = "presented"
    LOOKED_AT = "looked_at"
    DUE = "due"
    REVIEW = "review"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _KIND_LABELS[self]


class Mark(StrEnum):
    """How it stands on the day the wheel is read; `label` is Danish."""

    PLANNED = "planned"
    PROPOSED = "proposed"
    SUSPENDED = "suspended"
    LATE = "late"
    FIRED = "fired"
    NOT_MET = "not_met"
    MISSING = "missing"
    SKIPPED = "skipped"
    DONE = "done"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _MARK_LABELS[self]


_KIND_LABELS = {
    Kind.PRESENTED: "Forelægges",
    Kind.LOOKED_AT: "Tallet ses efter",
    Kind.DUE: "Frist",
    Kind.REVIEW: "Fornyet overvejelse",
}
_MARK_LABELS = {
    Mark.PLANNED: "Planlagt",
    Mark.PROPOSED: "Kun foreslået",
    Mark.SUSPENDED: "I bero",
    Mark.LATE: "Over tiden",
    Mark.FIRED: "Sat i gang",
    Mark.NOT_MET: "Ingen anledning",
    Mark.MISSING: "Tallet mangler",
    Mark.SKIPPED: "Sprunget over",
    Mark.DONE: "Færdig",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the year: the day, what it is, how it stands, its name, whose it is, and its page.

    `outward` is what may be said of it where anyone might read it.
    """

    key: str
    day: date
    kind: Kind
    mark: Mark
    label: str
    outward: str
    body: str
    owner: str
    url: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a body has in a month, in order of day; `more` are those that a small table leaves out."""

    body: str
    entries: tuple[Entry, ...]

    @property
    def shown(self) -> tuple[Entry, ...]:
        """Those that a small table shows."""
        return self.entries[:MOST_IN_CELL]

    @property
    def more(self) -> int:
        """How many it leaves out."""
        return max(0, len(self.entries) - MOST_IN_CELL)


@dataclass(frozen=True, slots=True)
class Month:
    """A month with a cell for each body."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """How many things it has."""
        return sum(len(cell.entries) for cell in self.cells)


def bodies_of(entries: Collection[Entry]) -> tuple[str, ...]:
    """Return the bodies that have something, by name; what belongs to none comes last."""
    names = {entry.body for entry in entries}
    return (*sorted(names - {""}), *([""] if "" in names else []))


def laid_out(entries: Sequence[Entry], bodies: Sequence[str]) -> tuple[Month, ...]:
    """Return the twelve months, each with a cell for each of the bodies. Every entry of a body stands in exactly one cell."""
    kept: dict[tuple[int, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.day, one.label, one.key)):
        kept.setdefault((entry.day.month, entry.body), []).append(entry)
    return tuple(
        Month(number, tuple(Cell(body, tuple(kept.get((number, body), ()))) for body in bodies))
        for number in range(1, MONTHS + 1)
    )
