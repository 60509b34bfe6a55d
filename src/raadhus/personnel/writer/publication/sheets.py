"""Every table of the publication as one workbook: a sheet for each, figures as numbers, the same bytes for the same content."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import xlsxwriter

from raadhus.personnel.rules.publication.content import Publishable, Sheet
from raadhus.ui.export import number_format

_WIDEST = 60
_LONGEST_NAME = 31


def tables_of(content: Publishable) -> Iterator[tuple[str, Sheet]]:
    """Yield a short name and the table of every exhibit that has rows."""
    for section in content.sections:
        for one in section.shown:
            if one.sheet.rows:
                yield one.title, one.sheet


def write_workbook(content: Publishable, *, day: date, facts: Sequence[tuple[str, str]]) -> bytes:
    """Return the workbook: what it is on the first sheet, then each table with its notes, then the definitions."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    )
    made = datetime.combine(day, time(12))
    book.set_properties({"title": content.title, "author": content.place, "created": made})
    about = (("Kommune", content.place), *facts)
    _page(book, "Om tallene", (content.title, ""), about)
    for place, (name, sheet) in enumerate(tables_of(content), start=1):
        rows = [tuple(cell.text if cell.value is None else cell.value for cell in row) for row in sheet.rows]
        notes = [(note,) for note in sheet.notes]
        _page(book, f"{place} {name}", sheet.head, [*rows, (), *notes] if notes else rows, title=sheet.caption)
    told = [
        (one["name"], one["definition"], one["population"], one["version"], one["source"])
        for one in content.definitions
    ]
    _page(book, "Definitioner", ("Mål", "Definition", "Omfatter", "Version", "Kilde"), told)
    if content.references:
        _page(book, "Sammenligningstal", ("Kilde og tal",), [(one["words"],) for one in content.references])
    book.close()
    return buffer.getvalue()


def _page(
    book: xlsxwriter.Workbook,
    name: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str | int | Decimal]],
    *,
    title: str = "",
) -> None:
    page = book.add_worksheet(_sheet_name(name))
    formats: dict[str, object] = {}
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    first = 0
    if title:
        page.write(0, 0, title, book.add_format({"bold": True}))
        first = 1
    page.write_row(first, 0, list(head), bold)
    widths = [min(len(word), _WIDEST // 3) for word in head]
    for row, cells in enumerate(rows, start=first + 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal):
                form = number_format(cell)
                formats.setdefault(form, book.add_format({"num_format": form}))
                page.write_number(row, column, float(cell), formats[form])
            else:
                page.write(row, column, cell)
        for column, cell in enumerate(cells if len(cells) > 1 or len(head) == 1 else ()):
            widths[column] = max(widths[column], len(str(cell)))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(width, _WIDEST) + 2)
    page.freeze_panes(first + 1, 1 if len(head) > 1 else 0)


def _sheet_name(title: str) -> str:
    """Return a name that Excel accepts: 31 characters, and none of the signs it uses itself."""
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title).strip()[:_LONGEST_NAME].strip()
