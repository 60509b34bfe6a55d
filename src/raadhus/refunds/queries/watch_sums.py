"""What is at risk, told up: by unit, by centre and by leader, and for the front page."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, Q, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.organisation.public import leaders_by_unit
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import TileContent
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.reach import Reach, at_level, parents, reach
from raadhus.refunds.queries.watching import VERB, visible
from raadhus.refunds.rules.organising import nearest_led
from raadhus.refunds.rules.watch import Level


@dataclass(frozen=True, slots=True)
class WatchSum:
    """How many absences a line has, how many of them ring or are late, and what is at risk."""

    label: str
    cases: int
    urgent: int
    at_risk_ore: int


@dataclass(frozen=True, slots=True)
class WatchSums:
    """The sums of what a viewer sees: in all, and by unit, centre and leader, the largest risk first. `units` are those to choose from."""

    whole: WatchSum
    by_unit: tuple[WatchSum, ...]
    by_centre: tuple[WatchSum, ...]
    by_leader: tuple[WatchSum, ...]
    units: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    unit_key: str
    centre_key: str
    cases: int
    urgent: int
    at_risk_ore: int


def watch_sums(viewer: Actor, *, now: datetime) -> WatchSums:
    """Return the sums of the open absences that the viewer may see: numbers only, and nobody's name but leaders'."""
    today = localdate(now)
    counted = _counted(reach(viewer, VERB, now), today)
    names, led, above = UnitNames(), leaders_by_unit(today), parents(today)

    def leader(one: _Counted) -> str:
        unit = nearest_led(above, led, one.unit_key)
        return ", ".join(person.name for person in led[unit]) if unit else _("Ingen leder")

    chosen = {one.unit_key: names.label(one.unit_key) for one in counted}
    return WatchSums(
        whole=_sum("", counted),
        by_unit=_grouped(counted, lambda one: names.label(one.unit_key)),
        by_centre=_grouped(counted, lambda one: names.label(one.centre_key)),
        by_leader=_grouped(counted, leader),
        units=tuple(sorted(chosen.items(), key=lambda pair: pair[1].casefold())),
    )


def _counted(seen: Reach, today: date) -> list[_Counted]:
    urgent = at_level(Level.ALARM, today) | at_level(Level.LATE, today)
    rows = (
        visible(seen, today)
        .values("unit_key", "centre_key")
        .annotate(n=Count("id"), hot=Count("id", filter=urgent), risk=Sum("at_risk_ore"))
        .order_by("unit_key", "centre_key")
    )
    return [_Counted(row["unit_key"], row["centre_key"], row["n"], row["hot"], row["risk"]) for row in rows]


def _grouped(counted: Iterable[_Counted], name: Callable[[_Counted], str]) -> tuple[WatchSum, ...]:
    groups: dict[str, list[_Counted]] = defaultdict(list)
    for one in counted:
        groups[name(one)].append(one)
    sums = (_sum(label, group) for label, group in groups.items())
    return tuple(sorted(sums, key=lambda one: (-one.at_risk_ore, -one.urgent, one.label.casefold())))


def _sum(label: str, counted: Iterable[_Counted]) -> WatchSum:
    listed = list(counted)
    return WatchSum(
        label,
        sum(one.cases for one in listed),
        sum(one.urgent for one in listed),
        sum(one.at_risk_ore for one in listed),
    )


def watch_tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the front page's tile: how many ring, the nearest deadline and what is at risk; nothing when no absence is open."""
    today = localdate(now)
    rows = visible(reach(viewer, VERB, now), today)
    urgent, late = at_level(Level.ALARM, today), at_level(Level.LATE, today)
    found = rows.aggregate(
        cases=Count("id"),
        urgent=Count("id", filter=urgent),
        late=Count("id", filter=late),
        at_risk_ore=Sum("at_risk_ore", filter=urgent | late),
        nearest=Min("deadline_date", filter=Q(deadline_date__gte=today)),
    )
    if not found["cases"]:
        return None
    return TileContent("refunds/watching/tile.html", {"found": found})
