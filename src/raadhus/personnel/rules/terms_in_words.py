"""Periods of the ladder as they are read: "2025", "1. kvartal 2025", "november 2025", and short ones for the axis of a chart."""

from dataclasses import replace

from raadhus.kernel.danish import MONTHS
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term

_SHORT_MONTH = 3


def in_words(term: Term) -> str:
    """Return the period as a sentence has it; it ends with the year."""
    if term.step is Step.MONTH:
        return f"{MONTHS[term.number - 1]} {term.year}"
    return f"{term.number}. kvartal {term.year}" if term.step is Step.QUARTER else str(term.year)


def in_short(term: Term) -> str:
    """Return the period as an axis has it: "nov 25", "1. kv. 25", "2025"."""
    year = f"{term.year % 100:02}"
    if term.step is Step.MONTH:
        return f"{MONTHS[term.number - 1][:_SHORT_MONTH]} {year}"
    return f"{term.number}. kv. {year}" if term.step is Step.QUARTER else str(term.year)


def year_before(term: Term) -> Term:
    """Return the same period of the year before, which a figure is compared with: seasons are alike."""
    return replace(term, year=term.year - 1)


def last_month(term: Term) -> int:
    """Return the number of a term's last month."""
    return term.year * MONTHS_OF_A_YEAR + term.number * term.step.months - 1


def first_month(term: Term) -> int:
    """Return the number of a term's first month."""
    return last_month(term) - term.step.months + 1


def month_in_words(number: int) -> str:
    """Return "november 2025" of a month's number."""
    return f"{MONTHS[number % MONTHS_OF_A_YEAR]} {number // MONTHS_OF_A_YEAR}"
