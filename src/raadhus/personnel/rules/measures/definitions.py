"""What a measure is: whole numbers that are added up, and one way to make a figure of them (docs/rules/personnel.md)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from raadhus.kernel.sources import Dated
from raadhus.kernel.words import said


class Component(StrEnum):
    """A whole number of a cell that is added over people, units and months; nothing else leaves an engine.

    Hours are hundredths of an hour a week, ages whole months, pay øre a month. Absence is in five-hundredths of an hour: hundredths of the
    agreed week times working days, since a working day is a fifth of the week. 3,700 of them are one full day's work (7.4 hours).
    """

    HEADS = "heads"
    HOURS = "hours"
    FULL_TIME_HEADS = "full_time_heads"
    AGED_HEADS = "aged_heads"
    AGE_MONTHS = "age_months"
    HEADS_60_PLUS = "heads_60_plus"
    PAY_ORE = "pay_ore"
    PAID_HOURS = "paid_hours"
    NEW_HEADS = "new_heads"
    ADMINISTRATIVE_HOURS = "administrative_hours"
    HEADS_BEFORE = "heads_before"
    HEADS_AFTER = "heads_after"
    JOINED = "joined"
    LEFT = "left"
    MOVED = "moved"
    ARRIVED = "arrived"
    DEPARTED = "departed"
    RETIRED = "retired"
    RETIRED_AGE_MONTHS = "retired_age_months"
    SICK_UNITS = "sick_units"
    SHORT_SICK_UNITS = "short_sick_units"
    LONG_SICK_UNITS = "long_sick_units"
    SICK_DAYS_100 = "sick_days_100"
    POSSIBLE_UNITS = "possible_units"


FULL_WEEK = 3700
MONTHS_A_YEAR = 12


class Population(StrEnum):
    """Whose employments a measure counts; `label` is Danish."""

    ORDINARY = "ordinary"
    MONTHLY = "monthly"
    EXTRAORDINARY = "extraordinary"
    APPRENTICES = "apprentices"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _POPULATION_LABELS[self]


class Unit(StrEnum):
    """What a figure is counted in; `label` is the Danish word behind the figure."""

    PERSONS = "persons"
    FULL_TIME = "full_time"
    PERCENT = "percent"
    DAYS = "days"
    YEARS = "years"
    KRONER = "kroner"

    @property
    def label(self) -> str:
        """The Danish word."""
        return _UNIT_LABELS[self]


class Disclosure(StrEnum):
    """How a figure about few people is protected."""

    OPEN = "A"
    PROTECTED_FLOW = "B"
    PROTECTED_STOCK = "C"
    BREAKDOWN = "D"


class Basis(StrEnum):
    """Where the whole numbers are taken: on a reference day, through the days of a month, or between two censuses."""

    STOCK = "stock"
    FLOW = "flow"
    MOVEMENT = "movement"


class Months(StrEnum):
    """What the number of months in a period does: nothing (it cancels), an average a month, or a sum through the period a head."""

    CANCEL = "cancel"
    AVERAGE = "average"
    SUM = "sum"


class Mark(StrEnum):
    """How sure an assumption is: our interpretation, or something that no source was found for."""

    INTERPRETATION = "I"
    UNVERIFIED = "U"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something a figure rests on that the sources do not settle, as one Danish sentence; it is shown with the figure."""

    mark: Mark
    text: str

    @property
    def explained(self) -> str:
        """The sentence in the reader's language."""
        return said(self.text)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published definition that the figure may be held against, by `source` and `definition` as reference values carry them."""

    source: str
    definition: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From this day figures are not counted quite as before, and why, in Danish. `source` empty means every source."""

    day: date
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: its sums of components above and below the line, and all that a reader may ask about it.

    `versions` holds the number of the definition in force from each day, with its source. `persons` is the component that says how many
    people stand behind the figure.
    """

    key: str
    name: str
    definition: str
    unit: Unit
    decimals: int
    population: Population
    basis: Basis
    disclosure: Disclosure
    persons: Component
    numerator: tuple[Component, ...]
    denominator: tuple[Component, ...] = ()
    scale: Fraction = Fraction(1)
    months: Months = Months.CANCEL
    versions: Dated[int] = field(kw_only=True)
    assumptions: tuple[Assumption, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()

    @property
    def title(self) -> str:
        """The name in the reader's language; `name` itself is Danish, for what is kept."""
        return said(self.name)

    @property
    def explained(self) -> str:
        """The definition in the reader's language; `definition` itself is Danish, what is kept, and the one that counts."""
        return said(self.definition)

    @property
    def components(self) -> tuple[Component, ...]:
        """Every component that the figure needs, each once."""
        return tuple(dict.fromkeys((*self.numerator, *self.denominator, self.persons)))


_POPULATION_LABELS = {
    Population.ORDINARY: "ordinært ansatte, måneds- og timelønnede",
    Population.MONTHLY: "ordinært månedslønnede",
    Population.EXTRAORDINARY: "ekstraordinært ansatte (fleksjob og løntilskud)",
    Population.APPRENTICES: "elever",
}
_UNIT_LABELS = {
    Unit.PERSONS: "personer",
    Unit.FULL_TIME: "årsværk",
    Unit.PERCENT: "%",
    Unit.DAYS: "dage",
    Unit.YEARS: "år",
    Unit.KRONER: "kr.",
}
