"""When something is due: a day, a month or a quarter, as it was promised (docs/rules/obligations.md)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.kernel.danish import MONTHS, long_date
from raadhus.kernel.errors import WrongInput

SOON = timedelta(days=7)
# What is said back of a text that is no due date.
_LONGEST_SHOWN = 40

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTHS_IN_QUARTER = 3
# As a Danish hand writes them: 14.8.2026, 14-08-2026, 14. august 2026, august 2026, 3. kvartal 2026, Q3 2026.
_NAMES = "|".join(MONTHS)
_WRITTEN_DAY = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})")
_NAMED_DAY = re.compile(rf"(?:den\s+)?(\d{{1,2}})\.?\s+({_NAMES})\s+(\d{{4}})", re.IGNORECASE)
_NAMED_MONTH = re.compile(rf"({_NAMES})\s+(\d{{4}})", re.IGNORECASE)
_NAMED_QUARTER = re.compile(r"(?:([1-4])\.?\s*kvartal|q([1-4]))\s+(\d{4})", re.IGNORECASE)


class NotADueDate(WrongInput):
    """The text is neither a day, a month nor a quarter."""


@dataclass(frozen=True, slots=True)
class Due:
    """When it is due: as it is kept ("2025-08"), the last day that still counts, and how it is said in Danish."""

    text: str
    last_day: date
    label: str


def parse_due(text: str) -> Due:
    """Return the due date of "2025-08-14", "2025-08" or "2025-Q3", or of the same in Danish words. Raises NotADueDate."""
    try:
        return _parsed(_kept(" ".join(text.split())))
    except ValueError as error:
        raise NotADueDate(
            f"Fristen »{text[:_LONGEST_SHOWN]}« kan ikke læses. Skriv en dag (14. august 2026), en måned (august 2026) eller et kvartal "
            "(3. kvartal 2026)."
        ) from error


def _kept(text: str) -> str:
    """Return a due date as it is kept; what is written in no Danish way is returned as it is."""
    if found := _WRITTEN_DAY.fullmatch(text):
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    if found := _NAMED_DAY.fullmatch(text):
        return f"{found[3]}-{_number(found[2]):02d}-{int(found[1]):02d}"
    if found := _NAMED_MONTH.fullmatch(text):
        return f"{found[2]}-{_number(found[1]):02d}"
    if found := _NAMED_QUARTER.fullmatch(text):
        return f"{found[3]}-Q{found[1] or found[2]}"
    return text


def _number(month: str) -> int:
    return MONTHS.index(month.casefold()) + 1


def _parsed(text: str) -> Due:
    if found := _DAY.fullmatch(text):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return Due(text, day, long_date(day))
    if found := _MONTH.fullmatch(text):
        last = _last_day(int(found[1]), int(found[2]))
        return Due(text, last, f"{MONTHS[last.month - 1]} {last.year}")
    if found := _QUARTER.fullmatch(text):
        year, quarter = int(found[1]), int(found[2])
        return Due(text, _last_day(year, quarter * _MONTHS_IN_QUARTER), f"{quarter}. kvartal {year}")
    raise ValueError(text)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def is_late(last_day: date | None, today: date) -> bool:
    """Return True when the last day that counted has gone by."""
    return last_day is not None and last_day < today


def is_soon(last_day: date | None, today: date) -> bool:
    """Return True when it is not late but due within a week."""
    return last_day is not None and today <= last_day <= today + SOON
