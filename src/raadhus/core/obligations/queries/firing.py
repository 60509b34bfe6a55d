"""What the run would do on a day: which standing decisions wait, and what their figures say. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.obligations.models import StandingDecision
from raadhus.core.obligations.queries.figures import figure, value_of
from raadhus.core.obligations.queries.standing_shapes import Standing, condition_of, recurrence_of, shown_standing
from raadhus.core.obligations.queries.standing_visibility import with_answered
from raadhus.core.obligations.rules.condition import Comparison, Judged, judge
from raadhus.core.obligations.rules.firing import Pending, Result, pending, year_before
from raadhus.core.obligations.rules.recurrence import Occurrence
from raadhus.core.obligations.rules.standing import State
from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import FigureValue

_RESULTS = {Judged.MET: Result.FIRED, Judged.NOT_MET: Result.NOT_MET, Judged.MISSING: Result.MISSING}
_KEPT = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look on a day shows: the result, the Danish sentence, and the figures that it rests on."""

    result: Result
    reason: str
    value: FigureValue | None = None
    before: FigureValue | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """One line of the run's report: a standing decision, its newest waiting period, what was seen, and what was skipped for it.

    `went_to` is the name of what was made of it, and `went_to_url` its address; empty when nothing was (or in a dry run).
    """

    standing: Standing
    occurrence: Occurrence
    seen: Seen
    skipped: tuple[Occurrence, ...] = ()
    went_to: str = ""
    went_to_url: str = ""


@dataclass(frozen=True, slots=True)
class FiringReport:
    """What a run did, or would do: its looks, and the standing decisions whose period has run out."""

    looked: tuple[Looked, ...]
    ended: tuple[Standing, ...] = ()


def candidates(today: date) -> tuple[StandingDecision, ...]:
    """Return what is in force and may wait for a look, in the order in which it was made."""
    rows = StandingDecision.objects.filter(state=State.IN_FORCE.value, watched_from_date__lte=today)
    return tuple(with_answered(rows).order_by("created_at", "id"))


def run_out(today: date) -> tuple[StandingDecision, ...]:
    """Return what is not over although its period is."""
    live = [State.IN_FORCE.value, State.SUSPENDED.value]
    return tuple(StandingDecision.objects.filter(state__in=live, ends_date__lte=today).order_by("created_at", "id"))


def waiting(row: StandingDecision, answered: date | None, today: date) -> Pending | None:
    """Return the periods of one that wait on a day, or None."""
    if row.state != State.IN_FORCE.value or row.watched_from_date is None:
        return None
    return pending(
        recurrence_of(row),
        watched_from=row.watched_from_date,
        ends=row.ends_date,
        today=today,
        answered=answered,
    )


def look(row: StandingDecision, on: date) -> Seen:
    """Return what a look on a day shows: without a condition it fires, with one the figure is asked."""
    condition = condition_of(row)
    if condition is None:
        return Seen(Result.FIRED, f"Årshjulet: »{row.title}« skal forelægges for {row.body}.")
    known = figure(condition.figure_key)
    value = value_of(condition.figure_key, on)
    is_change = condition.comparison is Comparison.CHANGE
    before = value_of(condition.figure_key, year_before(on)) if is_change else None
    judgement = judge(condition, known.label if known else "", value, before)
    return Seen(_RESULTS[judgement.judged], judgement.sentence, value, before)


def planned_firings(viewer: Actor, *, now: datetime) -> FiringReport:
    """Return what the run would do now, and change nothing."""
    require(viewer, "obligations.fire", now=now)
    today = localdate(now)
    looked = tuple(_planned(today))
    return FiringReport(looked, tuple(shown_standing(row, today, None) for row in run_out(today)))


def _planned(today: date) -> Iterator[Looked]:
    for row in candidates(today):
        answered: date | None = row.answered  # type: ignore[attr-defined]  # annotated by with_answered
        found = waiting(row, answered, today)
        if found is not None:
            standing = shown_standing(row, today, answered)
            yield Looked(standing, found.newest, look(row, today), found.skipped)


def kept(value: FigureValue | None) -> Decimal | None:
    """Return a figure's value as it is kept, with four decimals."""
    return None if value is None else Decimal(value.value).quantize(_KEPT, rounding=ROUND_HALF_UP)
