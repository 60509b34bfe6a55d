"""What the query string of a search page asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.periods import iso_day

MOST_PAGES = 1_000


@dataclass(frozen=True, slots=True)
class Asked:
    """The search as asked. What cannot be read is left out: an address that somebody shortened still answers."""

    text: str
    kind: str | None
    body: str | None
    date_from: date | None
    date_to: date | None
    page: int


def asked(query: Mapping[str, str]) -> Asked:
    """Read the query string: q, kind, body, from, to, page."""
    page = query.get("page", "")
    return Asked(
        text=query.get("q", ""),
        kind=query.get("kind") or None,
        body=query.get("body") or None,
        date_from=iso_day(query.get("from", "")),
        date_to=iso_day(query.get("to", "")),
        page=min(max(1, int(page)), MOST_PAGES) if page.isascii() and page.isdigit() and len(page) < 6 else 1,  # noqa: PLR2004 - more digits than there are pages
    )
