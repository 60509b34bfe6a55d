"""Dates as they stand in running text, with the weekday before them and with or without a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.danish import MONTHS, WEEKDAYS

_MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, 1)
}
_MONTH = "|".join([*MONTHS, *(rf"{name[:3]}\.?(?!\w)" for name in MONTHS)])
_SHORT_DAYS = {"man": 0, "tir": 1, "tirs": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4, "lør": 5, "søn": 6}
_WEEKDAY = "|".join([*WEEKDAYS, *(rf"{name}\." for name in _SHORT_DAYS)])
_DAY_BEFORE = rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+(?:(?:den|d\.|dag)\s*)?)?"
WRITTEN = rf"(?P<day>\d{{1,2}})\.?\s+(?P<month>{_MONTH})(?:\s+(?P<year>(?:19|20)\d{{2}})\b)?"
# One sort of separator, or a hyphen before the year, as in "2/6-2025".
NUMERIC = r"(?P<day>\d{1,2})\s?(?P<sign>[-./])\s?(?P<month>\d{1,2})\s?(?:(?P=sign)|-)\s?(?P<year>(?:19|20)\d{2}|\d{2})(?![\d/]|[.,-]\d)"
_ISO = r"(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"
_SLASHED = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])"
_EDGE = r"(?<![\d/-])(?<!\d\.)"
_PATTERNS = tuple(
    re.compile(rf"{_DAY_BEFORE}{_EDGE}{pattern}", re.IGNORECASE) for pattern in (WRITTEN, NUMERIC, _ISO, _SLASHED)
)
_CENTURY_TURN = 70
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: its numbers, not yet a day that exists. `weekday` is 0 for Monday; `year` None where not printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    text: str

    def on(self, year: int) -> date | None:
        """Return the day in a year, or None when there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exact(self) -> date | None:
        """The day, when the year is printed and the day exists."""
        return self.on(self.year) if self.year else None


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Yield the dates of a stretch of text; one without a year only when its month is a word or a weekday stands before it."""
    reached = len(text) if end is None else end
    found = [
        dated for pattern in _PATTERNS for match in pattern.finditer(text, start, reached) if (dated := _dated(match))
    ]
    last = -1
    for dated in sorted(found, key=lambda one: (one.start, -one.end)):
        if dated.start >= last:
            yield dated
            last = dated.end


def _dated(match: re.Match[str]) -> Dated | None:
    groups = match.groupdict()
    weekday, month = groups["weekday"], groups["month"].casefold().rstrip(".")
    year = int(groups["year"]) if groups.get("year") else None
    if year is None and month.isdigit() and (not weekday or not 1 <= int(month) <= len(MONTHS)):
        return None
    if year is not None and year < _CENTURY:
        year += 1900 if year >= _CENTURY_TURN else 2000
    return Dated(
        start=match.start(),
        end=match.end(),
        day=int(groups["day"]),
        month=int(month) if month.isdigit() else _MONTH_NUMBER[month],
        year=year,
        weekday=_weekday(weekday.casefold()) if weekday else None,
        text=match[0],
    )


def _weekday(name: str) -> int:
    return WEEKDAYS.index(name) if name in WEEKDAYS else _SHORT_DAYS[name.rstrip(".")]


def day_of(iso: str | None) -> date | None:
    """Return the meeting's day from a reading's ISO date, or None."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
