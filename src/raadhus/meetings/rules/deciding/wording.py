"""The decision sentence, generated from the coded outcomes: equal outcomes in one sentence, in the order they were first given."""

from collections.abc import Iterator, Sequence

from raadhus.meetings.rules.deciding.given import WHOLE, Given, Outcomes
from raadhus.meetings.rules.deciding.phrases import Phrasing, portions, said_of
from raadhus.meetings.rules.deciding.trees import Node, every


def decision_sentence(nodes: Sequence[Node], given: Outcomes, phrasing: Phrasing) -> str:
    """Return what the minutes say; what has no outcome yet is left out. Empty when nothing is given.

    A recommendation under another is named only when it got something else than the one above it.
    """
    if not nodes:
        return said_of((), given[WHOLE], phrasing) if WHOLE in given else ""
    together = _one_for_all(nodes, given)
    if together is not None:
        return said_of((), together, phrasing)
    groups: dict[Given, list[str]] = {}
    for label, one in _named(nodes, given):
        groups.setdefault(one, []).append(label)
    separator = "\n" if phrasing.is_short else " "
    return separator.join(
        said_of(portion, one, phrasing) for one, labels in groups.items() for portion in portions(labels)
    )


def _one_for_all(nodes: Sequence[Node], given: Outcomes) -> Given | None:
    """Return the outcome that every recommendation got, or None."""
    kinds = {given.get(node.id) for node in every(nodes)}
    return kinds.pop() if len(kinds) == 1 else None


def _named(nodes: Sequence[Node], given: Outcomes, above: Given | None = None) -> Iterator[tuple[str, Given]]:
    for node in nodes:
        one = given.get(node.id)
        if one is not None and one != above:
            yield node.label, one
        yield from _named(node.children, given, one or above)
