"""What is to fire today: the newest period that nobody has answered, and those that downtime made us miss (docs/rules/obligations.md)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from raadhus.core.obligations.rules.recurrence import Occurrence, Recurrence, occurrences
from raadhus.kernel.danish_calendar import working_days_after

_ONE_DAY = timedelta(days=1)
# Nobody writes a case, and no agenda is sent, on the day it is asked for.
SHORTEST_LEAD = 10


class Result(StrEnum):
    """How one period of a standing decision ended; `label` is Danish."""

    FIRED = "fired"
    NOT_MET = "not_met"
    MISSING = "missing"
    SKIPPED = "skipped"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]


_LABELS = {
    Result.FIRED: "Forelagt",
    Result.NOT_MET: "Betingelsen var ikke opfyldt",
    Result.MISSING: "Tallet mangler",
    Result.SKIPPED: "Sprunget over",
}


@dataclass(frozen=True, slots=True)
class Pending:
    """What has come round and waits: the newest period, and the older ones that are skipped for it."""

    newest: Occurrence
    skipped: tuple[Occurrence, ...] = ()


def pending(
    recurrence: Recurrence, *, watched_from: date, ends: date | None, today: date, answered: date | None
) -> Pending | None:
    """Return what waits on a day, or None.

    It counts from `watched_from` (the day it came into force, or was resumed) and before `ends`; `answered` is the day on which
    the newest period that was answered fired. A period whose figure was missing is not answered, and is looked at again.
    """
    start = max(watched_from, answered + _ONE_DAY) if answered else watched_from
    end = min(today + _ONE_DAY, ends) if ends else today + _ONE_DAY
    waiting = tuple(occurrences(recurrence, start, end))
    return Pending(waiting[-1], waiting[:-1]) if waiting else None


def to_be_presented(due: date, today: date) -> date:
    """Return the day by which what fires today is to be presented: the day it was meant for, or, when that gives no time, ten working days."""
    return due if due > today else working_days_after(today, SHORTEST_LEAD)


def year_before(day: date) -> date:
    """Return the same day of the year before; 28 February for a leap day."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
