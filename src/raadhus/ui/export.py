"""Lists as files: CSV as Danish spreadsheets open it (UTF-8 with a mark, semicolons) and XLSX.

A cell that a spreadsheet would take for a formula is made plain text, so that an imported title can run nothing.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter

Cell = str | int | float | Decimal | date | datetime | bool | None

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


def to_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return the table as CSV: dates as 2025-06-02, decimals with a comma, yes and no as ja and nej."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_plain(title) for title in head])
    for row in rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


@dataclass(frozen=True, slots=True)
class Page:
    """A further sheet of a workbook, such as what the figures on the first rest on."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def to_xlsx(head: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: str, further: Sequence[Page] = ()) -> bytes:
    """Return the table as a workbook: frozen heading, filters, widths after the content, numbers with the decimals they have."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    )
    _fill(book, Page(sheet, head, rows))
    for one in further:
        _fill(book, one, wraps=True)
    book.close()
    return buffer.getvalue()


def number_format(value: Decimal) -> str:
    """Return the spreadsheet's format of a number: thousands apart, and the decimals that it has."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _fill(book: xlsxwriter.Workbook, given: Page, *, wraps: bool = False) -> None:
    page = book.add_worksheet(_sheet_name(given.name))
    page.write_row(0, 0, list(given.head), book.add_format({"bold": True, "bottom": 1}))
    widths = [len(title) for title in given.head]
    formats: dict[str, object] = {"": book.add_format({"text_wrap": True, "valign": "top"} if wraps else {})}
    last = 0
    for last, row in enumerate(given.rows, start=1):
        for column, cell in enumerate(row):
            form = _format_of(cell)
            if form and form not in formats:
                formats[form] = book.add_format({"num_format": form})
            page.write(last, column, _xlsx_cell(cell), formats[form])
            widths[column] = max(widths[column], len(str(cell or "")))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(width, _WIDEST) + 2)
    page.freeze_panes(1, 0)
    if given.head:
        page.autofilter(0, 0, last, len(given.head) - 1)


def _format_of(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return number_format(cell)
    if isinstance(cell, datetime):
        return "dd-mm-yyyy hh:mm"
    return "dd-mm-yyyy" if isinstance(cell, date) else ""


def _plain(value: str) -> str:
    """Return the text with an apostrophe in front when a spreadsheet would otherwise run it."""
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float | Decimal):
        return str(cell).replace(".", ",")
    return _plain(cell)


def _xlsx_cell(cell: Cell) -> str | int | float | date | datetime | None:
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    return float(cell) if isinstance(cell, Decimal) else cell


def _sheet_name(title: str) -> str:
    """Return a name that Excel accepts: 31 characters, and none of the signs it uses itself."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title).strip()[:31] or "Ark"
