"""Absence that swallows everything: an employment away on every working day of a year, a unit in which everybody is ill for a month."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from raadhus.kernel.danish import MONTHS, number, short_date
from raadhus.kernel.periods import months_before
from raadhus.personnel.rules.calendar import WorkingDays, month_number, month_of
from raadhus.personnel.rules.checks.findings import Check, Finding, Limits, Severity
from raadhus.personnel.rules.checks.months import staff_by_month
from raadhus.personnel.rules.facts import SICKNESS, Absence, Terms

_MONTHS = 12
# No calendar month has fewer days: a shorter absence fills none.
_SHORTEST_MONTH = 28
_Span = tuple[int, int]


def always_away(
    terms: Iterable[Terms], absences: Iterable[Absence], days: WorkingDays, limits: Limits, *, known_to: date
) -> Iterator[Finding]:
    """Yield the employments that were whole days away on every working day of the latest twelve months."""
    after = known_to.toordinal() + 1
    since = months_before(date.fromordinal(after), limits.absent_months).toordinal()
    away = whole_spans(absences, days, known_to)
    for employment, (start, end) in _lives(one for one in terms if one.employment in away).items():
        covered = any(
            days.between(since, first) == 0 and days.between(until, after) == 0 for first, until in away[employment]
        )
        if start <= since and end >= after and covered:
            sentence = (
                f"Ansættelse {employment} har været væk hver arbejdsdag siden {short_date(date.fromordinal(since))}. "
                "Se efter, om et fravær mangler sin slutdato i lønsystemet."
            )
            yield Finding(Check.ABSENT, Severity.TOLD, employment, date.fromordinal(since), sentence)


def empty_units(
    terms: Sequence[Terms],
    absences: Iterable[Absence],
    days: WorkingDays,
    limits: Limits,
    *,
    since: date,
    known_to: date,
) -> Iterator[Finding]:
    """Yield the units and months in which everybody, of some size, was ill on every working day."""
    first, last = month_number(since), month_number(known_to)
    if date.fromordinal(month_of(last).reference) > known_to:
        last -= 1
    away = whole_spans((one for one in absences if one.kind in SICKNESS), days, known_to)
    ill: Counter[tuple[str, int]] = Counter()
    for one in terms:
        for month in _months_away(one, away.get(one.employment, ()), days, first, last):
            ill[one.unit, month] += 1
    staff = staff_by_month(terms, first, last, by_unit=True) if ill else {}
    for (unit, month), count in ill.items():
        if limits.least_absent_unit <= staff.get(unit, [0] * (last - first + 1))[month - first] <= count:
            name = f"{MONTHS[month % _MONTHS]} {month // _MONTHS}"
            sentence = (
                f"Alle {number(count)} ansættelser i enheden »{unit}« er syge hver arbejdsdag i {name}. "
                "Se efter, om arbejdsdage er læst som fravær, og indlæs fraværet igen."
            )
            first_day = date.fromordinal(month_of(month).first)
            yield Finding(Check.ABSENT, Severity.STOPS, unit, first_day, sentence, count, may_be_right=True)


def whole_spans(absences: Iterable[Absence], days: WorkingDays, known_to: date) -> dict[str, list[_Span]]:
    """Return the days of each employment's whole-day absences, [first, until) as ordinals, joined over days on which nobody works."""
    after = known_to.toordinal() + 1
    found: dict[str, list[_Span]] = defaultdict(list)
    whole = (one for one in absences if one.hours_away is None and one.first <= known_to)
    for one in sorted(whole, key=lambda one: (one.employment, one.first)):
        spans, first = found[one.employment], one.first.toordinal()
        until = after if one.last is None else min(one.last.toordinal() + 1, after)
        if spans and (first <= spans[-1][1] or days.between(spans[-1][1], first) == 0):
            spans[-1] = (spans[-1][0], max(until, spans[-1][1]))
        else:
            spans.append((first, until))
    return found


def _lives(terms: Iterable[Terms]) -> Mapping[str, _Span]:
    """Return the first day and the day after the last of each employment, as ordinals."""
    found: dict[str, _Span] = {}
    for one in terms:
        start, end = found.get(one.employment, (date.max.toordinal(), 0))
        own_end = date.max.toordinal() if one.end is None else one.end.toordinal()
        found[one.employment] = (min(start, one.start.toordinal()), max(end, own_end))
    return found


def _months_away(one: Terms, spans: Iterable[_Span], days: WorkingDays, first: int, last: int) -> Iterator[int]:
    """Yield the months on whose last day the terms stand, and in which every working day of them was away."""
    for begun, until in spans:
        if until - begun < _SHORTEST_MONTH - 10:
            continue
        for number_ in range(
            max(first, month_number(date.fromordinal(begun))), min(last, month_number(date.fromordinal(until))) + 1
        ):
            month = month_of(number_)
            own = max(month.first, one.start.toordinal())
            stands = own <= month.reference and (one.end is None or one.end.toordinal() > month.reference)
            if stands and days.between(own, begun) == 0 and days.between(until, month.after) == 0:
                yield number_
