"""The document's text cut into nested pieces, so that every span the reading names is one element that can be linked to.

Spans come from a reader, so they may lie badly: empty ones, ones outside the text and ones that cross another are
taken as far as they nest; nothing of the text is ever lost or doubled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from raadhus.meetings.rules.reading import Reading, ReadItem, ReadRecommendation, Span


class PieceKind(StrEnum):
    """What a piece is: text, or the beginning or end of a marked stretch."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the marked document. `value` is the text, or the anchor of the stretch that opens ("" when it closes)."""

    kind: PieceKind
    value: str
    is_warning: bool = False


def anchor_of(span: Span | None) -> str:
    """Return the anchor of a span in the marked text; "" where there is none to go to."""
    return "" if span is None or span.end <= span.start else f"s-{span.start}-{span.end}"


def marked(text: str, reading: Reading) -> tuple[Piece, ...]:
    """Return the text with every span of the reading marked: joined, the TEXT pieces are the text again."""
    warnings = {(one.source.start, one.source.end) for one in reading.warnings}
    wanted = {(span.start, span.end) for span in spans_of(reading) if 0 <= span.start < span.end <= len(text)}
    return tuple(_pieces(text, sorted(wanted, key=lambda span: (span[0], -span[1])), warnings))


def _pieces(text: str, spans: list[tuple[int, int]], warnings: set[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    open_ends: list[int] = []
    for start, end in spans:
        while open_ends and open_ends[-1] <= start:
            yield from _text(text, at, open_ends[-1])
            at = open_ends.pop()
            yield Piece(PieceKind.CLOSE, "")
        yield from _text(text, at, start)
        at = start
        # A span that runs past the one it lies in ends with it; its anchor still stands where it begins.
        open_ends.append(min(end, open_ends[-1]) if open_ends else end)
        yield Piece(PieceKind.OPEN, f"s-{start}-{end}", (start, end) in warnings)
    while open_ends:
        yield from _text(text, at, open_ends[-1])
        at = open_ends.pop()
        yield Piece(PieceKind.CLOSE, "")
    yield from _text(text, at, len(text))


def _text(text: str, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(PieceKind.TEXT, text[start:end])


def spans_of(reading: Reading) -> Iterator[Span]:
    """Yield every span that the reading names."""
    for _, span in reading.header_sources:
        yield span
    for warning in reading.warnings:
        yield warning.source
    for item in reading.items:
        yield from _item(item)


def _item(item: ReadItem) -> Iterator[Span]:
    yield item.source
    yield from (section.source for section in item.sections)
    yield from (earlier.source for earlier in item.earlier_decisions)
    yield from (attachment.source for attachment in item.attachments)
    yield from (obligation.source for obligation in item.obligations)
    if item.decision:
        yield item.decision.source
    for vote in item.votes:
        if vote.source:
            yield vote.source
    yield from _recommendations(item.recommendations)


def _recommendations(recommendations: Iterable[ReadRecommendation]) -> Iterator[Span]:
    for one in recommendations:
        if one.source:
            yield one.source
        yield from _recommendations(one.children)
