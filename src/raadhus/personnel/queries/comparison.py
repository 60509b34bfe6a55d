"""Units side by side for several measures in a period, with the municipality and what is published about others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, asked_for, side_by_side, unseen
from raadhus.personnel.queries.cells import Legend
from raadhus.personnel.queries.pictures import bars_picture
from raadhus.personnel.queries.references import references_of
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, comparable_with, is_comparable, written
from raadhus.personnel.rules.comparing import Comparing
from raadhus.personnel.rules.disclosure.explaining import blurred_note
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.terms_in_words import in_words
from raadhus.ui.charts import Picture

Key = tuple[str, bool]


class Compared(NamedTuple):
    """A line: the unit, the query string of its overview (empty where there is none), and a cell for each measure."""

    label: str
    query: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines of units, of the municipality and of references, a chart for each measure, and all figures on the page."""

    asked: Asked
    comparing: Comparing
    measures: tuple[Measure, ...]
    lines: tuple[Compared, ...]
    pictures: tuple[Picture, ...]
    pickable: tuple[tuple[str, str, bool], ...]
    holes: tuple[str, ...]
    blurred: str
    figures: tuple[CubeFigure, ...]
    references: tuple[ReferenceValue, ...]

    @property
    def period(self) -> str:
        """The period in words."""
        return in_words(self.asked.term)

    @property
    def choice(self) -> Comparing:
        """What the address has; the files are of the same."""
        return self.comparing


def comparison(viewer: Actor, comparing: Comparing, now: datetime) -> Comparison:
    """Return units side by side. Raises as `asked_for`, and the same no for a unit that is not there or not the viewer's."""
    asked = asked_for(viewer, comparing.choice, now)
    measures = tuple(MEASURES[key] for key in comparing.measures)
    below = _below(asked)
    chosen = _chosen(asked, comparing, below)
    keys: dict[Key, str] = {(key, False): label for key, label in chosen.items()}
    if not comparing.units:
        keys[asked.unit.unit, True] = _("Øvrige enheder")
    keys |= _whole(asked)
    figures = _figures(asked, [key for key, _merged in keys], comparing)
    legend = Legend()
    named = {key: label for key, label in keys.items() if any((key, one.key) in figures for one in measures)}
    lines = tuple(
        Compared(label, _query(asked, key), tuple(legend.cell(one, figures.get((key, one.key))) for one in measures))
        for key, label in named.items()
    )
    references = _references(asked, measures)
    shown = tuple(figures[key, one.key] for key in named for one in measures if (key, one.key) in figures)
    return Comparison(
        asked=asked,
        comparing=replace(comparing, choice=asked.choice),
        measures=measures,
        lines=lines + _outside(references, measures),
        pictures=tuple(_pictures(asked, measures, named, figures)),
        pickable=tuple((key, label, key in comparing.units) for key, label in below.items()),
        holes=tuple(legend.holes),
        blurred=blurred_note() if legend.has_blurred else "",
        figures=shown,
        references=references,
    )


def _below(asked: Asked) -> Mapping[str, str]:
    version = asked.choice.version
    rows = asked.trees.below(version, asked.unit.unit, asked.month)
    return {row.unit: row.label for row in rows if asked.reach.sees(version, row.unit, asked.term)}


def _chosen(asked: Asked, comparing: Comparing, below: Mapping[str, str]) -> Mapping[str, str]:
    """Return the units to compare: those named, else all right below, else the unit itself."""
    if not comparing.units:
        return below or {asked.unit.unit: asked.unit.label}
    version, found = asked.choice.version, {}
    for key in comparing.units:
        row = asked.trees.unit(version, key, asked.month)
        if row is None or not asked.reach.sees(version, key, asked.term):
            raise unseen()
        found[key] = row.label
    return found


def _whole(asked: Asked) -> Mapping[Key, str]:
    """Return the unit itself and the municipality, each once."""
    found = {(asked.unit.unit, False): asked.unit.label}
    top = asked.trees.top(asked.choice.version, asked.month)
    if top is not None and top.unit != asked.unit.unit:
        found[top.unit, False] = _("Hele kommunen")
    return found


def _figures(asked: Asked, keys: Sequence[str], comparing: Comparing) -> Mapping[tuple[Key, str], CubeFigure]:
    merged_of = "" if comparing.units else asked.unit.unit
    units = tuple(dict.fromkeys(keys))
    found = side_by_side(asked.cube, asked.choice.version, units, comparing.measures, asked.term, merged_of=merged_of)
    return {((one.unit, one.merged), one.measure): one for one in asked.reach.seen(found)}


def _query(asked: Asked, key: Key) -> str:
    unit, merged = key
    return "" if merged else replace(asked.choice, unit=unit, term=None, step=None).to_query()


def _references(asked: Asked, measures: Sequence[Measure]) -> tuple[ReferenceValue, ...]:
    if asked.step is not Step.YEAR:
        return ()
    year = asked.term.year
    return tuple(value for one in measures for value in comparable_with(one, references_of(one), year))


def _outside(references: Sequence[ReferenceValue], measures: Sequence[Measure]) -> tuple[Compared, ...]:
    """Return a line for each area and source of the references; a source's value stands at its own measure only."""
    lines: dict[str, dict[str, str]] = {}
    for value in references:
        for measure in measures:
            if is_comparable(measure, value):
                lines.setdefault(f"{value.area} ({value.tag})", {})[measure.key] = written(value)
    return tuple(
        Compared(label, "", tuple(cells.get(one.key, "–") for one in measures)) for label, cells in lines.items()
    )


def _pictures(
    asked: Asked,
    measures: Sequence[Measure],
    named: Mapping[Key, str],
    figures: Mapping[tuple[Key, str], CubeFigure],
) -> list[Picture]:
    pictures = []
    for measure in measures:
        shown = [(label, figures[key, measure.key]) for key, label in named.items() if (key, measure.key) in figures]
        title = _("%(measure)s, %(period)s") % {"measure": measure.title, "period": in_words(asked.term)}
        picture = bars_picture(measure, title, shown)
        if picture is not None:
            pictures.append(picture)
    return pictures
