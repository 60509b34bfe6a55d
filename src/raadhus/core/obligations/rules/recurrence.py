"""When something comes back: yearly in some months, half-yearly, quarterly or every N months (docs/rules/obligations.md).

A period is one month that the recurrence names. Its day in that month, clamped to the month's last, is when it is to be presented;
it fires some working days before or after. A day on which nobody works gives way to the next working day.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadhus.kernel.danish_calendar import working_day_from, working_days_after, working_days_before
from raadhus.kernel.errors import WrongInput

MONTHS = 12
LAST_DAY = 31
MOST_SHIFT = 60
MOST_EVERY = 60
FIRST_YEAR, LAST_YEAR = 1900, 2199
# Sixty working days are less than four months, with Christmas and Easter among them.
_REACH = 4


class NotARecurrence(WrongInput):
    """What was given does not say when it comes back."""


class Rhythm(StrEnum):
    """How often; `label` is Danish."""

    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    EVERY_MONTHS = "every_months"

    @property
    def label(self) -> str:
        """The Danish words."""
        return _LABELS[self]


_LABELS = {
    Rhythm.YEARLY: "Hvert år",
    Rhythm.HALF_YEARLY: "Hvert halve år",
    Rhythm.QUARTERLY: "Hvert kvartal",
    Rhythm.EVERY_MONTHS: "Med et antal måneders mellemrum",
}
_STEP = {Rhythm.HALF_YEARLY: 6, Rhythm.QUARTERLY: 3}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rhythm and a day. Raises NotARecurrence when it does not hold together.

    `months`: yearly, the months; half-yearly and quarterly, one month in which it falls, the others follow from it.
    `every` and `first`: every so many months, counted from the month of that day. `day` is the day of the month (31 is its last),
    `shift` how many working days before (negative) or after (positive) it fires.
    """

    rhythm: Rhythm
    months: tuple[int, ...] = ()
    every: int = 0
    first: date | None = None
    day: int = 1
    shift: int = 0

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise NotARecurrence(fault)

    def names(self, year: int, month: int) -> bool:
        """Return whether the month is one of its periods."""
        if self.rhythm is Rhythm.YEARLY:
            return month in self.months
        if self.rhythm is Rhythm.EVERY_MONTHS:
            first = _count(self.first.year, self.first.month) if self.first else 0
            return _count(year, month) >= first and (_count(year, month) - first) % self.every == 0
        return (month - self.months[0]) % _STEP[self.rhythm] == 0


def _fault(given: Recurrence) -> str:
    """Return the sentence that says what is missing or wrong, or nothing."""
    if not 1 <= given.day <= LAST_DAY:
        return "Dagen i måneden skal være fra 1 til 31 (31 er månedens sidste dag)."
    if abs(given.shift) > MOST_SHIFT:
        return f"Antallet af arbejdsdage før eller efter må højst være {MOST_SHIFT}."
    return _fault_of_count(given) if given.rhythm is Rhythm.EVERY_MONTHS else _fault_of_months(given)


def _fault_of_count(given: Recurrence) -> str:
    if not 1 <= given.every <= MOST_EVERY:
        return f"Skriv, hvor mange måneder der går imellem: fra 1 til {MOST_EVERY}."
    if given.first is None or not FIRST_YEAR <= given.first.year <= LAST_YEAR:
        return "Skriv den første måned, der tælles fra."
    return ""


def _fault_of_months(given: Recurrence) -> str:
    if not given.months or any(not 1 <= month <= MONTHS for month in given.months):
        return "Vælg mindst én måned."
    if given.rhythm is not Rhythm.YEARLY and len(given.months) > 1:
        return "Vælg kun den måned, der tælles fra; de andre følger af den."
    return ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One period of a recurrence: its month ("2026-06"), the day it fires, and the day by which it is to be presented."""

    period: str
    fires: date
    due: date


def occurrences(recurrence: Recurrence, start: date, end: date) -> Iterator[Occurrence]:
    """Yield what fires in [start, end), in order. Never two in one period."""
    first = max(_count(start.year, start.month) - _REACH, _count(FIRST_YEAR, 1))
    last = min(_count(end.year, end.month) + _REACH, _count(LAST_YEAR, MONTHS))
    for number in range(first, last + 1):
        year, month = number // MONTHS, number % MONTHS + 1
        if recurrence.names(year, month):
            found = _occurrence(recurrence, year, month)
            if start <= found.fires < end:
                yield found


def next_occurrence(recurrence: Recurrence, start: date, end: date | None = None) -> Occurrence | None:
    """Return the first that fires on `start` or later, and before `end`; None when none does."""
    reach = start.year + MOST_EVERY // MONTHS + 1
    if recurrence.first is not None:
        reach = max(reach, recurrence.first.year + 1)
    horizon = date(min(reach, LAST_YEAR), MONTHS, LAST_DAY)
    return next(occurrences(recurrence, start, min(end, horizon) if end else horizon), None)


def _occurrence(recurrence: Recurrence, year: int, month: int) -> Occurrence:
    named = date(year, month, min(recurrence.day, monthrange(year, month)[1]))
    due = working_day_from(named)
    if recurrence.shift < 0:
        fires = working_days_before(named, -recurrence.shift)
    elif recurrence.shift > 0:
        fires = working_days_after(named, recurrence.shift)
    else:
        fires = due
    return Occurrence(f"{year:04}-{month:02}", fires, max(due, fires))


def _count(year: int, month: int) -> int:
    return year * MONTHS + month - 1
