"""What a file tells of itself before anything is read from it: its heading, and the codes that stand in one column."""

from collections.abc import Sequence
from itertools import islice

from raadhus.core.workforce.readers.payroll import lines_of

_MOST_LINES, _MOST_CODES = 20_000, 200


def heading_of(data: bytes, name: str) -> Sequence[str]:
    """Return the heading of a file. Raises WrongInput when it is no table."""
    return [title.strip() for title in lines_of(data, name)[0]]


def codes_in(data: bytes, name: str, column: str) -> list[str]:
    """Return the different cells of a column in a file's first lines, in order. Raises WrongInput when it is no table."""
    heading, lines = lines_of(data, name)
    titles = [title.strip() for title in heading]
    if column not in titles:
        return []
    place = titles.index(column)
    found = {cells[place].strip() for _line, cells in islice(lines, _MOST_LINES) if len(cells) > place}
    return sorted(found - {""})[:_MOST_CODES]
