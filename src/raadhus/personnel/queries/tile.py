"""The front page's tile: how many one's unit is, and how much sickness it has, by the newest figures."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.rooms import TileContent
from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, asked_for
from raadhus.personnel.queries.figure_page import figure_at, sentence_of
from raadhus.personnel.rules.choosing import Choice
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.sentences import with_unit
from raadhus.personnel.rules.terms_in_words import in_words

_SHOWN = ("sick_percentage", "headcount")


class TileLine(NamedTuple):
    """A figure of the tile: its name, the figure as it is read (empty when it is not shown), its period, its sentence and its page."""

    name: str
    cell: str
    period: str
    sentence: str
    query: str


def newest_tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the newest figures of the unit that the viewer begins at; nothing before the first release."""
    lines, place = [], ""
    for key in _SHOWN:
        try:
            asked, here = _newest(viewer, key, now)
        except NotFound:
            continue
        cell = "" if here.value is None else with_unit(asked.measure, here.value)
        query = replace(asked.choice, term=None).to_query()
        place = asked.unit.label
        lines.append(TileLine(asked.measure.title, cell, in_words(here.term), sentence_of(asked), query))
    return TileContent("personnel/figures/tile.html", {"lines": lines, "place": place}) if lines else None


def _newest(viewer: Actor, key: str, now: datetime) -> tuple[Asked, CubeFigure]:
    """Return the newest month, or the newest quarter or year of a unit too small for months. Raises NotFound."""
    asked = asked_for(viewer, Choice(key, step=Step.MONTH), now)
    here, _before = figure_at(asked)
    for step in (Step.QUARTER, Step.YEAR):
        if here.value is None:
            asked = asked_for(viewer, Choice(key, step=step), now)
            here, _before = figure_at(asked)
    return asked, here
