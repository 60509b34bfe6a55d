"""Stretches of text marked in HTML that our own renderer wrote: tags stay as they are, and what is counted is the text.

The renderer escapes everything, so that a "<" begins a tag and an "&" an entity; nothing else may be handed in.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

_PIECE = re.compile(r"<[^>]*>|&[^;<\s]{1,12};|[^<&]+|.", re.DOTALL)


def text_of_html(html: str) -> str:
    """Return the text of rendered HTML as it is counted: entities as their characters, a line break as a line feed."""
    return "".join(text for _, text in _pieces(html))


def marked_html(html: str, stretches: Sequence[tuple[int, int, str]]) -> str:
    """Return the HTML with each stretch (start, end, id) of its text in mark elements; the first of an id carries it.

    Where stretches overlap, the text belongs to the first of them.
    """
    owners = _owners(stretches)
    if not owners:
        return html
    written: list[str] = []
    named: set[str] = set()
    at = 0
    for source, text in _pieces(html):
        is_text = not source.startswith("<")
        whole = source.startswith(("<", "&"))
        written += _piece(source, text, at, owners, named, whole=whole) if is_text else [source]
        at += len(text)
    return "".join(written)


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """Yield each piece of the source with the text that it stands for; a tag stands for none."""
    for found in _PIECE.finditer(html):
        source = found[0]
        if source.startswith("<") and len(source) > 1:
            yield source, "\n" if source.startswith("<br") else ""
        else:
            yield source, unescape(source)


def _owners(stretches: Sequence[tuple[int, int, str]]) -> dict[int, str]:
    owners: dict[int, str] = {}
    for start, end, name in stretches:
        for place in range(start, end):
            owners.setdefault(place, name)
    return owners


def _piece(source: str, text: str, at: int, owners: dict[int, str], named: set[str], *, whole: bool) -> Iterator[str]:
    """Yield the source of a text, cut where a stretch begins or ends; an entity is never cut."""
    if whole:
        yield _marked(source, owners.get(at), named)
        return
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or owners.get(at + place) != owners.get(at + start):
            yield _marked(source[start:place], owners.get(at + start), named)
            start = place


def _marked(source: str, name: str | None, named: set[str]) -> str:
    if name is None or not source.strip():
        return source
    identity = "" if name in named else f' id="{name}"'
    named.add(name)
    return f"<mark{identity}>{source}</mark>"
