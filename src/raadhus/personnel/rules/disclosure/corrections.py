"""Terms that are out, planned again: corrections of them, and the same people in a new organisation.

What is out cannot be taken back. Old and new contributions of a person are two unknowns, and the change itself is protected; what is about a
few people waits, and where a new figure would give a change away the old one stands.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from raadhus.personnel.rules.disclosure.differences import is_small
from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Tree
from raadhus.personnel.rules.disclosure.plan import Before, Plan, make_plan
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population
from raadhus.personnel.rules.disclosure.primary import Hole, Subject
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.disclosure.span import Vector
from raadhus.personnel.rules.measures.definitions import Disclosure


@dataclass(frozen=True)
class Told:
    """One plan of a sum as it went out, over its own columns: its cells by what became of them, and the trees it was told by."""

    shown: tuple[Cell, ...]
    known: tuple[Cell, ...]
    hidden: tuple[Cell, ...]
    trees: tuple[Tree, ...]


@dataclass(frozen=True)
class Out:
    """All that is out of a sum, plan after plan, over one row of columns.

    `states` are the columns of each plan, the last one last; `stands` are the columns of what stands at each place, and `first` says of the
    columns of a cell that was shown (as bytes) which plan showed it first, counted from 0: its noise is that plan's.
    """

    states: tuple[Numbers, ...]
    shown: tuple[Cell, ...]
    known: tuple[Cell, ...]
    hidden: tuple[Cell, ...]
    trees: tuple[Tree, ...]
    stands: Mapping[Place, Numbers]
    first: Mapping[bytes, int]

    @classmethod
    def of(cls, told: Sequence[Told], states: Sequence[Numbers]) -> "Out":
        """Return the plans over columns in common; `states` says which of them each plan's columns are."""
        pairs = list(zip(told, states, range(1, len(told) + 1), strict=True))
        first: dict[bytes, int] = {}
        for one, state, number in pairs:
            for cell in one.shown:
                first.setdefault(np.sort(state[cell.columns]).tobytes(), number - 1)
        return cls(
            tuple(np.sort(state) for state in states),
            tuple(_carried(cell, state, number) for one, state, number in pairs for cell in one.shown),
            tuple(_carried(cell, state, number) for one, state, number in pairs for cell in one.known),
            tuple(_carried(cell, state, number) for one, state, number in pairs for cell in one.hidden),
            tuple(Tree(_named(tree.version, number), tree.parents) for one, _, number in pairs for tree in one.trees),
            {cell.place: state[cell.columns] for one, state, _ in pairs for cell in (*one.known, *one.shown)},
            first,
        )


def lay_together(plans: Sequence[Sequence[Hashable]]) -> tuple[list[Numbers], list[tuple[int, int]]]:
    """Return one row of columns for several plans' columns; a column is the same as another plan's when all that it says is the same.

    The first answer is where each plan's columns stand in it, the second the (plan, column) that each of them was first seen as.
    """
    at: dict[tuple[Hashable, int], int] = {}
    first: list[tuple[int, int]] = []
    found = []
    for number, columns in enumerate(plans):
        again: Counter[Hashable] = Counter()
        where = np.zeros(len(columns), dtype=np.int64)
        for column, said in enumerate(columns):
            key = said, again[said]
            again[said] += 1
            if key not in at:
                at[key] = len(first)
                first.append((number, column))
            where[column] = at[key]
        found.append(where)
    return found, first


def changed_people(population: Population, before: Numbers, now: Numbers) -> Numbers:
    """Return the people of whom anything changed, came or went between two sets of columns."""
    return np.unique(population.person[np.setxor1d(before, now)])


@dataclass(frozen=True)
class Again:
    """A sum to be planned again beside what is out. The subject is over the columns in common, of which `now` are those that count.

    `within` are the places that may be shown, `new` those of them where nothing stands, and `known` what follows from shorter terms.
    """

    out: Out
    subject: Subject
    now: Numbers
    within: Collection[Place] | None = None
    known: tuple[Cell, ...] = ()
    new: Collection[Place] = ()


def plan_again(again: Again, lattice: Lattice, settings: Settings) -> Plan | None:
    """Return the plan, safe beside all that is out, or None while what changed is about too few people. Raises Unsafe."""
    out, population = again.out, again.subject.population
    if 0 < len(changed_people(population, out.states[-1], again.now)) < settings.least:
        return None
    secrets = [Vector.of(cell.columns) for cell in out.hidden if len(cell.columns)]
    # Nothing that is decided here could hide what follows from these alone.
    known = (*out.known, *out.shown, *again.known)
    before = Before((), out.trees, (*secrets, *changes(again)), known)
    plan = make_plan(again.subject, lattice, settings, within=again.within, before=before)
    small = [cell for cell in plan.shown if _is_small(again, cell, settings.least)]
    out_of_reach = {cell.place for cell in small}
    waiting = {cell.place: Hole.WAITS for cell in (*plan.refused, *small) if cell.place not in again.new}
    shown = tuple(cell for cell in plan.shown if cell.place not in out_of_reach)
    return replace(plan, shown=shown, refused=(*plan.refused, *small), holes={**plan.holes, **waiting})


def _is_small(again: Again, cell: Cell, least: int) -> bool:
    """Return True when a place's figure would change for some people, but for too few. Of audited sums the audit has refused those."""
    before = again.out.stands.get(cell.place)
    if before is None or cell.place in again.new:
        return False
    return is_small(again.subject.population, np.setxor1d(before, cell.columns), least)


def changes(again: Again) -> list[Vector]:
    """Return, for everybody who is not the same in all plans, what they were in each of them and every change from one to another.

    Of open figures only the changes: who works where is no secret, only how many of what kind.
    """
    is_open = again.subject.disclosure is Disclosure.OPEN
    population, states = again.subject.population, (*again.out.states, np.sort(again.now))
    everybody = [changed_people(population, one, other) for one, other in pairwise(states)]
    found = {}
    for person in np.unique(np.concatenate(everybody)).tolist():
        own = np.flatnonzero(population.person == person)
        was = [np.intersect1d(own, state) for state in states]
        for vector in (*(() if is_open else map(Vector.of, was)), *_differences(was)):
            found[vector.columns.tobytes(), vector.weights.tobytes()] = vector
    return [vector for vector in found.values() if len(vector.columns)]


def _differences(was: Sequence[Numbers]) -> Iterator[Vector]:
    for place, later in enumerate(was):
        for earlier in was[:place]:
            columns = np.setxor1d(earlier, later)
            yield Vector(columns, np.where(np.isin(columns, later), 1.0, -1.0))


def _carried(cell: Cell, state: Numbers, number: int) -> Cell:
    place = replace(cell.place, version=_named(cell.place.version, number))
    return Cell(place, np.sort(state[cell.columns]), cell.persons)


def _named(version: str, number: int) -> str:
    """Return a name for the organisation as an earlier plan told it, so that its figures are kept apart from those of the others."""
    return f"{version} ({number}. plan)"
