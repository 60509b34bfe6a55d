"""What became of a text, word by word, for showing two versions beside each other."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
# More words than that in one changed stretch are shown as gone and new: nobody reads them word by word.
_MOST_WORDS = 3000

_Show = Callable[[Sequence[str], Sequence[str]], "Iterator[Stretch]"]


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the old text, of the new one, or of both."""

    fate: Fate
    text: str


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the stretches in their order; without NEW they are the old text, without GONE the new one."""
    found = _compared(old.splitlines(keepends=True), new.splitlines(keepends=True), _words)
    grouped = groupby(found, key=lambda one: one.fate)
    return tuple(Stretch(fate, "".join(one.text for one in ones)) for fate, ones in grouped)


def _words(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    before, after = _TOKEN.findall("".join(old)), _TOKEN.findall("".join(new))
    if max(len(before), len(after)) > _MOST_WORDS:
        yield from _replaced(before, after)
    else:
        yield from _compared(before, after, _replaced)


def _compared(old: Sequence[str], new: Sequence[str], replaced: _Show) -> Iterator[Stretch]:
    for tag, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch(Fate.SAME, "".join(old[i:j]))
        elif tag == "replace":
            yield from replaced(old[i:j], new[m:n])
        else:
            yield from _replaced(old[i:j], new[m:n])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    for fate, parts in ((Fate.GONE, old), (Fate.NEW, new)):
        if parts:
            yield Stretch(fate, "".join(parts))
