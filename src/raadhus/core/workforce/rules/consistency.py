"""What rows must agree on among themselves: one row a key, no overlapping absences or terms of one employment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, Problem

_DAY = timedelta(days=1)


def contradictions(rows: Iterable[tuple[int, EmploymentRow | AbsenceRow]]) -> Iterator[Problem]:
    """Yield what contradicts a row that stands earlier in the file: the same key again, or days that overlap."""
    seen: dict[str, int] = {}
    spans: dict[str, list[tuple[date, date, int]]] = defaultdict(list)
    for line, row in rows:
        if row.key in seen:
            yield Problem(line, "", f"den samme række står også i linje {seen[row.key]}.")
            continue
        seen[row.key] = line
        spans[row.employment].append((*_days(row), line))
    for own in spans.values():
        if len(own) > 1:
            yield from _overlaps(sorted(own))


def _days(row: EmploymentRow | AbsenceRow) -> tuple[date, date]:
    """Return the first and the last day."""
    if isinstance(row, AbsenceRow):
        return row.first, row.last or date.max
    return row.start, date.max if row.end is None else row.end - _DAY


def _overlaps(spans: list[tuple[date, date, int]]) -> Iterator[Problem]:
    latest, latest_line = spans[0][1], spans[0][2]
    for first, last, line in spans[1:]:
        if first <= latest:
            yield Problem(line, "", f"overlapper med linje {latest_line} i samme ansættelse.")
        if last > latest:
            latest, latest_line = last, line
