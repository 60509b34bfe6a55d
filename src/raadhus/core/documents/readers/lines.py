"""Collects lines into a SourceText, so that every reader counts its spans in the same way."""

import re
import unicodedata
from dataclasses import dataclass, field

from raadhus.core.documents.rules.source_text import Line, LineKind, SourceText, SourceWarning

# What a table row's cells are joined with in the row's text; no cell holds one, so that a cell's span can be found.
CELL_SEPARATOR = "\t"

_SPACES = re.compile(r"\s+")
# Characters that print nothing: soft hyphen, zero-width space and joiners, byte order mark, word joiner, controls.
_INVISIBLE = dict.fromkeys(
    [
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        0x2060,
        *range(0x2066, 0x206A),
        0xFEFF,
        *range(9),
        *range(14, 32),
        127,
    ]
)


def printable(text: str) -> str:
    """Return text in composed form and without characters that print nothing."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def clean(text: str) -> str:
    """Return printable text with single spaces."""
    return _SPACES.sub(" ", printable(text)).strip()


@dataclass(slots=True)
class LineCollector:
    """Lines in reading order; `tables` counts the tables begun so far."""

    lines: list[Line] = field(default_factory=list)
    warnings: list[SourceWarning] = field(default_factory=list)
    position: int = 0
    tables: int = 0

    def add(
        self,
        text: str,
        kind: LineKind = LineKind.TEXT,
        *,
        level: int = 0,
        bold: bool = False,
        italic: bool = False,
        size: float | None = None,
        blank_before: bool = False,
        css: tuple[str, ...] = (),
    ) -> None:
        """Append a paragraph; `text` must already be clean."""
        line = Line(
            text=text,
            start=self.position,
            end=self.position + len(text),
            kind=kind,
            level=level,
            bold=bold,
            italic=italic,
            size=size,
            hard_break=True,
            blank_before=blank_before,
            css=css,
        )
        self._append(line)

    def add_row(self, cells: tuple[str, ...], *, table: int, bold: bool = False, css: tuple[str, ...] = ()) -> None:
        """Append one row of the table with this number; the cells must already be clean."""
        text = CELL_SEPARATOR.join(cells)
        line = Line(
            text=text,
            start=self.position,
            end=self.position + len(text),
            kind=LineKind.TABLE_ROW,
            cells=cells,
            table=table,
            bold=bold,
            hard_break=True,
            css=css,
        )
        self._append(line)

    def _append(self, line: Line) -> None:
        self.lines.append(line)
        self.position = line.end + 1

    def next_table(self) -> int:
        """Begin a table and return its number, from 1."""
        self.tables += 1
        return self.tables

    def warn(self, code: str, message: str) -> None:
        """Warn about what stands (or was left out) at the current position."""
        self.warnings.append(SourceWarning(code, message, self.position, self.position))

    def finish(self, media_type: str, *, title: str | None = None) -> SourceText:
        """Return the document."""
        text = "\n".join(line.text for line in self.lines)
        warnings = tuple(
            SourceWarning(warning.code, warning.message, min(warning.start, len(text)), min(warning.end, len(text)))
            for warning in self.warnings
        )
        return SourceText(text=text, lines=tuple(self.lines), media_type=media_type, title=title, warnings=warnings)
