"""Payroll's records as the files that payroll and NemRefusion would deliver: our own format, with the codes of the demonstration."""

from collections.abc import Iterable
from datetime import date, timedelta

from raadhus.config.demonstration.payroll.records import Spell, Step, Term

EMPLOYMENTS_HEADING = (
    "employment;person;name;unit;start;last;weekly_hours;form;job_code;job_title;agreement;hired;leave_reason;"
    "born;gender;monthly_pay"
)
ABSENCES_HEADING = "employment;absence;first;last;code;weekly_hours_away;registered"
STATUSES_HEADING = "employment;first_absence_date;status;notified_date;claimed_date"
# How long it takes from a claim until it is paid.
_PAID_AFTER = timedelta(days=45)


def employments_csv(terms: Iterable[Term]) -> bytes:
    """Return the employments as a file."""
    return _table(EMPLOYMENTS_HEADING, map(_term, terms))


def absences_csv(spells: Iterable[Spell]) -> bytes:
    """Return the absences as a file."""
    return _table(ABSENCES_HEADING, map(_spell, spells))


def statuses_csv(steps: Iterable[Step], today: date) -> bytes:
    """Return where the absences stand in NemRefusion on a day, as a file."""
    return _table(STATUSES_HEADING, (_status(step, today) for step in steps))


def _table(heading: str, rows: Iterable[tuple[str, ...]]) -> bytes:
    return "\n".join((heading, *map(";".join, rows), "")).encode()


def _term(term: Term) -> tuple[str, ...]:
    return (
        term.employment,
        term.person,
        term.name,
        term.unit,
        term.start.isoformat(),
        _day(term.last),
        _hundredths(term.hours),
        term.form,
        term.job_code,
        term.job,
        term.agreement,
        term.hired.isoformat(),
        term.leave_reason,
        term.born.isoformat(),
        term.gender,
        _hundredths(term.monthly_ore),
    )


def _spell(spell: Spell) -> tuple[str, ...]:
    away = "" if spell.away is None else _hundredths(spell.away)
    return (
        spell.employment,
        spell.number,
        spell.first.isoformat(),
        _day(spell.last),
        spell.code,
        away,
        _day(spell.registered),
    )


def _status(step: Step, today: date) -> tuple[str, ...]:
    status = "anmeldt"
    if step.claimed is not None:
        status = "udbetalt" if step.claimed + _PAID_AFTER <= today else "anmodet"
    return (step.employment, step.first.isoformat(), status, _day(step.notified), _day(step.claimed))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _hundredths(value: int) -> str:
    """Return "32,50"."""
    return f"{value // 100},{value % 100:02}"
