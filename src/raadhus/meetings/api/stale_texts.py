"""How the API answers a save that is based on an older revision: the other's text, the changes, and both brought together."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from ninja import Schema

from raadhus.core.documents.text import blocks_to_editor
from raadhus.meetings.actions.writing import TextChanged
from raadhus.meetings.rules.differences import Stretch
from raadhus.meetings.rules.section_text import Part, heading_of, text_of
from raadhus.meetings.rules.written_recommendations import WrittenPoint, tree_of


class StaleOut(Schema):
    """Somebody else saved the same text: `theirs` is it, `merged` both together or null where both changed the same place.

    A change is ["same" | "gone" | "new", text], compared with the text that both began from.
    """

    detail: str
    revision: int
    by: str
    at: datetime
    theirs: dict[str, Any]
    merged: dict[str, Any] | None
    my_changes: list[tuple[str, str]]
    their_changes: list[tuple[str, str]]


def stale_section(error: TextChanged) -> dict[str, Any]:
    """Return the answer for a section: {"heading", "blocks"}."""
    return _answer(error, _section_json)


def stale_points(error: TextChanged) -> dict[str, Any]:
    """Return the answer for the recommendations: {"lead", "recommendations"}."""
    return _answer(error, _points_json)


def _answer(error: TextChanged, shown: Any) -> dict[str, Any]:
    found = error.stale
    return {
        "detail": str(error),
        "revision": found.revision,
        "by": found.by_name,
        "at": found.at,
        "theirs": shown(found.theirs),
        "merged": None if found.merged is None else shown(found.merged),
        "my_changes": _changes(found.my_changes),
        "their_changes": _changes(found.their_changes),
    }


def _changes(stretches: Iterable[Stretch]) -> list[tuple[str, str]]:
    return [(one.fate.value, one.text) for one in stretches]


def _section_json(parts: Sequence[Part]) -> dict[str, Any]:
    return {"heading": heading_of(parts), "blocks": blocks_to_editor(text_of(parts))}


def _points_json(parts: Sequence[str | WrittenPoint]) -> dict[str, Any]:
    points = [one for one in parts if isinstance(one, WrittenPoint)]
    return {"lead": next((one for one in parts if isinstance(one, str)), ""), "recommendations": tree_of(points)}
