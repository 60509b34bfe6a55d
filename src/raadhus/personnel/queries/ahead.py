"""Charts drawn before somebody asks for their page: the batch does it when a release is out, so that no reader waits for a drawing."""

from collections.abc import Iterator
from datetime import datetime

from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotFound
from raadhus.personnel.engines.cube import Cube
from raadhus.personnel.queries.asked import asked_in, newest_month
from raadhus.personnel.queries.cells import is_hole
from raadhus.personnel.queries.figure_page import page_of
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.trees import trees_of
from raadhus.personnel.rules.choosing import AS_IS, Choice
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.ui.charts import Picture, draw_ahead

# Those that most pages are asked for; the others are drawn when somebody asks, and kept.
USUAL = ("sick_percentage", "headcount", "full_time_equivalents", "leaving_rate", "full_time_share", "average_age")
MOST = 600


def draw_all_ahead(cube: Cube, now: datetime, most: int = MOST) -> int:
    """Draw the usual charts of a release, from the top of the organisation down, at most `most`; return how many."""
    drawn = 0
    for picture in _pictures(cube, now):
        if drawn >= most:
            break
        draw_ahead(picture.spec, title=picture.title, alt=picture.alt)
        drawn += 1
    return drawn


def _pictures(cube: Cube, now: datetime) -> Iterator[Picture]:
    reach = Reach(system("personnel", "Personaletal"), cube, now)
    units = sorted(trees_of(cube).order(AS_IS, newest_month(cube)), key=lambda one: one[1])
    first = [(unit, key) for unit, _depth in units for key in USUAL]
    rest = [(unit, key) for unit, _depth in units for key in MEASURES if key not in USUAL]
    for unit, key in first + rest:
        for step in (Step.YEAR, Step.MONTH, Step.QUARTER):
            try:
                page = page_of(asked_in(cube, reach, Choice(key, unit.unit, step=step)))
            except NotFound:
                continue
            if page.asked.step is not step:
                continue
            yield page.course.picture
            if page.below and page.below.picture:
                yield page.below.picture
            # Whoever has months looks at those; the quarters are for who has not.
            if step is Step.MONTH and not is_hole(page.now):
                break
