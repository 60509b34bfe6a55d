"""Plain text and Markdown to lines, in one tolerant reader: real files named .txt often hold half of each.

Each printed line becomes one Line. Headings, whole bold lines, pipe tables and tab-separated rows are recognised where they
stand; everything else is TEXT. Blank lines become `blank_before` and `blank_lines`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from raadhus.core.documents.rules.source_text import Line, LineKind, SourceText

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|(?=\*\*))(.*?)\s*#*\s*$")
_EMPTY_HEADING = re.compile(r"\s{0,3}#{1,6}\s*$")
_RULE = re.compile(r"\s*(?:(?:-\s?){3,}|(?:\*\s?){3,}|(?:_\s?){3,}|={3,})\s*$")
_DELIMITER_CELL = re.compile(r":?-{2,}:?$")
_BOLD_LINE = re.compile(r"\s*(\*{2,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1\s*(:?)\s*$")
_BOLD_OPEN = re.compile(r"\s*(\*{2,3})(?=\S)((?:(?!\*\*).)+)$")
_BOLD_CLOSE = re.compile(r"\s*((?:(?!\*\*).)*\S)(\*{2,3})\s*(:?)\s*$")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s\\])\*(?![\w*])")
_INLINE_BOLD = re.compile(r"(\*{2,3}|__)(?=\S)([^*_]{1,400}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]{0,2000}\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")  # CommonMark: any ASCII punctuation
_LIST_MARKER = re.compile(r"(\s*)(?:[-*+•·▪o]|\d{1,3}[.)]|[a-zæøå][.)])\s+\S")
_MARKER_CELL = re.compile(r"(?:[-*+•·▪o]|\d{1,3}[.)]|[a-zæøå][.)])?$")
_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+\S|^\s*\*\*\S.*\*\*\s*$|^\s*\|.*\|\s*$", re.MULTILINE)
_MAX_BOLD_LINES = 3
_WIDEST_GAP = 40
# No column is wider than that, and patterns that look for gaps would take forever over thousands of spaces.
_EMPTY_STRETCH = re.compile(rf"[ \t\xa0]{{{_WIDEST_GAP},}}")


@dataclass(slots=True)
class _Draft:
    """A line on its way; spans are added when all lines are known."""

    text: str
    page: int | None = None
    kind: LineKind = LineKind.TEXT
    level: int = 0
    bold: bool = False
    cells: tuple[str, ...] = ()
    table: int | None = None
    blank_lines: int = 0


@dataclass(slots=True)
class _Scan:
    """The physical lines with a cursor, and what the scan remembers between them."""

    raw: list[str]
    markdown: bool
    paged: bool
    at: int = 0
    page: int = 1
    blank: int = 0
    tables: int = 0
    drafts: list[_Draft] = field(default_factory=list)

    def add(self, draft: _Draft) -> None:
        draft.blank_lines = self.blank
        draft.page = self.page if self.paged else None
        self.blank = 0
        self.drafts.append(draft)


def read_text(text: str, *, media_type: str = "text/plain") -> SourceText:
    """Return the lines of decoded plain text or Markdown. A form feed begins a new page."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    text = _EMPTY_STRETCH.sub(" " * _WIDEST_GAP, text)
    scan = _Scan(text.split("\n"), markdown=bool(_MARKDOWN.search(text)), paged="\f" in text)
    while scan.at < len(scan.raw):
        _step(scan)
    return _assembled(scan, media_type)


def _step(scan: _Scan) -> None:
    """Read what begins at the cursor and move past it."""
    raw = scan.raw[scan.at]
    if "\f" in raw:
        scan.page += raw.count("\f")
        raw = raw.replace("\f", " ")
    if not raw.strip() or _EMPTY_HEADING.match(raw):
        scan.blank += 1
        scan.at += 1
    elif _pipe_cells(raw) is not None:
        _pipe_table(scan)
    elif "\t" in raw.strip(" ") and _tab_table(scan):
        return
    else:
        scan.at += 1
        for draft in _single(scan, raw):
            scan.add(draft)


def _single(scan: _Scan, raw: str) -> Iterator[_Draft]:
    heading = _HEADING.match(raw)
    if heading:
        yield from _heading(len(heading[1]), heading[2])
        return
    if _RULE.match(raw):
        yield _Draft(raw.strip(), kind=LineKind.RULE)
        return
    bold = _bold(scan, raw)
    if bold is not None:
        yield _Draft(_plain(bold, scan.markdown), bold=True)
        return
    marker = _LIST_MARKER.match(raw) if scan.markdown else None
    kind = LineKind.LIST_ITEM if marker else LineKind.TEXT
    level = len(marker[1].expandtabs(4)) // 2 if marker else 0
    yield _Draft(_plain(raw, scan.markdown), kind=kind, level=level)


def _heading(level: int, content: str) -> Iterator[_Draft]:
    """Yield a heading; when a table was flattened into it, each cell becomes a heading line of its own."""
    cells = [cell.strip() for cell in content.split("|")] if content.count("|") > 1 else [content]
    for cell in cells:
        if cell and not _DELIMITER_CELL.match(cell):
            yield _Draft(_plain(cell, markdown=True), kind=LineKind.HEADING, level=level, bold=True)


def _bold(scan: _Scan, raw: str) -> str | None:
    """Return the text of a line that is bold as a whole; a bold stretch wrapped over a few lines is one line."""
    whole = _BOLD_LINE.match(raw)
    if whole and whole[1] not in whole[2]:
        return whole[2] + whole[3]
    opened = _BOLD_OPEN.match(raw)
    if not opened:
        return None
    parts = [opened[2].strip()]
    for ahead in range(scan.at, min(scan.at + _MAX_BOLD_LINES, len(scan.raw))):
        closed = _BOLD_CLOSE.match(scan.raw[ahead])
        if closed and closed[2] == opened[1]:
            scan.at = ahead + 1
            return " ".join([*parts, closed[1].strip() + closed[3]])
        if not scan.raw[ahead].strip() or "**" in scan.raw[ahead]:
            return None
        parts.append(scan.raw[ahead].strip())
    return None


def _plain(text: str, markdown: bool) -> str:  # noqa: FBT001 - one switch, named at every call or read beside `scan`
    """Return the text without markup and outer spaces; inner runs of spaces stay, they are evidence of columns."""
    text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _INLINE_BOLD.sub(r"\2", text)
    if markdown and "*" in text:
        text = _EMPHASIS.sub(r"\1", text)
    if markdown and "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return text.replace("\t", "    ").strip()


def _pipe_cells(raw: str) -> tuple[str, ...] | None:
    stripped = raw.strip()
    if len(stripped) < 2 or stripped[0] != "|" or stripped[-1] != "|":  # noqa: PLR2004 - the two outer bars
        return None
    cells = re.split(r"(?<!\\)\|", stripped[1:-1])
    return tuple(_plain(cell, markdown=True) for cell in cells)


def _pipe_table(scan: _Scan) -> None:
    """Read the rows of a Markdown table; rows without a word and the delimiter row are dropped."""
    number: int | None = None
    while scan.at < len(scan.raw):
        cells = _pipe_cells(scan.raw[scan.at])
        if cells is None:
            return
        scan.at += 1
        if all(not cell or _DELIMITER_CELL.match(cell) for cell in cells):
            continue
        if number is None:
            scan.tables += 1
            number = scan.tables
        scan.add(_row(cells, number))


def _tab_table(scan: _Scan) -> bool:
    """Read a run of tab-separated rows; a blank line inside (a page break) does not end it while the columns agree."""
    rows = list(_tab_rows(scan))
    columns = max(len(cells) for _, _, cells in rows)
    wide = any(sum(1 for cell in cells if cell) > 1 for _, _, cells in rows)
    numbered = all(_MARKER_CELL.match(cells[0]) for _, _, cells in rows) and columns == 2  # noqa: PLR2004 - label and text
    dotted = any(cells[0].endswith("...") for _, _, cells in rows)  # a table of contents
    if len(rows) < 2 or not wide or numbered or dotted:  # noqa: PLR2004 - one row is not a table
        return False
    scan.tables += 1
    for position, blank, cells in rows:
        scan.blank += blank
        scan.at = position + 1
        scan.add(_row(cells + ("",) * (columns - len(cells)), scan.tables))
    return True


def _tab_rows(scan: _Scan) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield position, blank lines before and cells of each row from the cursor on."""
    blank, columns = 0, 0
    for position in range(scan.at, len(scan.raw)):
        raw = scan.raw[position].strip("\r\n ")
        if not raw.strip():
            blank += 1
            if blank > 1:
                return
            continue
        cells = tuple(_plain(cell, scan.markdown) for cell in raw.split("\t"))
        if len(cells) < 2 or (blank and len(cells) != columns):  # noqa: PLR2004 - a row has two cells
            return
        yield position, blank, cells
        blank, columns = 0, max(columns, len(cells))


def _row(cells: tuple[str, ...], table: int) -> _Draft:
    return _Draft("\t".join(cells), kind=LineKind.TABLE_ROW, cells=cells, table=table)


def _assembled(scan: _Scan, media_type: str) -> SourceText:
    """Give every line its span."""
    lines: list[Line] = []
    position = 0
    for draft in scan.drafts:
        if not draft.text:
            continue
        end = position + len(draft.text)
        lines.append(
            Line(
                text=draft.text,
                start=position,
                end=end,
                page=draft.page,
                kind=draft.kind,
                level=draft.level,
                bold=draft.bold,
                cells=draft.cells,
                table=draft.table,
                blank_before=draft.blank_lines > 0,
                blank_lines=draft.blank_lines,
            )
        )
        position = end + 1
    text = "\n".join(line.text for line in lines)
    return SourceText(text, tuple(lines), media_type, page_count=scan.page if scan.paged else None)
