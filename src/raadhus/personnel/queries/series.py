"""Where a cube's figures begin to be of a new series, and which of them may be held against each other."""

import json
from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.rules import series
from raadhus.personnel.rules.calendar import month_number, month_of
from raadhus.personnel.rules.series import Break
from raadhus.personnel.rules.terms_in_words import last_month, month_in_words


@lru_cache(maxsize=8)
def breaks_in(cube: Cube) -> tuple[Break, ...]:
    """Return the breaks that a cube carries."""
    return series.read(json.loads(cube.about.get("breaks", "[]")))


@lru_cache(maxsize=1024)
def breaks_of(cube: Cube, measure: str, breakdown: str = "") -> tuple[Break, ...]:
    """Return the breaks of a measure's own series in a cube, as a whole or split."""
    return series.breaks_of(breaks_in(cube), measure, breakdown)


def of_one_series(cube: Cube, now: CubeFigure | None, before: CubeFigure | None) -> CubeFigure | None:
    """Return the figure before when the two may be held against each other, else None."""
    if now is None or before is None:
        return None
    own = breaks_of(cube, now.measure, now.breakdown)
    return before if series.is_one_series(own, before.term, now.term) else None


def with_the_last(cube: Cube, figures: Sequence[CubeFigure]) -> tuple[CubeFigure, ...]:
    """Return those of a measure's figures, in order, that are of one series with the last."""
    if not figures:
        return ()
    own = breaks_of(cube, figures[-1].measure, figures[-1].breakdown)
    kept = set(series.since_last_break(own, [one.term for one in figures]))
    return tuple(one for one in figures if one.term in kept)


def words_of(one: Break) -> str:
    """Return "Ny serie fra marts 2025: ..."."""
    return _("Ny serie fra %(month)s: %(text)s") % {"month": month_in_words(month_number(one.day)), "text": one.text}


def series_words(cube: Cube, figure: CubeFigure) -> tuple[str, ...]:
    """Return which new series a figure is of, or has part of; those before it were another."""
    after = month_of(last_month(figure.term)).after
    own = breaks_of(cube, figure.measure, figure.breakdown)
    return tuple(words_of(one) for one in own if one.day.toordinal() < after)
