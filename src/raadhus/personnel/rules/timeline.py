"""A person's employments laid out in time: stretches in which nothing changes, one of them the main one on every day.

Stretches and parts of absences are what the figures and the engines read; both are whole numbers and short words only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.calendar import NO_END, month_number, whole_months
from raadhus.personnel.rules.facts import Form, Settings, Terms
from raadhus.personnel.rules.occupations import Occupations

# A monthly paid employment is the main one before an hourly paid one; between them the extraordinary ones.
_FORM_ORDER = {form: place for place, form in enumerate(Form)}
_WOMEN, _MEN = "kf", "m"


class Stretch(NamedTuple):
    """One employment through days in which nothing about the person's employments changes, [start, end) as ordinals.

    `main` is 1 on the employment that stands for the person. Months are month numbers; -1 is unknown. `since` is the first day of
    continuous employment, `left` the day after its last (NO_END while it goes on) and `left_age` the age in months on that last day.
    """

    person: str
    employment: str
    unit: str
    job: str
    occupation: str
    administrative: int
    gender: str
    form: str
    start: int
    end: int
    hours: int
    main: int
    born_month: int
    born_day: int
    paid: int
    pay_ore: int
    since_month: int
    since_day: int
    left: int
    left_age: int


class _Run(NamedTuple):
    """Continuous employment of one person, whatever the employments."""

    start: date
    end: date | None
    since: date


def stretches_of(terms: Iterable[Terms], occupations: Occupations, settings: Settings) -> list[Stretch]:
    """Return the stretches of everybody's employments, by person and day. Raises WrongInput when one employment has two terms on a day."""
    by_person: dict[str, list[Terms]] = defaultdict(list)
    for row in terms:
        by_person[row.person].append(row)
    found: list[Stretch] = []
    for person in sorted(by_person):
        rows = sorted(by_person[person], key=lambda row: (row.start, row.employment))
        _refuse_two_terms_a_day(rows)
        found.extend(_person(rows, occupations, settings))
    return found


def _refuse_two_terms_a_day(rows: Sequence[Terms]) -> None:
    last: dict[str, date | None] = {}
    for row in rows:
        if row.employment in last:
            end = last[row.employment]
            if end is None or row.start < end:
                raise WrongInput(f"Ansættelsen {row.employment!r} har to vilkår den {row.start}; ret lønudtrækket.")
        last[row.employment] = row.end


def _person(rows: Sequence[Terms], occupations: Occupations, settings: Settings) -> Iterator[Stretch]:
    runs = _runs(rows, settings.gap_days)
    cuts = _cuts(rows, occupations)
    for row in rows:
        run = next(run for run in reversed(runs) if run.start <= row.start)
        inner = [day for day in cuts if row.start < day and (row.end is None or day < row.end)]
        for start, end in zip([row.start, *inner], [*inner, row.end], strict=True):
            yield _stretch(row, start, end, run=run, main=_main_on(rows, start), occupations=occupations)


def _cuts(rows: Sequence[Terms], occupations: Occupations) -> list[date]:
    days = {day for row in rows for day in (row.start, row.end) if day is not None}
    days.update(day for code in {row.job_code for row in rows} for day in occupations.changes(code))
    return sorted(days)


def _main_on(rows: Sequence[Terms], day: date) -> str:
    there = (row for row in rows if row.start <= day and (row.end is None or day < row.end))
    return min(
        there, key=lambda row: (_FORM_ORDER[row.form], -row.weekly_hours, row.hired or row.start, row.employment)
    ).employment


def _runs(rows: Sequence[Terms], gap_days: int) -> list[_Run]:
    """Return the continuous employments of a person: terms that overlap, touch or lie at most so many days apart are one."""
    found: list[_Run] = []
    for row in rows:
        hired = min(row.hired or row.start, row.start)
        if found and _goes_on(found[-1], row, gap_days):
            run = found[-1]
            end = None if run.end is None or row.end is None else max(run.end, row.end)
            since = min(run.since, hired) if row.start == run.start else run.since
            found[-1] = _Run(run.start, end, since)
        else:
            found.append(_Run(row.start, row.end, hired))
    return found


def _goes_on(run: _Run, row: Terms, gap_days: int) -> bool:
    return run.end is None or row.start <= run.end + timedelta(days=gap_days)


def _stretch(row: Terms, start: date, end: date | None, *, run: _Run, main: str, occupations: Occupations) -> Stretch:
    occupation = occupations.on(row.job_code, start)
    is_paid = row.monthly_ore is not None and row.weekly_hours > 0
    return Stretch(
        person=row.person,
        employment=row.employment,
        unit=row.unit,
        job=row.job_code,
        occupation=occupation.group,
        administrative=int(occupation.is_administrative),
        gender=gender_of(row.gender),
        form=row.form.value,
        start=start.toordinal(),
        end=NO_END if end is None else end.toordinal(),
        hours=row.weekly_hours,
        main=int(row.employment == main),
        born_month=-1 if row.born is None else month_number(row.born),
        born_day=0 if row.born is None else row.born.day,
        paid=int(is_paid),
        pay_ore=(row.monthly_ore or 0) if is_paid else 0,
        since_month=month_number(run.since),
        since_day=run.since.day,
        left=NO_END if run.end is None else run.end.toordinal(),
        left_age=_age_when_left(row.born, run.end),
    )


def _age_when_left(born: date | None, end: date | None) -> int:
    if born is None or end is None:
        return -1
    last = end - timedelta(days=1)
    return whole_months(month_number(born), born.day, month_number(last), last.day)


def gender_of(written: str) -> str:
    """Return "K", "M" or "" for what payroll writes: K, Kvinde, F, M, Mand."""
    first = written.strip().casefold()[:1]
    if first and first in _WOMEN:
        return "K"
    return "M" if first == _MEN else ""
