"""The sums that are protected and published inside the batch, and the plan each of them follows. The measures' figures are made of them."""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.personnel.rules.disclosure.primary import Kind
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Component, Disclosure, Measure, Population


class Table(StrEnum):
    """Whose columns a sum is over."""

    STOCK = "stock"
    FLOW = "flow"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of one component over one population.

    `only` leaves out the columns where that component is 0. `also` are the further components that no person may dominate, and
    `beside` those that are published in the same places by the same plan. `together` is how many sums tell of the same thing.
    `inside` is the sum whose places this one keeps within.
    """

    population: Population
    component: Component
    table: Table
    disclosure: Disclosure
    kind: Kind
    only: Component | None = None
    also: tuple[Component, ...] = ()
    beside: tuple[Component, ...] = ()
    together: int = 1
    inside: str = ""

    @property
    def name(self) -> str:
        """The sum's own name."""
        return name_of(self.population, self.component)

    @property
    def is_open(self) -> bool:
        """True for what everybody may count, but for how it is split."""
        return self.disclosure is Disclosure.OPEN

    @property
    def is_audited(self) -> bool:
        """True where cells are left out so that they protect each other."""
        return self.disclosure is not Disclosure.PROTECTED_STOCK


def name_of(population: Population, component: Component) -> str:
    """Return the name of the sum of a component."""
    return f"{population.value}.{component.value}"


_ORDINARY, _MONTHLY = Population.ORDINARY, Population.MONTHLY
_OPEN, _FLOW, _STOCK = Disclosure.OPEN, Disclosure.PROTECTED_FLOW, Disclosure.PROTECTED_STOCK
HEADS = name_of(_ORDINARY, Component.HEADS)
SICK = name_of(_MONTHLY, Component.SICK_UNITS)
SHORT = name_of(_MONTHLY, Component.SHORT_SICK_UNITS)
LONG = name_of(_MONTHLY, Component.LONG_SICK_UNITS)
# Counts first: what is split by what people are is shown only where the number of them is.
SUMS: tuple[Sum, ...] = (
    # People and their hours tell of each other.
    Sum(_ORDINARY, Component.HEADS, Table.STOCK, _OPEN, Kind.COUNT, Component.HEADS, together=2),
    Sum(Population.EXTRAORDINARY, Component.HEADS, Table.STOCK, _OPEN, Kind.COUNT, Component.HEADS),
    Sum(Population.APPRENTICES, Component.HEADS, Table.STOCK, _OPEN, Kind.COUNT, Component.HEADS),
    Sum(_ORDINARY, Component.HOURS, Table.STOCK, _OPEN, Kind.TOTAL, together=2, inside=HEADS),
    Sum(_ORDINARY, Component.AGE_MONTHS, Table.STOCK, _STOCK, Kind.AVERAGE, Component.AGED_HEADS, inside=HEADS),
    Sum(_ORDINARY, Component.HEADS_60_PLUS, Table.STOCK, _STOCK, Kind.SHARE, Component.AGED_HEADS, inside=HEADS),
    Sum(_ORDINARY, Component.NEW_HEADS, Table.STOCK, _STOCK, Kind.SHARE, Component.HEADS, inside=HEADS),
    Sum(_ORDINARY, Component.ADMINISTRATIVE_HOURS, Table.STOCK, _STOCK, Kind.TOTAL, inside=HEADS),
    Sum(_MONTHLY, Component.HOURS, Table.STOCK, _STOCK, Kind.AVERAGE, inside=HEADS),
    Sum(_MONTHLY, Component.FULL_TIME_HEADS, Table.STOCK, _STOCK, Kind.SHARE, Component.HEADS, inside=HEADS),
    Sum(_MONTHLY, Component.PAY_ORE, Table.STOCK, _STOCK, Kind.AVERAGE, Component.PAID_HOURS, inside=HEADS),
    Sum(
        *(_MONTHLY, Component.SICK_UNITS, Table.FLOW, _FLOW, Kind.TOTAL),
        also=(Component.SICK_DAYS_100,),
        beside=(Component.SICK_DAYS_100,),
        together=3,
        inside=HEADS,
    ),
    # Long absence is all less short, never a third sum of its own; both must be safe where either is shown.
    Sum(
        *(_MONTHLY, Component.SHORT_SICK_UNITS, Table.FLOW, _FLOW, Kind.TOTAL),
        also=(Component.LONG_SICK_UNITS,),
        together=3,
        inside=SICK,
    ),
    # What came less what left is the known change in headcount, so the two tell of each other.
    Sum(_ORDINARY, Component.JOINED, Table.AFTER, _FLOW, Kind.SHARE, together=2, inside=HEADS),
    Sum(_ORDINARY, Component.LEFT, Table.BEFORE, _FLOW, Kind.SHARE, together=2, inside=HEADS),
    Sum(_ORDINARY, Component.MOVED, Table.BEFORE, _FLOW, Kind.SHARE, inside=HEADS),
    Sum(
        *(_ORDINARY, Component.RETIRED_AGE_MONTHS, Table.BEFORE, _FLOW, Kind.AVERAGE),
        only=Component.RETIRED,
        inside=HEADS,
    ),
)
BY_NAME = {one.name: one for one in SUMS} | {
    name_of(one.population, component): one for one in SUMS for component in one.beside
}

OPEN = frozenset(one.name for one in SUMS if one.disclosure is Disclosure.OPEN)


def sums_above(measure: Measure) -> tuple[str, ...]:
    """Return the sums that a measure's numerator is made of."""
    return tuple(name_of(measure.population, component) for component in measure.numerator)


def below_of(one: Sum) -> tuple[Component, ...]:
    """Return the components that stand below the line of some measure whose numerator follows this sum's plan."""
    names = {one.component, *one.beside}
    names |= {Component.LONG_SICK_UNITS} if one.component is Component.SHORT_SICK_UNITS else set()
    found = {
        component
        for measure in MEASURES.values()
        if measure.population is one.population and names & set(measure.numerator)
        for component in measure.denominator
    }
    tables = {Table.BEFORE: {Component.HEADS_BEFORE, Component.RETIRED}, Table.AFTER: {Component.HEADS_AFTER}}
    moving = {Component.HEADS_BEFORE, Component.RETIRED, Component.HEADS_AFTER}
    own = tables.get(one.table)
    return tuple(sorted(found & own if own is not None else found - moving - {Component.SICK_UNITS}))


def is_movement(one: Sum) -> bool:
    """Return True when people are counted between two censuses, by the year alone."""
    return one.table in {Table.BEFORE, Table.AFTER}
