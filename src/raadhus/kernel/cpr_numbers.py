"""CPR numbers in running text: what has the form of one, on a day that exists. One judge for the gate and the linter."""

import re
from collections.abc import Iterator
from datetime import date

# Six digits of a day, perhaps a space or hyphen, four digits; not inside a longer number, a decimal or a case number.
_CPR = re.compile(r"(?<![\d/.,-])(\d{2})(\d{2})(\d{2})[ -]?(\d{4})(?![\d/]|[.,]\d)")

# A replacement number (erstatningspersonnummer) adds 60 to the day.
_REPLACEMENT = 60
_LEAP_YEAR = 2000


def find_cpr_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of everything that has the form of a CPR number and a day that exists.

    The old check digit is not asked for: numbers without it have been given out since 2007.
    """
    for found in _CPR.finditer(text):
        if _is_day(int(found[1]), int(found[2]), int(found[3])):
            yield found.start(), found.end()


def _is_day(day: int, month: int, year: int) -> bool:
    real = day - _REPLACEMENT if day > _REPLACEMENT else day
    try:
        # The century is not known, so 29 February is let through in every year.
        date(_LEAP_YEAR if (real, month) == (29, 2) else 1900 + year, month, real)
    except ValueError:
        return False
    return True


def without_cpr(text: str) -> str:
    """Return the text with "(CPR)" in the place of every CPR number: for names of files and reports that are kept."""
    for start, end in reversed(list(find_cpr_numbers(text))):
        text = f"{text[:start]}(CPR){text[end:]}"
    return text


def is_cpr_number(text: str) -> bool:
    """Return True when a cell holds a CPR number and nothing else."""
    found = _CPR.fullmatch(text.strip())
    return found is not None and _is_day(int(found[1]), int(found[2]), int(found[3]))
