"""A section's rows as blocks: paragraphs, headings, nested lists and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from raadhus.core.documents.text import Block, Heading, LineKind, ListBlock, ListItem, Table
from raadhus.core.documents.text import Paragraph as TextBlock
from raadhus.meetings.reader.flow import Paragraph, paragraphs
from raadhus.meetings.reader.headings import Style, style_of
from raadhus.meetings.reader.rows import Row, Sheet

_LONGEST_HEADING = 120
_INDENT = 9.0  # points; markers that are set to the right differ by less


def blocks_of(rows: Sequence[Row], sheet: Sheet, *, headings: bool = True) -> tuple[Block, ...]:
    """Return the rows as blocks in reading order; `headings` is False where short lines are entries, not headings."""
    result: list[Block] = []
    for is_table, group in groupby(rows, key=lambda row: row.is_table):
        run = list(group)
        result.extend(_tables(run) if is_table else _texts(run, sheet, headings=headings))
    return tuple(result)


def text_of(rows: Sequence[Row], sheet: Sheet) -> str:
    """Return the rows as plain text: one line for each paragraph and table row, list markers kept."""
    parts: list[str] = []
    for is_table, group in groupby(rows, key=lambda row: row.is_table):
        run = list(group)
        if is_table:
            parts.extend(" | ".join(row.line.cells) for row in run)
        else:
            parts.extend(f"{p.printed} {p.text}".strip() if p.printed else p.text for p in paragraphs(run, sheet))
    return "\n".join(parts)


def _tables(rows: Sequence[Row]) -> Iterator[Table]:
    for _, group in groupby(rows, key=lambda row: row.line.table):
        cells = [row.line.cells for row in group]
        width = max(len(row) for row in cells)
        yield Table(tuple(row + ("",) * (width - len(row)) for row in cells))


def _texts(rows: Sequence[Row], sheet: Sheet, *, headings: bool) -> Iterator[Block]:
    pieces = paragraphs(rows, sheet)
    for is_list, group in groupby(enumerate(pieces), key=lambda pair: pair[1].marker is not None):
        run = list(group)
        if is_list:
            yield _list([piece for _, piece in run])
            continue
        for position, piece in run:
            following = pieces[position + 1] if position + 1 < len(pieces) else None
            yield Heading(piece.text) if headings and _is_heading(piece, following, sheet) else TextBlock(piece.text)


def _is_heading(piece: Paragraph, following: Paragraph | None, sheet: Sheet) -> bool:
    """Tell whether it is a short line without an end mark before a text that has one, or a line that is printed as a heading."""
    row = piece.rows[0]
    if len(piece.text) > _LONGEST_HEADING:
        return False
    if style_of(row, sheet) >= Style.BOLD:
        return True
    if following is None or following.marker or piece.text[-1] in ".,:;?!" or not piece.text[0].isupper():
        return False
    # Where the format marks its headings, a blank line around a short text says nothing.
    stands_alone = row.gap > 0 and following.rows[0].gap > 0 and not sheet.marks_headings
    return stands_alone and len(following.text) > len(piece.text) and len(piece.rows) == 1


def _list(pieces: Sequence[Paragraph]) -> ListBlock:
    """Nest by how far in an item stands, and where that says nothing by its kind of marker."""
    roots: list[_Open] = []
    path: list[_Open] = []
    for piece in pieces:
        while path and not _is_below(piece, path):
            path.pop()
        opened = _Open(piece)
        (path[-1].below if path else roots).append(opened)
        path.append(opened)
    return ListBlock(tuple(each.item() for each in roots), ordered=_family(pieces[0]) != "bullet")


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that may still get others beneath it."""

    piece: Paragraph
    below: list["_Open"] = field(default_factory=list)

    def item(self) -> ListItem:
        """Return it with everything beneath it."""
        return ListItem(self.piece.text, self.piece.printed, tuple(each.item() for each in self.below))


def _is_below(piece: Paragraph, path: Sequence[_Open]) -> bool:
    """Tell whether the item belongs beneath the last one of the path."""
    row, above = piece.rows[0].line, path[-1].piece.rows[0].line
    if row.kind is above.kind is LineKind.LIST_ITEM and row.level != above.level:
        return row.level > above.level
    if row.left is not None and above.left is not None and abs(row.left - above.left) > _INDENT:
        return row.left > above.left
    return _family(piece) not in {_family(each.piece) for each in path}


def _family(piece: Paragraph) -> str:
    return piece.marker.family if piece.marker else ""
