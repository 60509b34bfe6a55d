"""Danish numbers in tables and text: "1.234,5", "496.769,80 kr.", "12 pct."."""

import re
from dataclasses import dataclass
from decimal import Decimal

# A whole number with points between thousands, or without, perhaps with decimals behind a comma.
NUMBER = r"(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?![\d])|\d{1,15})(?:,\d{1,8})?"
UNIT = r"(?:mio\.?|mia\.?|t\.?\s?kr\.?|tkr\.?|kr\.?|kroner|pct\.?|%|procent|årsværk|personer|stk\.?|timer|dage|elever|ansatte|sager)"
_CELL = re.compile(
    rf"[(]?\s*(?P<sign>[-–−+])?\s*(?P<number>{NUMBER})\s*(?P<unit>{UNIT}(?:\s*kr\.?)?|,-)?\s*[)]?\s*$", re.IGNORECASE
)
_EMPTY = frozenset(["", "-", "–", "—", "0", "."])
_MINUS = "-–−"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: its value, how many decimals it shows, and its unit in small letters or None."""

    value: Decimal
    decimals: int
    unit: str | None

    @property
    def half_step(self) -> Decimal:
        """Half of the last printed digit: how far rounding may have moved it."""
        return Decimal(5).scaleb(-self.decimals - 1)

    @property
    def is_percent(self) -> bool:
        """True for a percentage."""
        return self.unit is not None and (self.unit.startswith(("pct", "procent")) or self.unit == "%")


def number_of(text: str, unit: str | None = None) -> Number:
    """Return the number that a text matching NUMBER prints."""
    whole, _, decimals = text.partition(",")
    value = Decimal(re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else ""))
    return Number(value, len(decimals), unit.casefold() if unit else None)


def cell_number(text: str) -> Number | None:
    """Return the number of a table's cell, None when the cell is anything else. Brackets and minus mean negative."""
    found = _CELL.match(text.strip())
    if not found:
        return None
    number = number_of(found["number"], found["unit"])
    negative = text.strip().startswith("(") or (found["sign"] or "+") in _MINUS
    return Number(-number.value, number.decimals, number.unit) if negative else number


def is_nothing(text: str) -> bool:
    """Tell whether a cell is empty or says that there is nothing."""
    return text.strip() in _EMPTY
