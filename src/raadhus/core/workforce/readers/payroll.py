"""Payroll's files as heading and lines: text tables with any separator, XLSX, and KMD OPUS' delta XML of employments."""

import csv
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zipfile import BadZipFile, ZipFile

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from raadhus.core.workforce.rules.reading import Cells
from raadhus.kernel.cells import separator_of, table_text
from raadhus.kernel.errors import WrongInput

MOST_COLUMNS = 200
_MOST_UNPACKED = 2 * 10**9
OPUS_HEADING = (
    "employee",
    "person",
    "name",
    "orgUnit",
    "entryDate",
    "leaveDate",
    "workContract",
    "workContractText",
    "positionId",
    "position",
    "payGradeText",
    "fraction",
    "left",
)
# The day of the file in its name, as KMD names it.
_FILE_DAY = re.compile(r"ZLPE(\d{8})", re.IGNORECASE)
_NEVER = "9999-12-31"
# What Danish letters become when a file of another character set is read: of DOS, of UTF-8 read as Windows-1252, and what is no sign at all.
_WRONG_SIGNS = re.compile("[a-zA-Z][›†][a-z]|Ã[¦¸¥†˜…\x85\x98]|[\x81\x8d\x8f\x90\x9d\N{REPLACEMENT CHARACTER}]")


def lines_of(data: bytes, name: str) -> tuple[Sequence[str], Iterator[Cells]]:
    """Return the heading, and the lines as (number, cells). Raises WrongInput when the file is no table."""
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, name)
    if data.lstrip()[:5] == b"<?xml" or data.lstrip()[:1] == b"<":
        return OPUS_HEADING, _opus(data, name)
    return _text(data, name)


def _text(data: bytes, name: str) -> tuple[Sequence[str], Iterator[Cells]]:
    text = _decoded(data, name)
    if not text.strip():
        raise WrongInput(f"{name}: filen er tom.")
    lines = _csv_lines(text, name)
    _, heading = next(lines, (1, ()))
    return _heading(heading, name), lines


def _decoded(data: bytes, name: str) -> str:
    try:
        text = table_text(data)
    except UnicodeDecodeError as error:
        raise WrongInput(f"{name}: filens tegnsæt kan ikke læses; måske er kun en del af den kommet med.") from error
    except ValueError as error:
        raise WrongInput(f"{name}: {error}") from error
    if not text.isascii() and _WRONG_SIGNS.search(text):
        raise WrongInput(f"{name}: bogstaverne æ, ø og å er gået i stykker. Gem filen i tegnsættet UTF-8.")
    if "\0" in text:
        raise WrongInput(f"{name}: filen er ikke en tabel i tekst.")
    return text


def _csv_lines(text: str, name: str) -> Iterator[Cells]:
    first = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(first), strict=True)
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
            f"{name}: filen har {len(cells)} kolonner, og der læses højst {MOST_COLUMNS}; send kun dem, der skal bruges."
        )
    if len(cells) < 2:  # noqa: PLR2004 - one column means that the separator was not found
        raise WrongInput(f"{name}, linje 1: kolonnerne kan ikke skilles ad. Brug semikolon, komma, tabulator eller |.")
    return cells


def _workbook(data: bytes, name: str) -> tuple[Sequence[str], Iterator[Cells]]:
    """Read the first sheet. The heading is its first row with anything in it."""
    try:
        _unpack(data, name)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    except (CalamineError, BadZipFile, zlib.error, OSError, ValueError, IndexError, NotImplementedError) as error:
        raise WrongInput(
            f"{name}: filen kan ikke læses som et regneark; måske er kun en del af den kommet med."
        ) from error
    rows = ((number, [_cell(value) for value in row]) for number, row in enumerate(sheet.iter_rows(), start=1))
    lines = (line for line in rows if any(line[1]))
    _number, heading = next(lines, (1, ()))
    return _heading(heading, name), lines


def _unpack(data: bytes, name: str) -> None:
    """Let a workbook through whose parts are whole and of a size that one machine holds. Raises WrongInput and BadZipFile."""
    with ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
            raise WrongInput(
                f"{name}: regnearket fylder over {_MOST_UNPACKED // 10**9} GB pakket ud: send det som tekst (CSV)."
            )
        if parts.testzip():
            raise BadZipFile(name)


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
    file_day = _FILE_DAY.search(name)
    try:
        events = etree.iterparse(io.BytesIO(data), tag="{*}employee", resolve_entities=False, no_network=True)
        for number, (_, element) in enumerate(events, start=1):
            line = element.sourceline or number
            yield line, _employee(element, "" if file_day is None else file_day[1], f"{name}, linje {line}")
            element.clear()
    except etree.XMLSyntaxError as error:
        raise WrongInput(
            f"{name}, linje {error.lineno}: filen er ikke gyldig XML; måske er kun en del af den kommet med."
        ) from error


def _employee(element: etree._Element, file_day: str, place: str) -> list[str]:
    """Return the cells of an employee; one that has left has a day in the last of them, the file's own when none is told."""
    values = {
        etree.QName(child).localname: (child.text or "").strip() for child in element if isinstance(child.tag, str)
    }
    key, upper, lower = element.get("id", ""), values.get("numerator", ""), values.get("denominator", "")
    left = ""
    if element.get("action") == "leave":
        told = values.get("leaveDate", "")
        left = file_day if told in {"", _NEVER} else told
        if not left:
            raise WrongInput(
                f"{place}: en ansat er meldt fratrådt uden dato, og filens navn siger ikke, hvilken dag den er fra. "
                "Giv den sit oprindelige navn (ZLPE og datoen)."
            )
    named = {
        **values,
        "employee": key,
        "person": key,
        "name": f"{values.get('firstName', '')} {values.get('lastName', '')}",
        "fraction": f"{upper}/{lower}" if upper and lower else upper,
        "left": left,
    }
    return [named.get(column, "") for column in OPUS_HEADING]
