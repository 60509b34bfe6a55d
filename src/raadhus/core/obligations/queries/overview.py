"""The board's view of what was promised: open, late, done, lead times, and what nobody answers for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.obligations.queries.visibility import visible
from raadhus.core.obligations.rules.overview import Followed, Spread, Tally, spread, tallies, tally
from raadhus.core.obligations.rules.recurrence import FIRST_YEAR, LAST_YEAR
from raadhus.core.obligations.rules.status import Status
from raadhus.core.organisation.public import units
from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import DECISION_FIGURES, OwnerlessDecision
from raadhus.kernel.rooms import TileContent


@dataclass(frozen=True, slots=True)
class OverviewAsked:
    """What the view is narrowed to; `year` is that of the decision, 0 for all."""

    body: str = ""
    unit_key: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The view: all of it, by body, unit and year, the lead times, and decisions without owner.

    `ownerless` is None when no room tells of decisions. `bodies`, `units` and `years` are what it can be narrowed to.
    """

    whole: Tally
    by_body: tuple[Tally, ...]
    by_unit: tuple[Tally, ...]
    by_year: tuple[Tally, ...]
    to_decision: Spread
    to_done: Spread
    in_all: Spread
    ownerless: tuple[OwnerlessDecision, ...] | None
    bodies: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, ...]
    unit_names: dict[str, str]


def overview(viewer: Actor, asked: OverviewAsked, *, now: datetime) -> Overview:
    """Return the view of what the viewer may see, narrowed as asked. Two queries, however much was promised."""
    require(viewer, "obligations.read", now=now)
    today = localdate(now)
    every = _followed(viewer, now)
    rows = [row for row in every if _is_asked(row, asked)]

    def known(of: Callable[[Followed], str]) -> tuple[str, ...]:
        return tuple(sorted({of(row) for row in every} - {""}))

    return Overview(
        whole=tally("", rows, today),
        by_body=tallies(rows, lambda row: row.body, today),
        by_unit=tallies(rows, lambda row: row.unit, today),
        by_year=tallies(rows, lambda row: str(row.decided.year), today),
        to_decision=spread([row.days_to_decision for row in rows if row.days_to_decision is not None]),
        to_done=spread([row.days_to_done for row in rows if row.days_to_done is not None]),
        in_all=spread([row.days_in_all for row in rows if row.days_in_all is not None]),
        ownerless=_ownerless(viewer, asked, now),
        bodies=known(lambda row: row.body),
        units=known(lambda row: row.unit),
        years=tuple(sorted({row.decided.year for row in every}, reverse=True)),
        unit_names={one.key: " ".join(dict.fromkeys((one.short_name, one.name))).strip() for one in units(today)},
    )


def _followed(viewer: Actor, now: datetime) -> list[Followed]:
    rows = visible(viewer, now).values_list(
        "status", "due_date", "ordered_date", "decided_date", "ended_date", "to_body", "unit_key", "owner_key"
    )
    return [
        Followed(Status(status), due, ordered, decided, ended, body, unit, bool(owner))
        for status, due, ordered, decided, ended, body, unit, owner in rows.order_by()
    ]


def _is_asked(row: Followed, asked: OverviewAsked) -> bool:
    return (
        (not asked.body or row.body == asked.body)
        and (not asked.unit_key or row.unit == asked.unit_key)
        and (not asked.year or row.decided.year == asked.year)
    )


def _ownerless(viewer: Actor, asked: OverviewAsked, now: datetime) -> tuple[OwnerlessDecision, ...] | None:
    """Return the decisions that nobody answers for, as the rooms tell them; None when no room does. A unit has no decisions."""
    sources = [source for _name, source in DECISION_FIGURES.items()]
    if not sources:
        return None
    start, end = date(asked.year or FIRST_YEAR, 1, 1), date((asked.year or LAST_YEAR) + 1, 1, 1)
    found = [one for source in sources for one in source.without_owner(viewer, start=start, end=end, now=now)]
    kept = [one for one in found if not asked.body or one.body == asked.body]
    return tuple(sorted(kept, key=lambda one: (one.date, one.label), reverse=True))


def overview_tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the front page's tile; nothing for those who see nothing promised."""
    rows = _followed(viewer, now)
    if not rows:
        return None
    return TileContent("obligations/overview/tile.html", {"whole": tally("", rows, localdate(now))})
