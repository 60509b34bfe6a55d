"""PDF to lines with layout evidence: size, weight, edges, columns and tables from where the characters stand.

A few measurements a line are enough (its first, middle and last character, and the gaps between its words), so reading
costs little more than taking the text out.
"""

import ctypes
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from raadhus.core.documents.readers.pdf_tables import Cell, Printed, mark_tables
from raadhus.core.documents.readers.pdf_tagged import Tags, joined_parts, joined_rows, promises_tags
from raadhus.core.documents.rules.source_text import Line, LineKind, SourceText, SourceWarning
from raadhus.kernel.errors import WrongInput

_SOFT_BREAK = "\ufffe"  # PDFium's mark for a hyphen that it joined two lines at
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(rb"italic|oblique", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_COLUMN_GAP = 1.35  # times the line's height: no word space is so wide
_CELL_GAP = 0.55  # a word space of justified text may be so wide; cells of a table stand below one another
_COLUMNS = "    "
_PARAGRAPH_PITCH = 1.35  # times the usual distance between lines
_NAME_LENGTH = 96
_BMP = "\uffff"
_LONGEST_LINE = 2000  # what is longer is no line, and is not measured word by word


@dataclass(slots=True)
class _Measure:
    """The page's height, and the out-parameters of PDFium's calls, made once."""

    height: float = 0.0
    tags: Tags | None = None
    rectangle: pdfium.FS_RECTF = field(default_factory=pdfium.FS_RECTF)
    name: ctypes.Array[ctypes.c_char] = field(default_factory=lambda: ctypes.create_string_buffer(_NAME_LENGTH))
    flags: ctypes.c_int = field(default_factory=ctypes.c_int)


def read_pdf(data: bytes) -> SourceText:
    """Return the lines of a PDF. Raises WrongInput when it cannot be opened; pages that cannot be read become warnings."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise WrongInput(
                "PDF-filen er beskyttet med adgangskode: gem den uden beskyttelse, og prøv igen."
            ) from error
        raise WrongInput(
            "PDF-filen er beskadiget eller afkortet og kan ikke åbnes: hent eller gem den igen."
        ) from error
    try:
        return _read(document, data)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, data: bytes) -> SourceText:
    printed: list[Printed] = []
    broken: list[int] = []
    measure = _Measure()
    count = len(document)
    trusts_tags = promises_tags(data) and bool(pdfium.FPDFCatalog_IsTagged(document))
    for number in range(count):
        try:
            page = document[number]
            measure.height = page.get_height()
            measure.tags = Tags(page) if trusts_tags else None
            printed.extend(_page(page, number + 1, measure))
        except pypdfium2.PdfiumError:
            broken.append(number + 1)
    _mend_soft_breaks(printed)
    _mark_paragraphs(printed)
    lines, text = _assembled(mark_tables(joined_rows(joined_parts(printed))))
    warnings = tuple(SourceWarning("unreadable-page", f"Side {number} kunne ikke læses.", 0, 0) for number in broken)
    return SourceText(text, lines, "application/pdf", page_count=count, title=_title(document), warnings=warnings)


def _title(document: pypdfium2.PdfDocument) -> str | None:
    title: str = document.get_metadata_value("Title")
    return title.strip() or None


def _page(page: pypdfium2.PdfPage, number: int, measure: _Measure) -> Iterator[Printed]:
    """Yield the printed lines of a page; neighbours on one baseline are one line with columns."""
    textpage = page.get_textpage()
    try:
        before: Printed | None = None
        position = 0
        for raw in textpage.get_text_range().split("\r\n"):
            line = _line(textpage.raw, raw, position, number, measure)
            position += _units(raw) + 2
            if line is None:
                continue
            if before and _same_baseline(before, line):
                before = _side_by_side(before, line)
                continue
            if before:
                yield before
            before = line
        if before:
            yield before
    finally:
        textpage.close()


def _units(text: str) -> int:
    """PDFium counts UTF-16 units."""
    return len(text) if not text or max(text) <= _BMP else len(text.encode("utf-16-le")) // 2


def _line(textpage: object, raw: str, position: int, page: int, measure: _Measure) -> Printed | None:
    text = raw.rstrip("\r\n \xa0\t")
    lead = len(text) - len(text.lstrip())
    text = text.lstrip()
    if not text:
        return None
    first, last = position + lead, position + lead + _units(text) - 1
    tags = measure.tags
    if tags and tags.is_artifact(textpage, first):
        return None
    box = measure.rectangle
    pdfium.FPDFText_GetLooseCharBox(textpage, last, box)
    right, last_size = box.right, abs(box.top - box.bottom)
    pdfium.FPDFText_GetLooseCharBox(textpage, first, box)
    size = abs(box.top - box.bottom) or last_size or 1.0
    left, top = box.left, measure.height - box.top
    bold, italic = _weight(textpage, (first, (first + last) // 2, last), measure)
    part = tags.part(textpage, first) if tags else None
    pieces = tags.cells(textpage, text, first) if tags and tags.place(textpage, first) else ()
    is_plain = not pieces and len(text) <= _LONGEST_LINE and max(text) <= _BMP
    tight = _cells(textpage, text, first, size, measure) if is_plain else ()
    cells = _columns(tight, size)
    if len(cells) > 1:
        text = _COLUMNS.join(cell.text for cell in cells)
    return Printed(
        text=text,
        page=page,
        left=round(left, 1),
        right=round(right, 1),
        top=round(top, 1),
        size=round(size, 1),
        bold=bold,
        italic=italic,
        pieces=pieces,
        part=part.number if part else None,
        level=part.level if part else 0,
        cells=cells or (Cell(text, round(left, 1), round(right, 1)),),
        tight=tight or (Cell(text, round(left, 1), round(right, 1)),),
    )


def _weight(textpage: object, characters: tuple[int, ...], measure: _Measure) -> tuple[bool, bool]:
    """Return whether all of the characters are bold, and whether all are italic."""
    bold = italic = True
    for index in characters:
        measure.name.value = b""
        pdfium.FPDFText_GetFontInfo(textpage, index, measure.name, _NAME_LENGTH, measure.flags)
        name = measure.name.value
        heavy = (
            bool(_BOLD.search(name))
            or bool(measure.flags.value & _FORCE_BOLD)
            or pdfium.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT
        )
        bold = bold and heavy
        italic = italic and bool(_ITALIC.search(name))
        if not (bold or italic):
            break
    return bold, italic


def _cells(textpage: object, text: str, first: int, size: float, measure: _Measure) -> tuple[Cell, ...]:
    """Return the stretches between gaps that are wider than most word spaces; none when there is one stretch only."""
    cells: list[Cell] = []
    box = measure.rectangle
    pdfium.FPDFText_GetLooseCharBox(textpage, first, box)
    begin, begin_left = 0, box.left
    space = text.find(" ")
    while space > 0:
        after = space + 1
        while after < len(text) and text[after] == " ":
            after += 1
        pdfium.FPDFText_GetLooseCharBox(textpage, first + space - 1, box)
        end = box.right
        pdfium.FPDFText_GetLooseCharBox(textpage, first + after, box)
        if box.left - end > size * _CELL_GAP:
            cells.append(Cell(text[begin:space].strip(), round(begin_left, 1), round(end, 1)))
            begin, begin_left = after, box.left
        space = text.find(" ", after)
    if not cells:
        return ()
    pdfium.FPDFText_GetLooseCharBox(textpage, first + len(text) - 1, box)
    cells.append(Cell(text[begin:].strip(), round(begin_left, 1), round(box.right, 1)))
    return tuple(cell for cell in cells if cell.text)


def _columns(cells: tuple[Cell, ...], size: float) -> tuple[Cell, ...]:
    """Return the cells joined where the gap between them may still be a word space."""
    columns: list[Cell] = []
    for cell in cells:
        if columns and cell.left - columns[-1].right <= size * _COLUMN_GAP:
            columns[-1] = Cell(f"{columns[-1].text} {cell.text}", columns[-1].left, cell.right)
        else:
            columns.append(cell)
    return tuple(columns)


def _same_baseline(before: Printed, line: Printed) -> bool:
    return (
        not before.pieces
        and not line.pieces
        and abs(before.top - line.top) < 0.35 * min(before.size, line.size)
        and line.left > before.right + 0.2 * line.size
    )


def _side_by_side(before: Printed, line: Printed) -> Printed:
    wide = line.left - before.right > line.size * _COLUMN_GAP
    if not wide:
        last = before.cells[-1]
        first = line.cells[0]
        cells = (*before.cells[:-1], Cell(f"{last.text} {first.text}", last.left, first.right), *line.cells[1:])
    else:
        cells = (*before.cells, *line.cells)
    return replace(
        before,
        text=_COLUMNS.join(cell.text for cell in cells),
        right=line.right,
        bold=before.bold and line.bold,
        italic=before.italic and line.italic,
        cells=cells,
        tight=(*before.tight, *line.tight),
    )


def _mend_soft_breaks(printed: list[Printed]) -> None:
    """Take PDFium's mark out: as a hyphen when the document has the word with one elsewhere, otherwise as nothing."""
    if not any(_SOFT_BREAK in line.text for line in printed):
        return
    words = frozenset(word for line in printed for word in re.findall(r"\w[\w-]*\w", line.text.casefold()))

    def mend(match: re.Match[str]) -> str:
        keep = f"{match[1]}-{match[2]}".casefold() in words or len(match[1]) == 1
        return f"{match[1]}-{match[2]}" if keep else match[1] + match[2]

    pattern = re.compile(rf"(\w+){_SOFT_BREAK}(\w*)")
    for position, line in enumerate(printed):
        if _SOFT_BREAK in line.text:
            cells = tuple(
                Cell(pattern.sub(mend, cell.text).replace(_SOFT_BREAK, ""), cell.left, cell.right)
                for cell in line.cells
            )
            printed[position] = replace(line, text=_COLUMNS.join(cell.text for cell in cells), cells=cells)


def _mark_paragraphs(printed: list[Printed]) -> None:
    """Mark lines that stand farther below the line before than lines usually do."""
    pitches = sorted(
        (line.top - before.top) / line.size
        for before, line in itertools.pairwise(printed)
        if line.page == before.page and line.size == before.size and line.top > before.top
    )
    if not pitches:
        return
    usual = pitches[len(pitches) // 3]
    for position in range(1, len(printed)):
        before, line = printed[position - 1], printed[position]
        if line.page == before.page and (line.top - before.top) > usual * _PARAGRAPH_PITCH * min(
            line.size, before.size
        ):
            printed[position] = replace(line, blank_before=True)


def _assembled(printed: list[Printed]) -> tuple[tuple[Line, ...], str]:
    lines: list[Line] = []
    position = 0
    for one in printed:
        text = "\t".join(cell.text for cell in one.cells) if one.table else one.text
        end = position + len(text)
        lines.append(
            Line(
                text=text,
                start=position,
                end=end,
                page=one.page,
                kind=_kind(one),
                level=one.level,
                bold=one.bold,
                italic=one.italic,
                size=one.size,
                left=one.left,
                top=one.top,
                right=one.right,
                cells=tuple(cell.text for cell in one.cells) if one.table else (),
                table=one.table,
                blank_before=one.blank_before,
                hard_break=one.is_whole,
            )
        )
        position = end + 1
    return tuple(lines), "\n".join(line.text for line in lines)


def _kind(line: Printed) -> LineKind:
    if line.table:
        return LineKind.TABLE_ROW
    return LineKind.HEADING if line.is_heading else LineKind.TEXT
