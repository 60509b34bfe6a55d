"""From what a reader chose to what is there: the unit, the measure, the figures through time and the period, or one and the same no."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.personnel.engines.cube import Cube, CubeFigure, CubeUnit
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.trees import Trees, trees_of
from raadhus.personnel.rules.choosing import Choice
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.terms_in_words import last_month

# From the coarsest: the years are there for everything.
STEPS = (Step.YEAR, Step.QUARTER, Step.MONTH)
_KEPT_SERIES = 512


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, found: `choice` has everything filled in, `figures` is the unit as a whole in all periods the viewer may see."""

    cube: Cube
    reach: Reach
    trees: Trees
    choice: Choice
    measure: Measure
    unit: CubeUnit
    figures: tuple[CubeFigure, ...]
    term: Term
    month: int

    @property
    def step(self) -> Step:
        """The step of the period."""
        return self.term.step

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that there are figures of, the coarsest first."""
        found = {one.term.step for one in self.figures}
        return tuple(step for step in STEPS if step in found)

    @property
    def line(self) -> tuple[CubeFigure, ...]:
        """The figures of the step, in order."""
        return tuple(one for one in self.figures if one.term.step is self.step)

    @property
    def is_top(self) -> bool:
        """True for the municipality as a whole."""
        return not self.unit.parent


def unseen() -> NotFound:
    """Return the one no to everything that is not there or not the viewer's: the two cannot be told apart."""
    return NotFound(_("Tallet findes ikke, eller du har ikke adgang til det. Vælg en enhed på listen."))


def asked_for(viewer: Actor, choice: Choice, now: datetime) -> Asked:
    """Return what a choice names in the newest release. Raises NoFigures, NotAllowed, and NotFound for all that the viewer may not know."""
    cube = current_cube()
    return asked_in(cube, Reach(viewer, cube, now), choice)


def asked_in(cube: Cube, reach: Reach, choice: Choice) -> Asked:
    """Return what a choice names in a release. Raises NotFound for all that the viewer may not know."""
    trees = trees_of(cube)
    unit = choice.unit or home(cube, reach, choice.version)
    # Before anything of the unit is read: how long a no takes must not say whether the unit is there.
    if not reach.may_ask(choice.version, unit):
        raise unseen()
    figures = reach.seen(series(cube, choice.version, unit, choice.measure))
    if not figures:
        raise unseen()
    term = _term(choice, figures)
    month = last_month(term)
    row = trees.unit(choice.version, unit, month) or trees.latest(choice.version, unit)
    if row is None:
        raise unseen()
    found = replace(choice, unit=unit, step=term.step, term=term)
    return Asked(cube, reach, trees, found, MEASURES[choice.measure], row, figures, term, month)


def _term(choice: Choice, figures: tuple[CubeFigure, ...]) -> Term:
    """Return the period that is meant: the one named, else the newest of the step. A measure without months is shown by its years."""
    terms = [one.term for one in figures]
    steps = {term.step for term in terms}
    if choice.term is not None and choice.term.step in steps:
        if choice.term not in terms:
            raise unseen()
        return choice.term
    step = choice.step if choice.step in steps else next(one for one in STEPS if one in steps)
    year = Term(choice.term.year, Step.YEAR) if choice.term else None
    return year if year in terms and year is not None else max(term for term in terms if term.step is step)


@lru_cache(maxsize=_KEPT_SERIES)
def series(cube: Cube, version: str, unit: str, measure: str, breakdown: str = "") -> tuple[CubeFigure, ...]:
    """Return what a cube has of a unit's measure in all periods. It is the same for everybody: Reach decides what each may see of it."""
    return cube.series(version, unit, measure, breakdown=breakdown)


@lru_cache(maxsize=_KEPT_SERIES)
def side_by_side(
    cube: Cube,
    version: str,
    units: tuple[str, ...],
    measures: tuple[str, ...],
    term: Term,
    *,
    merged_of: str = "",
    before: Term | None = None,
) -> tuple[CubeFigure, ...]:
    """Return what a cube has of several units in a period (and one before), as `Cube.beside` does; the same for everybody, too."""
    return cube.beside(version, units, measures, term, merged_of=merged_of, before=before)


def newest_month(cube: Cube) -> int:
    """Return the number of the last month with figures."""
    return int(cube.about["last_month"])


def home(cube: Cube, reach: Reach, version: str) -> str:
    """Return the unit that the viewer begins at: the first led, in the order of the tree, else the municipality."""
    units = visible_units(cube, reach, version)
    led = (row.unit for row, _depth in units if row.unit in reach.roots)
    return next(led, units[0][0].unit if units else "")


def visible_units(cube: Cube, reach: Reach, version: str) -> tuple[tuple[CubeUnit, int], ...]:
    """Return the units whose newest figures the viewer may see, in the order of the tree, each with its depth."""
    return _visible(cube, version, reach.signature(newest_month(cube)))


@lru_cache(maxsize=256)
def _visible(
    cube: Cube, version: str, signature: tuple[frozenset[str], frozenset[str]] | None
) -> tuple[tuple[CubeUnit, int], ...]:
    trees, month = trees_of(cube), newest_month(cube)
    every = trees.order(version, month)
    if signature is None:
        return every
    found = []
    for row, depth in every:
        above = {one.unit for one in trees.path(version, row.unit, month)}
        if depth == 0 or all(not above.isdisjoint(led) for led in signature):
            found.append((row, depth))
    return tuple(found)
