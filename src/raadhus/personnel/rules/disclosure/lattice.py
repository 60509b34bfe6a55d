"""The closed lattice: every figure that can be asked for, and nothing else.

An address is an organisation unit of a named version of the organisation, a period of a fixed ladder, at most one breakdown out of a
fixed list, and a measure. There are no free filters and no free ranges of days: two filters at once make almost every person
computable (docs/rules/personnel-disclosure.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, total_ordering

from raadhus.kernel.errors import WrongInput

MONTHS_OF_A_YEAR = 12


class Step(StrEnum):
    """How long a period is; `label` is Danish."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many calendar months one period has."""
        return _MONTHS[self]

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _STEP_LABELS[self]


_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}
_STEP_LABELS = {Step.MONTH: "måned", Step.QUARTER: "kvartal", Step.YEAR: "år"}


@total_ordering
@dataclass(frozen=True, slots=True)
class Term:
    """One period of the ladder: the `number`th month, quarter or year (always 1) of a year."""

    year: int
    step: Step
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= MONTHS_OF_A_YEAR // self.step.months:
            raise WrongInput(f"{self.number} er ikke et nummer på en periode af typen {self.step.label}.")

    def __lt__(self, other: "Term") -> bool:
        return self._order < other._order

    def __str__(self) -> str:
        mark = {Step.MONTH: f"-{self.number:02}", Step.QUARTER: f"K{self.number}", Step.YEAR: ""}[self.step]
        return f"{self.year}{mark}"

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.step.months, self.number

    def months(self) -> tuple["Term", ...]:
        """Return the calendar months that it is made of."""
        first = (self.number - 1) * self.step.months
        return tuple(Term(self.year, Step.MONTH, first + place + 1) for place in range(self.step.months))

    def overlaps(self, other: "Term") -> bool:
        """Return True when the two share a month."""
        return bool(set(self.months()) & set(other.months()))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A unit of a version of the organisation, whole (breakdown and value empty) or one value of one breakdown.

    `merged` marks the siblings of a parent that are too small to be shown alone, as one: then `unit` is the parent's.
    """

    version: str
    unit: str
    breakdown: str = ""
    value: str = ""
    merged: bool = False

    def __post_init__(self) -> None:
        if bool(self.breakdown) != bool(self.value):
            raise WrongInput("En opdeling kræver en værdi, og en værdi kræver en opdeling.")


@dataclass(frozen=True, slots=True)
class Address:
    """What one published figure is about: where, when and which measure."""

    place: Place
    term: Term
    measure: str

    def __str__(self) -> str:
        place = self.place
        parts = (place.version, place.unit, place.breakdown, place.value, "merged" if place.merged else "")
        return "|".join((*parts, str(self.term), self.measure))


@dataclass(frozen=True)
class Tree:
    """One version of the organisation: each unit's parent, None for the one at the top. Raises WrongInput on anything but one tree."""

    version: str
    parents: Mapping[str, str | None]

    def __post_init__(self) -> None:
        tops = [unit for unit, parent in self.parents.items() if parent is None]
        if len(tops) != 1:
            raise WrongInput(f"Organisationen {self.version} skal have én øverste enhed; den har {len(tops)}.")
        for unit, parent in self.parents.items():
            if parent is not None and parent not in self.parents:
                raise WrongInput(f"Enheden {unit} ligger under {parent}, som ikke findes i {self.version}.")
        if len(self.order) != len(self.parents):
            raise WrongInput(f"Organisationen {self.version} går i ring.")

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The units right below each unit, in a fixed order."""
        found: dict[str, list[str]] = {unit: [] for unit in self.parents}
        for unit, parent in sorted(self.parents.items()):
            if parent is not None:
                found[parent].append(unit)
        return {unit: tuple(below) for unit, below in found.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The units so that everything below a unit follows right after it."""
        waiting = [unit for unit, parent in self.parents.items() if parent is None]
        found: list[str] = []
        while waiting:
            found.append(waiting.pop())
            waiting += reversed(self.children[found[-1]])
        return tuple(found)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Each unit's place in `order`."""
        return {unit: place for place, unit in enumerate(self.order)}

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """How many units lie above each unit."""
        found: dict[str, int] = {}
        for unit in self.order:
            parent = self.parents[unit]
            found[unit] = 0 if parent is None else found[parent] + 1
        return found

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many units there are in each unit's branch, itself counted."""
        found = dict.fromkeys(self.order, 1)
        for unit in reversed(self.order):
            parent = self.parents[unit]
            if parent is not None:
                found[parent] += found[unit]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """What may be asked for: the versions of the organisation, the breakdowns with their values, the measures and the years."""

    trees: Sequence[Tree]
    breakdowns: Mapping[str, Sequence[str]]
    measures: Sequence[str]
    years: range

    def places(self) -> Iterator[Place]:
        """Yield every place, in a fixed order."""
        for tree in self.trees:
            for unit in tree.order:
                yield Place(tree.version, unit)
                for breakdown, values in self.breakdowns.items():
                    yield from (Place(tree.version, unit, breakdown, value) for value in values)

    def require(self, address: Address) -> None:
        """Raise WrongInput, with a Danish sentence, for everything that is not an address of the lattice."""
        place = address.place
        tree = next((one for one in self.trees if one.version == place.version), None)
        if tree is None:
            raise WrongInput(f"Organisationen {place.version} findes ikke blandt tallene.")
        if place.unit not in tree.parents:
            raise WrongInput(f"Enheden {place.unit} findes ikke i organisationen {place.version}.")
        if place.breakdown and place.value not in self.breakdowns.get(place.breakdown, ()):
            raise WrongInput(f"Tallene opdeles ikke på {place.breakdown} = {place.value}.")
        if address.measure not in self.measures:
            raise WrongInput(f"Målet {address.measure} findes ikke.")
        if address.term.year not in self.years:
            raise WrongInput(f"Der er ingen tal for {address.term.year}.")
