"""T5: how narrow a person's value can be bounded from the figures, what they are rounded and blurred by, and common sense.

A linear programme for each person of a sample: the least and the largest value that agree with everything published (solved by HiGHS).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import highspy
import numpy as np

from raadhus.kernel.errors import DomainError
from raadhus.personnel.rules.disclosure.population import Cell, Population, Reals


class NoSolution(DomainError):
    """The figures contradict each other or the bounds, so that the attack cannot be carried out; taken as a failed gate."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a value can be in any case, and how far a published sum may lie from the true one."""

    lowest: float
    highest: float
    slack: float


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


def sample(population: Population, people: int, seed: int = 1) -> list[int]:
    """Return some columns, the same ones for the same seed."""
    draw = Random(seed)  # noqa: S311 - which people the attack is tried on is no secret
    return sorted(draw.sample(range(len(population)), min(people, len(population))))


def intervals(
    population: Population, shown: Sequence[Cell], totals: Sequence[float], bounds: Bounds, columns: Iterable[int]
) -> list[Interval]:
    """Return what can be said of the columns. Raises NoSolution when the solver finds none."""
    solver = _model(len(population), shown, totals, bounds)
    found = []
    for column in columns:
        solver.changeColCost(column, 1.0)
        low, high = (_optimum(solver, sense) for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize))
        solver.changeColCost(column, 0.0)
        found.append(Interval(column, low, high))
    return found


def _model(columns: int, shown: Sequence[Cell], totals: Sequence[float], bounds: Bounds) -> highspy.Highs:
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor has no annotations
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    lows: Reals = np.full(columns, bounds.lowest)
    solver.addVars(columns, lows, np.full(columns, bounds.highest))
    for cell, total in zip(shown, totals, strict=True):
        members = cell.columns.astype(np.int32)
        least = total - bounds.slack if total > 0 else -highspy.kHighsInf  # what is below 0 is published as 0
        solver.addRow(least, total + bounds.slack, len(members), members, np.ones(len(members)))
    return solver


def _optimum(solver: highspy.Highs, sense: highspy.ObjSense) -> float:
    solver.changeObjectiveSense(sense)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise NoSolution("Tallene kan ikke være rigtige på én gang; intervalangrebet kan ikke gennemføres.")
    return float(solver.getInfo().objective_function_value)


def narrow_share(found: Sequence[Interval], width: float) -> float:
    """Return the share of the sample whose value is bounded more narrowly than `width`."""
    return sum(one.width < width for one in found) / len(found) if found else 0.0
