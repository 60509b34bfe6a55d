"""Whether payroll's facts can be right, before figures are made of them: what stops a release, and what is told (docs/rules/personnel.md).

Pure, and one pass or a sort for each check, so that it is run on everything every time.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from raadhus.kernel.periods import Period
from raadhus.personnel.rules.calendar import WorkingDays, month_number, month_of
from raadhus.personnel.rules.checks.absent import always_away, empty_units
from raadhus.personnel.rules.checks.findings import LIMITS, Check, Finding, Limits, Severity, listed
from raadhus.personnel.rules.checks.months import odd_absences, odd_months
from raadhus.personnel.rules.checks.terms import aged, ahead, homeless, long_weeks, overpaid, twice
from raadhus.personnel.rules.facts import Absence, Settings, Terms

__all__ = ["Check", "Finding", "Limits", "Severity", "check", "stops"]


def check(
    terms: Sequence[Terms],
    absences: Sequence[Absence],
    units: Mapping[str, Sequence[Period]],
    *,
    since: date,
    settings: Settings,
    days: WorkingDays,
    limits: Limits | None = None,
) -> tuple[Finding, ...]:
    """Return what looks wrong in the facts that figures from `since` to the last known day are made of; what stops comes first.

    `units` are the periods in which the organisation has each unit, by key. `days` covers the days from a year before the last known one,
    and from `since`. Without `limits` those in force on the last known day count.
    """
    asked = _Asked(terms, absences, limits or LIMITS.on(settings.known_to), since, settings.known_to)
    kinds = (*_of_terms(asked, units), *_of_time(asked, days))
    found = [finding for kind in kinds for finding in listed(kind, asked.limits)]
    return tuple(sorted(found, key=lambda one: one.severity))


def stops(findings: Sequence[Finding]) -> bool:
    """Return whether no release may be made of the facts."""
    return any(one.severity is Severity.STOPS for one in findings)


class _Asked(NamedTuple):
    """What every check is given."""

    terms: Sequence[Terms]
    absences: Sequence[Absence]
    limits: Limits
    since: date
    known_to: date


def _of_terms(asked: _Asked, units: Mapping[str, Sequence[Period]]) -> tuple[Iterator[Finding], ...]:
    terms, absences, limits, since, known_to = asked
    return (
        twice(terms),
        homeless(terms, units, since=since, known_to=known_to),
        overpaid(terms, limits, since=since, known_to=known_to),
        ahead(terms, absences, limits, known_to=known_to),
        aged(terms, limits, since=since, known_to=known_to),
        long_weeks(terms, limits, since=since),
    )


def _of_time(asked: _Asked, days: WorkingDays) -> tuple[Iterator[Finding], ...]:
    terms, absences, limits, since, known_to = asked
    first, last = month_number(since), month_number(known_to)
    whole = last if date.fromordinal(month_of(last).reference) <= known_to else last - 1
    return (
        odd_months(terms, first, whole, limits),
        odd_absences(absences, first, whole, limits),
        always_away(terms, absences, days, limits, known_to=known_to),
        empty_units(terms, absences, days, limits, since=since, known_to=known_to),
    )
