"""Absences as a table: one row a case. Separator, encoding and the way dates are written are recognised."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from raadhus.kernel.cells import day_of, decimal_of, is_never, separator_of, table_text
from raadhus.kernel.danish import counted
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.cases import Absence, Cause, Kind

COLUMNS = (
    "case_id",
    "unit",
    "first_absence_date",
    "last_absence_date",
    "weekly_hours",
    "kind",
    "registered_date",
    "notified_date",
    "claimed_date",
)
OPTIONAL = ("hourly_wage_ore", "absence_hours", "cause")
_NEEDED = ("case_id", "unit", "first_absence_date", "weekly_hours", "kind")
_MOST_HOURS = 168
_YEARS = range(1900, 2200)
_HUNDREDTHS = re.compile(r"[.,]\d\d$")
_Value = TypeVar("_Value")
_Code = TypeVar("_Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class WrongCell:
    """What is wrong with one cell: the line in the file (the heading is line 1), the column, and what to do."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Return the Danish sentence."""
        return f"linje {self.line}, kolonnen {self.column}: {self.message}"


class WrongTable(WrongInput):
    """The table cannot be calculated; `cells` says which cells are wrong, and the sentence is the first of them."""

    def __init__(self, name: str, cells: tuple[WrongCell, ...]) -> None:
        more = f" ({len(cells)} fejl i alt)" if len(cells) > 1 else ""
        super().__init__(f"{name}, {cells[0]}{more}")
        self.cells = cells


class _Wrong(Exception):
    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_cases(data: bytes, name: str) -> tuple[Absence, ...]:
    """Return the absences of a table. Raises WrongInput when it is no such table, WrongTable with every wrong cell when it is."""
    try:
        text = table_text(data)
    except UnicodeDecodeError as error:
        raise WrongInput(f"{name}: filens tegnsæt kan ikke læses; måske er kun en del af den kommet med.") from error
    except ValueError as error:
        raise WrongInput(f"{name}: {error} Gem den som CSV.") from error
    first, _, _ = text.lstrip("\r\n").partition("\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(first), strict=True)
    try:
        rows = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise WrongInput(
            f"{name}, linje {reader.line_num}: tabellen er afbrudt eller har et løst citationstegn."
        ) from error
    if not rows:
        raise WrongInput(f"{name}: filen er tom.")
    return _absences(rows[1:], _heading(rows[0][1], name), name)


def _heading(cells: list[str], name: str) -> list[str]:
    head = [cell.strip().casefold() for cell in cells]
    missing = [column for column in COLUMNS if column not in head]
    if missing:
        raise WrongInput(f"{name}, linje 1: kolonnen {missing[0]} mangler. Kolonnerne er {', '.join(COLUMNS)}.")
    twice = next((column for column in (*COLUMNS, *OPTIONAL) if head.count(column) > 1), None)
    if twice:
        raise WrongInput(f"{name}, linje 1: kolonnen {twice} står to gange.")
    return head


def _absences(rows: list[tuple[int, list[str]]], head: list[str], name: str) -> tuple[Absence, ...]:
    found: list[Absence] = []
    wrong: list[WrongCell] = []
    lines: dict[str, int] = {}
    for line, cells in rows:
        try:
            absence = _row(head, cells)
            _once(absence, lines)
            lines[absence.case_id] = line
            found.append(absence)
        except _Wrong as error:
            wrong.append(WrongCell(line, error.column, str(error)))
    if wrong:
        raise WrongTable(name, tuple(wrong))
    return tuple(found)


def _once(absence: Absence, lines: Mapping[str, int]) -> None:
    if absence.case_id in lines:
        raise _Wrong("case_id", f"{absence.case_id!r} står også i linje {lines[absence.case_id]}.")


def _row(head: list[str], cells: list[str]) -> Absence:
    if len(cells) != len(head):
        raise _Wrong(head[-1], f"rækken har {counted(len(cells), 'felt', 'felter')}, men overskriften har {len(head)}.")
    values = {column: cell.strip() for column, cell in zip(head, cells, strict=True)}
    for column in _NEEDED:
        if not values[column]:
            raise _Wrong(column, "feltet er tomt.")
    absence = Absence(
        case_id=values["case_id"],
        unit=values["unit"],
        first=_cell(values, "first_absence_date", _day) or date.min,
        last=_cell(values, "last_absence_date", _last_day),
        weekly_hours=_hours(values, "weekly_hours") or Decimal(0),
        kind=_code(values, "kind", Kind) or Kind.ORDINARY,
        registered=_cell(values, "registered_date", _day),
        notified=_cell(values, "notified_date", _day),
        claimed=_cell(values, "claimed_date", _day),
        hourly_wage_ore=_cell(values, "hourly_wage_ore", _ore),
        absence_hours=_hours(values, "absence_hours"),
        cause=_code(values, "cause", Cause),
    )
    _in_order(absence)
    return absence


def _cell(values: Mapping[str, str], column: str, read: Callable[[str], _Value]) -> _Value | None:
    """Return what the cell holds, None when it is empty or there is no such column."""
    text = values.get(column, "")
    if not text:
        return None
    try:
        return read(text)
    except ValueError as error:
        raise _Wrong(column, str(error)) from error


def _hours(values: Mapping[str, str], column: str) -> Decimal | None:
    hours = _cell(values, column, decimal_of)
    if hours is not None and not 0 < hours <= _MOST_HOURS:
        raise _Wrong(column, f"{values[column]!r} er ikke et antal timer om ugen.")
    return hours


def _day(text: str) -> date:
    day = day_of(text)
    if day.year not in _YEARS:
        raise ValueError(f"{text!r} ligger uden for {_YEARS[0]}-{_YEARS[-1]}.")
    return day


def _last_day(text: str) -> date | None:
    return None if is_never(text) else _day(text)


def _ore(text: str) -> int:
    """Return whole øre. Raises ValueError also for "150,00", which is kroner."""
    value = decimal_of(text)
    if value < 0 or value != value.to_integral_value() or _HUNDREDTHS.search(text):
        raise ValueError(f"{text!r} er ikke et helt antal øre; 150,25 kr. skrives 15025.")
    return int(value)


def _code(values: Mapping[str, str], column: str, codes: type[_Code]) -> _Code | None:
    text = values.get(column, "")
    if not text:
        return None
    try:
        return codes(text.casefold())
    except ValueError as error:
        raise _Wrong(column, f"{text!r} kendes ikke; brug {', '.join(codes)}.") from error


def _in_order(absence: Absence) -> None:
    if absence.last is not None and absence.last < absence.first:
        raise _Wrong("last_absence_date", "fraværet slutter, før det begynder.")
    for column, day in (("notified_date", absence.notified), ("claimed_date", absence.claimed)):
        if day is not None and day < absence.first:
            raise _Wrong(column, "dagen ligger før den første fraværsdag.")
