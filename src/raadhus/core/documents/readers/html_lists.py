"""Lists in HTML: the marker that a browser would print before each item."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from raadhus.core.documents.readers.markers import BULLET, counted

_PRINTED_MARKER = re.compile(r"(\d{1,3}[.)]|[a-zæøå][.)]|[-–•*])\s", re.IGNORECASE)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_STYLES = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_UNMARKED_CLASSES = frozenset(["list-unstyled", "list-inline", "unstyled", "no-bullets", "nolist", "labelled"])


@dataclass(slots=True)
class OpenList:
    """A list that is being read; `style` is "1", "a", "A", "i", "I", "-" or "" for none, `next_number` the next item's."""

    style: str
    next_number: int = 1

    def marker(self, item: HtmlElement) -> str:
        """Return the marker of the next item, and count it."""
        number = _whole_number(item.get("value"))
        if number is None:
            number = self.next_number
        self.next_number = number + 1
        if self.style in {"", BULLET}:
            return self.style
        return f"{counted(number, self.style)}."


def open_list(element: HtmlElement) -> OpenList:
    """Return the list that a <ul> or <ol> begins."""
    if frozenset((element.get("class") or "").split()) & _UNMARKED_CLASSES:
        return OpenList("")
    found = _STYLE.search(element.get("style") or "")
    named = found[1].lower() if found else None
    if named == "none":
        return OpenList("")
    if element.tag != "ol":
        return OpenList(BULLET)
    style = _STYLES.get(named or "", element.get("type") or "1")
    return OpenList(style if style in {"1", "a", "A", "i", "I"} else "1", _whole_number(element.get("start")) or 1)


def has_marker(text: str) -> bool:
    """Return True when the text itself begins with a list marker."""
    return bool(_PRINTED_MARKER.match(text))


def _whole_number(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value) else None
