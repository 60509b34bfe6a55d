"""Months that are missing or are there twice: staff or absences fall or jump for a month or a few, and come back."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate

from raadhus.kernel.danish import MONTHS, number
from raadhus.personnel.rules.calendar import month_number
from raadhus.personnel.rules.checks.findings import ABSENCES, WHOLE, Check, Finding, Limits, Severity
from raadhus.personnel.rules.facts import Absence, Form, Terms

_MONTHS = 12


def staff_by_month(terms: Iterable[Terms], first: int, last: int, *, by_unit: bool) -> dict[str, list[int]]:
    """Return how many employments there are on the last day of each month from `first` to `last`: in all, or by unit without the hourly paid.

    People paid by the hour come and go with the season in one unit; in the whole municipality that shows less.
    """
    edges: dict[str, Counter[int]] = {}
    for one in terms:
        if by_unit and one.form is Form.HOURLY:
            continue
        # The reference day is the month's last, so terms are there in the month they begin in and not in the one they end in.
        start, end = month_number(one.start), last + 1 if one.end is None else month_number(one.end)
        if start < end and end > first and start <= last:
            edge = edges.setdefault(one.unit if by_unit else WHOLE, Counter())
            edge[max(start, first)] += 1
            edge[end] -= 1
    return {unit: list(accumulate(edge[month] for month in range(first, last + 1))) for unit, edge in edges.items()}


def odd_months(terms: Sequence[Terms], first: int, last: int, limits: Limits) -> Iterator[Finding]:
    """Yield the months in which the staff of the municipality, or of a unit, falls or doubles and comes back, or falls at the end."""
    for by_unit, percent in ((False, limits.whole_percent), (True, limits.unit_percent)):
        for unit, counts in staff_by_month(terms, first, last, by_unit=by_unit).items():
            for at, until in _odd(counts, percent, limits):
                yield _staff_finding(unit, counts, (at, until), first, limits)


def odd_absences(absences: Iterable[Absence], first: int, last: int, limits: Limits) -> Iterator[Finding]:
    """Yield the months in which next to no absence of any kind begins, though the months around have plenty."""
    begun = Counter(month_number(one.first) for one in absences)
    counts = [begun[month] for month in range(first, last + 1)]
    for at, until in _odd(counts, limits.absence_percent, limits):
        if counts[at] < counts[at - 1]:
            sentence = (
                f"Der begynder {number(counts[at])} fravær i {_month(first + at)}; måneden før var det {number(counts[at - 1])}. "
                f"Fraværet for {_span(first + at, first + until)} mangler i filen fra løn. Indlæs det."
            )
            may_be = min(counts[at:until]) > 0
            yield Finding(Check.MONTH, Severity.STOPS, ABSENCES, _day(first + at), sentence, may_be_right=may_be)


def _odd(counts: Sequence[int], percent: int, limits: Limits) -> Iterator[tuple[int, int]]:
    """Yield [at, until) of what falls below, or jumps above, both its neighbours by more than the per cent; the end may have fallen for good."""
    at = 1
    while at < len(counts):
        ends = _ends(at, len(counts), limits) if _steps(counts[at - 1], counts[at], percent) else ()
        until = next((end for end in ends if _stands_out(counts, at, end, percent, limits)), at)
        if until > at:
            yield at, until
        at = max(until, at + 1)


def _steps(before: int, count: int, percent: int) -> bool:
    """Return whether the count is so far from the one before that it can stand out at all; nearly none is."""
    return count * 100 < before * (100 - percent) or count * 100 > before * (100 + percent)


def _ends(at: int, length: int, limits: Limits) -> range:
    return range(at + 1, min(at + limits.longest_hole, length) + 1)


def _stands_out(counts: Sequence[int], at: int, end: int, percent: int, limits: Limits) -> bool:
    around = [counts[at - 1], *counts[end : end + 1]]
    part = counts[at:end]
    if min(around) < limits.least_staff:
        return False
    if len(around) == 1:
        return end == at + 1 and part[0] * 100 < around[0] * (100 - percent)
    return max(part) * 100 < min(around) * (100 - percent) or min(part) * 100 > max(around) * (100 + percent)


def _staff_finding(unit: str, counts: Sequence[int], found: tuple[int, int], first: int, limits: Limits) -> Finding:
    at, until = found
    is_newest, is_fall = until == len(counts), counts[at] < counts[at - 1]
    where = f"I enheden »{unit}«" if unit else "I hele kommunen"
    after = "" if is_newest else " og tilbage igen"
    what = "mangler" if is_fall else "er med to gange"
    sentence = (
        f"{where} går antallet af ansættelser fra {number(counts[at - 1])} til {number(counts[at])} i {_month(first + at)}{after}. "
        f"Se efter, om {_span(first + at, first + until)} {what} i filen fra løn, og indlæs den rigtige."
    )
    stops = not unit or (is_fall and counts[at] == 0 and not is_newest)
    severity = Severity.STOPS if stops else Severity.TOLD
    may_be = stops and (bool(unit) or _may_be(counts, found, limits))
    return Finding(Check.MONTH, severity, unit, _day(first + at), sentence, may_be_right=may_be)


def _may_be(counts: Sequence[int], found: tuple[int, int], limits: Limits) -> bool:
    """Return whether a whole municipality may have been so: with next to nobody, or nearly twice, it is the file that is wrong."""
    (at, until), before = found, counts[found[0] - 1]
    low, high = min(counts[at:until]) * 100, max(counts[at:until]) * 100
    return low > before * (100 - limits.gone_percent) and high < before * limits.twice_percent


def _day(month: int) -> date:
    return date(month // _MONTHS, month % _MONTHS + 1, 1)


def _month(month: int) -> str:
    return f"{MONTHS[month % _MONTHS]} {month // _MONTHS}"


def _span(first: int, after: int) -> str:
    return _month(first) if after == first + 1 else f"{_month(first)} til {_month(after - 1)}"
