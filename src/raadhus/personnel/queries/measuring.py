"""How long the house's own published cube takes to answer, on its own machine: random figures as the pages ask for them."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import NamedTuple

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import Cube
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.measures.catalogue import MEASURES

_WARMING = 20
_BREAKDOWNS = ("", *(one.value for one in Breakdown if one is not Breakdown.NONE))


class CubeTimes(NamedTuple):
    """Milliseconds within which half and 95 of 100 questions were answered, and the slowest; how many had any figures to give."""

    release: str
    units: int
    questions: int
    answered: int
    p50: float
    p95: float
    slowest: float


def measure_cube(*, viewer: Actor, questions: int, timer: Callable[[], float], now: datetime) -> CubeTimes:
    """Ask the newest published cube for so many random figures, the same ones each time. Raises NoFigures. `timer` gives seconds."""
    require(viewer, "personnel.read_releases", unit=WHOLE_HOUSE, now=now)
    cube, draw = current_cube(), Random(1)  # noqa: S311 - which figures, no secret
    for _ in range(_WARMING):
        _ask(cube, draw)
    taken, answered = [], 0
    for _ in range(questions):
        begun = timer()
        answered += _ask(cube, draw)
        taken.append(1000 * (timer() - begun))
    taken.sort()
    half, most = (taken[min(questions - 1, part * questions // 100)] for part in (50, 95))
    return CubeTimes(cube.about.get("number", ""), len(cube.units), questions, answered, half, most, taken[-1])


def _ask(cube: Cube, draw: Random) -> bool:
    unit = draw.choice(cube.units)
    found = cube.series(unit.version, unit.unit, draw.choice(list(MEASURES)), breakdown=draw.choice(_BREAKDOWNS))
    return bool(found)
