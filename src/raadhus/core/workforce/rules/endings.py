"""What it means that payroll tells only that an employment ended, as KMD OPUS' delta does: the known terms end that day."""

from collections.abc import Iterable
from datetime import date, timedelta

from raadhus.core.workforce.rules.rows import EmploymentRow

_DAY = timedelta(days=1)


def ended(terms: Iterable[EmploymentRow], last: date) -> tuple[list[EmploymentRow], list[str]]:
    """Return the terms of one employment when its last day is `last`, and the keys of those that now never begin.

    Terms that had ended before keep their end: the row tells that the employment is over, not that it lasted longer.
    """
    kept: list[EmploymentRow] = []
    never: list[str] = []
    for term in terms:
        if term.start > last:
            never.append(term.key)
        elif term.end is None or term.end > last + _DAY:
            kept.append(term._replace(end=last + _DAY))
        else:
            kept.append(term)
    return kept, never
