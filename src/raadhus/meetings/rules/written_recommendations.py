"""The recommendations of a case as they are written: numbered points, nested one level, each with an id that lasts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence

MOST_POINTS = 1000
LONGEST_POINT = 20_000


class NotRecommendations(WrongInput):
    """What was sent is no list of recommendations."""


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """One recommendation as a line: `level` 0 stands by itself, 1 under the one before it."""

    key: str
    text: str
    level: int = 0


def points_of(tree: object) -> tuple[WrittenPoint, ...]:
    """Return the lines of a tree [{"id", "text", "children": [...]}]. Raises NotRecommendations."""
    return checked(_lines(_list(tree), 0))


def tree_of(points: Iterable[WrittenPoint]) -> list[dict[str, Any]]:
    """Return the tree as it is stored. A nested line without one above it stands by itself."""
    tree: list[dict[str, Any]] = []
    for point in points:
        node = {"id": point.key, "text": point.text, "children": []}
        (tree[-1]["children"] if point.level and tree else tree).append(node)
    return tree


def plain_points(parts: Sequence[str | WrittenPoint]) -> str:
    """Return lead and points as plain text, for comparing."""
    return "\n".join(
        one if isinstance(one, str) else f"{'   ' * one.level}– {' '.join(one.text.split())}" for one in parts
    )


def checked(points: Iterable[WrittenPoint]) -> tuple[WrittenPoint, ...]:
    """Return the lines that say something, each with an id of its own. Raises NotRecommendations."""
    every = tuple(one for one in points if one.text.strip())
    if len(every) > MOST_POINTS:
        raise NotRecommendations(
            Sentence(
                "Sagen har %(count)s indstillinger; der kan være %(most)s.",
                count=str(len(every)),
                most=str(MOST_POINTS),
            )
        )
    for number, one in enumerate(every, 1):
        if len(one.text) > LONGEST_POINT:
            raise NotRecommendations(
                Sentence("Indstilling nummer %(number)s er for lang. Læg teksten i et afsnit.", number=str(number))
            )
    if len({one.key for one in every}) < len(every) or not all(map(_is_key, (one.key for one in every))):
        raise NotRecommendations(Sentence("Indstillingerne har ikke hver sit kendetegn. Hent siden igen."))
    return every


def _lines(nodes: Sequence[object], level: int) -> Iterable[WrittenPoint]:
    for node in nodes:
        if not isinstance(node, Mapping) or not isinstance(node.get("text"), str) or level > 1:
            raise NotRecommendations(Sentence("Indstillingerne kan ikke læses: de skal være punkter i højst to lag."))
        yield WrittenPoint(str(node.get("id", "")), node["text"], level)
        yield from _lines(_list(node.get("children") or []), level + 1)


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise NotRecommendations(Sentence("Indstillingerne kan ikke læses: de skal være punkter i højst to lag."))
    return value


def _is_key(key: str) -> bool:
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False
