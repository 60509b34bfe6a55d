"""Corrections carried over to a new version of the document: what a person corrected, and the new version says as before.

A value is carried when the new import reads it exactly as the old import did; where the document itself changed, the
document's new word counts. Spans are always the new document's.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from raadhus.meetings.rules.matching import ItemMark, match_items
from raadhus.meetings.rules.reading import ReadDecision, Reading, ReadItem, ReadRecommendation, ReadSection

_Part = TypeVar("_Part", ReadItem, ReadSection, ReadRecommendation, ReadDecision)

_HEADER = ("kind", "body", "date", "start_time", "end_time", "place", "participants", "absent")
_ITEM = ("number", "title", "case_number", "closed")


def carried(imported: Reading, corrected: Reading, new: Reading) -> Reading:
    """Return the new import with the corrections that still apply; `corrected` is what `imported` was corrected to.

    Items that a person removed or joined are not carried: the new import shows them again.
    """
    header = {name: _value(name, imported, corrected, new) for name in _HEADER}
    from_import = match_items(_marks(imported), _marks(new))
    to_corrected = {old: index for index, old in enumerate(match_items(_marks(imported), _marks(corrected)))}
    items = []
    for item, old in zip(new.items, from_import, strict=True):
        later = to_corrected.get(old) if old is not None else None
        known = None if old is None or later is None else (imported.items[old], corrected.items[later])
        items.append(item if known is None else _item(*known, item))
    return replace(new, **header, items=tuple(items))


def _marks(reading: Reading) -> list[ItemMark]:
    return [ItemMark(item.number or "", item.title, item.case_number or "") for item in reading.items]


def _value(name: str, imported: Any, corrected: Any, new: Any) -> Any:
    return getattr(corrected if getattr(new, name) == getattr(imported, name) else new, name)


def _fields(names: Sequence[str], imported: _Part, corrected: _Part, new: _Part) -> _Part:
    return replace(new, **{name: _value(name, imported, corrected, new) for name in names})


def _item(imported: ReadItem, corrected: ReadItem, new: ReadItem) -> ReadItem:
    item = _fields(_ITEM, imported, corrected, new)
    if len({len(one.sections) for one in (imported, corrected, new)}) == 1:
        triples = zip(imported.sections, corrected.sections, new.sections, strict=True)
        item = replace(item, sections=tuple(_fields(("kind", "heading"), *triple) for triple in triples))
    parts = (imported.recommendations, corrected.recommendations, new.recommendations)
    item = replace(item, recommendations=_recommendations(*parts))
    if imported.decision and corrected.decision and new.decision:
        names = ("text", "outcome", "body")
        item = replace(item, decision=_fields(names, imported.decision, corrected.decision, new.decision))
    return item


def _recommendations(
    imported: tuple[ReadRecommendation, ...],
    corrected: tuple[ReadRecommendation, ...],
    new: tuple[ReadRecommendation, ...],
) -> tuple[ReadRecommendation, ...]:
    if len({len(imported), len(corrected), len(new)}) != 1:
        return new
    names = ("label", "text", "outcome", "remark")
    return tuple(
        replace(
            _fields(names, old, by_person, fresh),
            children=_recommendations(old.children, by_person.children, fresh.children),
        )
        for old, by_person, fresh in zip(imported, corrected, new, strict=True)
    )
