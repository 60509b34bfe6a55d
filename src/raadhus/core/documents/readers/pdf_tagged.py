"""What a tagged PDF says of itself: which of its text is no content, and which stands in which cell of which table.

Running heads, page numbers and table heads repeated on the next page are artifacts; a tagged table is exact however its
cells are wrapped. A page without tags says nothing here, and the layout has to tell.
"""

import ctypes
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from raadhus.core.documents.readers.pdf_tables import Cell, Place, Printed

_NAME_BYTES = 64
_ARTIFACT = "Artifact".encode("utf-16-le")
_DEEPEST = 100
# The title stands above all; the outermost headings of the text are one level below it.
_HEADINGS = {"Title": 1, "H": 2, "H1": 2, "H2": 3, "H3": 4, "H4": 5, "H5": 6, "H6": 6}
_PARTS = frozenset({*_HEADINGS, "P", "LI"})
_SPACE = re.compile(r"\s+")


class Tagged(NamedTuple):
    """A heading, paragraph or list item: its number on the page, and a heading's level (0 for the others)."""

    number: int
    level: int


def promises_tags(data: bytes) -> bool:
    """Return True when the file says that it is accessible (PDF/UA): then its tags are made with care, and are believed."""
    return b"pdfuaid:part" in data


class Tags:
    """A page's tags. Characters are named by their number on the text page."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._places: dict[int, Place] = {}
        self._parts: dict[int, Tagged] = {}
        self._tables = self._counted = 0
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if tree:
            try:
                for position in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                    self._walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, position), 0)
            finally:
                pdfium.FPDF_StructTree_Close(tree)

    def is_artifact(self, textpage: object, character: int) -> bool:
        """Return True when the character is printed on the page but is no part of the text."""
        printed = pdfium.FPDFText_GetTextObject(textpage, character)
        if not printed or pdfium.FPDFPageObj_GetMarkedContentID(printed) >= 0:
            return False
        return any(_name(printed, mark) for mark in range(pdfium.FPDFPageObj_CountMarks(printed)))

    def place(self, textpage: object, character: int) -> Place | None:
        """Return the cell that the character stands in, or None outside tables."""
        if not self._places:
            return None
        printed = pdfium.FPDFText_GetTextObject(textpage, character)
        return self._places.get(pdfium.FPDFPageObj_GetMarkedContentID(printed)) if printed else None

    def part(self, textpage: object, character: int) -> Tagged | None:
        """Return the heading, paragraph or list item that the character stands in, or None."""
        printed = pdfium.FPDFText_GetTextObject(textpage, character) if self._parts else None
        return self._parts.get(pdfium.FPDFPageObj_GetMarkedContentID(printed)) if printed else None

    def cells(self, textpage: object, text: str, first: int) -> tuple[tuple[Place, str], ...]:
        """Return the pieces of a line that begins in a table, each with its cell; `first` is the line's first character."""
        pieces: list[tuple[Place, str]] = []
        begin, current = 0, self.place(textpage, first)
        for space in _SPACE.finditer(text):
            units = len(text[: space.end()].encode("utf-16-le")) // 2
            following = self.place(textpage, first + units)
            if following != current and following is not None:
                if current:
                    pieces.append((current, text[begin : space.start()]))
                begin, current = space.end(), following
        if current:
            pieces.append((current, text[begin:]))
        return tuple(pieces)

    def _walk(self, element: object, depth: int) -> None:
        if not element or depth > _DEEPEST:
            return
        if _type(element) == "Table":
            self._tables += 1
            for row, each in enumerate(_rows(element, depth)):
                self._row(each, row, depth)
            return
        kind = _type(element)
        if kind in _PARTS:
            self._counted += 1
            part = Tagged(self._counted, _HEADINGS.get(kind, 0))
            self._parts.update(dict.fromkeys(_contents(element, depth), part))
        for child in _lists_below(element, depth) if kind in _PARTS else _children(element):
            self._walk(child, depth + 1)

    def _row(self, row: object, number: int, depth: int) -> None:
        width = pdfium.FPDF_StructElement_CountChildren(row)
        for column in range(width):
            cell = pdfium.FPDF_StructElement_GetChildAtIndex(row, column)
            is_head = bool(cell) and _type(cell) == "TH"
            for content in _contents(cell, depth):
                self._places[content] = Place(self._tables, number, column, width, is_head)


def _lists_below(element: object, depth: int) -> Iterator[object]:
    """Yield the lists within a part, which are parts of their own."""
    for child in _children(element):
        if _type(child) == "L":
            yield child
        elif depth <= _DEEPEST:
            yield from _lists_below(child, depth + 1)


def _rows(element: object, depth: int) -> Iterator[object]:
    """Yield the rows of a table, through its head, body and foot."""
    for child in _children(element):
        if _type(child) == "TR":
            yield child
        elif depth <= _DEEPEST:
            yield from _rows(child, depth + 1)


def _children(element: object) -> Iterator[object]:
    for position in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, position)
        if child:
            yield child


def _contents(element: object, depth: int) -> Iterator[int]:
    """Yield the numbers of the marked content in an element and below."""
    if not element or depth > _DEEPEST:
        return
    for position in range(pdfium.FPDF_StructElement_CountChildren(element)):
        number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, position)
        if number >= 0:
            yield number
    for child in _children(element):
        if _type(child) != "L":  # a list within is no part of the item's own text
            yield from _contents(child, depth + 1)


def _type(element: object) -> str:
    name = (ctypes.c_char * _NAME_BYTES)()
    length = pdfium.FPDF_StructElement_GetType(element, name, _NAME_BYTES)
    return name.raw[: max(min(length, _NAME_BYTES) - 2, 0)].decode("utf-16-le", "replace")


def _name(printed: object, position: int) -> bool:
    """Return True when the mark at this position says artifact."""
    name = (ctypes.c_char * _NAME_BYTES)()
    length = ctypes.c_ulong()
    buffer = ctypes.cast(name, ctypes.POINTER(pdfium.FPDF_WCHAR))
    mark = pdfium.FPDFPageObj_GetMark(printed, position)
    return bool(pdfium.FPDFPageObjMark_GetName(mark, buffer, _NAME_BYTES, length)) and name.raw.startswith(_ARTIFACT)


def joined_parts(printed: Sequence[Printed]) -> list[Printed]:
    """Return the lines with those of one tagged heading, paragraph or list item put together.

    Such a part ends where it ends, but the last one of a page may run on over it.
    """
    result: list[Printed] = []
    for line in printed:
        before = result[-1] if result else None
        if before and line.part and (before.page, before.part) == (line.page, line.part):
            text = f"{before.text} {line.text}"
            cell = Cell(text, before.left, max(before.right, line.right))
            result[-1] = replace(before, text=text, cells=(cell,), right=cell.right)
            continue
        if before and before.part:
            result[-1] = replace(before, is_whole=before.page == line.page or before.is_heading)
        result.append(line)
    return result


def joined_rows(printed: Sequence[Printed]) -> list[Printed]:
    """Return the lines with those of one tagged row put together; a table that runs on over the page stays one table."""
    result: list[Printed] = []
    table = 0
    before: tuple[int, Place] | None = None
    for key, group in itertools.groupby(printed, key=_row_of):
        lines = list(group)
        if key is None:
            result.extend(lines)
            before = None
            continue
        page, place = lines[0].page, lines[0].pieces[0][0]
        table += not (before and _runs_on(before, page, place))
        cells = _filled(lines, place.width)
        text = "    ".join(cell.text for cell in cells if cell.text)
        result.append(replace(lines[0], table=table, cells=cells, text=text))
        before = page, place
    return result


def _row_of(line: Printed) -> tuple[int, int, int] | None:
    return (line.page, line.pieces[0][0].table, line.pieces[0][0].row) if line.pieces else None


def _runs_on(before: tuple[int, Place], page: int, place: Place) -> bool:
    """Tell whether a row belongs to the table before it: the same one, or the rest of it on the next page."""
    old_page, old = before
    if page == old_page:
        return place.table == old.table
    return page == old_page + 1 and place.width == old.width and not place.is_head


def _filled(lines: Sequence[Printed], width: int) -> tuple[Cell, ...]:
    texts = [""] * width
    for line in lines:
        for place, text in line.pieces:
            texts[place.column] = f"{texts[place.column]} {text}".strip()
    return tuple(Cell(text, lines[0].left, lines[0].right) for text in texts)
