"""A column of payroll's file: where it stands, and how its cells become values, each different text once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

from raadhus.core.workforce.rules.mapping import FIELDS, SourceMapping
from raadhus.core.workforce.rules.units import AMBIGUOUS
from raadhus.kernel.cells import day_of, decimal_of, is_never
from raadhus.kernel.cpr_numbers import find_cpr_numbers, is_cpr_number
from raadhus.kernel.errors import WrongInput

_HUNDREDTHS = 100
_PERCENT_FROM = Decimal("1.5")
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)
# A day that payroll systems write for "no end".
# Spreadsheets take a CPR number for a number, and numbers do not begin with nought.
_CPR_WITHOUT_ZERO = 9
# A file has few different days and many different employments; past so many texts a column begins to remember anew.
_REMEMBERED = 500_000
_SHOWN_SIGNS, _SHOWN_DIGITS, _SHOWN_LETTERS = 14, 8, 3
_Value = TypeVar("_Value")


class WrongCell(Exception):
    """A cell that cannot be read: its column's heading, and the Danish sentence."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Column(dict[str, _Value], Generic[_Value]):
    """The values of a column's texts. Asking for a text reads it the first time; raises WrongCell when it cannot be read.

    `place` is -1 for a column that the file has not: the reader gives every line one empty cell more.
    """

    def __init__(self, place: int, title: str, read: Callable[[str], _Value]) -> None:
        super().__init__()
        self.place, self.title, self._read = place, title, read

    def __missing__(self, text: str) -> _Value:
        try:
            value = self._read(text.strip())
        except ValueError as error:
            raise WrongCell(self.title, str(error)) from error
        if len(self) >= _REMEMBERED:
            self.clear()
        self[text] = value
        return value


def places(mapping: SourceMapping, heading: Sequence[str], name: str) -> Mapping[str, tuple[int, str]]:
    """Return the place and heading of each field's column. Raises WrongInput when a required one is not in the file."""
    titles = [title.strip().casefold() for title in heading]
    found: dict[str, tuple[int, str]] = {}
    for one in FIELDS[mapping.subject]:
        column = mapping.columns.get(one.name, "")
        if not column:
            continue
        if titles.count(column.strip().casefold()) > 1:
            raise WrongInput(f"{name}, linje 1: kolonnen »{column}« står to gange.")
        if column.strip().casefold() in titles:
            found[one.name] = (titles.index(column.strip().casefold()), column)
        elif one.is_required:
            raise WrongInput(f"{name}, linje 1: kolonnen »{column}« ({one.label}) mangler.")
    return found


def shown(text: str) -> str:
    """Return a cell's text in quotation marks for a message when it is short and numeric, else "": never a name or a CPR number."""
    digits = sum(sign.isdigit() for sign in text)
    letters = sum(sign.isalpha() for sign in text)
    if (
        len(text) > _SHOWN_SIGNS
        or not 0 < digits <= _SHOWN_DIGITS
        or letters > _SHOWN_LETTERS
        or not text.isprintable()
    ):
        return ""
    return f"»{text}« "


def text_of(
    *, most: int, required: bool = False, accept_cpr: bool = False, forbidden: str = "\0", is_person: bool = False
) -> Callable[[str], str]:
    """Return what reads a text of at most so many signs. Raises ValueError for an empty one that is required, and for a CPR number."""

    def read(text: str) -> str:
        if required and not text:
            raise ValueError("feltet er tomt.")
        if not accept_cpr and next(find_cpr_numbers(text), None):
            raise ValueError("her står et CPR-nummer; brug en pseudonym nøgle i stedet.")
        if is_person and not accept_cpr and len(text) == _CPR_WITHOUT_ZERO and is_cpr_number(f"0{text}"):
            raise ValueError(
                "her står, hvad der kan være et CPR-nummer uden sit første nul; brug en pseudonym nøgle i stedet."
            )
        if len(text) > most:
            raise ValueError(f"teksten er på {len(text)} tegn; der er plads til {most}.")
        if any(sign in forbidden or _is_half(sign) for sign in text):
            raise ValueError("her står et tegn, der ikke kan gemmes; nøgler kan heller ikke have | i sig.")
        return text

    return read


def _is_half(sign: str) -> bool:
    """Return True for half a character, which no database keeps."""
    return "\ud800" <= sign <= "\udfff"


def needed(read: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """Return what reads a cell that must not be empty."""

    def reads(text: str) -> _Value:
        if not text:
            raise ValueError("feltet er tomt.")
        return read(text)

    return reads


def optional(read: Callable[[str], _Value]) -> Callable[[str], _Value | None]:
    """Return what reads a cell that may be empty: None."""

    def reads(text: str) -> _Value | None:
        return read(text) if text else None

    return reads


def day(text: str) -> date:
    """Return the day of a cell. Raises ValueError also for a day that no employment has."""
    try:
        found = day_of(text)
    except ValueError as error:
        raise ValueError(f"{shown(text)}er ikke en dato; skriv for eksempel 2024-01-08 eller 08-01-2024.") from error
    if not _FIRST <= found < _LAST:
        raise ValueError(f"{shown(text)}ligger uden for {_FIRST.year}-{_LAST.year}.")
    return found


def last_day(text: str) -> date | None:
    """Return the last day of something; None for an empty cell and for the day that payroll writes for "no end", 31 December 9999."""
    return None if not text or is_never(text) else day(text)


def secret_day(text: str) -> date:
    """Return the day of a cell whose text no message may hold, such as a date of birth."""
    try:
        return day(text)
    except ValueError as error:
        raise ValueError(f"er ikke en dato mellem {_FIRST.year} og {_LAST.year}.") from error


def hundredths(most: int, unit: str) -> Callable[[str], int]:
    """Return what reads a number in hundredths: hours "32,5" are 3250, kroner "31.250,75 kr." are øre. Raises ValueError outside 0 to `most`."""

    def read(text: str) -> int:
        value = number(text.removesuffix("kr.").removesuffix("kr"), text)
        if not 0 <= value <= most:
            raise ValueError(f"{shown(text)}ligger uden for 0-{most} {unit}.")
        return int((value * _HUNDREDTHS).to_integral_value())

    return read


def number(text: str, written: str) -> Decimal:
    """Return a decimal number. Raises ValueError with a sentence about the cell as it is `written`."""
    try:
        return decimal_of(text)
    except ValueError as error:
        raise ValueError(f"{shown(written)}er ikke et tal; skriv for eksempel 32,5.") from error


def fraction_of(full_time_hours: int) -> Callable[[str], int]:
    """Return what reads a fraction of full time ("0,81", "81 %", "30/37") as hundredths of hours a week."""

    def read(text: str) -> int:
        upper, _, lower = text.replace("%", "").partition("/")
        whole = number(lower, text) if lower else Decimal(1)
        value = number(upper, text) / whole if whole else Decimal(-1)
        if "%" in text or (value > _PERCENT_FROM and not lower):
            value /= _HUNDREDTHS
        if not 0 <= value <= 1:
            raise ValueError(f"{shown(text)}er ikke en beskæftigelsesgrad mellem 0 og 1.")
        return int((value * full_time_hours * _HUNDREDTHS).to_integral_value())

    return read


def meaning_of(known: Mapping[str, _Value], word: str) -> Callable[[str], _Value]:
    """Return what finds the meaning of a code. Raises ValueError for one that nobody has given a meaning; `word` says what it is."""

    def read(text: str) -> _Value:
        meaning = known.get(text)
        if meaning is None:
            raise ValueError(f"{word} {shown(text)}kendes ikke; skriv i kildens opsætning, hvad den betyder.")
        return meaning

    return read


def unit_of(words: Mapping[str, str] | None) -> Callable[[str], str]:
    """Return what finds the organisation's key of a unit by payroll's word for it; without `words` the word itself."""

    def read(text: str) -> str:
        if words is None:
            return text
        key = words.get(text.casefold())
        if key is None:
            raise ValueError(
                f"enheden {shown(text)}kendes ikke i organisationen; ret den, eller oversæt den i kildens opsætning."
            )
        if key == AMBIGUOUS:
            raise ValueError(
                f"flere enheder har heddet {shown(text)}sådan; skriv i kildens opsætning, hvilken der menes."
            )
        return key

    return read


def day_after(last: date | None) -> date | None:
    """Return the day after a last day; None stays None."""
    return None if last is None else last + timedelta(days=1)
