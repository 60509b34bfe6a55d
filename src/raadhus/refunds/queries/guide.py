"""The leader's guide as one viewer sees it: the same for all, with the viewer's own open cases on top."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.refunds.queries.absences import absence_of
from raadhus.refunds.queries.reach import reach
from raadhus.refunds.queries.settings import SettingsHistory
from raadhus.refunds.queries.watching import VERB, Watched, shown, visible
from raadhus.refunds.rules.cases import Assumption, Settings
from raadhus.refunds.rules.guide import TOPICS, Dates, Example, Step, Topic, calendar, dates_of, examples

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class OwnCase:
    """An open absence of the viewer's with its days."""

    watched: Watched
    dates: Dates


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide on a day. `own` is None for those who answer for no absences; `own_total` is how many there are."""

    settings: Settings
    calendar: tuple[Step, ...]
    topics: tuple[Topic, ...]
    examples: tuple[Example, ...]
    assumptions: tuple[Assumption, ...]
    own: tuple[OwnCase, ...] | None
    own_total: int


def guide(viewer: Actor, now: datetime, *, with_own: bool = True) -> Guide:
    """Return the guide; looking at one's own cases leaves its trace, and is left out when they are not asked for."""
    require(viewer, "refunds.read_guide", now=now)
    history = SettingsHistory()
    settings = history.on(localdate(now)).rules
    own, total = _own(viewer, history, now) if with_own and may(viewer, VERB, now=now) else (None, 0)
    return Guide(
        settings, calendar(settings), TOPICS, examples(settings), settings.assumptions, own=own, own_total=total
    )


def _own(viewer: Actor, history: SettingsHistory, now: datetime) -> tuple[tuple[OwnCase, ...], int]:
    """Return those with the nearest deadlines, and how many there are in all."""
    require(viewer, VERB, now=now)
    today, seen = localdate(now), reach(viewer, VERB, now)
    rows = visible(seen, today).filter(deadline_date__isnull=False).order_by("deadline_date", "first_date", "id")
    listed = list(rows[:_SHOWN])
    own = (
        OwnCase(one, dates_of(absence_of(row), history.on(row.first_date).rules))
        for row, one in zip(listed, shown(listed, seen, today), strict=True)
    )
    return tuple(own), rows.count()
