"""T5: how narrow a person's value can be bounded from the figures, what they are rounded and blurred by, and common sense.

The least and the largest value that agree with everything published, by linear programmes (HiGHS) over groups of interchangeable
columns. Where values near the true ones already show that a person can have less and more, no programme is needed: they are
among those that agree with everything published.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import highspy
import numpy as np

from raadhus.kernel.errors import DomainError
from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, Reals

_SENSES = (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize)


class NoSolution(DomainError):
    """The figures contradict each other or the bounds, so that the attack cannot be carried out; taken as a failed gate."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is published: the cells with their totals, and the most that each column can have.

    `slack` is how far each total may lie from the true one: one number for all, or one each.
    """

    cells: Sequence[Cell]
    totals: Sequence[int]
    slack: float | Reals
    highest: Numbers


@dataclass(frozen=True, slots=True)
class Interval:
    """The least and the largest value that a column can have."""

    column: int
    low: float
    high: float

    @property
    def width(self) -> float:
        """How much is left open."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Narrow:
    """How many columns were looked at, and how many of them are bounded too narrowly."""

    tried: int
    narrow: int

    @property
    def share(self) -> float:
        """The part that is bounded too narrowly; 0 when nobody was looked at."""
        return self.narrow / self.tried if self.tried else 0.0


def sample(population: Population, people: int, seed: int = 1) -> list[int]:
    """Return some columns, the same ones for the same seed."""
    draw = Random(seed)  # noqa: S311 - which people the attack is tried on is no secret
    return sorted(draw.sample(range(len(population)), min(people, len(population))))


class Bounding:
    """What follows about single columns from what is published of them together."""

    def __init__(self, attacked: Compressed, told: Told) -> None:
        self._groups, self._told = attacked.groups, told
        size = len(attacked.sizes)
        self._members = np.array([attacked.members(cell) for cell in told.cells], dtype=bool).reshape(-1, size)
        self._totals = np.array(told.totals, dtype=float)
        self._slack: Reals = np.full(len(told.totals), told.slack, dtype=float)
        self._tops: Reals = np.bincount(self._groups, weights=told.highest, minlength=size).astype(float)
        self._solver: highspy.Highs | None = None

    def intervals(self, columns: Sequence[int]) -> Iterator[Interval]:
        """Yield what can be said of each column. Raises NoSolution when the solver finds nothing that agrees with everything."""
        for column in columns:
            group = int(self._groups[column])
            least, most = (self._optimum(group, sense) for sense in _SENSES)
            yield self._of_one(column, least, most)

    def narrow(self, values: Numbers, width: float, columns: Sequence[int]) -> Narrow:
        """Return how many of the columns are bounded to less than `width`. The true values only say where no programme is needed.

        Not looked at: who could not have so much in any case, and who is in a cell that is published as 0: that nobody has anything is told.
        """
        told_none = self._members[self._totals == 0].any(axis=0)
        asked = [one for one in columns if self._told.highest[one] >= width and not told_none[self._groups[one]]]
        near = self._near(values)
        return Narrow(len(asked), sum(not self._is_wide(one, width, near) for one in asked))

    def _is_wide(self, column: int, width: float, near: tuple[Reals, Reals]) -> bool:
        """Return True when so much is left open; the programmes are asked only when nearer values do not show it."""
        group = int(self._groups[column])
        low, high = float(near[0][group]), float(near[1][group])
        if self._of_one(column, low, high).width >= width:
            return True
        high = self._optimum(group, highspy.ObjSense.kMaximize)
        if self._of_one(column, low, high).width >= width:
            return True
        return self._of_one(column, self._optimum(group, highspy.ObjSense.kMinimize), high).width >= width

    def _of_one(self, column: int, low: float, high: float) -> Interval:
        """Return what a column can have when its group has from `low` to `high`: the others of the group take what they can, or nothing."""
        own, top = float(self._told.highest[column]), float(self._tops[self._groups[column]])
        return Interval(column, max(0.0, low - (top - own)), min(own, high))

    def _near(self, values: Numbers) -> tuple[Reals, Reals]:
        """Return what each group can have in any case: as much less and more than it has as every cell leaves room for."""
        exact = np.bincount(self._groups, weights=values, minlength=len(self._tops))
        sums = self._members @ exact
        more = self._totals + self._slack - sums
        fewer = np.where(self._totals > 0, sums - self._totals + self._slack, np.inf)
        up, down = (
            np.where(self._members, room[:, None], np.inf).min(axis=0, initial=np.inf) for room in (more, fewer)
        )
        return np.maximum(exact - down, 0.0), np.minimum(exact + up, self._tops)

    def _optimum(self, group: int, sense: highspy.ObjSense) -> float:
        if self._solver is None:
            self._solver = self._model()
        self._solver.changeColCost(group, 1.0)
        self._solver.changeObjectiveSense(sense)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise NoSolution("Tallene kan ikke være rigtige på én gang; intervalangrebet kan ikke gennemføres.")
        found = float(self._solver.getInfo().objective_function_value)
        self._solver.changeColCost(group, 0.0)
        return found

    def _model(self) -> highspy.Highs:
        solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor has no annotations
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.addVars(len(self._tops), np.zeros(len(self._tops)), self._tops)
        for members, total, slack in zip(self._members, self._totals.tolist(), self._slack.tolist(), strict=True):
            groups = np.flatnonzero(members).astype(np.int32)
            least = total - slack if total > 0 else -highspy.kHighsInf  # what is below 0 is published as 0
            solver.addRow(least, total + slack, len(groups), groups, np.ones(len(groups)))
        return solver
