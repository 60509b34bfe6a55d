"""Differences that a reader takes in the head: two cells of almost the same people, and a whole less those of its parts that are out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from raadhus.personnel.rules.disclosure.lattice import Place, Tree
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population
from raadhus.personnel.rules.disclosure.span import Vector


def is_small(population: Population, columns: Numbers, least: int) -> bool:
    """Return True when the columns are about somebody, but about fewer than `least` people."""
    return len(columns) > 0 and population.persons_in(columns) < least


def close_pairs(population: Population, cells: Sequence[Cell], least: int, known: int = 0) -> list[Vector]:
    """Return the difference of every two cells that are about the same people but for fewer than `least`; not of two of the first, `known` ones."""
    found = {
        (vector.columns.tobytes(), vector.weights.tobytes()): vector
        for _, vector in twins(population, cells, least, known)
    }
    return list(found.values())


def twins(population: Population, cells: Sequence[Cell], least: int, start: int = 0) -> Iterator[tuple[int, Vector]]:
    """Yield (number of the later cell, difference) for every two cells that differ by some people, but fewer than `least`.

    The later cell is sought from `start` on: nobody has to ask about two cells that are both known.
    """
    table = _cells_of_columns(len(population), cells)
    sizes = np.array([len(cell.columns) for cell in cells])
    reach = (least - 1) * population.most_columns  # so many columns can fewer than `least` people have
    for number, cell in enumerate(cells[start:], start):
        shared = np.bincount(table[cell.columns].ravel() + 1, minlength=len(cells) + 1)[1 : number + 1]
        apart = len(cell.columns) + sizes[:number] - 2 * shared
        for other in np.flatnonzero((apart > 0) & (apart <= reach) & (shared > 0)):
            vector = _difference(population, cells[int(other)], cell, least)
            if vector is not None:
                yield number, vector


def _cells_of_columns(columns: int, cells: Sequence[Cell]) -> Numbers:
    """Return a row for each column with the numbers of the cells that it is in, filled up with -1.

    The same stands in `attacks/compressed.py` on purpose: an attack that shared this with the plan would share its mistakes too.
    """
    counts = np.zeros(columns, dtype=np.int64)
    for cell in cells:
        counts[cell.columns] += 1
    table = np.full((columns, int(counts.max(initial=0))), -1, dtype=np.int64)
    counts[:] = 0
    for number, cell in enumerate(cells):
        table[cell.columns, counts[cell.columns]] = number
        counts[cell.columns] += 1
    return table


def _difference(population: Population, one: Cell, other: Cell, least: int) -> Vector | None:
    """Return the difference of two cells, or None when enough people are in it; always with the same sign."""
    more = np.setdiff1d(one.columns, other.columns, assume_unique=True)
    fewer = np.setdiff1d(other.columns, one.columns, assume_unique=True)
    columns = np.concatenate([more, fewer])
    if not is_small(population, columns, least):
        return None
    order = np.argsort(columns)
    weights = np.concatenate([np.ones(len(more)), -np.ones(len(fewer))])[order]
    return Vector(columns[order], weights * weights[0])


def families_of(place: Place, parents: Mapping[tuple[str, str], str | None]) -> Iterator[tuple[str, Place]]:
    """Yield the families that the place is a part of, as (kind, whole): its parent unit's, and the one of its breakdown."""
    above = place.unit if place.merged else parents.get((place.version, place.unit))
    if above is not None:
        yield "units", Place(place.version, above, place.breakdown, place.value)
    if place.breakdown and not place.merged:
        yield place.breakdown, Place(place.version, place.unit)


class Rests:
    """The wholes and parts that are known, and what is left of each whole."""

    def __init__(self, trees: Sequence[Tree], cells: Iterable[Cell] = ()) -> None:
        self._parents = {(tree.version, unit): parent for tree in trees for unit, parent in tree.parents.items()}
        self._known: dict[Place, Numbers] = {}
        self._parts: dict[tuple[str, Place], list[Numbers]] = defaultdict(list)
        self._kinds: dict[Place, set[str]] = defaultdict(set)
        for cell in cells:
            self.take(cell)

    def take(self, cell: Cell) -> None:
        """Remember that the cell is known."""
        self._known[cell.place] = cell.columns
        for kind, whole in families_of(cell.place, self._parents):
            self._parts[kind, whole].append(cell.columns)
            self._kinds[whole].add(kind)

    def beside(self, cell: Cell) -> Iterator[Numbers]:
        """Yield the rests that would change if the cell became known, as they would then be."""
        for kind, whole in families_of(cell.place, self._parents):
            if whole in self._known:
                yield _without(self._known[whole], [*self._parts[kind, whole], cell.columns])
        for kind in sorted(self._kinds[cell.place]):
            yield _without(cell.columns, self._parts[kind, cell.place])

    def every(self) -> Iterator[Numbers]:
        """Yield the rest of each whole that is known and has a part that is known."""
        for (_kind, whole), parts in self._parts.items():
            if whole in self._known:
                yield _without(self._known[whole], parts)


def _without(whole: Numbers, parts: Sequence[Numbers]) -> Numbers:
    """Return the columns of the whole that are in none of the parts."""
    if not len(whole):
        return whole
    size = int(whole.max()) + 1
    left = np.zeros(size, dtype=bool)
    left[whole] = True
    for part in parts:
        left[part[part < size]] = False
    return np.flatnonzero(left)
