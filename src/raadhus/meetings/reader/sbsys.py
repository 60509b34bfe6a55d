"""SBSYS agenda XML read as a meeting (docs/formats/sbsys.md): fail closed, and what raadhus wrote itself comes back whole.

An item is open only where it says so. What other systems leave to prose (recommendations, outcomes, votes) is read from
the sections; what raadhus writes beside them, in its own namespace, is taken as it stands.
"""

import re
from collections.abc import Iterator

from raadhus.core.documents.text import SourceText
from raadhus.meetings.reader.dates import find_date, find_times
from raadhus.meetings.reader.sbsys_items import OWN, read_item
from raadhus.meetings.reader.sbsys_tree import Node, tree_of
from raadhus.meetings.rules.reading import Kind, Reading, ReadItem, ReadWarning, Span

MEDIA_TYPE = "application/xml"
_TRUE = frozenset({"true", "1", "ja", "sand"})


def is_sbsys(source: SourceText) -> bool:
    """Return True for a document whose content is agenda XML."""
    return source.media_type == MEDIA_TYPE


def read_sbsys(source: SourceText, *, file: str) -> Reading:
    """Return what the agenda says. Never raises: what is not there becomes a warning."""
    root = tree_of(source.text) or Node("Dagsorden", {}, 0)
    meeting = root.first("Møde", "Moede") or Node("Møde", {}, root.start, end=root.start)
    day = find_date(meeting.get("Mødedato", "Moededato") or "")
    body = meeting.get("Udvalg")
    date = day.iso if day else None
    is_ours = OWN + "Udgave" in root.attributes
    is_open = _is_open(root) or is_ours
    items = tuple(
        read_item(node, source.text, is_open=is_open and _is_open(node), body=body, date=date)
        for part in root.each("Dagsordenpunkter")
        for node in part.each("Dagsordenpunkt")
    )
    people = [node for node in meeting.each(OWN + "Deltager") if node.text.strip()]
    return Reading(
        file=file,
        kind=_kind(root, () if is_ours else items),
        municipality=meeting.get(OWN + "Kommune"),
        body=body,
        date=date,
        start_time=_time(meeting.get("Mødetid", "Moedetid")),
        end_time=_time(meeting.get("Mødesluttid", "Moedesluttid")),
        place=meeting.get("Mødested", "Moedested"),
        participants=tuple(node.text.strip() for node in people if node.get("Fraværende") != "true"),
        absent=tuple(node.text.strip() for node in people if node.get("Fraværende") == "true"),
        items=items,
        warnings=tuple(_warnings(root, items, body, date)),
        header_sources=tuple((name, meeting.span) for name in ("body", "date", "start_time", "place")),
        set_aside=tuple(_set_aside([meeting.span, *(item.source for item in items), *_fronts(root)], len(source.text))),
    )


def _fronts(root: Node) -> list[Span]:
    """Return where text for the front page stands, which no meeting of ours has a place for."""
    return [node.span for node in root.each("forsidetekst", "Forsidetekst") if node.text.strip() or node.children]


def _is_open(node: Node) -> bool:
    return (node.get("Åbent", "Åben", "Aabent", "Aaben") or "").casefold() in _TRUE


def _kind(root: Node, items: tuple[ReadItem, ...]) -> Kind:
    said = (root.get("Dagsordentype") or "").casefold()
    decided = any(item.decision for item in items)
    return Kind.MINUTES if decided or re.search(r"referat|beslutningsprotokol|minutes", said) else Kind.AGENDA


def _time(text: str | None) -> str | None:
    return find_times(f"kl. {text}")[0] if text else None


def _warnings(root: Node, items: tuple[ReadItem, ...], body: str | None, date: str | None) -> Iterator[ReadWarning]:
    if not items:
        yield ReadWarning("no-items", "Der er ikke fundet nogen punkter i dokumentet.", root.span)
    if date is None:
        yield ReadWarning("no-date", "Mødets dato står ikke i dokumentet, så den kan læses.", root.span)
    if body is None:
        yield ReadWarning("no-body", "Det fremgår ikke, hvilket udvalg eller organ mødet er holdt i.", root.span)
    for span in _fronts(root):
        yield ReadWarning("unread-text", "Forsidens tekst hører ikke til noget punkt og er ikke læst.", span)
    for item in items:
        if not item.title:
            yield ReadWarning("no-title", "Et punkts titel er ikke fundet.", item.source)


def _set_aside(known: list[Span], length: int) -> Iterator[Span]:
    """Yield what stands between the parts that were read: markup that says nothing of its own."""
    at = 0
    for span in sorted(known, key=lambda each: each.start):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < length:
        yield Span(at, length)
