"""The people behind the figures, seen only by the batch: who is in which cell.

A column is one contribution to a sum: one employment of one person in one term. A person with two employments has two columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Tree

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Population:
    """Columns by person, by unit (position in the tree's order, for each version) and by code of each breakdown (-1 is none of them).

    `keys` are the secret record keys of the columns (31 bits), of which the noise is made. `ends` cut the columns into stretches that
    few cells reach across, when there are such (the months of a year): it saves time and changes nothing else.
    """

    person: Numbers
    unit: Mapping[str, Numbers]
    codes: Mapping[str, Numbers]
    keys: Numbers
    ends: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.person)

    @property
    def blocks(self) -> tuple[int, ...]:
        """Where the stretches of columns end; one stretch when they were not cut."""
        return self.ends or (len(self),)

    @cached_property
    def most_columns(self) -> int:
        """The most columns that one person has."""
        return int(np.unique(self.person, return_counts=True)[1].max(initial=1))

    def persons_in(self, columns: Numbers) -> int:
        """Return how many different people the columns are about."""
        if self._are_alone:
            return len(columns)
        return int(np.count_nonzero(np.bincount(self.person[columns])))

    @cached_property
    def _are_alone(self) -> bool:
        """True when nobody has more than one column."""
        return self.most_columns <= 1


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A place with the columns that are summed there, and the number of people behind them."""

    place: Place
    columns: Numbers
    persons: int


@lru_cache(maxsize=8)
def cells_of(population: Population, lattice: Lattice) -> tuple[Cell, ...]:
    """Return every place of the lattice with its columns, also the empty ones, in the lattice's order.

    The sums of a table are planned one after the other over the same people, so the cells of the last few are kept.
    """
    return tuple(cell for tree in lattice.trees for cell in _of_tree(population, lattice, tree))


def _of_tree(population: Population, lattice: Lattice, tree: Tree) -> Iterator[Cell]:
    where = population.unit[tree.version]
    by_unit = np.argsort(where, kind="stable")
    ends = np.searchsorted(where[by_unit], np.arange(len(tree.order) + 1))
    for position, unit in enumerate(tree.order):
        columns = np.sort(by_unit[ends[position] : ends[position + tree.sizes[unit]]])
        yield _cell(population, Place(tree.version, unit), columns)
        for breakdown, values in lattice.breakdowns.items():
            codes = population.codes[breakdown][columns]
            for code, value in enumerate(values):
                yield _cell(population, Place(tree.version, unit, breakdown, value), columns[codes == code])


def _cell(population: Population, place: Place, columns: Numbers) -> Cell:
    return Cell(place, columns.astype(np.int64), population.persons_in(columns))


def columns_by_person(population: Population) -> list[Numbers]:
    """Return the columns of each person, in the order of the persons' numbers."""
    order = np.argsort(population.person, kind="stable")
    _, starts = np.unique(population.person[order], return_index=True)
    return np.split(order, starts[1:])


def by_branch(tree: Tree, unit: Numbers) -> tuple[Numbers, tuple[int, ...]]:
    """Return (order, ends): the columns sorted so that the branches right below the top follow each other, and where each of them ends.

    Build a large population in this order and give it these `ends`: its audit then costs little more than that of its branches.
    """
    top = tree.order[0]
    starts = [tree.positions[child] for child in tree.children[top]]
    order = np.argsort(unit, kind="stable").astype(np.int64)
    ends = np.searchsorted(unit[order], [*starts[1:], len(tree.order)])
    return order, tuple(dict.fromkeys(int(end) for end in ends if end))


def by_priority(cells: Sequence[Cell], trees: Sequence[Tree]) -> list[Cell]:
    """Return the cells in the order in which they are to be shown when not all can be: whole units, from the top, large first."""
    depths = {(tree.version, unit): depth for tree in trees for unit, depth in tree.depths.items()}
    rank = {tree.version: place for place, tree in enumerate(trees)}

    def key(cell: Cell) -> tuple[bool, bool, int, int, int, Place]:
        place = cell.place
        depth = depths[place.version, place.unit]
        return place.merged, bool(place.breakdown), depth, rank[place.version], -cell.persons, place

    return sorted(cells, key=key)
