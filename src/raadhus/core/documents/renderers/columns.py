"""Which columns of a table hold figures: those are set to the right, so that they can be compared."""

import re

from raadhus.core.documents.rules.blocks import Table

_FIGURE = re.compile(r"[-–+]?\s?\d[\d.,\s]*\s?(?:%|‰|pct\.?|kr\.?|mio\.?(?: kr\.?)?|t?kr\.?)?", re.IGNORECASE)

# A figure that is not shown, with the letter of why: the column is of figures all the same.
_NOT_SHOWN = re.compile(r"–(?: \([a-z]\))?")


def figure_columns(table: Table) -> tuple[bool, ...]:
    """Return for every column whether all that stands in it below the header is figures, and anything does."""
    body = table.rows[table.header_rows :]
    return tuple(_all_figures([row[column].strip() for row in body]) for column in range(len(table.rows[0])))


def _all_figures(cells: list[str]) -> bool:
    written = [cell for cell in cells if cell and not _NOT_SHOWN.fullmatch(cell)]
    return bool(written) and all(_FIGURE.fullmatch(cell) for cell in written)
