"""T3: months laid upon each other, where an unchanged employment is the same unknown in each.

The attacker weighs all months together. A sum over the same employments with the same noise is one observation, however many months show it;
with other people, or noise of another size, it is another. What is asked is what T6 asks: how much is left unknown of each value.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.estimates import Unknown
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, Reals
from raadhus.personnel.rules.disclosure.settings import Settings


@dataclass(frozen=True)
class Month:
    """What was published of a month.

    The spell behind each of its columns (a new spell when anything changed), the cells, the branch of each column, and the noise on the sums:
    its standard deviation in those of a person's value, and what its draws hang on beside the people.
    """

    population: Population
    spell: Numbers
    shown: tuple[Cell, ...]
    hidden: tuple[Cell, ...] = ()
    branch: Numbers | None = None
    noise: float = 0.0
    draw: frozenset[Hashable] = frozenset()


@dataclass(frozen=True)
class Stacked:
    """The months over one row of unknowns, one a spell. The cells of all months, for the attacks that take cells."""

    population: Population
    shown: tuple[Cell, ...]
    hidden: tuple[Cell, ...]


def stack(months: Sequence[Month]) -> Stacked:
    """Return the months as one. A value of a person that changed is an unknown of its own, so that the change is protected too.

    Each spell counts as a person here: what somebody earned before and after a raise are two secrets.
    """
    numbers = np.unique(np.concatenate([month.spell for month in months]))
    shown: list[Cell] = []
    hidden: list[Cell] = []
    for month in months:
        where = np.searchsorted(numbers, month.spell)
        shown += [_moved(cell, where) for cell in month.shown]
        hidden += [_moved(cell, where) for cell in month.hidden]
    empty = np.zeros(len(numbers), dtype=np.int64)
    return Stacked(Population(np.arange(len(numbers)), {}, {}, empty), tuple(shown), tuple(hidden))


def _moved(cell: Cell, where: Numbers) -> Cell:
    return Cell(cell.place, np.unique(where[cell.columns]), cell.persons)


class Estimates:
    """The best linear estimate of every value from all months at once.

    Spells that are in the same sums are interchangeable, and one unknown stands for them. Sums inside one branch are weighed by themselves,
    and the few across branches are added to that (the Woodbury identity): the answer is the same as over all at once, and takes the
    time and the memory of the largest branch.
    """

    def __init__(self, months: Sequence[Month]) -> None:
        self.spells: Numbers = np.unique(np.concatenate([month.spell for month in months]))
        self._branch: Numbers = np.zeros(len(self.spells), dtype=np.int64)
        sums: dict[tuple[bytes, frozenset[Hashable]], tuple[Numbers, float]] = {}
        for month in months:
            where = np.searchsorted(self.spells, month.spell)
            if month.branch is not None:
                self._branch[where] = month.branch
            for cell in month.shown:
                own = np.unique(where[cell.columns])
                key = own.tobytes(), month.draw
                noise = min(month.noise, sums[key][1]) if key in sums else month.noise
                sums[key] = own, noise
        self._sums = list(sums.values())
        self._lay_together()

    def _lay_together(self) -> None:
        """Put the spells in groups of those that are in the same sums."""
        chance = np.random.default_rng(1)  # marks that tell sums apart; no secret
        marks = np.zeros((len(self.spells), 2), dtype=np.uint64)
        for own, _noise in self._sums:
            marks[own] ^= chance.integers(0, 2**63, 2, dtype=np.uint64)
        marks = np.column_stack([marks, self._branch.astype(np.uint64)])
        _unique, first, groups = np.unique(marks, axis=0, return_index=True, return_inverse=True)
        self._groups: Numbers = groups.reshape(-1)
        self._sizes: Reals = np.bincount(self._groups, minlength=len(first)).astype(float)
        self._branch_of: Numbers = self._branch[first]

    @cached_property
    def unknown(self) -> Unknown:
        """What is left unknown of each spell, in the order of `spells`."""
        own = [(np.unique(self._groups[spells]), noise) for spells, noise in self._sums]
        inside: dict[int, list[tuple[Numbers, float]]] = {}
        across = []
        for groups, noise in own:
            branches = np.unique(self._branch_of[groups])
            if len(branches) == 1:
                inside.setdefault(int(branches[0]), []).append((groups, noise))
            elif len(branches):
                across.append((groups, noise))
        beside = self._rows(across, np.arange(len(self._sizes))).T
        left, turned = np.ones(len(self._sizes)), beside.copy()
        for branch, sums in inside.items():
            here = np.flatnonzero(self._branch_of == branch)
            rows = self._rows(sums, here)
            inverse = np.linalg.inv(np.eye(len(here)) + rows.T @ rows)
            left[here], turned[here] = inverse.diagonal(), inverse @ beside[here]
        if across:
            core = np.eye(len(across)) + beside.T @ turned
            left -= (turned * np.linalg.solve(core, turned.T).T).sum(axis=1)
        return Unknown(np.sqrt(np.clip(1.0 - (1.0 - left) / self._sizes, 0.0, 1.0))[self._groups])

    def _rows(self, sums: Sequence[tuple[Numbers, float]], here: Numbers) -> Reals:
        """Return the sums over the groups `here` (in order), by the size of the noise on each."""
        rows = np.zeros((len(sums), len(here)))
        for row, (groups, noise) in zip(rows, sums, strict=True):
            row[np.searchsorted(here, groups)] = np.sqrt(self._sizes[groups]) / noise
        return rows


def unknown_by_months(out: Sequence[Month], fresh: Sequence[Month], settings: Settings) -> Unknown:
    """Return what the months that are out and the fresh ones together leave unknown of each value.

    Values that are known too well by what is out alone are left out where they are: nothing that is decided now could hide those.
    """
    every = Estimates([*out, *fresh])
    if every.unknown.is_enough(settings) or not out:
        return every.unknown
    before = Estimates(out)
    known = before.spells[before.unknown.parts < settings.rarely_unknown]
    return Unknown(np.where(np.isin(every.spells, known), 1.0, every.unknown.parts))
