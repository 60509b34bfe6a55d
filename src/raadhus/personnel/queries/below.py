"""The units right below a unit, side by side, with those too small to stand alone as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, side_by_side
from raadhus.personnel.queries.cells import Legend, change
from raadhus.personnel.queries.pictures import bars_picture
from raadhus.personnel.queries.series import of_one_series
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.terms_in_words import in_words, year_before
from raadhus.ui.charts import Picture

Key = tuple[str, bool]


class UnitRow(NamedTuple):
    """A unit's line: its name, the query string of its own page (empty for the small ones as one), and its cells."""

    label: str
    query: str
    now: str
    before: str
    change: str


@dataclass(frozen=True, slots=True)
class Below:
    """The units below: their lines, chart and figures."""

    rows: tuple[UnitRow, ...]
    picture: Picture | None
    figures: tuple[CubeFigure, ...]
    now: str
    before: str

    @property
    def has_before(self) -> bool:
        """True when there is a figure of the year before to show or explain."""
        return any(row.before != "–" for row in self.rows)

    @property
    def has_change(self) -> bool:
        """True when a change is told of some unit; none is across a new series."""
        return any(row.change for row in self.rows)


def units_below(asked: Asked, legend: Legend) -> Below | None:
    """Return the units right below the one asked for, as the viewer may see them; None when there are none."""
    choice, trees = asked.choice, asked.trees
    rows = trees.below(choice.version, asked.unit.unit, asked.month)
    keys = [row.unit for row in rows if asked.reach.sees(choice.version, row.unit, asked.term)]
    earlier = year_before(asked.term)
    found = side_by_side(
        asked.cube,
        choice.version,
        tuple(keys),
        (choice.measure,),
        asked.term,
        merged_of=asked.unit.unit,
        before=earlier,
    )
    seen = asked.reach.seen(found)
    now, before = _at(seen, asked.term), _at(seen, earlier)
    if not now:
        return None
    named: list[tuple[Key, str]] = [((row.unit, False), row.label) for row in rows]
    named.append(((asked.unit.unit, True), _("Øvrige enheder")))
    shown = [(key, label, now[key]) for key, label in named if key in now]
    title = _("%(measure)s i enhederne under %(place)s, %(period)s") % {
        "measure": asked.measure.title,
        "place": asked.unit.label,
        "period": in_words(asked.term),
    }
    lines = tuple(_row(asked, legend, key, label, (figure, before.get(key))) for key, label, figure in shown)
    picture = bars_picture(asked.measure, title, [(label, figure) for _key, label, figure in shown])
    figures = (*now.values(), *before.values())
    return Below(lines, picture, figures, in_words(asked.term), in_words(year_before(asked.term)))


def _row(asked: Asked, legend: Legend, key: Key, label: str, pair: tuple[CubeFigure, CubeFigure | None]) -> UnitRow:
    unit, merged = key
    figure, earlier = pair
    query = "" if merged else replace(asked.choice, unit=unit).to_query()
    measure = asked.measure
    said = change(measure, figure, of_one_series(asked.cube, figure, earlier))
    return UnitRow(label, query, legend.cell(measure, figure), legend.cell(measure, earlier), said)


def _at(figures: Sequence[CubeFigure], term: Term) -> Mapping[Key, CubeFigure]:
    """Return the figures of one period by unit, the small ones as one among them."""
    return {(one.unit, one.merged): one for one in figures if one.term == term}
