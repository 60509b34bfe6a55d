"""What words went and came between two texts, for a reader who has read the first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Beyond this many words the whole text is shown as gone and come: comparing is quadratic.
MOST_WORDS = 4000

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    fate: Fate
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the two texts as one, word by word. The pieces that are not NEW give the old text, those not GONE the new."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > MOST_WORDS:
        return tuple(_joined(iter(((Fate.GONE, old), (Fate.NEW, new)))))
    return tuple(_joined(_steps(before, after)))


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[Fate, str]]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Fate.SAME, "".join(before[start:end])
        else:
            yield Fate.GONE, "".join(before[start:end])
            yield Fate.NEW, "".join(after[new_start:new_end])


def _joined(steps: Iterator[tuple[Fate, str]]) -> Iterator[Piece]:
    for fate, text in steps:
        if text:
            yield Piece(fate, text)
