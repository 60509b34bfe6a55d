"""Where a marked stretch of text is in a newer version of its item: found by what it said. In prose: docs/rules/meeting-room.md.

Texts are compared without white space, because a new version breaks its lines elsewhere. A stretch is found again only
where the same words stand; it is never moved to words that merely look like them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# A quote at least this long speaks for itself; a shorter one must stand among words that stood around it before.
SPEAKS_FOR_ITSELF = 12
CONTEXT = 24
_ENOUGH_CONTEXT = 4
# Signs that print nothing: they come and go with line breaks and are no part of what was said.
_UNSEEN = "\u00ad\u200b\u200c\u200d\ufeff"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A marked stretch as it was made: section, block (from 0), its words, and a little of what stood before and after.

    `before` and `after` are at most CONTEXT characters without white space.
    """

    section: str
    block: int
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch [start, end) of the text of one block."""

    section: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A section's text without white space, and where each sign stands: (block, place in the block's text)."""

    text: str
    places: tuple[tuple[int, int], ...]


def squeezed(text: str) -> str:
    """Return a text without white space and signs that print nothing."""
    return "".join(sign for sign in text if _is_seen(sign))


def _is_seen(sign: str) -> bool:
    return not sign.isspace() and sign not in _UNSEEN


def find(anchor: Anchor, sections: Mapping[str, Sequence[str]]) -> tuple[Stretch, ...]:
    """Return where the anchor's words stand in an item given as the texts of its blocks by section; empty when nowhere.

    In its own section the place with the same surroundings counts, then the nearest. In another section only words that
    stand once and are long enough to be no coincidence count. A stretch over several blocks gives one for each.
    """
    quote = squeezed(anchor.quote)
    if not quote:
        return ()
    own = _squeeze(sections.get(anchor.section, ()))
    here = [start for start in _starts(own.text, quote) if _counts(own.text, start, quote, anchor)]
    if here:
        best = max(here, key=lambda start: _rank(own, start, quote, anchor))
        return _stretches(anchor.section, own, best, len(quote))
    return _elsewhere(anchor, quote, sections)


def _elsewhere(anchor: Anchor, quote: str, sections: Mapping[str, Sequence[str]]) -> tuple[Stretch, ...]:
    if len(quote) < SPEAKS_FOR_ITSELF:
        return ()
    others = {key: _squeeze(texts) for key, texts in sections.items() if key != anchor.section}
    found = [(key, start) for key, other in others.items() for start in _starts(other.text, quote)]
    if len(found) != 1:
        return ()
    key, start = found[0]
    return _stretches(key, others[key], start, len(quote))


def surroundings(section: str, block: int, quote: str, sections: Mapping[str, Sequence[str]]) -> Anchor | None:
    """Return the anchor of words that somebody marks now, with what stands around them; None when they do not stand there.

    The words are looked for in the section that is named, near the block, and else in the whole item.
    """
    found = find(Anchor(section, block, quote), sections) if section in sections else ()
    found = found or _first(quote, sections)
    if not found:
        return None
    first = found[0]
    text = _squeeze(sections[first.section])
    words = squeezed(quote)
    start = text.places.index((first.block, first.start))
    end = start + len(words)
    before, after = text.text[max(0, start - CONTEXT) : start], text.text[end : end + CONTEXT]
    return Anchor(first.section, first.block, quote.strip(), before, after)


def _first(quote: str, sections: Mapping[str, Sequence[str]]) -> tuple[Stretch, ...]:
    words = squeezed(quote)
    for key, texts in sections.items():
        text = _squeeze(texts)
        for start in _starts(text.text, words):
            return _stretches(key, text, start, len(words))
    return ()


def _squeeze(texts: Sequence[str]) -> _Squeezed:
    kept = [
        (sign, (block, place)) for block, text in enumerate(texts) for place, sign in enumerate(text) if _is_seen(sign)
    ]
    return _Squeezed("".join(sign for sign, _ in kept), tuple(place for _, place in kept))


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _counts(text: str, start: int, quote: str, anchor: Anchor) -> bool:
    """Tell whether a place may be the one: short words only count among words that stood around them before."""
    known = len(anchor.before) + len(anchor.after)
    if len(quote) >= SPEAKS_FOR_ITSELF:
        return True
    return _context(text, start, quote, anchor) >= min(_ENOUGH_CONTEXT, known)


def _rank(text: _Squeezed, start: int, quote: str, anchor: Anchor) -> tuple[int, int, int]:
    block = text.places[start][0]
    return (_context(text.text, start, quote, anchor), -abs(block - anchor.block), -start)


def _context(text: str, start: int, quote: str, anchor: Anchor) -> int:
    """Return how many signs before and after the place are those that stood there before."""
    end = start + len(quote)
    before = _shared(reversed(anchor.before), reversed(text[max(0, start - CONTEXT) : start]))
    return before + _shared(iter(anchor.after), iter(text[end : end + CONTEXT]))


def _shared(first: Iterator[str], second: Iterator[str]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _stretches(section: str, text: _Squeezed, start: int, length: int) -> tuple[Stretch, ...]:
    ends: dict[int, tuple[int, int]] = {}
    for block, place in text.places[start : start + length]:
        first, _ = ends.get(block, (place, place))
        ends[block] = (first, place + 1)
    return tuple(Stretch(section, block, first, last) for block, (first, last) in ends.items())
