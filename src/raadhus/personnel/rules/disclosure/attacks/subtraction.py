"""T2: what a reader finds with a pencil: two cells of almost the same people, and a whole less its parts.

What can be computed counts as published. A difference may be of nobody, or of at least `least` people.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.row_space import TOLERANCE, row_space
from raadhus.personnel.rules.disclosure.lattice import Place, Tree
from raadhus.personnel.rules.disclosure.population import Cell, Population


@dataclass(frozen=True, slots=True)
class SmallDifference:
    """Two published places (or a whole and the parts that are out) that differ by so few people."""

    one: Place
    other: Place
    people: int


def small_differences(
    population: Population, trees: Sequence[Tree], shown: Sequence[Cell], refused: Sequence[Cell], least: int
) -> tuple[SmallDifference, ...]:
    """Return every difference between known cells that is about fewer than `least` people; `refused` may be computable."""
    basis = row_space(population, shown)
    known = list(shown)
    for cell in refused:
        size = len(cell.columns)
        if size and size - float((basis[:, cell.columns].sum(axis=1) ** 2).sum()) < TOLERANCE * size:
            known.append(cell)
    return (*_pairs(population, known, least), *_rests(population, trees, known, least))


def _pairs(population: Population, known: Sequence[Cell], least: int) -> Iterator[SmallDifference]:
    """Yield the close pairs, by counting the people that two cells share."""
    people = [frozenset(cell.columns.tolist()) for cell in known]
    cells_of: dict[int, list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    limit = (least - 1) * population.most_columns
    for number, members in enumerate(people):
        for column in members:
            for other in cells_of[column]:
                if abs(len(people[other]) - len(members)) <= limit:
                    shared[other, number] += 1
            cells_of[column].append(number)
    for (one, other), count in shared.items():
        if 0 < len(people[one]) + len(people[other]) - 2 * count <= limit:
            apart = population.persons_in(np.array(sorted(people[one] ^ people[other])))
            if apart < least:
                yield SmallDifference(known[one].place, known[other].place, apart)


def _rests(
    population: Population, trees: Sequence[Tree], known: Sequence[Cell], least: int
) -> Iterator[SmallDifference]:
    """Yield the wholes whose known parts leave out a few people."""
    cells = {cell.place: set(cell.columns.tolist()) for cell in known}
    parents = {(tree.version, unit): parent for tree in trees for unit, parent in tree.parents.items()}
    parts: dict[tuple[Place, str], set[int]] = defaultdict(set)
    for place, members in cells.items():
        above = place.unit if place.merged else parents.get((place.version, place.unit))
        if above is not None:
            parts[Place(place.version, above, place.breakdown, place.value), "units"] |= members
        if place.breakdown and not place.merged:
            parts[Place(place.version, place.unit), place.breakdown] |= members
    for (whole, _kind), members in parts.items():
        left = cells.get(whole, set()) - members
        people = population.persons_in(np.array(sorted(left), dtype=np.int64)) if left else 0
        if 0 < people < least:
            yield SmallDifference(whole, whole, people)
