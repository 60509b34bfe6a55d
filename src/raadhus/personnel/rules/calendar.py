"""Months with their reference day, and working days counted once and looked up ever after."""

import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from raadhus.kernel.danish_calendar import is_working_day

NO_END = date.max.toordinal()
_MONTHS = 12


class Month(NamedTuple):
    """A month in plain numbers: `number` counts months, days are ordinals, `after` is the first day of the next month."""

    number: int
    first: int
    after: int
    reference: int
    reference_day: int

    @property
    def name(self) -> str:
        """Return "2024-11"."""
        return f"{self.number // _MONTHS:04}-{self.number % _MONTHS + 1:02}"


def month_number(day: date) -> int:
    """Return the number that months count by: twelve a year."""
    return day.year * _MONTHS + day.month - 1


def month_of(number: int) -> Month:
    """Return the month with this number; its reference day is its last day."""
    first = date(number // _MONTHS, number % _MONTHS + 1, 1)
    after = date((number + 1) // _MONTHS, (number + 1) % _MONTHS + 1, 1)
    last = after - timedelta(days=1)
    return Month(number, first.toordinal(), after.toordinal(), last.toordinal(), last.day)


def months_of(year: int) -> tuple[Month, ...]:
    """Return the twelve months of a year."""
    return tuple(month_of(year * _MONTHS + month) for month in range(_MONTHS))


def whole_months(from_month: int, from_day: int, to_month: int, to_day: int) -> int:
    """Return how many whole months lie between two days, each given as month number and day of the month."""
    return to_month - from_month - (to_day < from_day)


class WorkingDays:
    """How many working days (Monday to Friday outside holidays and closing days) lie before each day of a span of years."""

    def __init__(self, first_year: int, last_year: int) -> None:
        self._first = date(first_year, 1, 1).toordinal()
        self._last = date(last_year, 12, 31).toordinal()
        days = range(self._first, self._last + 1)
        self._working = [day for day in days if is_working_day(date.fromordinal(day))]

    def between(self, start: int, end: int) -> int:
        """Return the working days of [start, end), days as ordinals. Raises ValueError outside the years that were counted."""
        if end <= start:
            return 0
        if start < self._first or end > self._last + 1:
            raise ValueError("Dagene ligger uden for de år, kalenderen er talt for.")
        return bisect.bisect_left(self._working, end) - bisect.bisect_left(self._working, start)

    def rows(self) -> Iterator[tuple[int, int]]:
        """Yield every day with the number of working days before it, and the day after the last: the engines' calendar table."""
        before = 0
        working = set(self._working)
        for day in range(self._first, self._last + 2):
            yield day, before
            before += day in working
