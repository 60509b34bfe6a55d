"""T3: months laid upon each other, where an unchanged employment is the same unknown in each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population


@dataclass(frozen=True)
class Month:
    """What was published of a month: the spell behind each of its columns (a new spell when anything changed), and the cells."""

    population: Population
    spell: Numbers
    shown: tuple[Cell, ...]
    hidden: tuple[Cell, ...] = ()


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
    return Cell(cell.place, np.sort(where[cell.columns]), cell.persons)
