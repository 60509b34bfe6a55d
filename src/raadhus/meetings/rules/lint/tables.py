"""Tables as they stand in the text: rows are lines whose cells are parted by a tab, one after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.meetings.rules.lint.numbers import Number, cell_number
from raadhus.meetings.rules.lint.paper import Paper

_ROWS = re.compile(r"(?:^[^\n]*\t[^\n]*(?:\n|\Z))+", re.MULTILINE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?$|[RB]\s?20\d\d$")
_SUM_WORD = re.compile(
    r"(?:i\s?alt|total(?:t|er)?|sum|hovedtotal|samlet\s+(?:sum|i\s?alt|antal|beløb)|subtotal)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text without outer spaces, where it stands, and its number if it is one."""

    text: str
    start: int
    end: int
    number: Number | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells."""

    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The first cell that is not empty."""
        return next((cell.text for cell in self.cells if cell.text), "")

    @property
    def is_sum(self) -> bool:
        """True when the row calls itself the sum of others."""
        return bool(_SUM_WORD.match(self.name))

    @property
    def is_header(self) -> bool:
        """True when no cell behind the first is a number, or all that are, are years."""
        numbers = [cell for cell in self.cells if cell.number is not None]
        return not numbers or all(_YEAR.match(cell.text) for cell in numbers)

    def cell(self, column: int) -> Cell | None:
        """Return the cell in a column, None where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its header rows and the rows below."""

    header: tuple[Row, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in (*self.header, *self.rows)), default=0)

    def title(self, column: int) -> str:
        """Return the header above a column, in small letters; a header may stand on several rows."""
        return " ".join(cell.text for row in self.header if (cell := row.cell(column))).casefold()


def tables_of(paper: Paper) -> Iterator[Table]:
    """Yield the tables of the document."""
    for found in _ROWS.finditer(paper.prose):
        rows = [_row(start, line) for start, line in paper.lines(found.start(), found.end())]
        below = next((at for at, row in enumerate(rows) if not row.is_header), len(rows))
        yield Table(tuple(rows[:below]), tuple(rows[below:]))


def _row(start: int, line: str) -> Row:
    cells = []
    for piece in line.split("\t"):
        text = piece.strip()
        at = start + (piece.index(text) if text else 0)
        cells.append(Cell(text, at, at + len(text), cell_number(text)))
        start += len(piece) + 1
    return Row(tuple(cells))
