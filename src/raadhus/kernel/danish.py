"""How dates, numbers and money are written in Danish: "mandag den 2. juni 2025", "1.234,5", "496.769,80 kr."."""

import re
import unicodedata
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from raadhus.kernel.money import format_ore

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def long_date(day: date) -> str:
    """Return "2. juni 2025"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Return "mandag den 2. juni 2025"."""
    return f"{WEEKDAYS[day.weekday()]} den {long_date(day)}"


def short_date(day: date) -> str:
    """Return "02.06.2025", which lines up in tables."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def clock(moment: datetime) -> str:
    """Return "09.00"; the moment is already in local time."""
    return f"{moment.hour:02}.{moment.minute:02}"


def date_and_time(moment: datetime) -> str:
    """Return "2. juni 2025 kl. 09.00"; the moment is already in local time."""
    return f"{long_date(moment)} kl. {clock(moment)}"


def number(value: Decimal | float, decimals: int | None = None) -> str:
    """Return "1.234,5": thousands by a full stop, decimals by a comma, rounded half away from zero.

    Without `decimals` the number keeps those it has; a float keeps the ones it is written with.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "-" if exact < 0 else ""
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def counted(count: Decimal | int, one: str, many: str) -> str:
    """Return "1 række" or "2.300 rækker": a number with its word in the singular or the plural."""
    return f"{number(count)} {one if count == 1 else many}"


def kroner(ore: int) -> str:
    """Return an amount in øre as "496.769,80 kr."."""
    return f"{format_ore(ore)} kr."


def percent(share: Decimal | float, decimals: int = 1) -> str:
    """Return a share such as 0.146 as "14,6 %", with the space that Danish puts before the sign."""
    exact = share if isinstance(share, Decimal) else Decimal(str(share))
    return f"{number(exact * 100, decimals)}\N{NO-BREAK SPACE}%"


def slug(text: str) -> str:
    """Return the text as lower-case ASCII words joined by hyphens, for addresses, anchors and file names: "Åbne møder" is "aabne-moeder"."""
    plain = text.lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", decomposed))
