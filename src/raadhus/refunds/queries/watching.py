"""The watch list: open absences by what is missing and when, as far as the viewer may see them today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.organisation.public import names_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.reach import Reach, alarm_days, at_level, is_watched, reach
from raadhus.refunds.rules.acting import can_act, is_quiet
from raadhus.refunds.rules.cases import Kind
from raadhus.refunds.rules.watch import Level, Next, advice, level_of
from raadhus.ui.ordering import lacking_last

if TYPE_CHECKING:
    from django.db.models import QuerySet

VERB = "refunds.watch"
# What the list may be sorted by, and the columns that stand for it.
ORDER = {
    "deadline": ("deadline_date", "first_date"),
    "name": ("name", "employment"),
    "unit": ("unit_key", "deadline_date"),
    "first": ("first_date",),
    "risk": ("at_risk_ore",),
}


@dataclass(frozen=True, slots=True)
class WatchAsked:
    """What the list is narrowed to; empty is everything."""

    unit_key: str = ""
    level: str = ""
    step: str = ""
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Watched:
    """An open absence as one viewer may see it on one day: no cause, and no kind but an agreement that moves the deadline."""

    key: str
    employment: str
    name: str
    unit_key: str
    unit: str
    kind: str
    first_date: date
    day_number: int
    step: Next
    deadline: date | None
    days_left: int | None
    level: Level
    at_risk_ore: int
    advice: str
    acted_at: datetime | None
    acted_by: str
    is_quiet: bool
    can_act: bool


class Found:
    """Watched absences that are counted and fetched page by page."""

    def __init__(self, rows: "QuerySet[RefundCase]", seen: Reach, today: date) -> None:
        self._rows = rows
        self._seen = seen
        self._today = today

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[Watched, ...]:
        return shown(list(self._rows[wanted]), self._seen, self._today)


def watched(viewer: Actor, asked: WatchAsked, *, now: datetime) -> Found:
    """Return the open absences that the viewer may see and asked for, the nearest deadline first unless asked otherwise.

    Raises NotAllowed. Looking leaves its trace.
    """
    require(viewer, VERB, now=now)
    today, seen = localdate(now), reach(viewer, VERB, now)
    rows = visible(seen, today)
    if asked.unit_key:
        rows = rows.filter(unit_key=asked.unit_key)
    if asked.level:
        rows = rows.filter(at_level(Level(asked.level), today))
    if asked.step:
        rows = rows.filter(next_step=asked.step)
    order = lacking_last(ORDER.get(asked.sort, ORDER["deadline"]), descending=asked.descending)
    return Found(rows.order_by(*order, "id"), seen, today)


def visible(seen: Reach, today: date) -> "QuerySet[RefundCase]":
    """Return the open cases within reach on a day."""
    return RefundCase.objects.filter(seen.filter(), is_watched(today))


def one_visible(viewer: Actor, key: str, now: datetime, *, verb: str = VERB) -> RefundCase:
    """Return the open case behind a key where the viewer may use the verb, held until the transaction ends. Raises NotFound."""
    rows = visible(reach(viewer, verb, now), localdate(now)).select_for_update()
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(_("Der er intet åbent fravær her, som du har adgang til at se."))
    return row


def shown(rows: Iterable[RefundCase], seen: Reach, today: date) -> tuple[Watched, ...]:
    """Return the rows as values, with a constant number of look-ups however many they are."""
    listed = list(rows)
    known = _Known(
        today,
        alarm_days(today),
        UnitNames(),
        names_of(row.acted_by for row in listed if row.acted_by),
    )
    return tuple(_shown(row, seen, known) for row in listed)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is looked up once for all rows."""

    today: date
    alarm_days: int
    units: UnitNames
    names: Mapping[str, str]


def _shown(row: RefundCase, seen: Reach, known: _Known) -> Watched:
    today = known.today
    step, deadline = Next(row.next_step), row.deadline_date
    acted_on = localdate(row.acted_at) if row.acted_at else None
    level = level_of(step, deadline, row.first_date, known.alarm_days, today)
    return Watched(
        key=str(row.pk),
        employment=row.employment,
        name=row.name,
        unit_key=row.unit_key,
        unit=known.units.label(row.unit_key),
        kind=_kind(row, seen),
        first_date=row.first_date,
        day_number=(today - row.first_date).days + 1,
        step=step,
        deadline=deadline,
        days_left=None if deadline is None else (deadline - today).days,
        level=level,
        at_risk_ore=row.at_risk_ore,
        advice=advice(step, deadline, level, is_registered=row.registered_date is not None),
        acted_at=row.acted_at if is_quiet(acted_on, step, deadline, today) else None,
        acted_by=known.names.get(row.acted_by, row.acted_by),
        is_quiet=is_quiet(acted_on, step, deadline, today),
        can_act=can_act(acted_on, step, deadline, today),
    )


def _kind(row: RefundCase, seen: Reach) -> str:
    """Return what may be said of the absence: everything to HR, to the unit's leader only what moves the deadline."""
    kind = Kind(row.kind)
    if seen.everything or (kind is Kind.SECTION_56 and seen.sees_kind(row.unit_key)):
        return _(kind.label)
    return _("Fravær")
