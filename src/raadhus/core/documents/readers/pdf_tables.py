"""Tables in a PDF: lines whose columns begin at the same places, one below the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_MARKER = re.compile(r"(?:[-–•·▪o*]|\d{1,3}[.)]?|[a-zæøå][.)])$", re.IGNORECASE)
_LEADER = "...."  # a table of contents
_PAGE_NUMBER = re.compile(r"(?:side|s\.|page)\s*:?\s*\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?$", re.IGNORECASE)
_MOST_LINES_A_ROW = 8  # on average; more is running text below a line with two columns
_NEAR = 9.0  # points that a column's edge may differ by
_FEWEST_ROWS = 3
_FEWEST_ROWS_OF_MANY = 2
_MANY_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line between wide gaps."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Place:
    """A tagged cell: its table's number on the page, its row's in the table, its column, and how wide the row is."""

    table: int
    row: int
    column: int
    width: int
    is_head: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line and where it stands; `cells` are its columns, `tight` what narrower gaps part (one when nothing does).

    `pieces` are the parts of the line with the tagged cells they stand in, empty outside tagged tables. `part` is the number
    of the tagged heading, paragraph or list item on its page, `level` a heading's level; `is_whole` when the part ends here.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float
    bold: bool
    italic: bool
    cells: tuple[Cell, ...]
    tight: tuple[Cell, ...] = ()
    table: int | None = None
    blank_before: bool = False
    pieces: tuple[tuple[Place, str], ...] = ()
    part: int | None = None
    level: int = 0
    is_whole: bool = False

    @property
    def is_heading(self) -> bool:
        """Return True for a tagged heading."""
        return self.part is not None and self.level > 0


def mark_tables(printed: Sequence[Printed]) -> list[Printed]:
    """Return the lines with the rows of tables put together and numbered by table."""
    result: list[Printed] = []
    position, tables = 0, 0
    tagged: int | None = None
    while position < len(printed):
        line = printed[position]
        if line.table is not None:
            tables += line.table != tagged
            tagged = line.table
            result.append(replace(line, table=tables))
            position += 1
            continue
        rows, after = _table(printed, position)
        if not rows:
            rows, after = _tight_table(printed, position)
        if rows:
            tables += 1
            result.extend(replace(row, table=tables) for row in rows)
            position = after
        else:
            result.append(printed[position])
            position += 1
    return result


def _table(printed: Sequence[Printed], begin: int) -> tuple[list[Printed], int]:
    """Return the rows of the table that begins here and the position after it; no rows when there is none."""
    first = printed[begin]
    if len(first.cells) < 2 or _MARKER.match(first.cells[0].text) or _LEADER in first.text or _counts_pages(first):  # noqa: PLR2004 - a row has two cells
        return [], begin
    columns = [cell.left for cell in first.cells]
    rows = [list(first.cells)]
    heads = [first]
    position = begin + 1
    while position < len(printed):
        line = printed[position]
        places = _places(line, columns)
        if line.pieces or places is None or _counts_pages(line) or not _is_near(printed[position - 1], line):
            break
        if places[0] == 0 and len(line.cells) > 1:
            rows.append(_row(line, places, len(columns)))
            heads.append(line)
        elif _continues(line, columns, places):
            _append(rows[-1], line, places)
        else:
            break
        position += 1
    fewest = _FEWEST_ROWS_OF_MANY if len(columns) >= _MANY_COLUMNS else _FEWEST_ROWS
    if len(rows) < fewest or position - begin > _MOST_LINES_A_ROW * len(rows) or _are_running_heads(heads):
        return [], begin
    return [_printed(head, row) for head, row in zip(heads, rows, strict=True)], position


def _counts_pages(line: Printed) -> bool:
    """Return True for a running head or foot with the page's number in a column of its own."""
    return _PAGE_NUMBER.match(line.cells[-1].text) is not None


def _are_running_heads(heads: Sequence[Printed]) -> bool:
    """Return True when the rows stand one on each page: what comes between them is the pages' text, not their cells."""
    return len(heads) > 1 and len({head.page for head in heads}) == len(heads)


def _tight_table(printed: Sequence[Printed], begin: int) -> tuple[list[Printed], int]:
    """Return the rows of a table with narrow gaps: at least three rows of three cells that stand below one another."""
    first = printed[begin]
    if len(first.tight) < _MANY_COLUMNS or _MARKER.match(first.tight[0].text) or _LEADER in first.text:
        return [], begin
    position = begin + 1
    while position < len(printed) and _is_near(printed[position - 1], printed[position]):
        if not _aligned(printed[position - 1].tight, printed[position].tight):
            break
        position += 1
    if position - begin < _FEWEST_ROWS:
        return [], begin
    return [_printed(row, row.tight) for row in printed[begin:position]], position


def _aligned(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    if len(above) != len(below):
        return False
    return all(
        min(abs(one.left - other.left), abs(one.right - other.right)) <= _NEAR / 2
        for one, other in zip(above, below, strict=True)
    )


def _places(line: Printed, columns: Sequence[float]) -> list[int] | None:
    """Return which column each cell of the line stands in, or None when one stands in none."""
    places: list[int] = []
    for cell in line.cells:
        near = [number for number, left in enumerate(columns) if abs(left - cell.left) <= _NEAR]
        if not near:
            near = [
                number
                for number, left in enumerate(columns)
                if number and left <= cell.left and _before_next(cell, columns, number)
            ]
        if not near or (places and near[-1] <= places[-1]):
            return None
        places.append(near[-1])
    return places


def _before_next(cell: Cell, columns: Sequence[float], number: int) -> bool:
    """Figures are set to the right: the cell lies within its column."""
    return number + 1 >= len(columns) or cell.right < columns[number + 1]


def _is_near(before: Printed, line: Printed) -> bool:
    return line.page != before.page or line.top - before.top < 3 * before.size


def _continues(line: Printed, columns: Sequence[float], places: Sequence[int]) -> bool:
    """Tell whether the line is a wrapped cell: it stands in its column and does not run into the next."""
    last = places[-1]
    fits = last + 1 >= len(columns) or line.cells[-1].right < columns[last + 1]
    return fits and not line.blank_before and not (places == [0] and line.bold)


def _row(line: Printed, places: Sequence[int], width: int) -> list[Cell]:
    row = [Cell("", 0.0, 0.0)] * width
    for cell, place in zip(line.cells, places, strict=True):
        row[place] = cell
    return row


def _append(row: list[Cell], line: Printed, places: Sequence[int]) -> None:
    for cell, place in zip(line.cells, places, strict=True):
        before = row[place]
        row[place] = Cell(f"{before.text} {cell.text}".strip(), before.left or cell.left, max(before.right, cell.right))


def _printed(head: Printed, row: Sequence[Cell]) -> Printed:
    return replace(head, cells=tuple(row), text="    ".join(cell.text for cell in row if cell.text))
