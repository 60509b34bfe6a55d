"""What is new on a meeting since a person looked: item by item, and never a word about a closed one to others."""

from collections.abc import Mapping
from enum import StrEnum

from raadhus.meetings.rules.comparison import item_changes, matched
from raadhus.meetings.rules.reading import Reading


class News(StrEnum):
    """What happened to an item since the reading that was seen last."""

    NEW = "new"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _LABELS[self]


_LABELS = {News.NEW: "Nyt", News.CHANGED: "Ændret"}


def news(seen: Reading, shown: Reading, *, closed: bool) -> Mapping[int, News]:
    """Return what is new by the item's place in the shown reading.

    An item that is closed in either reading is left out unless `closed`: that something changed in it is closed too.
    """
    matches = matched(seen, shown)
    found = {}
    for position, (item, before) in enumerate(zip(shown.items, matches, strict=True)):
        old = None if before is None else seen.items[before]
        if not closed and (item.closed or (old is not None and old.closed)):
            continue
        if old is None:
            found[position] = News.NEW
        elif any(item_changes(old, item)):
            found[position] = News.CHANGED
    return found
