"""The figures of one address of the lattice, or of a series of them, and nothing beside: what the API answers."""

from datetime import datetime
from typing import NamedTuple

from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.asked import newest_month, series, unseen, visible_units
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.trees import trees_of
from raadhus.personnel.rules.choosing import Choice


class UnitSeen(NamedTuple):
    """A unit whose newest figures the viewer may see; `parent` is empty at the top."""

    key: str
    label: str
    parent: str
    depth: int


def figures_at(viewer: Actor, choice: Choice, now: datetime) -> tuple[Cube, tuple[CubeFigure, ...]]:
    """Return the figures of a choice: its period, or all of its step, or all. Raises the one NotFound when there is none to see."""
    cube = current_cube()
    reach = Reach(viewer, cube, now)
    if not reach.may_ask(choice.version, choice.unit):
        raise unseen()
    every = reach.seen(series(cube, choice.version, choice.unit, choice.measure, choice.breakdown))
    found = tuple(
        one
        for one in every
        if (choice.term is None or one.term == choice.term) and (choice.step is None or one.term.step is choice.step)
    )
    if not found:
        raise unseen()
    return cube, found


def units_seen(viewer: Actor, version: str, now: datetime) -> tuple[UnitSeen, ...]:
    """Return the units that the viewer may ask for, each after the one above it."""
    cube = current_cube()
    reach = Reach(viewer, cube, now)
    return tuple(UnitSeen(row.unit, row.label, row.parent, depth) for row, depth in visible_units(cube, reach, version))


def label_of(cube: Cube, version: str, unit: str) -> str:
    """Return what a unit is called last."""
    trees = trees_of(cube)
    found = trees.unit(version, unit, newest_month(cube)) or trees.latest(version, unit)
    return found.label if found else unit
