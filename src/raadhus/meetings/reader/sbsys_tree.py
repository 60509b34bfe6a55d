"""Agenda XML as a tree whose elements know where they stand in the text, which no tree of a library tells.

The reader of documents has refused definitions (entities) and checked the whole before a text comes here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from raadhus.meetings.rules.reading import Span

_SEPARATOR = "|"


@dataclass(slots=True)
class Node:
    """One element: `tag` and the names of `attributes` are "namespace|name" or "name"; `inner` is where its content stands."""

    tag: str
    attributes: dict[str, str]
    start: int
    inner: tuple[int, int] = (0, 0)
    end: int = 0
    texts: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The element's own text."""
        return "".join(self.texts)

    @property
    def span(self) -> Span:
        """Where the element stands."""
        return Span(self.start, self.end)

    def each(self, *tags: str) -> Iterator["Node"]:
        """Yield the children with one of these tags."""
        return (child for child in self.children if child.tag in tags)

    def first(self, *tags: str) -> "Node | None":
        """Return the first child with one of these tags."""
        return next(self.each(*tags), None)

    def get(self, *names: str) -> str | None:
        """Return the first of these attributes that says something, trimmed."""
        found = (self.attributes.get(name, "").strip() for name in names)
        return next(filter(None, found), None)


class _Places:
    """Bytes to characters; asked for in rising order, so that the text is gone through once."""

    def __init__(self, data: bytes) -> None:
        self._data, self._byte, self._character = data, 0, 0

    def of(self, byte: int) -> int:
        if byte > self._byte:
            self._character += len(self._data[self._byte : byte].decode())
            self._byte = byte
        return self._character


class _Builder:
    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.places = _Places(self.data)
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.open: list[Node] = []
        self.root: Node | None = None

    def build(self) -> Node | None:
        self.parser.Parse(self.data, True)
        return self.root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag, dict(attributes), self.places.of(self.parser.CurrentByteIndex))
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _end(self, tag: str) -> None:
        node = self.open.pop()
        at = self.parser.CurrentByteIndex
        name = re.escape(tag.rpartition(_SEPARATOR)[2].encode())
        closing = re.compile(rb"</(?:[^\s>:]+:)?" + name + rb"\s*>").match(self.data, at)
        before = self.places.of(at)
        node.end = self.places.of(closing.end()) if closing else before
        node.inner = (node.start, before)

    def _text(self, text: str) -> None:
        if self.open:
            self.open[-1].texts.append(text)


def tree_of(text: str) -> Node | None:
    """Return the root element of a well-formed text; None for one that is not, which the reader of documents refuses before."""
    try:
        return _Builder(text).build()
    except expat.ExpatError:
        return None
