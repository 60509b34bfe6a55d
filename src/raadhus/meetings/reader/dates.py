"""Danish dates and times of day, as printed in agendas and minutes."""

import re
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.danish import MONTHS

_MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, 1)
}
_MONTH = "|".join([*MONTHS, *(rf"{name[:3]}\.?" for name in MONTHS)])
_WORDS = rf"(?P<day>\d{{1,2}})\.?\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})"
_NUMBERS = r"(?P<day2>\d{1,2})\s?[-./]\s?(?P<month2>\d{1,2})\s?[-./]\s?(?P<year2>\d{4}|\d{2})(?!\d)"
_ISO = r"(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})"
DATE = rf"(?:{_WORDS}|(?<![\d.-]){_ISO}|(?<![\d.-]){_NUMBERS})"
_DATE = re.compile(DATE, re.IGNORECASE)
# The same without named groups, for use inside larger patterns.
DATE_PART = re.sub(r"\?P<\w+>", "?:", DATE)
_TIME = re.compile(
    r"(?:kl(?:okken)?\.?\s*|0000\s*[-–,|]\s*|(?<=\d{4}\s)|(?<=\d{2}\s)|^|tidspunkt:?\s*)(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?::[0-5]\d)?(?![\d.,:-]*\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?P<h1>[01]?\d|2[0-3])[.:](?P<m1>[0-5]\d)(?::\d\d)?\s*(?:-|–|—|til|slut:?|sluttidspunkt:?|slutter)\s*(?:kl\.?\s*)?"
    r"(?P<h2>[01]?\d|2[0-3])[.:](?P<m2>[0-5]\d)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"kl\.?\s*(?P<h1>[01]?\d|2[0-3])\s*[-–]\s*(?P<h2>[01]?\d|2[0-3])(?![.:\d-])", re.IGNORECASE)
_CENTURY_TURN = 70


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: ISO, and where it stands."""

    iso: str
    start: int
    end: int


def find_date(text: str, start: int = 0) -> Found | None:
    """Return the first real date in the text from `start`, or None."""
    for match in _DATE.finditer(text, start):
        iso = _iso(match)
        if iso:
            return Found(iso, match.start(), match.end())
    return None


def find_times(text: str) -> tuple[str | None, str | None]:
    """Return start and end time as HH:MM from a text that says when a meeting is, None where it does not."""
    hours = _HOURS.search(text)
    if hours:
        return _clock(hours["h1"], "00"), _clock(hours["h2"], "00")
    both = _RANGE.search(text)
    if both:
        return _clock(both["h1"], both["m1"]), _clock(both["h2"], both["m2"])
    rest = _without_dates(text)
    times = [_clock(match["hour"], match["minute"] or "00") for match in _TIME.finditer(rest) if _is_time(match)]
    return (times[0] if times else None), (times[1] if len(times) > 1 else None)


def _without_dates(text: str) -> str:
    return _DATE.sub("0000", text)


def _is_time(match: re.Match[str]) -> bool:
    """Take a bare number for a time only after "kl."; with minutes it is one anywhere."""
    return match["minute"] is not None or match[0].casefold().startswith("kl")


def _clock(hour: str, minute: str) -> str:
    return f"{int(hour):02d}:{minute}"


def _iso(match: re.Match[str]) -> str | None:
    if match["month"]:
        parts = (match["year"], _MONTH_NUMBER[match["month"].casefold().rstrip(".")], match["day"])
    elif match["year3"]:
        parts = (match["year3"], int(match["month3"]), match["day3"])
    else:
        parts = (match["year2"], int(match["month2"]), match["day2"])
    year = int(parts[0])
    if year < 100:  # noqa: PLR2004 - a year of two digits
        year += 1900 if year >= _CENTURY_TURN else 2000
    try:
        return date(year, parts[1], int(parts[2])).isoformat()
    except ValueError:
        return None
