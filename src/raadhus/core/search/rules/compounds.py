"""The parts of Danish compound words: "dagpengerefusion" holds "dagpenge" and "refusion" (docs/rules/search.md)."""

import hashlib
from collections.abc import Iterable, Iterator

from raadhus.core.search.rules import vocabulary
from raadhus.core.search.rules.words import danish, fold, stem

SHORTEST_WORD, LONGEST_WORD = 6, 60
SHORTEST_PART, MOST_PARTS = 3, 4
SHORTEST_STEM, LONGEST_ENDING = 1, 14
# With one unknown half, the known half must be long enough to mean something.
KNOWN_HALF, UNKNOWN_HALF = 5, 4

_VOWELS = frozenset("aeiouyæøå")


class Splitter:
    """Splits words by a dictionary of stems: the house's own vocabulary and the words it is given.

    The given words may only come from what everybody may see: otherwise a closed text could change what others find.
    """

    def __init__(self, known_words: Iterable[str] = ()) -> None:
        own = (word for word in known_words if len(word) > SHORTEST_PART and word.isalpha())
        self._stems = vocabulary.STEMS | {stem(word) for word in own if danish(word) not in vocabulary.PREFIXES}
        self._seen: dict[str, tuple[str, ...]] = {}
        self.fingerprint = hashlib.sha256(" ".join(sorted(self._stems)).encode()).hexdigest()

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the stems of a word's parts, and of neighbouring parts together; empty when it is no compound."""
        if word not in self._seen:
            self._seen[word] = self._parts(danish(word))
        return self._seen[word]

    def _parts(self, word: str) -> tuple[str, ...]:
        if not SHORTEST_WORD <= len(word) <= LONGEST_WORD or not word.isalpha():
            return ()
        segments = self._segments(word, MOST_PARTS) or self._half_known(word)
        whole = stem(word)
        joined = {stem(text) for text in _neighbours(segments)}
        # A known part may itself be a compound: "sygedagpenge" in "sygedagpengerefusion" holds "dagpenge".
        deeper = {part for segment in segments if segment != word for part in self.parts(segment)}
        return tuple(sorted((joined | deeper) - {whole}))

    def _segments(self, word: str, most: int) -> tuple[str, ...]:
        """Return the fewest known parts that make up the word, or nothing."""
        if self._knows(word):
            own: tuple[str, ...] = (word,)
            deeper = self._cut(word, most)
            return deeper or own
        return self._cut(word, most)

    def _cut(self, word: str, most: int) -> tuple[str, ...]:
        if most < 2:  # noqa: PLR2004 - two parts are the fewest that a cut makes
            return ()
        found: tuple[str, ...] = ()
        for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            head = word[:end]
            if not self._knows(head):
                continue
            for rest in _after_link(word[end:]):
                tail = (rest,) if self._knows(rest) else self._cut(rest, most - 1)
                if tail and (not found or len(tail) + 1 < len(found)):
                    found = (head, *tail)
        return found

    def _half_known(self, word: str) -> tuple[str, ...]:
        """Return a long known tail, or else a long known head, when what is left could be a word of its own."""
        for start in range(UNKNOWN_HALF, len(word) - KNOWN_HALF + 1):
            head, tail = word[:start], word[start:]
            if self._knows(tail) and _could_be_a_word(head):
                return (tail,)
        for end in range(len(word) - KNOWN_HALF, KNOWN_HALF - 1, -1):
            head, tail = word[:end], word[end:]
            if self._knows(head) and _could_be_a_word(tail):
                return (head,)
        return ()

    def _knows(self, part: str) -> bool:
        if len(part) < SHORTEST_PART or part in vocabulary.PREFIXES:
            return False
        # A stem is how its word begins: most pieces of a word begin like no known stem, and need not be stemmed.
        folded = fold(part)
        shortest = max(SHORTEST_STEM, len(folded) - LONGEST_ENDING)
        if not any(folded[:end] in self._stems for end in range(shortest, len(folded) + 1)):
            return False
        return stem(part) in self._stems


def _after_link(rest: str) -> Iterator[str]:
    """Yield what follows a part, without and with a linking -s- or -e- ("sag-s-behandling", "barn-e-mad")."""
    yield rest
    if rest[:1] in {"s", "e"}:
        yield rest[1:]


def _could_be_a_word(text: str) -> bool:
    return len(text) >= UNKNOWN_HALF and text not in vocabulary.PREFIXES and bool(_VOWELS & set(text))


def _neighbours(segments: tuple[str, ...]) -> Iterator[str]:
    """Yield every part and every run of neighbouring parts written together."""
    for first in range(len(segments)):
        for last in range(first + 1, len(segments) + 1):
            yield "".join(segments[first:last])
