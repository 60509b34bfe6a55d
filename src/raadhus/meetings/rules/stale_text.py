"""What a person is shown whose text was based on an older revision than the newest."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from raadhus.meetings.rules.differences import Stretch, differences
from raadhus.meetings.rules.merging import merged

Part = TypeVar("Part", bound=Hashable)


@dataclass(frozen=True, slots=True)
class StaleText(Generic[Part]):
    """The other's text, who wrote it and when, both sides' changes since the common text, and both brought together.

    `merged` is None when both changed the same place, or when the common text is no longer known.
    """

    revision: int
    theirs: tuple[Part, ...]
    by_name: str
    at: datetime
    merged: tuple[Part, ...] | None
    my_changes: tuple[Stretch, ...]
    their_changes: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Newest(Generic[Part]):
    """The newest text, with who saved it and when."""

    revision: int
    parts: tuple[Part, ...]
    by_name: str
    at: datetime


def stale(
    base: tuple[Part, ...] | None,
    mine: tuple[Part, ...],
    newest: Newest[Part],
    plain: Callable[[Sequence[Part]], str],
) -> StaleText[Part]:
    """Return what stands between a text and the newest one. `plain` says parts as text."""
    before = newest.parts if base is None else base
    common, theirs = plain(before), newest.parts
    return StaleText(
        revision=newest.revision,
        theirs=theirs,
        by_name=newest.by_name,
        at=newest.at,
        merged=None if base is None else merged(base, mine, theirs),
        my_changes=differences(common, plain(mine)),
        their_changes=differences(common, plain(theirs)),
    )
