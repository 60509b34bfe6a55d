"""Growth of staff beside growth of those served, over the same years."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, series
from raadhus.personnel.queries.series import with_the_last
from raadhus.personnel.queries.served import own_area, served_areas, served_lines
from raadhus.personnel.rules.benchmarks.served import Growth, growth_of, growth_sentence
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES

STAFF = "full_time_equivalents"
_READ = "personnel.read_references"


class GrowthBeside(NamedTuple):
    """Staff beside those served: the areas that there are, the one shown, a sentence for the groups of each source, and the figures used."""

    areas: tuple[str, ...]
    area: str
    sentences: tuple[str, ...]
    figures: tuple[CubeFigure, ...]


def growth_beside(viewer: Actor, asked: Asked, area: str, now: datetime) -> GrowthBeside | None:
    """Return how the unit's full-time posts grew beside each group served; None when nobody served is known or nothing may be read."""
    areas = served_areas() if may(viewer, _READ, now=now) else ()
    if not areas:
        return None
    top = asked.trees.top(asked.choice.version, asked.month)
    chosen = area if area in areas else own_area(areas, top.label if top else "")
    figures = _years(asked)
    staff = {one.term.year: one.value for one in figures if one.value is not None}
    told: dict[tuple[Growth, str], list[Growth]] = {}
    used: set[int] = set()
    for line in served_lines(viewer, now, chosen):
        years = sorted(staff.keys() & line.people.keys())
        own = growth_of(MEASURES[STAFF].name, staff, years[0], years[-1]) if len(years) > 1 else None
        served = growth_of(line.group.name, line.people, years[0], years[-1]) if own else None
        if own and served:
            told.setdefault((own, f"{line.source}, {chosen}"), []).append(served)
            used |= {years[0], years[-1]}
    sentences = tuple(
        growth_sentence(asked.unit.label, own, groups[0], source, *groups[1:]) for (own, source), groups in told.items()
    )
    return GrowthBeside(areas, chosen, sentences, _used(figures, used))


def _years(asked: Asked) -> tuple[CubeFigure, ...]:
    found = asked.reach.seen(series(asked.cube, asked.choice.version, asked.unit.unit, STAFF))
    years = [one for one in found if one.term.step is Step.YEAR and isinstance(one.value, Decimal | None)]
    return with_the_last(asked.cube, years)


def _used(figures: Sequence[CubeFigure], years: set[int]) -> tuple[CubeFigure, ...]:
    return tuple(one for one in figures if one.term.year in years)
