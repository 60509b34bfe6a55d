"""The figures that a publication is made of, taken out of one release: nothing else is known to the one who writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.publication.outline import MOST_YEARS, Kind
from raadhus.personnel.rules.series import Break, breaks_of, is_one_series, since_last_break

# Where the unit of a slot is this, it is the centres too small to stand alone, as one.
MERGED = "*"
ABSENT = "Vises ikke: udgivelsen har ikke tallet."


class Slot(NamedTuple):
    """Where a figure stands: measure, year, month (0 for the year), breakdown with value, and unit ("" for the municipality)."""

    measure: str
    year: int
    month: int = 0
    breakdown: str = ""
    value: str = ""
    unit: str = ""


class Told(NamedTuple):
    """A figure as it is published, or the words that stand instead."""

    value: Decimal | None
    words: str = ""
    blurred: bool = False


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that one publication may tell. `centres` are the units below the top in the year, (key, label)."""

    kind: Kind
    year: int
    half: int
    place: str
    release: int
    told: Mapping[Slot, Told]
    centres: tuple[tuple[str, str], ...] = ()
    references: tuple[ReferenceValue, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    breaks: tuple[Break, ...] = ()

    def at(self, slot: Slot) -> Told:
        """Return what stands there; what the release does not hold says so."""
        return self.told.get(slot, Told(None, ABSENT))

    def before(self, now: Slot) -> Told:
        """Return the figure of the year before that a figure may be held against; none across a new series."""
        earlier = now._replace(year=now.year - 1)
        own = breaks_of(self.breaks, now.measure, now.breakdown)
        return self.at(earlier) if is_one_series(own, _term(earlier), _term(now)) else Told(None)

    def of_last_series(self, key: str, breakdown: str = "") -> tuple[int, ...]:
        """Return the years that are shown of a measure and are of one series with the last."""
        terms = [Term(year, Step.YEAR) for year in self.years]
        return tuple(term.year for term in since_last_break(breaks_of(self.breaks, key, breakdown), terms))

    @property
    def last_year(self) -> int:
        """The last whole year: the report of a first half has the year before."""
        return self.year - 1 if self.half == 1 else self.year

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are shown, up to the last whole one."""
        known = {slot.year for slot in self.told if not slot.month}
        return tuple(sorted(year for year in known if self.last_year - MOST_YEARS < year <= self.last_year))


def _term(slot: Slot) -> Term:
    return Term(slot.year, Step.MONTH, slot.month) if slot.month else Term(slot.year, Step.YEAR)
