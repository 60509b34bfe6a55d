"""Stretches of marked text to one text with marks; spaces are collapsed as a browser does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from raadhus.core.documents.readers.lines import printable
from raadhus.core.documents.rules.blocks import Mark, MarkKind

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text that is marked the same way throughout; a line break keeps its line feed."""

    text: str
    kinds: frozenset[MarkKind] = frozenset()
    href: str | None = None
    is_break: bool = False


def joined(runs: Sequence[TextRun]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of the runs, with single spaces and single line feeds between words, and the marks on it."""
    characters: list[str] = []
    owners: list[TextRun] = []
    for run in runs:
        for character in "\n" if run.is_break else _SPACES.sub(" ", printable(run.text)):
            while character == "\n" and characters and characters[-1] == " ":
                characters.pop()
                owners.pop()
            if character not in " \n" or (characters and characters[-1] not in " \n"):
                characters.append(character)
                owners.append(run)
    text = "".join(characters).rstrip(" \n")
    return text, _marks(owners[: len(text)])


def _marks(owners: Sequence[TextRun]) -> tuple[Mark, ...]:
    """Return one mark for each unbroken stretch of a kind (and address)."""
    marks: list[Mark] = []
    begun: dict[tuple[MarkKind, str | None], int] = {}
    position = 0
    for run, stretch in groupby(owners):
        wanted: set[tuple[MarkKind, str | None]] = {(kind, None) for kind in run.kinds}
        wanted |= {(MarkKind.LINK, run.href)} if run.href else set()
        marks += [Mark(begun.pop(key), position, *key) for key in begun.keys() - wanted]
        begun |= dict.fromkeys(wanted - begun.keys(), position)
        position += sum(1 for _ in stretch)
    marks += [Mark(start, position, *key) for key, start in begun.items()]
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind)))
