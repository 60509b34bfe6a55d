"""A year's recurrences, deadlines and reviews, as far as the viewer may see them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Prefetch
from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.obligations.models import StandingDecision, StandingFiring
from raadhus.core.obligations.queries.shapes import shown
from raadhus.core.obligations.queries.standing_shapes import ORIGIN_KIND, Standing, shown_standing
from raadhus.core.obligations.queries.standing_visibility import visible_standing, with_answered
from raadhus.core.obligations.queries.visibility import visible
from raadhus.core.obligations.rules.firing import Result
from raadhus.core.obligations.rules.recurrence import FIRST_YEAR, LAST_YEAR, Occurrence, occurrences
from raadhus.core.obligations.rules.standing import State
from raadhus.core.obligations.rules.status import ACTIVE, Status
from raadhus.core.obligations.rules.wheel import Entry, Kind, Mark, Month, bodies_of, laid_out
from raadhus.kernel.actors import Actor

# What fires up to sixty working days before the day it is presented, or after: look that far to both sides of the year.
_REACH = timedelta(days=130)
_ONE_DAY = timedelta(days=1)
_DROPPED = (Status.LAPSED.value, Status.REPLACED.value)


@dataclass(frozen=True, slots=True)
class Wheel:
    """A year: its bodies, its twelve months, and everything in it in order of day."""

    year: int
    body: str
    bodies: tuple[str, ...]
    all_bodies: tuple[str, ...]
    months: tuple[Month, ...]
    entries: tuple[Entry, ...]


def annual_wheel(viewer: Actor, *, year: int, body: str = "", now: datetime) -> Wheel:
    """Return a year's wheel, perhaps of one body. A year that no calendar here reaches is moved to the nearest that is."""
    require(viewer, "obligations.read_standing", now=now)
    year, today = min(max(year, FIRST_YEAR + 1), LAST_YEAR - 1), localdate(now)
    every = [*_standing_entries(viewer, year, today, now), *_due_entries(viewer, year, today, now)]
    every.sort(key=lambda one: (one.day, one.body, one.label, one.key))
    known = bodies_of(every)
    asked = body if body in known else ""
    kept = [one for one in every if not asked or one.body == asked]
    bodies = (asked,) if asked else known
    return Wheel(year, asked, bodies, known, laid_out(kept, bodies), tuple(kept))


def _due_entries(viewer: Actor, year: int, today: date, now: datetime) -> Iterator[Entry]:
    rows = visible(viewer, now).filter(due_date__gte=date(year, 1, 1), due_date__lt=date(year + 1, 1, 1))
    for row in rows.exclude(status__in=_DROPPED).exclude(origin_kind=ORIGIN_KIND).order_by("due_date", "id"):
        one = shown(row, today)
        mark = Mark.LATE if one.is_late else Mark.PLANNED if one.status in ACTIVE else Mark.DONE
        yield Entry(
            one.key,
            one.due_date or today,
            Kind.DUE,
            mark,
            one.text,
            one.outward_name,
            one.to_body,
            one.owner,
            one.url,
            one.closed,
        )


def _standing_entries(viewer: Actor, year: int, today: date, now: datetime) -> Iterator[Entry]:
    looks = StandingFiring.objects.select_related("obligation").order_by("fires_date", "id")
    rows = visible_standing(viewer, now).prefetch_related(Prefetch("firings", queryset=looks))
    for row in with_answered(rows).order_by("created_at", "id"):
        answered: date | None = row.answered  # type: ignore[attr-defined]  # annotated by with_answered
        standing = shown_standing(row, today, answered)
        for entry in (*_looks(row, standing, today), *_to_come(standing, row, year, today), *_review(standing)):
            if entry.day.year == year:
                yield entry


def _entry(standing: Standing, day: date, mark: Mark, kind: Kind | None = None) -> Entry:
    usual = Kind.LOOKED_AT if standing.condition else Kind.PRESENTED
    return Entry(
        standing.key,
        day,
        kind or usual,
        mark,
        standing.title,
        standing.outward_name,
        standing.body,
        standing.owner,
        standing.url,
        standing.closed,
    )


def _looks(row: StandingDecision, standing: Standing, today: date) -> Iterator[Entry]:
    """Yield what was looked at; what became an obligation stands as that does."""
    marks = {
        Result.FIRED: Mark.FIRED,
        Result.NOT_MET: Mark.NOT_MET,
        Result.MISSING: Mark.MISSING,
        Result.SKIPPED: Mark.SKIPPED,
    }
    for look in row.firings.all():
        result = Result(look.result)
        fired = result is Result.FIRED
        entry = _entry(
            standing, look.due_date if fired else _day(standing, look.fires_date, look.due_date), marks[result]
        )
        if fired:
            entry = replace(entry, kind=Kind.PRESENTED, url=look.receipt_url or entry.url)
        if look.obligation is not None:
            promised = shown(look.obligation, today)
            mark = Mark.LATE if promised.is_late else Mark.FIRED if promised.status in ACTIVE else Mark.DONE
            entry = replace(entry, mark=mark)
        yield entry


def _to_come(standing: Standing, row: StandingDecision, year: int, today: date) -> Iterator[Entry]:
    """Yield the periods that nobody has answered: planned, late when the run has not looked, or only proposed."""
    if standing.state.is_over:
        return
    answered = {look.period for look in row.firings.all()}
    start, end = date(year, 1, 1) - _REACH, date(year + 1, 1, 1) + _REACH
    first = row.watched_from_date if standing.state is State.IN_FORCE else max(today, standing.starts or today)
    newest: date | None = row.answered  # type: ignore[attr-defined]  # annotated by with_answered
    begins = max(start, first or start, newest + _ONE_DAY if newest else start)
    for one in occurrences(standing.recurrence, begins, min(end, standing.ends or end)):
        if one.period not in answered:
            yield _entry(standing, _day(standing, one.fires, one.due), _mark(standing, one, today))


def _mark(standing: Standing, one: Occurrence, today: date) -> Mark:
    if standing.state is State.PROPOSED:
        return Mark.PROPOSED
    if standing.state is State.SUSPENDED:
        return Mark.SUSPENDED
    return Mark.LATE if one.fires < today else Mark.PLANNED


def _day(standing: Standing, fires: date, due: date) -> date:
    """Return where a period stands in the year: where it is looked at, or where it is presented."""
    return fires if standing.condition else due


def _review(standing: Standing) -> Iterator[Entry]:
    if standing.review is not None and not standing.state.is_over:
        yield _entry(standing, standing.review, Mark.LATE if standing.is_review_late else Mark.PLANNED, Kind.REVIEW)
