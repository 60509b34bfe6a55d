"""DOCX to lines: headings, paragraphs, list items with the markers Word prints, table rows with their cells.

Headers, footers and comments are page furniture and stay outside; deleted and hidden text does too. Nothing is run.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from raadhus.core.documents.readers.docx_numbering import Markers
from raadhus.core.documents.readers.docx_package import Package, beside
from raadhus.core.documents.readers.docx_styles import (
    Style,
    Styles,
    W,
    numbering,
    outline_level,
    run_size,
    style_id,
    switch,
)
from raadhus.core.documents.readers.html_tables import grid
from raadhus.core.documents.readers.lines import LineCollector, clean
from raadhus.core.documents.rules.source_text import LineKind, SourceText

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# What was taken out of the text, what is written twice for older programs, and what belongs to the page.
_LEFT_OUT = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{_MC}Fallback", f"{W}rPr", f"{W}pPr", f"{W}sdtPr"}
)
_BLOCKS = frozenset({f"{W}p", f"{W}tbl"})
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_LONGEST_MARKER = 5  # "101.)"
_TEXTS = {f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}cr": "\n", f"{W}ptab": "\t"}
_LONG_CELL = 600
_WIDEST = 60


def read_docx(data: bytes) -> SourceText:
    """Return the lines of a Word document. Raises WrongInput when it is damaged, encrypted or packed too well."""
    package = Package(data)
    main = package.main_part()
    styles = Styles(package.optional_xml(beside(main, "styles.xml")))
    markers = Markers(package.optional_xml(beside(main, "numbering.xml")))
    body = package.xml(main).find(f"{W}body")
    collector = LineCollector()
    if any(name.endswith("vbaProject.bin") for name in package.names):
        collector.warn("macros", "Dokumentet indeholder makroer; de er hverken kørt eller læst.")
    if body is not None:
        _Reader(collector, styles, markers).blocks(body)
    return collector.finish(MEDIA_TYPE, title=_title(package))


def _title(package: Package) -> str | None:
    core = package.optional_xml("docProps/core.xml")
    return clean(core.findtext(_TITLE) or "") or None if core is not None else None


@dataclass(slots=True)
class _Text:
    """The text of a paragraph as it is gathered, and whether all of it is bold or italic."""

    pieces: list[str] = field(default_factory=list)
    bold: bool = True
    italic: bool = True
    size: float | None = None
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Reads blocks in order; XML that is nested too deep never gets this far, so that recursion is safe."""

    collector: LineCollector
    styles: Styles
    markers: Markers
    blank: bool = False
    warned: set[str] = field(default_factory=set)

    def blocks(self, parent: etree._Element) -> None:
        """Read every paragraph and table in the element."""
        for element in _block_elements(parent):
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)
            else:
                self._warn_once(
                    "embedded_part", "Et indlejret dokument er ikke læst med; åbn filen i Word, og gem den igen."
                )

    def _paragraph(self, element: etree._Element) -> None:
        properties = element.find(f"{W}pPr")
        key = style_id(properties, "pStyle") or self.styles.default_paragraph
        style = self.styles.style(key)
        text = _Text()
        self._gather(element, style, text)
        lines = [line for line in (_columns(part) for part in "".join(text.pieces).split("\n")) if line]
        heading = outline_level(properties) or style.heading
        listed = self._listed(properties, style)
        if not lines:
            self.blank = True
        elif heading or listed:
            self._marked(" ".join(lines), text, heading=heading, listed=listed, css=(key or "",))
        else:
            for line in lines:
                self.collector.add(
                    line,
                    bold=text.bold,
                    italic=text.italic,
                    size=text.size,
                    blank_before=self.blank,
                    css=(key,) if key else (),
                )
                self.blank = False
        for box in text.boxes:
            self.blocks(box)

    def _listed(self, properties: etree._Element | None, style: Style) -> tuple[str, int] | None:
        """Return the paragraph's list and level: its own words before its style's."""
        own = numbering(properties)
        number_id = own.number_id or style.numbering.number_id
        if number_id in {None, "0"}:
            return None
        level = own.level if own.level is not None else style.numbering.level
        return str(number_id), level or 0

    def _marked(
        self, line: str, text: _Text, *, heading: int, listed: tuple[str, int] | None, css: tuple[str, ...]
    ) -> None:
        marker = self.markers.marker(*listed) if listed else None
        kind = LineKind.TEXT if marker is None else LineKind.LIST_ITEM
        self.collector.add(
            f"{marker} {line}" if marker else line,
            LineKind.HEADING if heading else kind,
            level=heading or (listed[1] if listed else 0),
            bold=text.bold,
            italic=text.italic,
            size=text.size,
            blank_before=self.blank,
            css=tuple(name for name in css if name),
        )
        self.blank = False

    def _gather(self, element: etree._Element, style: Style, text: _Text) -> None:
        """Gather the text of everything in a paragraph but what was taken out of it."""
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT:
                continue
            if tag == f"{W}r":
                self._run(child, style, text)
            elif tag == f"{W}txbxContent":
                text.boxes.append(child)
            else:
                self._gather(child, style, text)

    def _run(self, run: etree._Element, style: Style, text: _Text) -> None:
        properties = run.find(f"{W}rPr")
        own = self.styles.style(style_id(properties, "rStyle"))

        def said(name: str, *by_styles: bool | None) -> bool:
            return bool(next((value for value in (switch(properties, name), *by_styles) if value is not None), False))

        if said("vanish", own.hidden, style.hidden):
            self._warn_once("hidden_text", "Dokumentet har skjult tekst her, som ikke er læst med.")
            return
        piece = self._run_text(run, text)
        text.pieces.append(piece)
        if piece.strip():
            text.bold &= said("b", own.bold, style.bold)
            text.italic &= said("i", own.italic, style.italic)
            text.size = text.size or run_size(properties) or own.size or style.size or self.styles.size

    def _run_text(self, run: etree._Element, text: _Text) -> str:
        pieces = []
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                pieces.append(child.text or "")
            elif tag == f"{W}br":
                pieces.append("\n" if child.get(f"{W}type") in {None, "textWrapping"} else " ")
            elif tag in _TEXTS:
                pieces.append(_TEXTS[tag])
            elif tag in _NOTES:
                self._warn_once("notes", "Dokumentets fodnoter er ikke læst med.")
            elif tag not in _LEFT_OUT:
                text.boxes.extend(_text_boxes(child))
        return "".join(pieces)

    def _table(self, table: etree._Element) -> None:
        rows = [row for row in _children(table) if row.tag == f"{W}tr"]
        if _arranges_page(rows, self.styles):
            for row in rows:
                for cell in _cells(row):
                    self.blocks(cell)
            return
        number = self.collector.next_table()
        texts = [[self._cell(cell) for cell in _cells(row)] for row in rows]
        for row, cells in zip(rows, grid(texts), strict=True):
            if any(cells):
                self.collector.add_row(cells, table=number, bold=_is_header(row))
        self.blank = True

    def _cell(self, cell: etree._Element) -> tuple[str, int, int]:
        """Return a cell's text, how many columns it covers, and one row: Word repeats a cell that goes on below."""
        properties = cell.find(f"{W}tcPr")
        span = properties.find(f"{W}gridSpan") if properties is not None else None
        width = span.get(f"{W}val") or "1" if span is not None else "1"
        columns = min(max(int(width), 1), _WIDEST) if width.isascii() and width.isdigit() and len(width) < 5 else 1  # noqa: PLR2004 - longer numbers are nonsense
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        if merged is not None and merged.get(f"{W}val") != "restart":
            return "", columns, 1
        inner = LineCollector()
        _Reader(inner, self.styles, self.markers, warned=self.warned).blocks(cell)
        return clean(" ".join(line.text for line in inner.lines)), columns, 1

    def _warn_once(self, code: str, message: str) -> None:
        if code not in self.warned:
            self.warned.add(code)
            self.collector.warn(code, message)


def _block_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Return the paragraphs, tables and embedded parts of an element, also those in content controls and insertions."""
    for child in parent:
        if child.tag in _BLOCKS or child.tag == f"{W}altChunk":
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _block_elements(child)


def _children(table: etree._Element) -> Iterator[etree._Element]:
    """Return the table's rows, also those in content controls; the rows of tables inside it are not its own."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag not in _LEFT_OUT and child.tag not in _BLOCKS:
            yield from _children(child)


def _cells(row: etree._Element) -> list[etree._Element]:
    cells: list[etree._Element] = []
    for child in row:
        if child.tag == f"{W}tc":
            cells.append(child)
        elif child.tag not in _LEFT_OUT:
            cells.extend(_cells(child))
    return cells


def _text_boxes(element: etree._Element) -> list[etree._Element]:
    """Return the text boxes drawn in a run, each once."""
    if element.tag == f"{W}txbxContent":
        return [element]
    return [box for child in element if child.tag not in _LEFT_OUT for box in _text_boxes(child)]


def _arranges_page(rows: list[etree._Element], styles: Styles) -> bool:
    """Return True when the table is there for the page's layout: headings or tables inside, one column without a header, or prose."""
    if all(len(_cells(row)) <= 1 for row in rows) and not any(_is_header(row) for row in rows):
        return True
    for row in rows:
        for cell in _cells(row):
            if cell.find(f".//{W}tbl") is not None or _is_prose(cell):
                return True
            if any(_is_heading(paragraph, styles) for paragraph in cell.iterchildren(f"{W}p")):
                return True
    return False


def _is_header(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def _is_prose(cell: etree._Element) -> bool:
    paragraphs = [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in cell.iterchildren(f"{W}p")
    ]
    return sum(bool(text) for text in paragraphs) > 1 and sum(map(len, paragraphs)) > _LONG_CELL


def _is_heading(paragraph: etree._Element, styles: Styles) -> bool:
    properties = paragraph.find(f"{W}pPr")
    level = outline_level(properties) or styles.style(style_id(properties, "pStyle")).heading
    return bool(level) and any(text.text for text in paragraph.iter(f"{W}t"))


def _columns(text: str) -> str:
    """Return a line with wide gaps where tabs part it, as the printed page has them; a tab behind a number is a space."""
    pieces = [piece for piece in map(clean, text.split("\t")) if piece]
    if len(pieces) > 1 and len(pieces[0]) <= _LONGEST_MARKER:
        pieces[:2] = [f"{pieces[0]} {pieces[1]}"]
    return "    ".join(pieces)
