"""Which columns of a table hold figures, and are set to the right, so that they can be compared; and how wide each column is to be."""

import re

from raadhus.core.documents.rules.blocks import Table

_FIGURE = re.compile(r"[-–+]?\s?\d[\d.,\s]*\s?(?:%|‰|pct\.?|kr\.?|mio\.?(?: kr\.?)?|t?kr\.?)?", re.IGNORECASE)

# A figure that is not shown, with the letter of why: the column is of figures all the same.
_NOT_SHOWN = re.compile(r"–(?: \([a-z]\))?")

# About so many letters stand beside each other in a table on A4, the space between columns counted as four.
# No column asks for more than a third of them.
_ACROSS, _BETWEEN, _MOST = 90, 4, 30


def figure_columns(table: Table) -> tuple[bool, ...]:
    """Return for every column whether all that stands in it below the header is figures, and anything does."""
    body = table.rows[table.header_rows :]
    return tuple(_all_figures([row[column].strip() for row in body]) for column in range(len(table.rows[0])))


def _all_figures(cells: list[str]) -> bool:
    written = [cell for cell in cells if cell and not _NOT_SHOWN.fullmatch(cell)]
    return bool(written) and all(_FIGURE.fullmatch(cell) for cell in written)


def column_widths(table: Table) -> tuple[int, ...]:
    """Return for every column how wide it is to be, in letters: room for its longest word first, then for what its cells hold."""
    columns = list(zip(*table.rows, strict=True))
    least = [_BETWEEN + max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    wanted = [_BETWEEN + min(_MOST, max(map(len, column))) for column in columns]
    wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
    if sum(wanted) <= _ACROSS:
        return tuple(wanted)
    left, asked = max(0, _ACROSS - sum(least)), sum(wanted) - sum(least) or 1
    return tuple(low + (high - low) * left // asked for low, high in zip(least, wanted, strict=True))


def is_wide(table: Table) -> bool:
    """Return True when the columns have to share the line by `column_widths`; a narrower table is as wide as its cells."""
    return sum(column_widths(table)) + len(table.rows[0]) > _ACROSS
