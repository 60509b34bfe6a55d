"""The first rules: what a cell must be by itself, before it is held against all the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from raadhus.kernel.sources import rule
from raadhus.personnel.rules.disclosure.lattice import Place, Term
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population
from raadhus.personnel.rules.disclosure.settings import DST_THREE, HANDBOOK, OWN_CHOICE, Settings
from raadhus.personnel.rules.measures.definitions import Disclosure

_PERCENT = 100
_TWO = 2


class Kind(StrEnum):
    """What the sum becomes: a number of people, a sum, an average of the people behind it, or a share of them."""

    COUNT = "count"
    TOTAL = "total"
    AVERAGE = "average"
    SHARE = "share"


class Band(StrEnum):
    """What is said of a share when too few people have, or lack, what is counted; `words` is Danish."""

    UNDER = "under"
    OVER = "over"

    def words(self, least: int) -> str:
        """Return the Danish words that stand where the share would."""
        return f"færre end {least}" if self is Band.UNDER else f"alle undtagen færre end {least}"


class Hole(StrEnum):
    """Why nothing is shown."""

    TOO_FEW = "too_few"
    ONE_STANDS_OUT = "one_stands_out"
    PROTECTS = "protects"
    WAITS = "waits"


@dataclass(frozen=True)
class Subject:
    """One measure in one term: whose columns, and what each adds to the sum (whole numbers of the measure's smallest unit).

    `disclosure` is the class of the measure. For a share the values are 1 for those who have what is counted; only
    a signed measure can be below 0. `also` are further values that follow from the same plan, and which nobody may dominate either.
    `whole` is what each column of a share could have been at most, 1 when it is not given: over a year a person counts once a month.
    """

    measure: str
    disclosure: Disclosure
    kind: Kind
    term: Term
    population: Population
    values: Numbers
    is_signed: bool = False
    also: tuple[Numbers, ...] = ()
    whole: Numbers | None = None

    def sum_of(self, cell: Cell) -> int:
        """Return the cell's exact sum. It never leaves the batch."""
        return int(self.values[cell.columns].sum())

    def class_of(self, cell: Cell) -> Disclosure:
        """Return how the cell is protected: what is open for a whole unit is a breakdown count when people are split by what they are."""
        split = self.disclosure is Disclosure.OPEN and cell.place.breakdown
        return Disclosure.BREAKDOWN if split else self.disclosure

    def most_of(self, cell: Cell) -> int:
        """Return what the cell's sum of a share could be at most."""
        return len(cell.columns) if self.whole is None else int(self.whole[cell.columns].sum())

    def people_with(self, cell: Cell) -> tuple[int, int]:
        """Return how many people of a share's cell ever have what is counted, and how many ever lack it."""
        values = self.values[cell.columns]
        whole = np.ones_like(values) if self.whole is None else self.whole[cell.columns]
        return (
            self.population.persons_in(cell.columns[values > 0]),
            self.population.persons_in(cell.columns[values < whole]),
        )

    @property
    def size(self) -> float:
        """The size of a person's value (the root of the mean square): what a sum changes by when somebody comes or goes."""
        return float(np.sqrt((self.values.astype(float) ** 2).mean())) if len(self.values) else 0.0

    @property
    def spread(self) -> float:
        """The standard deviation of a person's value; 0 when there is nobody."""
        return float(self.values.std()) if len(self.values) else 0.0


@rule(DST_THREE, OWN_CHOICE)
def least_people(kind: Kind, settings: Settings) -> int:
    """Return the fewest people that may stand behind a figure."""
    return settings.least_average if kind is Kind.AVERAGE else settings.least


@rule(HANDBOOK)
def one_stands_out(subject: Subject, cell: Cell, settings: Settings) -> bool:
    """Return True when the second largest contributor can estimate the largest within p % (the p % rule).

    What is left of the sum without the two is then less than p % of the largest. Where everybody has 0 nobody stands out.
    """
    if subject.kind in {Kind.COUNT, Kind.SHARE}:
        return False
    whose = subject.population.person[cell.columns]
    return any(
        _dominated(by_person(values[cell.columns], whose), settings.dominance_percent)
        for values in (subject.values, *subject.also)
    )


def by_person(values: Numbers, whose: Numbers) -> Numbers:
    """Return the sum of each person, by number; `whose` says whose each value is."""
    return np.bincount(whose, weights=values).astype(np.int64)


def _dominated(sums: Numbers, percent: int) -> bool:
    values = np.abs(sums)
    if len(values) < _TWO:
        return int(values.sum()) > 0 and percent > 0
    second, largest = (int(one) for one in np.partition(values, -_TWO)[-_TWO:])
    return (int(values.sum()) - largest - second) * _PERCENT < percent * largest


@rule(OWN_CHOICE)
def band(subject: Subject, cell: Cell, settings: Settings) -> Band | None:
    """Return what is said instead of a share that too few people have or lack, or None when the share may be said."""
    if subject.kind is not Kind.SHARE:
        return None
    having, lacking = subject.people_with(cell)
    if having < settings.least:
        return Band.UNDER
    return Band.OVER if lacking < settings.least else None


def hole(subject: Subject, cell: Cell, settings: Settings) -> Hole | None:
    """Return why the cell by itself cannot be shown, or None when it can. Open figures always can."""
    if subject.class_of(cell) is Disclosure.OPEN:
        return None
    if cell.persons < least_people(subject.kind, settings):
        return Hole.TOO_FEW
    return Hole.ONE_STANDS_OUT if one_stands_out(subject, cell, settings) else None


@dataclass(frozen=True, slots=True)
class Split:
    """The cells after the first rules: those that may be shown as far as they themselves go, and the others with the reason."""

    candidates: tuple[Cell, ...]
    holes: Mapping[Place, Hole]
    bands: Mapping[Place, Band]


def split(subject: Subject, cells: Sequence[Cell], settings: Settings) -> Split:
    """Return the cells by what the first rules say of them. An empty cell is a hole like any small one."""
    candidates: list[Cell] = []
    holes: dict[Place, Hole] = {}
    bands: dict[Place, Band] = {}
    for cell in cells:
        why, between = hole(subject, cell, settings), band(subject, cell, settings)
        if why:
            holes[cell.place] = why
        elif between:
            bands[cell.place] = between
        else:
            candidates.append(cell)
    return Split(tuple(candidates), holes, bands)
