"""The reference municipality: 1,500 invented people on which the release plan is measured. No real person is behind it.

A tree of 1, 4, 20 and 80 units with a median of 14 people at the bottom. Each unit is seen whole, by sex (2), age (5), occupation (12)
and contract (2): 105 x 22 = 2,310 places, of which some 1,500 to 1,650 have anybody in them.
Drawn with Python's own generator, so that a seed gives the same people for ever.
"""

from dataclasses import dataclass
from random import Random

import numpy as np

from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import Lattice, Tree
from raadhus.personnel.rules.disclosure.population import Numbers, Population, Reals, by_branch

PEOPLE = 1500
SHAPE = (4, 5, 4)
_SPREAD = 0.764  # of the logarithm of a unit's size: the median is 14 when the mean is 1500 / 80
_OWN_JOBS = (0.5, 0.25, 0.12, 0.05)  # what a unit's own occupations take; the rest is spread over all twelve
_AGES = (0.1, 0.22, 0.27, 0.29, 0.12)
_WOMEN, _FULL_TIME = 0.78, 0.6
KEY_BITS = 31

BREAKDOWNS: dict[str, tuple[str, ...]] = {
    Breakdown.GENDER: ("kvinde", "mand"),
    Breakdown.AGE: ("under 30", "30-39", "40-49", "50-59", "60 og derover"),
    Breakdown.OCCUPATION: tuple(f"gruppe {number}" for number in range(1, 13)),
    Breakdown.CONTRACT: ("fuld tid", "deltid"),
}


@dataclass(frozen=True)
class Reference:
    """The lattice, the people and one invented number for each: days of sickness of a term."""

    lattice: Lattice
    population: Population
    days: Reals


def municipality(seed: int = 1, people: int = PEOPLE, shape: tuple[int, ...] = SHAPE) -> Reference:
    """Return the invented municipality of a seed; smaller `people` and `shape` give a small one for quick tests."""
    draw = Random(seed)  # noqa: S311 - invented people, no secret
    tree = _tree(shape)
    leaves = [place for place, unit in enumerate(tree.order) if not tree.children[unit]]
    sizes = _sizes(draw, people, len(leaves))
    rows = [
        _person(draw, leaf, number * shape[0] // len(leaves), number)
        for number, (leaf, size) in enumerate(zip(leaves, sizes, strict=True))
        for _ in range(size)
    ]
    table = np.array(rows, dtype=np.int64)
    names = tuple(BREAKDOWNS)
    codes: dict[str, Numbers] = {name: table[:, 1 + place] for place, name in enumerate(names)}
    _order, ends = by_branch(tree, table[:, 0])  # drawn unit by unit, they stand in that order already
    population = Population(np.arange(people), {tree.version: table[:, 0]}, codes, table[:, -1], ends)
    lattice = Lattice((tree,), BREAKDOWNS, ("sick_days",), range(2025, 2026))
    return Reference(lattice, population, _days(draw, people))


def _tree(shape: tuple[int, ...]) -> Tree:
    parents: dict[str, str | None] = {"K": None}
    above = ["K"]
    for width in shape:
        below = {f"{parent}.{number:02}": parent for parent in above for number in range(1, width + 1)}
        parents |= below
        above = list(below)
    return Tree("2025", parents)


def _sizes(draw: Random, people: int, leaves: int) -> list[int]:
    """Return the units' sizes: skewed, at least one, together everybody."""
    weights = [draw.lognormvariate(0, _SPREAD) for _ in range(leaves)]
    sizes = [max(1, round(people * weight / sum(weights))) for weight in weights]
    while sum(sizes) != people:
        largest = sizes.index(max(sizes))
        sizes[largest] += 1 if sum(sizes) < people else -1
    return sizes


def _person(draw: Random, leaf: int, area: int, number: int) -> tuple[int, ...]:
    jobs = len(BREAKDOWNS[Breakdown.OCCUPATION])
    own = [(area * 3 + place) % jobs for place in range(3)] + [number % jobs]
    roll, job = draw.random(), draw.randrange(jobs)
    for place, share in enumerate(_OWN_JOBS):
        if roll < share:
            job = own[place]
            break
        roll -= share
    sex = 0 if draw.random() < _WOMEN else 1
    age = draw.choices(range(len(_AGES)), _AGES)[0]
    contract = 0 if draw.random() < _FULL_TIME else 1
    return leaf, sex, age, job, contract, draw.getrandbits(KEY_BITS)


def _days(draw: Random, people: int) -> Reals:
    """Return days of sickness in a month: most have none, a few have very many."""
    return np.array(
        [draw.choices((0, draw.randint(1, 3), draw.randint(4, 22)), (0.7, 0.24, 0.06))[0] for _ in range(people)], float
    )
