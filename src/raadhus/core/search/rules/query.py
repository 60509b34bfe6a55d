"""What a person typed, understood: words, phrases in quotes and the beginning of the last word (docs/rules/search.md)."""

import re
from dataclasses import dataclass

from raadhus.core.search.rules.words import fold, stem, words

LONGEST_QUERY = 200
MOST_TERMS = 12
SHORTEST_PREFIX = 2

_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be found: one stem, or several in a row ("24/24964", or what stood in quotes).

    `beginning` is the folded beginning of the last word as typed, when more letters may follow; else None.
    """

    stems: tuple[str, ...]
    beginning: str | None = None

    @property
    def is_phrase(self) -> bool:
        """True when the words must stand beside each other."""
        return len(self.stems) > 1


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must be found. `cut` says that the text was longer than the search uses."""

    text: str
    terms: tuple[Term, ...]
    cut: bool = False


def parse(text: str) -> Query:
    """Return the query of a typed text. Any text is a query; one without words has no terms."""
    kept = text[:LONGEST_QUERY]
    pieces = list(_PIECE.finditer(kept))
    terms = [term for piece in pieces if (term := _term(piece, last=piece is pieces[-1]))]
    return Query(
        " ".join(kept.split()), tuple(terms[:MOST_TERMS]), len(text) > LONGEST_QUERY or len(terms) > MOST_TERMS
    )


def _term(piece: re.Match[str], *, last: bool) -> Term | None:
    quoted, bare = piece.groups()
    found = words(quoted if bare is None else bare)
    if not found:
        return None
    stems = tuple(stem(word) for word in found)
    open_ended = last and bare is not None and len(found[-1]) >= SHORTEST_PREFIX
    return Term(stems, fold(found[-1]) if open_ended else None)
