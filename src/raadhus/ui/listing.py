"""A list on a screen: what may be filtered and sorted, what the query string asks for, and the links that keep it.

Pure but for the query string itself: nothing here knows a model. A view describes its columns and filters, hands the
request's GET over, filters and orders its query by `listing.filters` and `listing.ordering`, and shows the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil
from typing import Any, Protocol
from urllib.parse import urlencode

from raadhus.kernel.periods import iso_day

PAGE_SIZE = 50
_RESERVED = ("sort", "page", "export")


class Sliced(Protocol):
    """What is counted, and fetched a page at a time: a sequence, a queryset, or what a query found."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __getitem__(self, wanted: slice, /) -> Sequence[Any]:
        """Return one page."""
        ...


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in the query string, its heading, and whether one may sort by it."""

    key: str
    label: str
    sortable: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter above the list; with `choices` (value, label) a drop-down, otherwise a field of the given kind.

    `unchosen` says what a drop-down shows when nothing is chosen, where that is not everything.
    """

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = "search"
    unchosen: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the templates write: where to, what it says, whether it is where we are."""

    url: str
    label: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A column's heading as the table shows it; `direction` is "ascending", "descending" or ""."""

    column: Column
    url: str
    direction: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as the query string asks for it, and one page of its rows."""

    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    page_size: int = PAGE_SIZE
    total: int = 0
    rows: Sequence[Any] = ()
    exports: tuple[str, ...] = ("csv", "xlsx")

    @property
    def ordering(self) -> tuple[str, bool]:
        """The key of the column to sort by ("" for the list's own order), and whether it descends."""
        return self.sort.removeprefix("-"), self.sort.startswith("-")

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, ceil(self.total / self.page_size))

    @property
    def is_filtered(self) -> bool:
        """True when at least one filter narrows the list."""
        return any(self.values.values())

    @property
    def first(self) -> int:
        """The number of the first row on this page, counted from 1; 0 when there are none."""
        return 0 if self.total == 0 else (self.page - 1) * self.page_size + 1

    @property
    def last(self) -> int:
        """The number of the last row on this page."""
        return min(self.page * self.page_size, self.total)

    def day(self, name: str) -> date | None:
        """Return the day that a filter asks for, or None when it asks for none that can be."""
        return iso_day(self.values.get(name))

    def url(self, **changes: str) -> str:
        """Return the query string of this list with the given changes; an empty value leaves the key out."""
        asked = {key: value for key, value in self.values.items() if value}
        asked |= {"sort": self.sort, "page": str(self.page) if self.page > 1 else ""}
        asked |= changes
        return "?" + urlencode({key: value for key, value in asked.items() if value})

    def head(self) -> tuple[HeadCell, ...]:
        """Return the headings with their sort links: a second press turns the direction."""
        key, descends = self.ordering
        cells = []
        for column in self.columns:
            here = column.key == key
            direction = ("descending" if descends else "ascending") if here else ""
            turned = f"-{column.key}" if here and not descends else column.key
            cells.append(HeadCell(column, self.url(sort=turned, page=""), direction))
        return tuple(cells)

    def page_links(self) -> tuple[Link | None, ...]:
        """Return links to the first, the last and the neighbouring pages; None stands for a gap."""
        wanted = sorted({1, self.pages, *range(max(1, self.page - 1), min(self.pages, self.page + 1) + 1)})
        links: list[Link | None] = []
        for number in wanted:
            previous = links[-1] if links else None
            if previous is not None and number - int(previous.label) > 1:
                links.append(None)
            links.append(Link(self.url(page=str(number) if number > 1 else ""), str(number), number == self.page))
        return tuple(links)

    def shown(self, rows: Sequence[Any], total: int) -> "Listing":
        """Return the list with one page of rows and the total; a page past the end becomes the last page."""
        pages = max(1, ceil(total / self.page_size))
        return replace(self, rows=rows, total=total, page=min(self.page, pages))

    def paged(self, every: Sliced) -> "Listing":
        """Return the list showing its page of everything; only that page is fetched."""
        total = every.count() if hasattr(every, "query") else len(every)  # type: ignore[attr-defined]  # a queryset counts itself
        sized = self.shown((), total)
        start = (sized.page - 1) * sized.page_size
        return replace(sized, rows=every[start : start + sized.page_size])


def read(
    query: Mapping[str, str],
    columns: Sequence[Column],
    filters: Sequence[Filter] = (),
    *,
    sort: str = "",
    page_size: int = PAGE_SIZE,
) -> Listing:
    """Read the query string. What it asks for that the list does not know is left out, never an error.

    `sort` is the order when nothing is asked for: a column's key, with a minus in front when it descends.
    """
    asked = query.get("sort", "")
    sortable = {column.key for column in columns if column.sortable}
    page = query.get("page", "")
    return Listing(
        columns=tuple(columns),
        filters=tuple(filters),
        values={one.key: _value(query, one) for one in filters if one.key not in _RESERVED},
        sort=asked if asked.removeprefix("-") in sortable else sort,
        page=max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 8 else 1,  # noqa: PLR2004 - ten million pages are enough
        page_size=page_size,
    )


def _value(query: Mapping[str, str], one: Filter) -> str:
    """Return what is asked of one filter; a drop-down knows only its own choices."""
    value = query.get(one.key, "").strip()
    if one.choices and value not in {choice for choice, _ in one.choices}:
        return ""
    return value
