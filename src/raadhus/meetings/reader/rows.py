"""The reader's view of a document: rows (lines made ready for matching), the document's typography, and who took which row.

Every row gets exactly one role in the end. A row that nobody took becomes a warning; nothing is half-read in silence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import groupby

from raadhus.core.documents.text import Line, LineKind, SourceText
from raadhus.meetings.rules.reading import Span

_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_WIDE_GAP = re.compile(r"\S[ \xa0]{3,}\S")
_UNWRAPPED = 200  # a text with lines this long has one paragraph a line
_WRAP_SHARE = 0.98
_MIN_WRAP = 40


class Role(Enum):
    """What a row turned out to be."""

    FURNITURE = "furniture"  # page headers, page numbers, page chrome, rules
    CONTENTS = "contents"  # the table of contents
    HEADER = "header"  # the meeting's own data
    DIVIDER = "divider"  # "Åben dagsorden", "Lukkede punkter"
    TITLE = "title"
    META = "meta"  # case number, document number, open or closed
    HEADING = "heading"
    BODY = "body"


@dataclass(slots=True)
class Row:
    """One line: `text` with single spaces, `fold` for comparing, `gap` the blank lines before it."""

    index: int
    line: Line
    text: str
    fold: str
    gap: int

    @property
    def is_table(self) -> bool:
        """Return True for a row of a table that the format or the layout showed."""
        return self.line.kind is LineKind.TABLE_ROW

    @property
    def is_heading(self) -> bool:
        """Return True when the source format itself says heading."""
        return self.line.kind is LineKind.HEADING

    @property
    def has_wide_gap(self) -> bool:
        """Return True when the printed line has columns: three or more spaces inside."""
        return bool(_WIDE_GAP.search(self.line.text))


@dataclass(frozen=True, slots=True)
class Typography:
    """What is usual in this document: body size in points, right edge of full lines, or the column where text wraps."""

    body_size: float | None
    right: float | None
    wrap: int | None


@dataclass
class Sheet:
    """A document as rows, with the role that each row was given."""

    source: SourceText
    rows: Sequence[Row]
    roles: dict[int, Role] = field(default_factory=dict)

    @cached_property
    def typography(self) -> Typography:
        """The document's usual sizes and edges."""
        return _typography(self.rows)

    @cached_property
    def marks_headings(self) -> bool:
        """True when the source format itself says what is a heading."""
        return any(row.is_heading for row in self.rows)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the document, for telling a split word from a hyphenated one."""
        return frozenset(re.findall(r"\w[\w-]*\w", self.source.text.casefold()))

    def take(self, rows: Iterable[Row], role: Role) -> None:
        """Give rows a role; a row that has one keeps it."""
        for row in rows:
            self.roles.setdefault(row.index, role)

    def runs(self, roles: frozenset[Role | None]) -> Iterator[list[Row]]:
        """Yield stretches of neighbouring rows that all have one of the roles (None for a row without one)."""
        wanted = [row for row in self.rows if self.roles.get(row.index) in roles]
        for _, group in groupby(enumerate(wanted), key=lambda pair: pair[1].index - pair[0]):
            yield [row for _, row in group]

    def is_free(self, row: Row) -> bool:
        """Return True when nobody has taken the row."""
        return row.index not in self.roles


def open_sheet(source: SourceText) -> Sheet:
    """Return the document's rows, blank lines left out."""
    rows: list[Row] = []
    for line in source.lines:
        text = " ".join(line.text.translate(_INVISIBLE).split())
        if text:
            gap = line.blank_lines or int(line.blank_before)
            rows.append(Row(len(rows), line, text, text.casefold(), gap))
    return Sheet(source, rows)


def span_of(rows: Sequence[Row]) -> Span:
    """Return the span from the first row to the last."""
    return Span(rows[0].line.start, rows[-1].line.end, rows[0].line.page)


def _typography(rows: Sequence[Row]) -> Typography:
    sizes: Counter[float] = Counter()
    rights: Counter[int] = Counter()
    for row in rows:
        if row.line.size is not None:
            sizes[row.line.size] += len(row.text)
        if row.line.right is not None:
            rights[round(row.line.right / 4)] += 1
    size = sizes.most_common(1)[0][0] if sizes else None
    return Typography(size, _right_edge(rights), _wrap(rows) if not rights else None)


def _right_edge(rights: Counter[int]) -> float | None:
    """Return the right edge that full lines reach: the outermost one that a fair share of the lines comes near."""
    total, seen = sum(rights.values()), 0
    for step in sorted(rights, reverse=True):
        seen += rights[step]
        if seen >= total * (1 - _WRAP_SHARE):
            return step * 4.0
    return None


def _wrap(rows: Sequence[Row]) -> int | None:
    """Return the column where plain text wraps, or None when each line is a whole paragraph."""
    lengths = sorted(len(row.line.text) for row in rows if not row.is_table and not row.line.hard_break)
    if not lengths or lengths[-1] > _UNWRAPPED:
        return None
    usual = lengths[int((len(lengths) - 1) * _WRAP_SHARE)]
    return usual if usual >= _MIN_WRAP else None
