"""When something is due: a day, a month or a quarter, as it was promised (docs/rules/obligations.md)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.kernel.danish import MONTHS, long_date
from raadhus.kernel.errors import WrongInput

SOON = timedelta(days=7)

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTHS_IN_QUARTER = 3


class NotADueDate(WrongInput):
    """The text is neither a day, a month nor a quarter."""


@dataclass(frozen=True, slots=True)
class Due:
    """When it is due: as promised ("2025-08"), the last day that still counts, and how it is said in Danish."""

    text: str
    last_day: date
    label: str


def parse_due(text: str) -> Due:
    """Return the due date of "2025-08-14", "2025-08" or "2025-Q3". Raises NotADueDate."""
    try:
        return _parsed(text)
    except ValueError as error:
        raise NotADueDate(
            f"Fristen {text!r} kan ikke læses. Skriv en dag (2025-08-14), en måned (2025-08) eller et kvartal (2025-Q3)."
        ) from error


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
