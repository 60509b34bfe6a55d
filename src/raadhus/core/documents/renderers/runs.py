"""A block's text with its marks, cut into runs that a format can write one after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.rules.blocks import ListItem, Mark, MarkKind

_LINKABLE = frozenset({"http", "https", "mailto", "tel"})

# Markers that say "one of a list" and do not count.
BULLETS = frozenset({"-", "–", "—", "•", "·", "*", "o", "▪", "◦", "‣", "§", "", "+", "●", "○"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is marked the same way throughout; `href` is a safe address or None."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None


def runs(text: str, marks: Sequence[Mark] = ()) -> tuple[Run, ...]:
    """Return the runs of the text in order; marks that overlap are combined, and those outside the text are ignored."""
    edges = {0, len(text)} | {edge for mark in marks for edge in (mark.start, mark.end) if 0 < edge < len(text)}
    cuts = sorted(edges)
    pieces = (_run(text, start, end, marks) for start, end in pairwise(cuts))
    return tuple(run for run in pieces if run.text)


def _run(text: str, start: int, end: int, marks: Sequence[Mark]) -> Run:
    covering = [mark for mark in marks if mark.start <= start and end <= mark.end]
    kinds = {mark.kind for mark in covering}
    links = [safe_href(mark.href) for mark in covering if mark.kind is MarkKind.LINK]
    return Run(
        text=clean(text[start:end]),
        strong=MarkKind.STRONG in kinds,
        emphasis=MarkKind.EMPHASIS in kinds,
        href=next(filter(None, links), None),
    )


def safe_href(href: str | None) -> str | None:
    """Return the address when it leads to a page, a mailbox or a telephone; None for scripts and anything unknown."""
    if not href:
        return None
    address = clean(href).strip()
    try:
        scheme = urlsplit(address).scheme.casefold()
    except ValueError:
        return None
    bad = any(character.isspace() or character in "<>\"'\\" for character in address)
    return address if scheme in _LINKABLE and not bad else None


def printed_label(item: ListItem) -> str | None:
    """Return the marker to print before the item's text, or None when a plain bullet says the same."""
    label = clean(item.label or "").strip()
    return label if label and label not in BULLETS else None


def is_labelled(items: Sequence[ListItem]) -> bool:
    """Return True when at least one of the items has a marker of its own that must be printed."""
    return any(printed_label(item) for item in items)
