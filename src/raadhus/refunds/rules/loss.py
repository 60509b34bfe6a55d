"""What was lost of an absence: which days, how many hours, how many øre, and why; every krone can be told (docs/rules/refunds.md)."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from raadhus.kernel.danish import short_date
from raadhus.kernel.danish_calendar import holidays
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.sources import rule
from raadhus.refunds.rules.cases import Absence, Kind, Settings
from raadhus.refunds.rules.deadlines import window
from raadhus.refunds.rules.rates import FIRST_DAY, RATES, SECTION_50, STARTS, WEEKLY_HOURS

_WORKDAYS = 5
_WEEK = 7
_LEAST_PARTIAL = 4
_MOST_HOURS = Decimal(WEEKLY_HOURS)
_Priced: TypeAlias = tuple[date, date, int, int]


class Why(StrEnum):
    """Which of the two steps lost the days, or that the authority refused the rest."""

    NOTIFIED_LATE = "notified_late"
    NEVER_NOTIFIED = "never_notified"
    CLAIMED_LATE = "claimed_late"
    NEVER_CLAIMED = "never_claimed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LostStretch:
    """Lost weekdays in [start, end) at one rate. `hours` are hours in all, `rate_ore` is what an hour is worth."""

    start: date
    end: date
    why: Why
    days: int
    hours_a_day: Fraction
    rate_ore: int

    @property
    def hours(self) -> Fraction:
        """The hours in all."""
        return self.days * self.hours_a_day

    @property
    def worth(self) -> int:
        """The øre that one hour a day of these days is worth: what stretches of one loss are weighed by, in whole numbers."""
        return self.days * self.rate_ore

    @property
    def amount(self) -> Fraction:
        """The øre before rounding."""
        return self.worth * self.hours_a_day


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost of one absence; nothing when there are no stretches, which all have the same hours a day.

    `lost_ore` is rounded once, half up.
    """

    absence: Absence
    stretches: tuple[LostStretch, ...]

    @property
    def hours(self) -> Fraction:
        """The lost hours."""
        return self.stretches[0].hours_a_day * self.days if self.stretches else Fraction(0)

    @property
    def lost_ore(self) -> int:
        """The lost amount in whole øre."""
        if not self.stretches:
            return 0
        # All days of a loss have the same hours, so the exact sum is one of whole numbers.
        return rounded(self.stretches[0].hours_a_day * sum(one.worth for one in self.stretches))

    @property
    def days(self) -> int:
        """The lost weekdays."""
        return sum(one.days for one in self.stretches)


def rounded(amount: Fraction) -> int:
    """Return whole øre, half up."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def loss_of(absence: Absence, settings: Settings, as_of: date) -> Loss:
    """Return what was lost of the absence, as things stood on `as_of`. Raises WrongInput for days before the first known rate.

    No day is counted twice: what the notification lost, the claim cannot lose again, and a refusal only what was left.
    """
    hours = hours_a_day(absence)
    if not hours:
        return Loss(absence, ())
    frame = window(absence, settings, as_of)
    taken = max(frame.from_notification, frame.from_claim)
    late = Why.NOTIFIED_LATE if absence.notified else Why.NEVER_NOTIFIED
    old = Why.CLAIMED_LATE if absence.claimed else (Why.NEVER_CLAIMED if absence.notified else Why.NEVER_NOTIFIED)
    parts = (
        (frame.start, frame.from_notification, late),
        (frame.from_notification, taken, old),
        (taken, frame.end if absence.is_refused else taken, Why.REFUSED),
    )
    found = (
        LostStretch(begin, finish, why, days, hours, rate)
        for start, end, why in parts
        if start < end
        for begin, finish, days, rate in _priced(start, end, absence.hourly_wage_ore, settings)
    )
    return Loss(absence, tuple(found))


@rule(SECTION_50)
def hours_a_day(absence: Absence) -> Fraction:
    """Return the hours of each weekday: a fifth of the week's, at most 7,4; of a partial absence those away (none under 4 a week)."""
    weekly = absence.weekly_hours
    if (absence.is_partial or absence.kind is Kind.PARTIAL) and absence.absence_hours is not None:
        if absence.absence_hours < _LEAST_PARTIAL:
            return Fraction(0)
        weekly = min(weekly, absence.absence_hours)
    return _fifth(min(weekly, _MOST_HOURS))


@cache
def _fifth(weekly: Decimal) -> Fraction:
    """Return a fifth of a week's hours; there are few different weeks."""
    return Fraction(weekly) / _WORKDAYS


def _priced(start: date, end: date, wage: int | None, settings: Settings) -> Iterator[_Priced]:
    """Yield [start, end) cut where the rate changes, with weekdays and øre an hour; parts without weekdays are left out."""
    if start < FIRST_DAY:
        raise WrongInput(
            f"Satsen for {short_date(start)} kendes ikke; den første kendte gælder fra {short_date(FIRST_DAY)}."
        )
    cuts = [start, *(day for day in STARTS if start < day < end), end]
    for begin, finish in itertools.pairwise(cuts):
        days = weekdays(begin, finish, settings)
        if days:
            rate = RATES.on(begin).hour_ore
            yield begin, finish, days, rate if wage is None else min(rate, wage)


def weekdays(start: date, end: date, settings: Settings) -> int:
    """Return the number of Mondays to Fridays in [start, end), without public holidays where those do not count."""
    whole, rest = divmod((end - start).days, _WEEK)
    days = whole * _WORKDAYS + sum((start.weekday() + place) % _WEEK < _WORKDAYS for place in range(rest))
    if settings.count_public_holidays:
        return days
    years = range(start.year, end.year + 1)
    return days - sum(start <= day < end and day.weekday() < _WORKDAYS for year in years for day in holidays(year))


def lost_days(stretch: LostStretch, settings: Settings) -> Iterator[date]:
    """Yield the weekdays of a stretch, one by one, for those who want to see each."""
    for place in range((stretch.end - stretch.start).days):
        day = stretch.start + timedelta(days=place)
        if day.weekday() < _WORKDAYS and (settings.count_public_holidays or day not in holidays(day.year)):
            yield day
