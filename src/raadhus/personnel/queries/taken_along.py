"""Figures as rows to take along: what a page shows, or all that a viewer may see, with the words where there is no figure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.corrected import words_at
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.trees import trees_of
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.choosing import VERSION_LABELS, Choice
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.explaining import blurred_note
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.labels import BREAKDOWN_LABELS, value_label
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure

Row = tuple[str, str, str, str, str, str, Decimal | None, str, str, str]
# What a spreadsheet holds, with a margin.
_MOST = 1_000_000


def columns() -> tuple[tuple[str, type], ...]:
    """Return the columns of the rows with their kinds."""
    names = (
        _("Tal"),
        _("Enhed"),
        _("Organisationen"),
        _("Opdelt efter"),
        _("Gruppe"),
        _("Periode"),
        _("Værdi"),
        _("Måleenhed"),
        _("Forklaring"),
        _("Kilde"),
    )
    return tuple((name, float if place == names.index(_("Værdi")) else str) for place, name in enumerate(names))


def page_rows(cube: Cube, figures: Iterable[CubeFigure], references: Iterable[ReferenceValue] = ()) -> list[Row]:
    """Return the figures of a page, in its order, and then its reference values."""
    source = _source(cube)
    rows = [_row(cube, one, source) for one in figures]
    return rows + [_reference(one) for one in references]


def everything(viewer: Actor, choice: Choice, now: datetime) -> tuple[Cube, list[Row]]:
    """Return all that the viewer may see in the whole years of the newest release, or in the year that is chosen, with its months.

    Raises WrongInput when it is more than a file holds.
    """
    cube = current_cube()
    reach, source = Reach(viewer, cube, now), _source(cube)
    every = cube.every(year=choice.term.year) if choice.term else cube.every(step=choice.step or Step.YEAR)
    rows = [_row(cube, one, source) for one in islice(_seen(reach, every), _MOST + 1)]
    if len(rows) > _MOST:
        raise WrongInput(_("Der er flere tal, end en fil kan rumme. Hent et år ad gangen."))
    return cube, rows


def _seen(reach: Reach, figures: Iterable[CubeFigure]) -> Iterator[CubeFigure]:
    for one in figures:
        if reach.sees(one.version, one.unit, one.term, is_whole=not one.breakdown and not one.merged):
            yield one


def _row(cube: Cube, one: CubeFigure, source: str) -> Row:
    measure, name = MEASURES[one.measure], _name(cube, one.version, one.unit)
    why = one.words or (blurred_note() if one.blurred else "")
    note = " ".join(said for said in (why, *words_at(cube, one)) if said)
    return (
        measure.title,
        _("Øvrige enheder under %(place)s") % {"place": name} if one.merged else name,
        _(VERSION_LABELS[one.version]),
        _(BREAKDOWN_LABELS[Breakdown(one.breakdown)]) if one.breakdown else "",
        value_label(one.breakdown, one.breakdown_value) if one.breakdown else "",
        str(one.term),
        one.value,
        _(measure.unit.label),
        note,
        source,
    )


def _reference(one: ReferenceValue) -> Row:
    measure = _measured(one)
    note = "; ".join(part for part in (one.note, one.origin) if part)
    group = (_(BREAKDOWN_LABELS[Breakdown.OCCUPATION]), one.group) if one.group else ("", "")
    return (measure, one.area, "", *group, str(one.year), one.value, _(one.unit.label), note, one.tag)


def _measured(one: ReferenceValue) -> str:
    def fits(measure: Measure) -> bool:
        return any((each.source, each.definition) == (one.source, one.definition) for each in measure.comparisons)

    return next((measure.title for measure in MEASURES.values() if fits(measure)), one.definition)


def _source(cube: Cube) -> str:
    return _("personaletal, udgivelse %(n)s") % {"n": cube.about["number"]}


@lru_cache(maxsize=4096)
def _name(cube: Cube, version: str, unit: str) -> str:
    found = trees_of(cube).latest(version, unit)
    return found.label if found else unit


def heads(named: Sequence[tuple[str, type]]) -> tuple[str, ...]:
    """Return the names of columns."""
    return tuple(name for name, _kind in named)
