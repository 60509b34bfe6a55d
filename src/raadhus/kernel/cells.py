"""What stands in the cells of a table that people and payroll systems write: dates and numbers in the Danish styles, and the table's own signs."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from raadhus.kernel.danish import MONTHS

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_BARE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_IN_WORDS = re.compile(r"(?:den )?(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4})", re.IGNORECASE)
_DANISH_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+|[+-]?\d{1,3}(?:\.\d{3})+")
_SIGNS = (";", "\t", "|", ",")
# Excel's own line before the heading, "sep=;": not a heading, and not needed.
_SEPARATOR_LINE = re.compile(r"sep=.\r?\n", re.IGNORECASE)
_NEVER = 9999
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def day_of(text: str) -> date:
    """Return the day in "2024-01-08", "08-01-2024", "8.1.2024", "8/1-2024", "20240108" or "8. januar 2024". Raises ValueError."""
    try:
        return _day(text.strip())
    except ValueError as error:
        raise ValueError(f"{text!r} er ikke en dato; skriv for eksempel 2024-01-08 eller 08-01-2024.") from error


def is_never(text: str) -> bool:
    """Return True for a day of the year 9999, which payroll systems write for "no end"."""
    try:
        return day_of(text).year == _NEVER
    except ValueError:
        return False


def _day(written: str) -> date:
    if found := _DAY_FIRST.fullmatch(written):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    if found := _YEAR_FIRST.fullmatch(written) or _BARE.fullmatch(written):
        year, month, day = map(int, found.groups())
        return date(year, month, day)
    if found := _IN_WORDS.fullmatch(written):
        return date(int(found[3]), _month(found[2].casefold()), int(found[1]))
    raise ValueError(written)


def _month(word: str) -> int:
    """Return the number of a month by its name or the first three letters of it."""
    for number, name in enumerate(MONTHS, start=1):
        if word == name or (len(word) >= len("jan") and name.startswith(word)):
            return number
    raise ValueError(word)


def decimal_of(text: str) -> Decimal:
    """Return the number in "37", "32,5", "1.234,50" or "32.5" (one point and no thousands is a decimal sign). Raises ValueError.

    "1.234" is read as one thousand two hundred and thirty-four, as Danish has it.
    """
    written = text.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").strip()
    if _DANISH_NUMBER.fullmatch(written):
        written = written.replace(".", "").replace(",", ".")
    try:
        value = Decimal(written)
    except InvalidOperation as error:
        raise ValueError(f"{text!r} er ikke et tal; skriv for eksempel 32,5.") from error
    if not value.is_finite():
        raise ValueError(f"{text!r} er ikke et tal; skriv for eksempel 32,5.")
    return value


def table_text(data: bytes) -> str:
    """Return the text of a table's bytes: what the byte order mark says, else UTF-8, else Windows-1252. Raises ValueError when it is no text.

    A line "sep=;" before the heading is left empty, so that the lines keep their numbers.
    """
    text = _decoded(data)
    found = _SEPARATOR_LINE.match(text)
    return text if found is None else "\n" + text[found.end() :]


def _decoded(data: bytes) -> str:
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(name)
    if b"\0" in data:
        raise ValueError("filen er ikke en tabel i tekst.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def separator_of(first_line: str) -> str:
    """Return the sign between the cells: the one of semicolon, tab, bar and comma that the heading uses most, a semicolon before a comma."""
    return max(_SIGNS, key=first_line.count)
