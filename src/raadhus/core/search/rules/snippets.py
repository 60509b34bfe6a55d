"""Where in a text the search was met: fragments, marked or not, so that a page can escape each of them and a test can read them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raadhus.core.search.rules.query import Term
from raadhus.core.search.rules.words import WORD, fold, stem

SNIPPET = 240
# A stem this long inside a word that much longer is a part of a compound; a shorter one is a coincidence.
SHORTEST_PART, SHORTEST_REST = 4, 4

_ELLIPSIS = "…"
_SPELLINGS = {"aa": "(?:å|aa)", "ae": "(?:æ|ä|ae)", "oe": "(?:ø|ö|oe)"}
_PAIR = re.compile("aa|ae|oe")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text; `marked` when it is what was searched for."""

    text: str
    marked: bool = False


def highlight(text: str, terms: Sequence[Term]) -> tuple[Fragment, ...]:
    """Return the whole text in fragments, the words that were searched for marked."""
    return tuple(_fragments(text, list(_found(text, terms))))


def snippet(text: str, terms: Sequence[Term]) -> tuple[Fragment, ...]:
    """Return a stretch of the text around the first place where most is found, or its beginning."""
    spans = list(_found(text, terms))
    start, end = _window(text, spans)
    inside = [
        (max(first, start) - start, min(last, end) - start) for first, last in spans if first < end and last > start
    ]
    cut = text[start:end]
    fragments = list(_fragments(cut, inside))
    if start > 0:
        fragments.insert(0, Fragment(_ELLIPSIS))
    if end < len(text):
        fragments.append(Fragment(_ELLIPSIS))
    return tuple(fragments)


def _found(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans of the words that some term means, in order."""
    wanted = {needle for term in terms for needle in (*term.stems, term.beginning) if needle}
    if not wanted:
        return
    beginnings = frozenset(term.beginning for term in terms if term.beginning)
    exact = frozenset(needle for term in terms for needle in term.stems)
    candidate = re.compile("|".join(_spelled(needle) for needle in sorted(wanted)), re.IGNORECASE)
    reached = 0
    for near in candidate.finditer(text):
        word = _word_around(text, near)
        if word.start() >= reached and _means(word.group().lower(), exact, beginnings):
            reached = word.end()
            yield word.span()


def _spelled(needle: str) -> str:
    return _PAIR.sub(lambda pair: _SPELLINGS[pair.group()], needle)


def _word_around(text: str, near: re.Match[str]) -> re.Match[str]:
    start = near.start()
    while start > 0 and (text[start - 1].isalnum()):
        start -= 1
    return WORD.match(text, start) or near


def _means(word: str, exact: frozenset[str], beginnings: frozenset[str]) -> bool:
    folded = fold(word)
    if stem(word) in exact or any(folded.startswith(beginning) for beginning in beginnings):
        return True
    parts = (needle for needle in exact if len(needle) >= SHORTEST_PART and len(folded) - len(needle) >= SHORTEST_REST)
    return any(needle in folded for needle in parts)


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the stretch of SNIPPET characters that holds most spans, the first such, cut at word boundaries."""
    if not spans or len(text) <= SNIPPET:
        return 0, _word_end(text, SNIPPET)
    best = max(
        spans, key=lambda span: (sum(span[0] <= first < span[0] + SNIPPET * 2 // 3 for first, _ in spans), -span[0])
    )
    start = max(0, best[0] - SNIPPET // 4)
    if start > 0:
        gap = text.find(" ", start, best[0])
        start = gap + 1 if gap >= 0 else start
    return start, _word_end(text, start + SNIPPET)


def _word_end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    gap = text.rfind(" ", max(0, end - 40), end)
    return gap if gap > 0 else end


def _fragments(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Fragment]:
    reached = 0
    for start, end in spans:
        if start > reached:
            yield Fragment(text[reached:start])
        yield Fragment(text[start:end], marked=True)
        reached = end
    if reached < len(text):
        yield Fragment(text[reached:])
