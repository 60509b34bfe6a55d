"""T1, T2 and T6 on columns laid together: those that are in the same cells are interchangeable, so one stands for all of them.

The square root of how many there are keeps every length and angle, so what follows from the cells is the same as over all columns.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.estimates import Unknown
from raadhus.personnel.rules.disclosure.attacks.row_space import TOLERANCE, Recovered
from raadhus.personnel.rules.disclosure.attacks.singular import singular
from raadhus.personnel.rules.disclosure.lattice import Place, Tree
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, Reals

_NOISE = 1e-10


class Difference(NamedTuple):
    """Two published places (or a whole and the parts that are out), the columns that are only in the one, and only in the other."""

    one: Place
    other: Place
    people: int
    more: Numbers
    fewer: Numbers


class Compressed:
    """What is published of a population, and what is not: the cells over groups of interchangeable columns.

    `groups` is the group of each column, `sizes` how many columns each group has.
    """

    def __init__(self, population: Population, published: Sequence[Cell], others: Sequence[Cell] = ()) -> None:
        """Lay the columns together by the cells they are in. `others` are the cells that will be asked about."""
        self._population = population
        self.published = tuple(published)
        cells = {id(cell): cell for cell in (*published, *others)}
        self._numbers = {key: number for number, key in enumerate(cells)}
        table = _cells_of_columns(len(population), list(cells.values()))
        unique, groups = np.unique(table, axis=0, return_inverse=True)
        self.groups: Numbers = groups.reshape(-1)
        self.sizes: Reals = np.bincount(self.groups, minlength=len(unique)).astype(float)
        self._members = np.zeros((len(cells), len(unique)), dtype=bool)
        for group, row in enumerate(unique):
            self._members[row[row >= 0], group] = True

    def members(self, cell: Cell) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Return which groups are in a cell that was given."""
        found: np.ndarray[tuple[int], np.dtype[np.bool_]] = self._members[self._numbers[id(cell)]]
        return found

    @cached_property
    def _decomposed(self) -> tuple[Reals, Reals]:
        """The singular values and vectors of what is published."""
        rows = np.unique(np.array([self.members(cell) for cell in self.published]), axis=0) if self.published else None
        if rows is None or not len(self.sizes):
            return np.zeros(0), np.zeros((0, len(self.sizes)))
        _left, values, basis = singular(rows * np.sqrt(self.sizes))
        kept = values > _NOISE * max(1.0, float(values[0]))
        return values[kept], basis[kept]

    @property
    def basis(self) -> Reals:
        """The orthonormal rows of all that can be computed, over the groups (each by the root of its size)."""
        return self._decomposed[1]

    def outside(self, sums: Reals) -> Reals:
        """Return what nothing is published of, of a sum over the groups (each by the root of its size), or of several, a row each."""
        basis = self.basis
        left: Reals = sums - (sums @ basis.T) @ basis
        return left - (left @ basis.T) @ basis  # where most is taken away digits are lost, and twice is enough

    def recover(self, hidden: Sequence[Cell]) -> Recovered:
        """Return the people and hidden cells whose exact value follows; as `row_space.recover`."""
        known = [cell.place for cell in self.following(hidden)]
        return Recovered(tuple(sorted(self._people())), tuple(known))

    def following(self, cells: Sequence[Cell]) -> list[Cell]:
        """Return those of the cells whose sum is a linear function of what is published; an empty one is no secret."""
        filled = [cell for cell in cells if len(cell.columns)]
        if not filled:
            return []
        _values, basis = self._decomposed
        vectors = np.array([self.members(cell) for cell in filled]) * np.sqrt(self.sizes)
        lengths = (vectors**2).sum(axis=1)
        outside = lengths - ((vectors @ basis.T) ** 2).sum(axis=1)
        return [cell for cell, is_known in zip(filled, outside < TOLERANCE * lengths, strict=True) if is_known]

    def knows(self, difference: Difference) -> bool:
        """Return True when the difference is a linear function of what is published, whatever it was found between."""
        _values, basis = self._decomposed
        size = len(self.sizes)
        signed = np.bincount(self.groups[difference.more], minlength=size).astype(float)
        signed -= np.bincount(self.groups[difference.fewer], minlength=size)
        length = float(len(difference.more) + len(difference.fewer))
        return length - float(((basis @ (signed / np.sqrt(self.sizes))) ** 2).sum()) < TOLERANCE * length

    def _people(self) -> Iterator[int]:
        """Yield those of whom a contribution, or all of them together, follows. Who shares a group with others is hidden among them."""
        _values, basis = self._decomposed
        reached = (basis**2).sum(axis=0)
        alone = self.sizes == 1.0
        single = alone & (1.0 - reached < TOLERANCE)
        yield from {int(person) for person in self._population.person[single[self.groups]]}
        for person, own in self._several.items():
            counts = np.bincount(self.groups[own], minlength=len(self.sizes))
            touched = counts > 0
            if (counts[touched] == self.sizes[touched]).all():
                vector = touched * np.sqrt(self.sizes)
                length = float(vector @ vector)
                if length - float(((basis @ vector) ** 2).sum()) < TOLERANCE * length:
                    yield person

    @cached_property
    def _several(self) -> dict[int, Numbers]:
        """The columns of those who have more than one."""
        order = np.argsort(self._population.person, kind="stable").astype(np.int64)
        numbers, starts, counts = np.unique(self._population.person[order], return_index=True, return_counts=True)
        found = zip(numbers.tolist(), starts.tolist(), counts.tolist(), strict=True)
        return {number: order[start : start + count] for number, start, count in found if count > 1}

    def small_differences(self, trees: Sequence[Tree], refused: Sequence[Cell], least: int) -> dict[bytes, Difference]:
        """Return the differences of fewer than `least` people, as `subtraction.small_differences`, by the columns that they are about."""
        known = [*self.published, *self.following(refused)]
        if not known:
            return {}
        return dict((*self._pairs(known, least), *self._rests(trees, known, least)))

    def _pairs(self, known: Sequence[Cell], least: int) -> Iterator[tuple[bytes, Difference]]:
        rows = np.array([self.members(cell) for cell in known], dtype=float)
        shared = (rows * self.sizes) @ rows.T
        sizes = rows @ self.sizes
        apart = sizes[:, None] + sizes[None, :] - 2 * shared
        limit = (least - 1) * self._population.most_columns
        near = np.triu((apart > 0) & (apart <= limit) & (shared > 0), 1)
        for one, other in zip(*np.nonzero(near), strict=True):
            more, fewer = (np.flatnonzero((rows[a] > rows[b])[self.groups]) for a, b in ((one, other), (other, one)))
            columns = np.sort(np.concatenate([more, fewer]))
            people = self._population.persons_in(columns)
            if people < least:
                places = (known[int(one)].place, known[int(other)].place)
                yield columns.tobytes(), Difference(*places, people, more, fewer)

    def _rests(self, trees: Sequence[Tree], known: Sequence[Cell], least: int) -> Iterator[tuple[bytes, Difference]]:
        parents = {(tree.version, unit): parent for tree in trees for unit, parent in tree.parents.items()}
        parts: dict[tuple[Place, str], Numbers] = defaultdict(lambda: np.zeros(len(self.sizes), dtype=np.int64))
        cells = {cell.place: cell for cell in known}
        for place, cell in cells.items():
            above = place.unit if place.merged else parents.get((place.version, place.unit))
            if above is not None:
                parts[Place(place.version, above, place.breakdown, place.value), "units"] += self.members(cell)
            if place.breakdown and not place.merged:
                parts[Place(place.version, place.unit), place.breakdown] += self.members(cell)
        for (whole, _kind), members in parts.items():
            if whole in cells:
                left = np.flatnonzero((self.members(cells[whole]) & (members == 0))[self.groups])
                people = self._population.persons_in(left)
                if 0 < people < least:
                    yield left.tobytes(), Difference(whole, whole, people, left, left[:0])

    def unknown(self, noise_part: float) -> Unknown:
        """Return what is left unknown of each person by the best linear estimate; as `estimates.Estimate.unknown`."""
        values, basis = self._decomposed
        own = basis / np.sqrt(np.maximum(self.sizes, 1.0))
        squared = values**2
        learned = squared / (squared + noise_part**2) if noise_part else (values > 0).astype(float)
        several = np.isin(self._population.person, list(self._several))
        alone = 1.0 - (learned @ own**2)[self.groups[~several]]
        owned = [self.groups[columns] for columns in self._several.values()]
        shared = [1.0 - float(learned @ (own[:, groups].sum(axis=1) ** 2)) / len(groups) for groups in owned]
        return Unknown(np.sqrt(np.clip(np.concatenate([alone, np.array(shared)]), 0.0, 1.0)))


def _cells_of_columns(columns: int, cells: Sequence[Cell]) -> Numbers:
    """Return a row for each column with the numbers of the cells that it is in, in order, filled up with -1.

    The same stands in `differences.py` on purpose: an attack that shared this with the plan would share its mistakes too.
    """
    counts = np.zeros(columns, dtype=np.int64)
    for cell in cells:
        counts[cell.columns] += 1
    table = np.full((columns, max(1, int(counts.max(initial=0)))), -1, dtype=np.int64)
    counts[:] = 0
    for number, cell in enumerate(cells):
        table[cell.columns, counts[cell.columns]] = number
        counts[cell.columns] += 1
    return table
