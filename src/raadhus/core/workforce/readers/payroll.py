"""Payroll's files as heading and lines: text tables with any separator, XLSX, and KMD OPUS' delta XML of employments."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zipfile import BadZipFile

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from raadhus.core.workforce.rules.reading import Cells
from raadhus.kernel.cells import separator_of, table_text
from raadhus.kernel.errors import WrongInput

MOST_COLUMNS = 200
OPUS_HEADING = (
    "employee",
    "person",
    "orgUnit",
    "entryDate",
    "leaveDate",
    "workContract",
    "workContractText",
    "position",
    "payGradeText",
    "fraction",
)


def lines_of(data: bytes, name: str) -> tuple[Sequence[str], Iterator[Cells]]:
    """Return the heading, and the lines as (number, cells). Raises WrongInput when the file is no table."""
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, name)
    if data.lstrip()[:5] == b"<?xml" or data.lstrip()[:1] == b"<":
        return OPUS_HEADING, _opus(data, name)
    return _text(data, name)


def _text(data: bytes, name: str) -> tuple[Sequence[str], Iterator[Cells]]:
    try:
        text = table_text(data).lstrip("\r\n")
    except ValueError as error:
        raise WrongInput(f"{name}: {error}") from error
    if not text.strip():
        raise WrongInput(f"{name}: filen er tom.")
    lines = _csv_lines(text, name)
    _, heading = next(lines, (1, ()))
    return _heading(heading, name), lines


def _csv_lines(text: str, name: str) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text.partition("\n")[0]), strict=True)
    try:
        for cells in reader:
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise WrongInput(
            f"{name}, linje {reader.line_num}: tabellen er afbrudt eller har et løst citationstegn."
        ) from error


def _heading(cells: Sequence[str], name: str) -> Sequence[str]:
    if len(cells) > MOST_COLUMNS:
        raise WrongInput(
            f"{name}: filen har {len(cells)} kolonner; det ligner ikke et lønudtræk (højst {MOST_COLUMNS})."
        )
    if len(cells) < 2:  # noqa: PLR2004 - one column means that the separator was not found
        raise WrongInput(f"{name}, linje 1: kolonnerne kan ikke skilles ad. Brug semikolon, komma, tabulator eller |.")
    return cells


def _workbook(data: bytes, name: str) -> tuple[Sequence[str], Iterator[Cells]]:
    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).active
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise WrongInput(
            f"{name}: filen kan ikke læses som et regneark; måske er kun en del af den kommet med."
        ) from error
    if sheet is None:
        raise WrongInput(f"{name}: regnearket er tomt.")
    rows = sheet.iter_rows(values_only=True)
    heading = _heading([_cell(value) for value in next(rows, ())], name)
    width = len(heading)
    lines = ((number, [_cell(value) for value in row[:width]]) for number, row in enumerate(rows, start=2))
    return heading, (line for line in lines if any(line[1]))


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return value.isoformat()[:10]
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return repr(value).replace(".", ",")
        case _:
            return str(value).strip()


def _opus(data: bytes, name: str) -> Iterator[Cells]:
    """Yield the employees of a delta file. CPR numbers in it are not read: the employee's number is the person's key."""
    try:
        events = etree.iterparse(io.BytesIO(data), tag="{*}employee", resolve_entities=False, no_network=True)
        for number, (_, element) in enumerate(events, start=1):
            values = {
                etree.QName(child).localname: (child.text or "").strip()
                for child in element
                if isinstance(child.tag, str)
            }
            key = element.get("id", "")
            yield element.sourceline or number, _employee(key, values)
            element.clear()
    except etree.XMLSyntaxError as error:
        raise WrongInput(
            f"{name}, linje {error.lineno}: filen er ikke gyldig XML; måske er kun en del af den kommet med."
        ) from error


def _employee(key: str, values: dict[str, str]) -> list[str]:
    upper, lower = values.get("numerator", ""), values.get("denominator", "")
    fraction = f"{upper}/{lower}" if upper and lower else upper
    named = {**values, "employee": key, "person": key, "fraction": fraction}
    return [named.get(column, "") for column in OPUS_HEADING]
