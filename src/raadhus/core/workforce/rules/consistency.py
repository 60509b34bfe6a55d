"""What rows must agree on, among themselves and with what is known: one row a key, no overlapping absences or terms of one employment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, Problem
from raadhus.kernel.danish import short_date

_DAY = timedelta(days=1)
_NONE: Mapping[str, Sequence["Span"]] = {}


class Span(NamedTuple):
    """Days from the first to the last of something, and the line that tells of it; 0 for what was known before."""

    first: date
    last: date
    line: int


def contradictions(
    rows: Iterable[tuple[int, EmploymentRow | AbsenceRow]], known: Mapping[str, Sequence[Span]] = _NONE
) -> Iterator[Problem]:
    """Yield what contradicts a row that stands earlier in the file (the same key again, or days that overlap) or what is known.

    `known` are the spans of each employment that the file neither repeats nor ends.
    """
    own: dict[str, list[tuple[int, EmploymentRow | AbsenceRow]]] = {}
    for pair in rows:
        own.setdefault(pair[1].employment, []).append(pair)
    for employment, told in own.items():
        before = known.get(employment, ())
        if len(told) > 1 or before:
            yield from _of_one(told, before)


def _of_one(told: Sequence[tuple[int, EmploymentRow | AbsenceRow]], before: Sequence[Span]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    spans = list(before)
    for line, row in told:
        if row.key in seen:
            yield Problem(line, "", f"den samme række står også i linje {seen[row.key]}.")
            continue
        seen[row.key] = line
        spans.append(span_of(row, line))
    spans.sort()
    yield from _overlaps(spans)


def span_of(row: EmploymentRow | AbsenceRow, line: int) -> Span:
    """Return the days of a row; what goes on has no last one."""
    if isinstance(row, AbsenceRow):
        return Span(row.first, row.last or date.max, line)
    return Span(row.start, date.max if row.end is None else day_before(row.end), line)


def day_before(end: date) -> date:
    """Return the last day of a period that ends before `end`."""
    return end - _DAY


def _overlaps(spans: Sequence[Span]) -> Iterator[Problem]:
    """Yield each line that overlaps an earlier one or something known. What is known does not overlap itself."""
    latest: Span | None = None
    known: Span | None = None
    for span in spans:
        if not span.line:
            known = span if known is None or span.last > known.last else known
            if latest and span.first <= latest.last:
                yield _against(latest.line, span)
            continue
        if latest and span.first <= latest.last:
            yield Problem(span.line, "", f"overlapper med linje {latest.line} i samme ansættelse.")
        elif known and span.first <= known.last:
            yield _against(span.line, known)
        if latest is None or span.last > latest.last:
            latest = span


def _against(line: int, known: Span) -> Problem:
    return Problem(
        line,
        "",
        f"overlapper med en periode fra {short_date(known.first)}, der allerede er kendt i samme ansættelse; "
        "send den rettede periode med, eller en fil med alt.",
    )
