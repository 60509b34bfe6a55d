"""The recommendations of an item as they are numbered: 1, 2, ... and under them 1a, 1b, ..."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Node:
    """One numbered recommendation. `label` is the whole way down to it ("1", "1a"); `id` is the draft's own."""

    id: str
    label: str
    text: str
    children: tuple["Node", ...] = ()


def tree_of(raw: Sequence[Mapping[str, Any]], above: str = "") -> tuple[Node, ...]:
    """Return a draft's recommendations ([{"id", "text", "children"}]) as they are numbered in agenda and minutes."""
    found = []
    for place, one in enumerate(raw):
        label = f"{above}{letter(place)}" if above else str(place + 1)
        children = one.get("children") or ()
        found.append(Node(str(one["id"]), label, str(one["text"]), tree_of(children, label)))
    return tuple(found)


def letter(place: int) -> str:
    """Return a, b, ... z, and again from a: an item with more than 26 under one recommendation is numbered as it is printed."""
    return chr(ord("a") + place % _LETTERS)


def every(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield each recommendation, those under it after it."""
    for node in nodes:
        yield node
        yield from every(node.children)


def found(nodes: Sequence[Node], node_id: str) -> Node | None:
    """Return the recommendation with this id, or None."""
    return next((node for node in every(nodes) if node.id == node_id), None)


def reached(nodes: Sequence[Node], wanted: Collection[str], given: Mapping[str, object]) -> list[str]:
    """Return the named recommendations with those under them that have no outcome yet, or the same as the one above them."""
    ids = []
    for node in every(nodes):
        if node.id in wanted and node.id not in ids:
            ids += [node.id, *_following(node, given)]
    return list(dict.fromkeys(ids))


def _following(node: Node, given: Mapping[str, object]) -> Iterator[str]:
    for child in node.children:
        if child.id not in given or given[child.id] == given.get(node.id):
            yield child.id
            yield from _following(child, given)
