"""Absences split over months and stretches, in whole numbers; no day of an employment is counted twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from raadhus.personnel.rules.calendar import WorkingDays, month_number, month_of
from raadhus.personnel.rules.facts import NOT_POSSIBLE, SICKNESS, Absence, Settings
from raadhus.personnel.rules.timeline import Stretch


class AbsencePart(NamedTuple):
    """One absence in one month of one stretch. `units` are hundredths of hours a week times working days, `days_100` hundredths of working days.

    `sick`, `short` and `excluded` are 1 or 0: the person's own sickness, an absence of few days in all, and what is not possible time. Days are
    counted on the main employment alone, units on each.
    """

    person: str
    employment: str
    unit: str
    occupation: str
    gender: str
    form: str
    hours: int
    born_month: int
    born_day: int
    month: int
    sick: int
    short: int
    excluded: int
    units: int
    days_100: int


class _Span(NamedTuple):
    """The days of one absence that no earlier absence of the employment took, [start, end), and what it is."""

    start: int
    end: int
    is_short: bool
    absence: Absence


def parts_of(
    absences: Iterable[Absence], stretches: Iterable[Stretch], days: WorkingDays, settings: Settings
) -> list[AbsencePart]:
    """Return the absences month by month. Absence outside the employment, or after the last day known, is not counted."""
    by_employment: dict[str, list[Absence]] = defaultdict(list)
    for absence in absences:
        by_employment[absence.employment].append(absence)
    homes = _by_employment(stretches, by_employment)
    return [
        part
        for employment in sorted(by_employment)
        for span in _spans(by_employment[employment], settings)
        for stretch in homes.get(employment, ())
        for part in _parts(span, stretch, days)
    ]


def _by_employment(stretches: Iterable[Stretch], wanted: Mapping[str, object]) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        if stretch.employment in wanted:
            found[stretch.employment].append(stretch)
    return found


def _spans(absences: Sequence[Absence], settings: Settings) -> Iterator[_Span]:
    """Yield each absence without the days an earlier one has; its length is its own, from first to last day."""
    taken = date.min.toordinal()
    for absence in sorted(absences, key=lambda one: (one.first, one.last or date.max, one.kind, one.hours_away or 0)):
        end = min(absence.last or settings.known_to, settings.known_to).toordinal() + 1
        length = (absence.last or settings.known_to).toordinal() + 1 - absence.first.toordinal()
        start = max(absence.first.toordinal(), taken)
        if start < end:
            yield _Span(start, end, length <= settings.short_days, absence)
            taken = end


def _parts(span: _Span, stretch: Stretch, days: WorkingDays) -> Iterator[AbsencePart]:
    start, end = max(span.start, stretch.start), min(span.end, stretch.end)
    if start >= end:
        return
    first, last = (month_number(date.fromordinal(day)) for day in (start, end - 1))
    for number in range(first, last + 1):
        month = month_of(number)
        working = days.between(max(start, month.first), min(end, month.after))
        if working and stretch.hours:
            yield _part(span, stretch, number, working)


def _part(span: _Span, stretch: Stretch, month: int, working: int) -> AbsencePart:
    absence, hours = span.absence, stretch.hours
    away = hours if absence.hours_away is None else min(absence.hours_away, hours)
    is_sick = absence.kind in SICKNESS
    return AbsencePart(
        person=stretch.person,
        employment=stretch.employment,
        unit=stretch.unit,
        occupation=stretch.occupation,
        gender=stretch.gender,
        form=stretch.form,
        hours=hours,
        born_month=stretch.born_month,
        born_day=stretch.born_day,
        month=month,
        sick=int(is_sick),
        short=int(span.is_short),
        excluded=int(absence.kind in NOT_POSSIBLE),
        units=working * away,
        days_100=stretch.main * ((200 * working * away + hours) // (2 * hours)),
    )
