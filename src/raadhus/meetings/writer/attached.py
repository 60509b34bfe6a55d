"""An attachment's content as something a package can show: blocks, a picture, pages of PDF, or a sentence that says why not."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import openpyxl
import pikepdf
from PIL import Image as Pictures
from PIL import UnidentifiedImageError

from raadhus.core.documents.text import (
    Block,
    Heading,
    Line,
    LineKind,
    ListBlock,
    ListItem,
    Paragraph,
    SourceText,
    Table,
    read_document,
)
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.writer.enclosed import EnclosedFile

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PICTURES = {"image/png": "png", "image/jpeg": "jpg"}
_READ = frozenset(
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/html", "text/plain"}
)
MOST_PAGES = 1500
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 300, 12, 10
_MOST_PIXELS = 60_000_000
_MOST_TABLE_BYTES = 20_000_000
_MOST_BLOCKS = 4000


class CannotShow(Exception):
    """An attachment cannot be shown in a package; the sentence says why and what to do."""


def is_text(file: EnclosedFile) -> bool:
    """Return True when the content is written out as blocks."""
    return file.media_type in _READ or file.media_type == XLSX


def blocks_of_file(file: EnclosedFile) -> tuple[Block, ...]:
    """Return a text's or a spreadsheet's content as blocks. Raises CannotShow."""
    if file.media_type == XLSX:
        return tuple(_sheets(file))
    try:
        source = read_document(file.data, file.name)
    except WrongInput as error:
        raise CannotShow(f"Bilaget kan ikke læses: {error}") from error
    blocks = tuple(_blocks(source))
    if len(blocks) > _MOST_BLOCKS:
        raise CannotShow(f"Bilaget er for langt til at blive skrevet ud her ({file.size_said}): hent filen.")
    return blocks


def _blocks(source: SourceText) -> Iterator[Block]:
    for (kind, table), group in groupby(source.lines, key=lambda line: (line.kind, line.table)):
        lines = list(group)
        if table is not None:
            yield _table([line.cells for line in lines])
        elif kind is LineKind.HEADING:
            yield from (Heading(line.text, min(max(line.level, 1), 3)) for line in lines)
        elif kind is LineKind.LIST_ITEM:
            yield ListBlock(tuple(_list_item(line) for line in lines))
        elif kind is not LineKind.RULE:
            yield from _paragraphs(lines)


def _list_item(line: Line) -> ListItem:
    marker, _, rest = line.text.partition(" ")
    has_marker = bool(rest) and not marker.isalpha()
    return ListItem(rest if has_marker else line.text, marker if has_marker else "-")


def _paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    """Join the printed lines of one paragraph; a blank line or a hard break ends it."""
    run: list[str] = []
    for line in lines:
        if run and line.blank_before:
            yield Paragraph(" ".join(run))
            run = []
        run.append(line.text.strip())
        if line.hard_break:
            yield Paragraph(" ".join(run))
            run = []
    if run:
        yield Paragraph(" ".join(run))


def _table(rows: list[tuple[str, ...]]) -> Table:
    width = max(len(row) for row in rows)
    return Table(tuple(row + ("",) * (width - len(row)) for row in rows))


def _sheets(file: EnclosedFile) -> Iterator[Block]:
    if len(file.data) > _MOST_TABLE_BYTES:
        raise CannotShow(f"Regnearket er for stort til at blive skrevet ud her ({file.size_said}): hent filen.")
    try:
        book = openpyxl.load_workbook(BytesIO(file.data), read_only=True, data_only=True)
        for name in book.sheetnames[:_MOST_SHEETS]:
            yield from _sheet(name, book[name].iter_rows(max_row=_MOST_ROWS + 1, values_only=True))
        if len(book.sheetnames) > _MOST_SHEETS:
            yield Paragraph(f"Regnearket har {len(book.sheetnames)} faner; her er de første {_MOST_SHEETS}.")
    except CannotShow:
        raise
    except Exception as error:
        # openpyxl raises whatever the damaged part of the file leads to.
        raise CannotShow("Regnearket kan ikke læses: hent filen.") from error


def _sheet(name: str, rows: Iterator[tuple[object, ...]]) -> Iterator[Block]:
    yield Heading(name, 1)
    kept = [tuple(_cell(value) for value in row[:_MOST_COLUMNS]) for row in rows]
    kept = [row for row in kept if any(row)]
    if kept:
        yield _table(kept[:_MOST_ROWS])
    if len(kept) > _MOST_ROWS:
        yield Paragraph(f"Her er de første {_MOST_ROWS} rækker og {_MOST_COLUMNS} kolonner; hent filen for resten.")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)[:500]


def check_picture(file: EnclosedFile) -> None:
    """Raise CannotShow when a picture cannot be shown: damaged, or so large that it would fill the memory."""
    try:
        with Pictures.open(BytesIO(file.data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise CannotShow(f"Billedet er for stort ({picture.width} × {picture.height} punkter): hent filen.")
            picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Pictures.DecompressionBombError) as error:
        raise CannotShow("Billedet er beskadiget: hent filen.") from error


def opened_pdf(file: EnclosedFile) -> pikepdf.Pdf:
    """Return the PDF, opened. Raises CannotShow when it is encrypted, broken, empty or too long."""
    try:
        pdf = pikepdf.open(BytesIO(file.data))
        count = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise CannotShow("Bilaget er beskyttet med adgangskode og kan ikke vises her: hent filen.") from error
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError) as error:
        raise CannotShow("Bilaget er en beskadiget PDF og kan ikke vises her: hent filen.") from error
    if not count:
        raise CannotShow("Bilaget er en PDF uden sider.")
    if count > MOST_PAGES:
        raise CannotShow(f"Bilaget har {count} sider og kan ikke vises her: hent filen.")
    return pdf
