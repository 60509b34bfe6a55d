"""Blocks as Word: real headings, real lists, tables whose header rows repeat on every page.

The body is built as XML, because python-docx looks every style up by name and would take seconds for a long meeting.
"""

import io
from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from raadhus.core.documents.renderers.charts import printed
from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.columns import column_widths, figure_columns
from raadhus.core.documents.renderers.docx_lists import Numbering
from raadhus.core.documents.renderers.runs import Run, printed_label, runs
from raadhus.core.documents.rules.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Table,
)

_LOWEST_HEADING = 9
_DEEPEST_LIST = 8
_PICTURE = Cm(15.5)
_LONGEST_NAME = 250
_HANGING = 360  # twentieths of a point
# What stands between the margins of A4 (docx_style.set_page), in twentieths of a point.
_ACROSS = 9185
# What python-docx calls an element is untyped; it is lxml's with a few methods more.
Element = Any


class DocxWriter:
    """Appends to a Word document, in reading order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._body: Element = document.element.body
        self._end = self._body.find(qn("w:sectPr"))
        self._numbering = Numbering(document)
        self._links: dict[str, str] = {}

    def blocks(self, blocks: Sequence[Block], *, heading_level: int) -> None:
        """Append blocks; `heading_level` is what a block heading of level 1 becomes."""
        for block in blocks:
            self._block(block, heading_level)

    def paragraph(self, style: str | None, text: str, marks: Sequence[Mark] = ()) -> Element:
        """Append a paragraph in the style with this id and return it."""
        element = self._new_paragraph(style)
        self.text(element, text, marks)
        self._append(element)
        return element

    def text(self, paragraph: Element, text: str, marks: Sequence[Mark] = ()) -> None:
        """Append running text to a paragraph."""
        for run in runs(text, marks):
            holder = self._link(paragraph, run.href) if run.href else paragraph
            holder.append(_run(run, linked=holder is not paragraph))

    def _append(self, element: Element) -> None:
        if self._end is None:
            self._body.append(element)
        else:
            self._end.addprevious(element)

    def _new_paragraph(self, style: str | None) -> Element:
        element = OxmlElement("w:p")
        if style:
            properties = _child(element, "w:pPr")
            _child(properties, "w:pStyle", val=style)
        return element

    def _block(self, block: Block, heading_level: int) -> None:
        match block:
            case Paragraph(text, marks):
                self.paragraph(None, text, marks)
            case Heading(text, level):
                self.paragraph(f"Heading{min(heading_level + level - 1, _LOWEST_HEADING)}", text)
            case ListBlock(items):
                self._list(items, 0)
            case Table():
                self._table(block)
            case Image(_, alt) if alt.strip():
                self.paragraph(None, alt)
            case Chart():
                self._chart(block)

    def _chart(self, chart: Chart) -> None:
        """Append the picture with its sentence as alternative text, and the sentence itself beneath."""
        picture = printed(chart)
        if picture is not None:
            element = self._new_paragraph(None)
            inline = self._document.part.new_pic_inline(io.BytesIO(picture), width=_PICTURE)
            inline.docPr.set("name", clean(chart.title)[:_LONGEST_NAME])
            inline.docPr.set("descr", clean(chart.alt))
            _child(_child(element, "w:r"), "w:drawing").append(inline)
            self._append(element)
        self.paragraph(None, chart.alt)

    def _list(self, items: Sequence[ListItem], depth: int) -> None:
        """Append a list; markers that Word's own numbering cannot print are typed before the text."""
        level = min(depth, _DEEPEST_LIST)
        number = self._numbering.list_for([printed_label(item) for item in items], level)
        for item in items:
            element = self._new_paragraph("ListParagraph")
            properties = element.find(qn("w:pPr"))
            if number is not None:
                numbered = _child(properties, "w:numPr")
                _child(numbered, "w:ilvl", val=str(level))
                _child(numbered, "w:numId", val=str(number))
            else:
                left = str(_HANGING * (level + 1) + _HANGING)
                _child(properties, "w:ind", left=left, hanging=str(_HANGING * 2))
                self.text(element, f"{printed_label(item) or '–'}\t")
            self.text(element, item.text, item.marks)
            self._append(element)
            self._list(item.items, depth + 1)

    def _table(self, table: Table) -> None:
        if not table.rows or not table.rows[0]:
            return
        if table.caption:
            self.paragraph("Caption", table.caption)
        element = OxmlElement("w:tbl")
        properties = _child(element, "w:tblPr")
        _child(properties, "w:tblStyle", val="TableGrid")
        _child(properties, "w:tblW", w="5000", type="pct")
        _child(properties, "w:tblLook", val="0020", firstRow="1" if table.header_rows else "0")
        if table.caption:
            _child(properties, "w:tblCaption", val=clean(table.caption).replace("\n", " "))
        grid = _child(element, "w:tblGrid")
        letters = column_widths(table)
        widths = [_ACROSS * one // sum(letters) for one in letters]
        for width in widths:
            _child(grid, "w:gridCol", w=str(width))
        columns = list(zip(widths, figure_columns(table), strict=True))
        for position, row in enumerate(table.rows):
            element.append(self._row(row, columns, is_header=position < table.header_rows))
        self._append(element)
        # Word joins tables that touch, and the space beneath is part of the look.
        self._append(self._new_paragraph("TableEnd"))

    def _row(self, cells: Sequence[str], columns: Sequence[tuple[int, bool]], *, is_header: bool) -> Element:
        row = OxmlElement("w:tr")
        properties = _child(row, "w:trPr")
        _child(properties, "w:cantSplit")
        if is_header:
            _child(properties, "w:tblHeader")
        for cell, (width, is_figures) in zip(cells, columns, strict=True):
            element = _child(row, "w:tc")
            _child(_child(element, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
            paragraph = self._new_paragraph("TableHead" if is_header else "TableText")
            if is_figures:
                _child(paragraph.find(qn("w:pPr")), "w:jc", val="right")
            self.text(paragraph, cell)
            element.append(paragraph)
        return row

    def _link(self, paragraph: Element, href: str) -> Element:
        if href not in self._links:
            self._links[href] = self._document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return _child(paragraph, "w:hyperlink", **{"r:id": self._links[href]})


def _run(run: Run, *, linked: bool) -> Element:
    element = OxmlElement("w:r")
    if run.strong or run.emphasis or linked:
        properties = _child(element, "w:rPr")
        if linked:
            _child(properties, "w:rStyle", val="Hyperlink")
        if run.strong:
            _child(properties, "w:b")
        if run.emphasis:
            _child(properties, "w:i")
    for position, line in enumerate(run.text.split("\n")):
        if position:
            _child(element, "w:br")
        for column, piece in enumerate(line.split("\t")):
            if column:
                _child(element, "w:tab")
            if piece:
                text = _child(element, "w:t", **{"xml:space": "preserve"})
                text.text = piece
    return element


def _child(parent: Element, tag: str, **attributes: str) -> Element:
    """Append an element; attributes without a prefix belong to Word's own namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(_XML_SPACE if name == "xml:space" else qn(name if ":" in name else f"w:{name}"), value)
    parent.append(element)
    return element


_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
