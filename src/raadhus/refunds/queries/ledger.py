"""The ledger: a year's lost refund by centre, cause and lateness, and the years beside each other.

HR and the auditor see it exactly. The board and the centre heads see what rules/release.py lets be told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.kernel.actors import Actor
from raadhus.refunds.queries.entries import entries, order_of
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.queries.years import YearSum, concern_on, year_sums
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.concern import Concern
from raadhus.refunds.rules.ledger import Entry, by_cause, by_lateness, centre_table
from raadhus.refunds.rules.release import Released, ReleasedLine, released


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, its cases, the causes in words (exact tables only), and the lost øre."""

    name: str
    cases: int
    lost_ore: int
    causes: str = ""


@dataclass(frozen=True, slots=True)
class WrongEntries:
    """How the sum splits into wrong entries and lateness; told exactly or not at all."""

    cases: int
    lost_ore: int
    late_ore: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """One year told up, with the trend. A way of telling without lines is withheld, or there is nothing to tell.

    `least_cases` is the smallest number of cases that a line may be about for those who do not see the exact table.
    """

    year: int
    years: tuple[int, ...]
    is_exact: bool
    is_running: bool
    least_cases: int
    cases: int
    lost_ore: int
    by_centre: tuple[Line, ...]
    by_cause: tuple[Line, ...]
    by_lateness: tuple[Line, ...]
    wrong: WrongEntries | None
    trend: tuple[YearSum, ...]
    concern: Concern


def ledger(viewer: Actor, *, year: int | None = None, now: datetime) -> Ledger:
    """Return a year's ledger as the viewer may see it; without a year the latest that is over and lost something."""
    require(viewer, "refunds.read_sums", now=now)
    return told(year=year, exact=may(viewer, "refunds.read_exact", unit=WHOLE_HOUSE, now=now), today=localdate(now))


def told(*, year: int | None, exact: bool, today: date) -> Ledger:
    """Return a year's ledger, exactly or as it may be told; who may see it is asked by the caller."""
    sums = year_sums(today)
    chosen = year or _latest(sums, today)
    own = entries(chosen)
    held = settings_on(today)
    order = order_of(own)
    public = released(own, chosen, held.least_cases, is_over=chosen < today.year, order=order)
    whole = Ledger(
        year=chosen,
        years=_years(sums, chosen, today),
        is_exact=exact,
        is_running=chosen >= today.year,
        least_cases=held.least_cases,
        cases=public.cases,
        lost_ore=public.lost_ore,
        by_centre=(),
        by_cause=(),
        by_lateness=(),
        wrong=None,
        trend=sums,
        concern=concern_on(chosen, today, sums),
    )
    return _exactly(whole, own, order) if exact else _as_released(whole, public)


def has_small_lines(year: int, today: date) -> bool:
    """Return True when the exact table of a year has a line about fewer people than may be told."""
    least = settings_on(today).least_cases
    return any(row.cases < least for row in centre_table(entries(year), year).rows)


def _latest(sums: Iterable[YearSum], today: date) -> int:
    over = [one.year for one in sums if one.lost_ore and not one.is_running and not one.source]
    return max(over, default=today.year)


def _years(sums: Iterable[YearSum], chosen: int, today: date) -> tuple[int, ...]:
    known = {one.year for one in sums if not one.source}
    return tuple(sorted(known | {chosen, today.year}, reverse=True))


def _exactly(whole: Ledger, own: tuple[Entry, ...], order: tuple[str, ...]) -> Ledger:
    table = centre_table(own, whole.year, order)
    return replace(
        whole,
        by_centre=tuple(Line(row.centre, row.cases, row.lost_ore, row.causes) for row in table.rows),
        by_cause=tuple(Line(cause.label, *told) for cause, told in by_cause(own, whole.year).items()),
        by_lateness=tuple(Line(*band[:2], band[2]) for band in by_lateness(own, whole.year) if band[1]),
        wrong=WrongEntries(table.wrong_cases, table.wrong_ore, table.late_ore),
    )


def _as_released(whole: Ledger, public: Released) -> Ledger:
    labels = {cause.value: cause.label for cause in Cause}
    return replace(
        whole,
        by_centre=_lines(public.by_centre, {}),
        by_cause=_lines(public.by_cause, labels),
        by_lateness=_lines(public.by_lateness, {}),
    )


def _lines(lines: Iterable[ReleasedLine], labels: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple(Line(labels.get(one.name, one.name), one.cases, one.lost_ore) for one in lines)
