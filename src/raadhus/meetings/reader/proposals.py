"""The ways in which a row can say that an item begins here: each looks at one row only and proposes a number and a title."""

import re

from raadhus.meetings.reader.marks import status_alone
from raadhus.meetings.reader.rows import Row

# The number ("" when the row has none) and the title's beginning ("" when the title stands on a neighbouring row).
Proposal = tuple[str, str]

_KEYWORD = re.compile(
    r"(?:(?:åbent|åben|lukket)\s+)?(?:dagsordens?-?)?(?P<word>punkt|pkt|sag|emne|nr)\.?\s*(?:nr\.?|nummer|no\.?)?\s*"
    r"(?P<number>\d{1,5})(?![\d/]|[.,-]\d)(?P<sep>\s*[.:)–-]\s*|\s+|$)(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,5})(?P<sep>[.:)]?\s+|\.(?=[A-ZÆØÅ]))(?P<title>\S.*)$", re.DOTALL)
_ALONE = re.compile(r"(?P<number>\d{1,4})[.:)]?$")
_GLUED = re.compile(r"(?P<number>\d{1,3})(?P<title>[A-ZÆØÅ][a-zæøå].*)$", re.DOTALL)
_QUOTES = "[\"”»'(–"
_MOST_CELLS = 3


def keyword(row: Row) -> Proposal | None:
    """Read "Punkt 4: Title", "Pkt. 42 Title", "Sag nr. 162", "Lukket punkt 7: Title"."""
    match = _KEYWORD.match(row.text)
    if not match or (row.is_table and len(row.line.cells) > _MOST_CELLS):
        return None
    title = match["title"]
    tight = match["sep"].strip() == ""
    if title and (title[0].islower() or (tight and match["word"].islower() and not row.is_heading)):
        return None
    return str(int(match["number"])), title


def numbered(row: Row) -> Proposal | None:
    """Read "4. Title", "70.   Title - Åbent", "12 Title", or a table's row of number and title."""
    if row.is_table:
        return _from_cells(row.line.cells)
    match = _NUMBERED.match(row.text)
    if match is None:
        return None
    begin = match["title"][0]
    sentence_like = not (begin.isupper() or begin in _QUOTES or (begin.isdigit() and match["sep"].startswith(".")))
    return None if sentence_like else (str(int(match["number"])), match["title"])


def _from_cells(cells: tuple[str, ...]) -> Proposal | None:
    match = _ALONE.match(cells[0]) if cells else None
    others = [cell for cell in cells[1:] if cell and status_alone(cell) is None]
    return (str(int(match["number"])), max(others, key=len)) if match and others else None


def alone(row: Row) -> Proposal | None:
    """Read a number that stands alone; the title is the next row."""
    match = _ALONE.match(row.text)
    return (str(int(match["number"])), "") if match else None


def glued(row: Row) -> Proposal | None:
    """Read "4Title"."""
    match = _GLUED.match(row.text)
    return (str(int(match["number"])), match["title"]) if match and not row.is_table else None


def is_number_row(row: Row) -> bool:
    """Return True for a row that is an item's number and no title."""
    proposal = keyword(row) or alone(row)
    return proposal is not None and not proposal[1]


FAMILIES = (keyword, numbered, alone, glued)
