"""Periods of the ladder as they are read: "2025", "1. kvartal 2025", "november 2025", and short ones for the axis of a chart."""

from dataclasses import replace

from raadhus.kernel.words import said
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term

_SHORT_MONTH = 3
_MONTH_LABELS = {
    1: "januar",
    2: "februar",
    3: "marts",
    4: "april",
    5: "maj",
    6: "juni",
    7: "juli",
    8: "august",
    9: "september",
    10: "oktober",
    11: "november",
    12: "december",
}


def in_words(term: Term) -> str:
    """Return the period as a sentence has it; it ends with the year."""
    if term.step is Step.MONTH:
        return f"{said(_MONTH_LABELS[term.number])} {term.year}"
    return said("{n}. kvartal {year}", n=term.number, year=term.year) if term.step is Step.QUARTER else str(term.year)


def in_short(term: Term) -> str:
    """Return the period as an axis has it: "nov 25", "1. kv. 25", "2025"."""
    year = f"{term.year % 100:02}"
    if term.step is Step.MONTH:
        return f"{said(_MONTH_LABELS[term.number])[:_SHORT_MONTH]} {year}"
    return said("{n}. kv. {year}", n=term.number, year=year) if term.step is Step.QUARTER else str(term.year)


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
    return f"{said(_MONTH_LABELS[number % MONTHS_OF_A_YEAR + 1])} {number // MONTHS_OF_A_YEAR}"
