"""The leaves of a meeting's minutes: a header, and for every item its public and its closed part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from raadhus.core.documents.text import Block, blocks_to_json
from raadhus.meetings.rules.disclosure import DisclosedItem, Level, disclose
from raadhus.meetings.rules.record import ItemRecord, MeetingRecord
from raadhus.meetings.rules.signing.canonical import canonical, leaf_hash

FORMAT = "raadhus-leaf/1"
SALT_BYTES = 32

# What depends on who looks or on the database, or came later, and is no part of what was written down.
_NOT_SIGNED = frozenset({"id", "key", "withheld", "attachments_held_back", "additions"})


class Part(StrEnum):
    """Which part of the minutes a leaf holds."""

    HEADER = "header"
    PUBLIC = "public"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: its place, its salt in hex, and its content as JSON values. `meeting` and `version` say whose it is."""

    meeting: str
    version: int
    position: int
    part: Part
    salt: str
    content: dict[str, Any]

    @property
    def data(self) -> bytes:
        """The bytes that are hashed."""
        return canonical(
            {
                "format": FORMAT,
                "meeting": self.meeting,
                "version": self.version,
                "position": self.position,
                "part": self.part.value,
                "salt": self.salt,
                "content": self.content,
            }
        )

    @property
    def hash(self) -> bytes:
        """The leaf's hash."""
        return leaf_hash(self.data)


def part_at(position: int) -> Part:
    """Return what the leaf at a position must hold: the header first, then public and closed in turn."""
    if position == 0:
        return Part.HEADER
    return Part.PUBLIC if position % 2 else Part.CLOSED


def item_at(position: int) -> int | None:
    """Return the item (counted from 1) that the leaf at a position belongs to; None for the header."""
    return None if position == 0 else (position + 1) // 2


def leaves_of(record: MeetingRecord, *, version: int, new_salt: Callable[[], str]) -> tuple[Leaf, ...]:
    """Return the leaves of the minutes in their order. `new_salt` gives 32 fresh random bytes in hex for each."""
    return tuple(
        Leaf(record.id, version, position, part_at(position), new_salt(), content)
        for position, content in enumerate(contents_of(record))
    )


def contents_of(record: MeetingRecord) -> Iterator[dict[str, Any]]:
    """Yield the content of each leaf in order; the same minutes always give the same."""
    yield _header(record)
    shown = disclose(record, Level.PUBLIC, preview=True).items
    for public, whole in zip(shown, record.items, strict=True):
        yield _written(public)
        yield _written(whole)


def _header(record: MeetingRecord) -> dict[str, Any]:
    """Return who met, when and where. The fields are named, so that a new one becomes part of a signature knowingly."""
    said = {
        "kind": record.kind,
        "municipality": record.municipality,
        "body": record.body,
        "date": record.date,
        "start_time": record.start_time,
        "end_time": record.end_time,
        "place": record.place,
        "participants": record.participants,
        "absent": record.absent,
        "language": record.language,
    }
    return {"items": len(record.items), **_without_empty(said)}


def _written(item: DisclosedItem | ItemRecord) -> dict[str, Any]:
    values = {one.name: getattr(item, one.name) for one in fields(item) if one.name not in _NOT_SIGNED}
    return _without_empty(values)


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    plain = {name: _plain(value) for name, value in values.items()}
    return {name: value for name, value in plain.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    """Zero is a count that somebody wrote; everything else that is nothing says nothing."""
    return value is None or value is False or (isinstance(value, str | list | dict) and not value)


def _plain(value: Any) -> Any:
    """Return a value of a record as JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        if value and all(isinstance(one, Block) for one in value):
            return blocks_to_json(value)
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _without_empty({one.name: getattr(value, one.name) for one in fields(value)})
    return value
