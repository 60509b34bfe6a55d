"""Tables in HTML: which ones hold data and which only arrange a page, and the grid of a data table."""

from lxml.html import HtmlElement

from raadhus.core.documents.readers.html_chrome import Page, has_text

_WIDEST = 60
_LONG_CELL = 600
_LONG_DESCRIPTION = 400
_PARAGRAPHS = ("p", "li", "div")


def rows_of(table: HtmlElement) -> list[HtmlElement]:
    """Return the table's own rows, in order."""
    rows: list[HtmlElement] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            rows.extend(row for row in child if row.tag == "tr")
    return rows


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """Return the row's own cells, in order."""
    return [cell for cell in row if cell.tag in {"td", "th"}]


def arranges_page(table: HtmlElement, page: Page) -> bool:
    """Return True when the table is there for the page's layout: headings or tables inside, or one column without a header."""
    if table.get("role") in {"presentation", "none"} or table in page.with_heading or table in page.with_table:
        return True
    rows = rows_of(table)
    narrow = all(len(cells_of(row)) <= 1 for row in rows) and not any(
        cell.tag == "th" for row in rows for cell in cells_of(row)
    )
    return narrow or any(_is_prose(cell) for row in rows for cell in cells_of(row))


def is_data_row(row: HtmlElement, page: Page) -> bool:
    """Return True when a row of a layout table is nevertheless a row of values, such as a label and its value."""
    if row in page.with_heading or row in page.with_table:
        return False
    cells = cells_of(row)
    return sum(has_text(cell) for cell in cells) > 1 and not any(_is_prose(cell) for cell in cells)


def _is_prose(cell: HtmlElement) -> bool:
    """Several paragraphs and much text: that is a part of the document and not a value."""
    length = 0
    for piece in cell.itertext():
        length += len(piece.strip())
        if length > _LONG_CELL:
            return sum(1 for _ in cell.iter(*_PARAGRAPHS)) > 1
    return False


def described_terms(element: HtmlElement, page: Page) -> list[tuple[HtmlElement, list[HtmlElement]]]:
    """Return the terms of a <dl> with their descriptions; nothing when it holds prose or begins without a term."""
    if element in page.with_heading or element in page.with_table:
        return []
    parts = [
        part for child in element for part in (child if child.tag == "div" else [child]) if part.tag in {"dt", "dd"}
    ]
    if not parts or parts[0].tag != "dt" or any(_is_long(part) for part in parts):
        return []
    pairs: list[tuple[HtmlElement, list[HtmlElement]]] = []
    for part in parts:
        if part.tag == "dt":
            pairs.append((part, []))
        else:
            pairs[-1][1].append(part)
    return pairs


def _is_long(part: HtmlElement) -> bool:
    return sum(len(piece.strip()) for piece in part.itertext()) > _LONG_DESCRIPTION


def spans(cell: HtmlElement) -> tuple[int, int]:
    """Return how many columns and rows the cell covers, within reason."""
    return _span(cell.get("colspan")), _span(cell.get("rowspan"))


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _WIDEST) if value and value.isascii() and value.isdigit() and len(value) < 9 else 1  # noqa: PLR2004 - longer numbers are nonsense


def grid(rows: list[list[tuple[str, int, int]]]) -> list[tuple[str, ...]]:
    """Return rows of equal length from rows of (text, columns, rows); covered places are empty."""
    result: list[tuple[str, ...]] = []
    below: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        for text, columns, depth in row:
            _skip_covered(line, below)
            for offset in range(columns):
                if depth > 1:
                    below[len(line)] = depth
                line.append("" if offset else text)
        _skip_covered(line, below, to_the_end=True)
        below = {column: left - 1 for column, left in below.items() if left > 1}
        result.append(tuple(line[:_WIDEST]))
    width = max((len(line) for line in result), default=0)
    return [line + ("",) * (width - len(line)) for line in result]


def _skip_covered(line: list[str], below: dict[int, int], *, to_the_end: bool = False) -> None:
    """Fill the places that a cell further up covers."""
    while below.get(len(line), 0) or (to_the_end and any(column > len(line) for column in below)):
        line.append("")
