"""What changed between two readings, for "hvad ændrede sig": a correction, a new version of the document, an undo."""

from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.meetings.rules.matching import ItemMark, match_items
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, ReadAttachment, Reading, ReadItem, ReadRecommendation
from raadhus.meetings.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `item_number` is None for the header; `old` is None for what came, `new` for what went.

    `closed` is True when the item is closed in either reading: the change is then closed content. `name` is what the
    field is called on the screen, a section by its heading; it and the words of ours among the values are Sentences.
    """

    item_number: str | None
    field: str
    old: str | None
    new: str | None
    closed: bool = False
    name: str = ""

    @property
    def label(self) -> str:
        """What the field is called on the screen."""
        if self.name:
            return self.name
        if self.field.startswith(_SECTION):
            return self.field.removeprefix(_SECTION).partition(": ")[2] or Sentence("Tekst")
        return Sentence(_LABELS[self.field])


_SECTION = "section "
_KIND_LABELS = {Kind.AGENDA: "Dagsorden", Kind.MINUTES: "Referat"}
_LABELS = {
    "kind": "Dokumentets art",
    "body": "Organ",
    "date": "Dato",
    "start_time": "Begynder",
    "end_time": "Slutter",
    "place": "Sted",
    "participants": "Deltagere",
    "absent": "Afbud",
    "item": "Hele punktet",
    "number": "Nummer",
    "title": "Titel",
    "case_number": "Sagsnummer",
    "closed": "Lukket",
    "decision": "Beslutning",
    "decision_outcome": "Beslutningens udfald",
    "attachments": "Bilag",
    "recommendations": "Indstillinger",
}


def changes(old: Reading, new: Reading) -> tuple[Change, ...]:
    """Return the differences in the order of the new reading, what went last. The same reading twice gives none."""
    return (*_header(old, new), *_items(old, new))


def _header(old: Reading, new: Reading) -> Iterator[Change]:
    yield from _field(None, "kind", Sentence(_KIND_LABELS[old.kind]), Sentence(_KIND_LABELS[new.kind]), closed=False)
    for field in ("body", "date", "start_time", "end_time", "place"):
        yield from _field(None, field, getattr(old, field), getattr(new, field), closed=False)
    for field in ("participants", "absent"):
        before, after = "\n".join(getattr(old, field)), "\n".join(getattr(new, field))
        yield from _field(None, field, before, after, closed=False)


def mark_of(item: ReadItem) -> ItemMark:
    """Return what an item is known by from one reading to the next."""
    return ItemMark(item.number or "", item.title, item.case_number or "")


def matched(old: Reading, new: Reading) -> tuple[int | None, ...]:
    """Return for each item of `new` its place in `old`, None for one that came: by key where both were written here."""
    if all(item.key for item in (*old.items, *new.items)):
        places = {item.key: place for place, item in enumerate(old.items)}
        return tuple(places.get(item.key) for item in new.items)
    return match_items([mark_of(item) for item in old.items], [mark_of(item) for item in new.items])


def _items(old: Reading, new: Reading) -> Iterator[Change]:
    matches = matched(old, new)
    for item, index in zip(new.items, matches, strict=True):
        if index is None:
            yield Change(item.number, "item", None, item.title, item.closed)
        else:
            yield from item_changes(old.items[index], item)
    for index, item in enumerate(old.items):
        if index not in matches:
            yield Change(item.number, "item", item.title, None, item.closed)


def item_changes(old: ReadItem, new: ReadItem) -> Iterator[Change]:
    """Yield the differences between two readings of one item."""
    closed = old.closed or new.closed
    number = new.number or old.number
    values = {field: (getattr(old, field), getattr(new, field)) for field in ("number", "title", "case_number")}
    values["closed"] = (
        Sentence("ja") if old.closed else Sentence("nej"),
        Sentence("ja") if new.closed else Sentence("nej"),
    )
    values["decision"] = (old.decision.text if old.decision else None, new.decision.text if new.decision else None)
    values["decision_outcome"] = (
        _outcome(old.decision.outcome if old.decision else None),
        _outcome(new.decision.outcome if new.decision else None),
    )
    values["attachments"] = (
        "\n".join(map(_attached, old.attachments)),
        "\n".join(map(_attached, new.attachments)),
    )
    values["recommendations"] = (_printed(old.recommendations), _printed(new.recommendations))
    for field, (before, after) in values.items():
        yield from _field(number, field, before, after, closed=closed)
    yield from _sections(old, new, number, closed=closed)


def _attached(one: ReadAttachment) -> str:
    """Return an attachment's title, with the beginning of its fingerprint so that a new version shows as a change."""
    return f"{one.title} ({one.sha256[:8]})" if one.sha256 else one.title


def _outcome(outcome: Outcome | None) -> Sentence | None:
    return Sentence(outcome.label) if outcome else None


def _printed(recommendations: tuple[ReadRecommendation, ...], depth: int = 0) -> str:
    lines = []
    for one in recommendations:
        tail = f" [{one.outcome.label}]" if one.outcome else ""
        remark = f" – {one.remark}" if one.remark else ""
        lines.append(f"{'  ' * depth}{one.label or '-'} {one.text}{tail}{remark}")
        if one.children:
            lines.append(_printed(one.children, depth + 1))
    return "\n".join(lines)


def _sections(old: ReadItem, new: ReadItem, number: str | None, *, closed: bool) -> Iterator[Change]:
    # The decision and the recommendations are compared as such above; their sections would say it twice.
    twice = {"decision", "recommendation", "attachments"}
    before = [(f"{one.kind.value}: {one.heading or ''}", one.text) for one in old.sections if one.kind not in twice]
    after = [(f"{one.kind.value}: {one.heading or ''}", one.text) for one in new.sections if one.kind not in twice]
    if before == after:
        return
    for name in dict.fromkeys([name for name, _ in (*after, *before)]):
        was = "\n\n".join(text for key, text in before if key == name) or None
        now = "\n\n".join(text for key, text in after if key == name) or None
        yield from _field(number, f"{_SECTION}{name}", was, now, closed=closed)


def _field(number: str | None, field: str, old: str | None, new: str | None, *, closed: bool) -> Iterator[Change]:
    if (old or None) != (new or None):
        yield Change(number, field, old or None, new or None, closed)
