"""A document as lines with layout evidence: what every reader produces and what the meeting grammar reads.

Spans (`start`, `end`) count characters in `SourceText.text`, half-open. `text` is the lines joined by a line feed, so
`text[line.start:line.end] == line.text` holds for every line; a test asserts it for every reader.
"""

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What the source format itself says a line is; TEXT when the format says nothing (PDF, plain text)."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one paragraph where the format has no lines (HTML, DOCX).

    `text` has no line end and keeps its list marker ("1.", "-", "a)") and never its markup (no "**", no "##").
    `level` is a heading's level (1-6) or a list item's depth (0 is outermost). `cells` are a table row's cells (its
    `text` is the cells joined by a tab, and no cell holds a tab), and `table` numbers the tables of the document from 1.
    `bold` is True when the whole line is bold. `size` is the font size in points,
    `left`, `top` and `right` are in points from the page's upper left corner; None where unknown.
    `hard_break` is True when the format says that the paragraph ends here (always in HTML and DOCX); False for a line that
    may continue on the next (PDF, wrapped text). `css` are class names that an HTML source gave (evidence for portals).
    `blank_lines` counts the blank lines right before in sources that have them: two or more often part items.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    kind: LineKind = LineKind.TEXT
    level: int = 0
    bold: bool = False
    italic: bool = False
    size: float | None = None
    left: float | None = None
    top: float | None = None
    right: float | None = None
    cells: tuple[str, ...] = ()
    table: int | None = None
    hard_break: bool = False
    blank_before: bool = False
    css: tuple[str, ...] = ()
    blank_lines: int = 0


@dataclass(frozen=True, slots=True)
class SourceWarning:
    """Something in the document that a person should know: a stable code, a Danish sentence, and the span it is about."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole document. `media_type` is what the content is, not what the file's name claims. `page_count` is None where pages do not exist."""

    text: str
    lines: tuple[Line, ...]
    media_type: str
    page_count: int | None = None
    title: str | None = None
    warnings: tuple[SourceWarning, ...] = ()
