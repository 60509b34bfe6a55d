"""The organisation as CSV: one row a unit, person or leader for a period."""

import csv
import io
from datetime import date

from raadhus.core.organisation.rules.importing import ImportRow, RowKind, RowReport, RowStatus
from raadhus.core.organisation.rules.people import slug
from raadhus.kernel.cells import day_of, separator_of, table_text
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import Period

_COLUMNS = {
    "type": "type",
    "nøgle": "key",
    "noegle": "key",
    "key": "key",
    "kortnavn": "short_name",
    "short_name": "short_name",
    "navn": "name",
    "name": "name",
    "overenhed": "parent",
    "parent": "parent",
    "e-mail": "email",
    "email": "email",
    "titel": "title",
    "title": "title",
    "enhed": "unit",
    "unit": "unit",
    "fra": "from",
    "from": "from",
    "ophører": "ends",
    "ophoerer": "ends",
    "ends": "ends",
}
_KINDS = {
    "enhed": RowKind.UNIT,
    "unit": RowKind.UNIT,
    "person": RowKind.PERSON,
    "leder": RowKind.LEADER,
    "leader": RowKind.LEADER,
}
_LARGEST = 50_000_000


class _WrongCell(Exception):
    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_csv(data: bytes, name: str) -> tuple[list[ImportRow], list[RowReport]]:
    """Return the rows of a CSV file, and what is wrong with those that cannot be read.

    Semicolons or commas, UTF-8 or Windows-1252. Raises WrongInput when it is no such table at all.
    """
    text = _text(data, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text.split("\n", 1)[0]))
    rows: list[ImportRow] = []
    wrong: list[RowReport] = []
    try:
        head = [_COLUMNS.get(title.strip().casefold(), "") for title in next(reader, [])]
        if "type" not in head or "from" not in head:
            raise WrongInput(
                f"{name}: første linje skal have kolonnerne type, nøgle, navn, overenhed, enhed, fra m.fl."
            )
        for cells in reader:
            if any(cell.strip() for cell in cells):
                _read_row(head, cells, reader.line_num, rows, wrong)
    except csv.Error as error:
        raise WrongInput(f"{name}, linje {reader.line_num}: {error}.") from error
    return rows, wrong


def _read_row(head: list[str], cells: list[str], number: int, rows: list[ImportRow], wrong: list[RowReport]) -> None:
    values = {column: cell.strip() for column, cell in zip(head, cells, strict=False) if column}
    try:
        rows.append(_row(values, number))
    except _WrongCell as error:
        wrong.append(
            RowReport(number, values.get("type", ""), values.get("key", ""), RowStatus.WRONG, error.column, str(error))
        )


def _row(values: dict[str, str], number: int) -> ImportRow:
    kind = _KINDS.get(values.get("type", "").casefold())
    if kind is None:
        raise _WrongCell("type", "Skriv enhed, person eller leder.")
    key = values.get("key", "") or (slug(values.get("name", "")) if kind is RowKind.PERSON else "")
    if not key:
        raise _WrongCell("nøgle", "Nøglen mangler.")
    if kind is RowKind.LEADER and not values.get("unit"):
        raise _WrongCell("enhed", "En leder skal have en enhed.")
    return ImportRow(
        number=number,
        kind=kind,
        key=key,
        period=_period(values),
        short_name=values.get("short_name", ""),
        name=values.get("name", ""),
        parent_key=values.get("parent") or None,
        email=values.get("email", ""),
        title=values.get("title", ""),
        unit_key=values.get("unit") or None,
    )


def _period(values: dict[str, str]) -> Period:
    start = _date(values.get("from", ""), "fra")
    if start is None:
        raise _WrongCell("fra", "Datoen mangler.")
    end = _date(values.get("ends", ""), "ophører")
    if end is not None and end <= start:
        raise _WrongCell("ophører", f"Rækken ophører {end:%d.%m.%Y}, før den er begyndt {start:%d.%m.%Y}.")
    return Period(start, end)


def _date(text: str, column: str) -> date | None:
    """Read 2025-06-02, 02-06-2025, 2.6.2025 or 2/6/2025; nothing for an empty cell."""
    if not text:
        return None
    try:
        return day_of(text)
    except ValueError as error:
        raise _WrongCell(column, f"{text!r} er ikke en dato. Skriv 2025-06-02 eller 02-06-2025.") from error


def _text(data: bytes, name: str) -> str:
    if len(data) > _LARGEST:
        raise WrongInput(f"{name}: filen er større end {_LARGEST // 1_000_000} MB.")
    try:
        return table_text(data)
    except ValueError as error:
        raise WrongInput(f"{name}: filen er ikke en CSV-fil.") from error
