"""What became of what was promised: counts and lead times (docs/rules/obligations.md)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles

from raadhus.core.obligations.rules.due import is_late
from raadhus.core.obligations.rules.status import Status

# A lead time falls in the first of these that it does not exceed; the last has no end.
STEPS = (14, 30, 90, 180, 365)
_FEWEST_FOR_QUARTILES = 4


@dataclass(frozen=True, slots=True)
class Followed:
    """One obligation as it is counted."""

    status: Status
    due: date | None
    ordered: date | None
    decided: date
    ended: date | None
    body: str
    unit: str
    has_owner: bool

    @property
    def days_to_decision(self) -> int | None:
        """Days from order to decision; None when nobody wrote down the order, or it is after the decision."""
        return _days(self.ordered, self.decided)

    @property
    def days_to_done(self) -> int | None:
        """Days from decision to done; None unless it is done."""
        return _days(self.decided, self.ended) if self.status is Status.DONE else None

    @property
    def days_in_all(self) -> int | None:
        """Days from order to done; None unless it is done and the order is known."""
        return _days(self.ordered, self.ended) if self.status is Status.DONE else None


def _days(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None or end < start else (end - start).days


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a group. Late are among the open; without owner are among the open; `median_days` is decision to done."""

    name: str
    open: int
    late: int
    done: int
    dropped: int
    without_owner: int
    median_days: float | None

    @property
    def total(self) -> int:
        """All of them: each is open, done or dropped."""
        return self.open + self.done + self.dropped


@dataclass(frozen=True, slots=True)
class Spread:
    """How lead times are spread: how many, the median, the quartiles (from four on), and counts up to each of STEPS and beyond."""

    count: int
    median: float | None
    lower: float | None
    upper: float | None
    counts: tuple[int, ...]


def tally(name: str, rows: Sequence[Followed], today: date) -> Tally:
    """Count a group on a day."""
    active = [row for row in rows if row.status.is_active]
    done = sum(row.status is Status.DONE for row in rows)
    days = [row.days_to_done for row in rows if row.days_to_done is not None]
    return Tally(
        name=name,
        open=len(active),
        late=sum(is_late(row.due, today) for row in active),
        done=done,
        dropped=len(rows) - len(active) - done,
        without_owner=sum(not row.has_owner for row in active),
        median_days=float(median(days)) if days else None,
    )


def tallies(rows: Iterable[Followed], group: Callable[[Followed], str], today: date) -> tuple[Tally, ...]:
    """Count by group, in order of name; the group without a name comes last."""
    groups: dict[str, list[Followed]] = {}
    for row in rows:
        groups.setdefault(group(row), []).append(row)
    return tuple(tally(name, groups[name], today) for name in sorted(groups, key=lambda name: (not name, name)))


def spread(days: Sequence[int]) -> Spread:
    """Return how the days are spread. Half of them are at most the median, a quarter at most the lower quartile."""
    counts = [0] * (len(STEPS) + 1)
    for number in days:
        counts[next((place for place, step in enumerate(STEPS) if number <= step), len(STEPS))] += 1
    quartiles = quantiles(days, n=4, method="inclusive") if len(days) >= _FEWEST_FOR_QUARTILES else None
    return Spread(
        count=len(days),
        median=float(median(days)) if days else None,
        lower=quartiles[0] if quartiles else None,
        upper=quartiles[2] if quartiles else None,
        counts=tuple(counts),
    )
