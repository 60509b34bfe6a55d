"""Which meeting a document belongs to, and which item of a new reading is which item of the old one.

An item's identity is kept across readings and versions, because links, obligations and a public title hang on it.
The evidence is tried from strong to weak, and every old item is used at most once.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from raadhus.meetings.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class MeetingMark:
    """What tells two meetings of one body on one day apart: the start ("HH:MM" or "") and the items' identities."""

    start_time: str
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class ItemMark:
    """What identifies an item: its printed number, its title and its case number; empty where the text has none."""

    number: str
    title: str
    case_number: str


def folded(text: str) -> str:
    """Return a text without the differences that printing makes: case, spaces and punctuation at the ends."""
    return re.sub(r"\s+", " ", text).strip(" .:–-").casefold()


def marks_of_items(items: Sequence[ItemMark]) -> frozenset[str]:
    """Return the identities that two versions of one meeting would share."""
    numbers = {item.case_number for item in items if item.case_number}
    return frozenset(numbers | {folded(item.title) for item in items if folded(item.title) not in {"", "lukket"}})


def same_meeting(known: MeetingMark, incoming: MeetingMark) -> bool:
    """Return True when a document of the same body, day and kind is a version of the known meeting.

    It is, unless both say when they start, the times differ, and they share no item: then the body met twice that day.
    """
    times_agree = not known.start_time or not incoming.start_time or known.start_time == incoming.start_time
    return times_agree or bool(known.items & incoming.items)


def mark_of(reading: Reading) -> MeetingMark:
    """Return what tells a reading's meeting from another of the same body and day."""
    items = [ItemMark(item.number or "", item.title, item.case_number or "") for item in reading.items]
    return MeetingMark(reading.start_time or "", marks_of_items(items))


# From strong to weak. None means: this item has no such evidence.
_EVIDENCE: tuple[Callable[[ItemMark], Hashable | None], ...] = (
    lambda item: (item.case_number, folded(item.title), item.number) if item.case_number and item.title else None,
    lambda item: (item.case_number, folded(item.title)) if item.case_number and item.title else None,
    lambda item: (item.case_number, item.number) if item.case_number and item.number else None,
    lambda item: item.case_number or None,
    lambda item: (folded(item.title), item.number) if item.title and item.number else None,
    lambda item: folded(item.title) if folded(item.title) != "lukket" else None,
    lambda item: (item.number, "") if item.number else None,
)


def match_items(known: Sequence[ItemMark], incoming: Sequence[ItemMark]) -> tuple[int | None, ...]:
    """Return, for every incoming item, the index of the known item that it is, or None when it is new."""
    found: dict[int, int] = {}
    free = set(range(len(known)))
    for evidence in _EVIDENCE:
        by_evidence: dict[Hashable, list[int]] = {}
        for index in sorted(free, reverse=True):
            value = evidence(known[index])
            if value is not None:
                by_evidence.setdefault(value, []).append(index)
        for position, item in enumerate(incoming):
            candidates = by_evidence.get(evidence(item)) if position not in found else None
            if candidates:
                found[position] = candidates.pop()
                free.discard(found[position])
    return tuple(found.get(position) for position in range(len(incoming)))
