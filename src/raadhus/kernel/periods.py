"""Half-open periods [start, end): the end is the first day that no longer counts, and None means still running."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = 12
# Every month has as many days, so no month's length need be asked for.
_IN_EVERY_MONTH = 28


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to and not including `end`. Raises ValueError when the end is not after the start."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            msg = f"Perioden slutter {self.end}, før den er begyndt {self.start}."
            raise ValueError(msg)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Return True when the two periods share at least one day."""
        begins_before_other_ends = other.end is None or self.start < other.end
        return begins_before_other_ends and (self.end is None or other.start < self.end)


def iso_day(text: str | None) -> date | None:
    """Return the day of an ISO text such as "2026-03-01", or None when it is none: an address asks for no day, or for one that cannot be."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def months_before(day: date, months: int) -> date:
    """Return the same day so many calendar months before (after, when negative), or that month's last when it has no such day.

    Before the calendar begins it is the calendar's first day. Raises ValueError after the calendar's end.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    if year < 1:
        return date.min
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
