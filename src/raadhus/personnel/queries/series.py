"""Series of figures: the breaks in a release, and whether HR is asked to name a new one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.models import Release, SeriesStart
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.queries.findings import newest_try
from raadhus.personnel.rules import series
from raadhus.personnel.rules.calendar import month_number, month_of
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.labels import BREAKDOWN_LABELS
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.series import Break
from raadhus.personnel.rules.terms_in_words import last_month, month_in_words

NAME_SERIES = "personnel.name_series"


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


@dataclass(frozen=True, slots=True)
class SeriesShown:
    """A new series in the list: from when, what it is called, and the figures it is of."""

    day: date
    text: str
    figures: str


@dataclass(frozen=True, slots=True)
class SeriesAsked:
    """That a new series is to be named: what changed, the days it may begin on, and what is said of it so far."""

    state: str
    changes: tuple[str, ...]
    measures: tuple[str, ...]
    breakdowns: tuple[str, ...]
    days: tuple[date, ...]
    text: str
    start: date
    is_named: bool

    @property
    def figures(self) -> str:
        """The figures it is of, in words."""
        return figures_of(self.measures, self.breakdowns)


def all_series(viewer: Actor, *, now: datetime) -> tuple[tuple[SeriesShown, ...], SeriesAsked | None]:
    """Return the series that the newest release tells of, the newest first, and the one that waits for its name."""
    require(viewer, "personnel.read_releases", unit=WHOLE_HOUSE, now=now)
    newest = newest_release()
    told = () if newest is None else breaks_made(newest.manifest)
    shown = tuple(SeriesShown(one.day, one.text, figures_of(one.measures, one.breakdowns)) for one in reversed(told))
    return shown, _waiting()


def series_to_name(actor: Actor, *, now: datetime) -> SeriesAsked:
    """Return what HR is asked. Raises NotFound when nothing waits for a name."""
    require(actor, NAME_SERIES, unit=WHOLE_HOUSE, now=now)
    found = _waiting()
    if found is None:
        raise NotFound(_("Ingen ny serie venter på et navn."))
    return found


def breaks_made(manifest: Mapping[str, Any]) -> tuple[Break, ...]:
    """Return the breaks that a manifest tells of."""
    return series.read(manifest.get("made_of", {}).get("breaks", []))


def figures_of(measures: Sequence[str], breakdowns: Sequence[str]) -> str:
    """Return which figures a series is of, in words."""
    split = [label.lower() for key, label in BREAKDOWN_LABELS.items() if key.value in breakdowns]
    return ", ".join(
        (
            *(MEASURES[key].name for key in measures if key in MEASURES),
            *(_("tal efter %(by)s") % {"by": one} for one in split),
        )
    )


def _waiting() -> SeriesAsked | None:
    row = newest_try()
    if row is None or not row.series:
        return None
    told = row.series
    named = SeriesStart.objects.filter(state=told["state"]).first()
    days = tuple(date.fromisoformat(one) for one in told["days"])
    return SeriesAsked(
        state=told["state"],
        changes=tuple(one["text"] for one in told["changes"]),
        measures=tuple(told["measures"]),
        breakdowns=tuple(told["breakdowns"]),
        days=days,
        text=named.text if named else told["sentence"],
        start=named.start_date if named and named.start_date in days else days[0],
        is_named=named is not None,
    )


def next_breaks(newest: Release | None, made_by: dict[str, Any], terms: Sequence[Term]) -> list[dict[str, Any]]:
    """Return the breaks that the next release carries: those of the newest, and one more where measures are made otherwise than in it.

    Raises UnnamedSeries until HR has named that one. With no terms that are not out there is nothing to break.
    """
    if newest is None:
        return []
    made_of = newest.manifest.get("made_of", {})
    earlier: list[dict[str, Any]] = made_of.get("breaks", [])
    fresh = [term for term in terms if str(term) not in newest.manifest.get("terms", {})]
    before = made_of.get("series", {})
    found = series.changes(before, made_by)
    if not found or not fresh:
        return earlier
    asked = series.asked(found, newest.number or 0, (before, made_by), fresh)
    row = SeriesStart.objects.filter(state=asked["state"]).first()
    if row is None or row.start_date.isoformat() not in asked["days"]:
        raise series.UnnamedSeries(asked)
    told = Break(row.start_date, row.text, tuple(row.measures), tuple(row.breakdowns))
    return [*earlier, {**series.written(told), "state": asked["state"]}]
