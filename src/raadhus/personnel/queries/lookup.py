"""One measure of one unit as it is published, for the command line: the same cube and the same limits as the pages."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.personnel.engines.cube import AS_IS, AS_WAS, CubeFigure
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import measure_of


@dataclass(frozen=True, slots=True)
class LookupAsked:
    """What is asked for. Without a year all terms; with a month that month alone."""

    measure: str
    unit: str
    breakdown: str = ""
    year: int | None = None
    month: int | None = None
    as_is: bool = False


def look_up(viewer: Actor, asked: LookupAsked, *, now: datetime) -> tuple[CubeFigure, ...]:
    """Return the published figures that the viewer may see. Raises NotFound when there are none."""
    measure, cube = measure_of(asked.measure), current_cube()
    version = AS_IS if asked.as_is else AS_WAS
    found = Reach(viewer, cube, now).seen(cube.series(version, asked.unit, measure.key, breakdown=asked.breakdown))
    wanted = tuple(one for one in found if _fits(one.term, asked))
    if not wanted:
        raise NotFound(_("Der er ingen tal for det, der blev spurgt om. Se efter i enhedens nøgle, målet og perioden."))
    return wanted


def _fits(term: Term, asked: LookupAsked) -> bool:
    if asked.year is not None and term.year != asked.year:
        return False
    return asked.month is None or (term.step is Step.MONTH and term.number == asked.month)
