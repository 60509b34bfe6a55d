"""The series of figures that releases tell of, and whether HR is asked to name a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.personnel.models import Release, SeriesStart
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.queries.findings import newest_try
from raadhus.personnel.rules import series
from raadhus.personnel.rules.choosing import period
from raadhus.personnel.rules.disclosure.ladder import may_begin
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.labels import BREAKDOWN_LABELS
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.series import Break

NAME_SERIES = "personnel.name_series"


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
    out = [term for written in newest.manifest.get("terms", {}) if (term := period(written)[1])]
    fresh = may_begin(terms, out)
    before = made_of.get("series", {})
    found = series.changes(before, made_by)
    if not found or not fresh:
        return earlier
    asked = series.asked(found, newest.number or 0, (before, made_by), fresh, out)
    row = SeriesStart.objects.filter(state=asked["state"]).first()
    if row is None or row.start_date.isoformat() not in asked["days"]:
        raise series.UnnamedSeries(asked)
    days = [day for day in (row.start_date, series.returns(fresh, out)) if day is not None]
    told = [Break(day, row.text, tuple(row.measures), tuple(row.breakdowns)) for day in dict.fromkeys(days)]
    return [*earlier, *({**series.written(one), "state": asked["state"]} for one in told)]
