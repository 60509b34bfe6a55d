"""Two people's changes of one text brought together, block by block (docs/rules/editor.md)."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

Part = TypeVar("Part", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Hunk(Generic[Part]):
    """The parts [start, end) of the common text were replaced by `parts`; start == end is an insertion."""

    start: int
    end: int
    parts: tuple[Part, ...]


def merged(base: Sequence[Part], mine: Sequence[Part], theirs: Sequence[Part]) -> tuple[Part, ...] | None:
    """Return both sides' changes of `base` in one text, or None when they changed the same place differently.

    Whole blocks are compared: two who wrote in one paragraph are asked. Changes that touch without overlapping are
    kept in their order; the same change on both sides is taken once.
    """
    every = sorted({*hunks(base, mine), *hunks(base, theirs)}, key=lambda hunk: (hunk.start, hunk.end))
    if any(_collide(one, other) for place, one in enumerate(every) for other in _near(every, place)):
        return None
    text: list[Part] = []
    at = 0
    for hunk in every:
        text += [*base[at : hunk.start], *hunk.parts]
        at = hunk.end
    return (*text, *base[at:])


def hunks(base: Sequence[Part], changed: Sequence[Part]) -> tuple[Hunk[Part], ...]:
    """Return what was changed, in the order of the text."""
    codes = SequenceMatcher(None, base, changed, autojunk=False).get_opcodes()
    return tuple(Hunk(i, j, tuple(changed[m:n])) for tag, i, j, m, n in codes if tag != "equal")


def _near(every: Sequence[Hunk[Part]], place: int) -> Iterator[Hunk[Part]]:
    """Return the later changes that begin no later than this one ends."""
    for other in every[place + 1 :]:
        if other.start > every[place].end:
            return
        yield other


def _collide(one: Hunk[Part], other: Hunk[Part]) -> bool:
    """Return True when both take the same parts away, or both insert at the same point."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return max(one.start, other.start) < min(one.end, other.end) or one.start < other.start == other.end < one.end
