"""Which terms a release holds."""

from datetime import date, timedelta

from raadhus.personnel.rules.calendar import month_number
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term


def last_whole_month(known_to: date, today: date) -> int:
    """Return the number of the last month that is over and that payroll has told all of."""
    return min(month_number(known_to + timedelta(days=1)), month_number(today)) - 1


def first_whole_year(first_told: date) -> int:
    """Return the first year that payroll has told all of."""
    return first_told.year + ((first_told.month, first_told.day) != (1, 1))


def first_month_of(term: Term) -> int:
    """Return the number of a term's first month."""
    return last_month_of(term) - term.step.months + 1


def last_month_of(term: Term) -> int:
    """Return the number of a term's last month."""
    return term.year * MONTHS_OF_A_YEAR + term.number * term.step.months - 1


def terms_wanted(first_year: int, last_month: int, years_by_month: int) -> tuple[Term, ...]:
    """Return the terms in order: every whole year from the first on, and the months of the last year, those before it and the one that runs.

    `years_by_month` is how many years before the last whole one have months too. Years with months have their quarters that are over,
    for the places that are too small for months.
    """
    last_year = (last_month + 1) // MONTHS_OF_A_YEAR - 1
    years = [Term(year, Step.YEAR) for year in range(first_year, last_year + 1)]
    first = max(first_year, last_year - years_by_month) * MONTHS_OF_A_YEAR
    parts = [
        term
        for year in range(first // MONTHS_OF_A_YEAR, last_month // MONTHS_OF_A_YEAR + 1)
        for step in (Step.MONTH, Step.QUARTER)
        for term in terms_of(year, step)
        if last_month_of(term) <= last_month
    ]
    return tuple(sorted([*years, *parts]))


def terms_of(year: int, step: Step) -> tuple[Term, ...]:
    """Return the terms of a year."""
    return tuple(Term(year, step, number + 1) for number in range(MONTHS_OF_A_YEAR // step.months))
