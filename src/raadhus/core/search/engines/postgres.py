"""PostgreSQL full text: two tsvectors that we write ourselves, each under a GIN index.

The lexemes are our own stems, the parts of compound words have a "~" in front. Weights are not used: a GIN index does not hold
them, and looking them up again in every long text would cost more than the search.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from raadhus.core.search.engines.shapes import Condition, Tokens
from raadhus.core.search.rules.query import Query, Term

# PostgreSQL keeps positions up to 16383; what lies after it is found, but not as a phrase.
_LAST_POSITION = 16_383
# Between title and body, so that no phrase reaches from one into the other.
_GAP = 10
_PART = "~"


class Postgres:
    """The engine of PostgreSQL."""

    def write(self, rows: Sequence[tuple[int, Tokens]]) -> None:
        """Index these entries."""
        self.erase([key for key, _ in rows])
        values = [(key, _title(tokens), _everything(tokens)) for key, tokens in rows]
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_tokens(entry_id, title, everything) VALUES (%s, %s::tsvector, %s::tsvector)", values
            )

    def erase(self, ids: Sequence[int]) -> None:
        """Take these entries out."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_tokens WHERE entry_id = ANY(%s)", [list(ids)])

    def matches(self, query: Query) -> Condition:
        """All terms, anywhere in the entry."""
        expression = " & ".join(_expression(term, parts=True) for term in query.terms)
        return Condition("e.id IN (SELECT search_found(%s::tsquery))", (expression,))

    def score(self, query: Query) -> Condition:
        """Count the terms met in the title, words before parts."""
        found = "(e.id IN (SELECT search_found_in_title(%s::tsquery)))::int"
        expressions = tuple(_expression(term, parts=parts) for term in query.terms for parts in (False, True))
        return Condition(" + ".join(found for _ in expressions) or "0", expressions)


def _title(tokens: Tokens) -> str:
    return _vector(tokens.title, (), tokens.title_parts)


def _everything(tokens: Tokens) -> str:
    return _vector(tokens.title, tokens.body, {*tokens.title_parts, *tokens.body_parts})


def _vector(title: Sequence[str], body: Sequence[str], parts: Iterable[str]) -> str:
    """Return the tsvector as text: stems with their positions, then the parts without."""
    after_title = len(title) + _GAP
    positions = [*enumerate(title, 1), *enumerate(body, after_title)]
    placed = [f"'{stem}':{min(position, _LAST_POSITION)}" for position, stem in positions]
    return " ".join([*placed, *(f"'{_PART}{part}'" for part in sorted(parts))])


def _expression(term: Term, *, parts: bool) -> str:
    """Return the term as a tsquery. Stems hold a-z and 0-9 only, so that quotes need no escaping."""
    alternatives = [_row(term.stems)]
    if term.beginning is not None:
        alternatives.append(_row((*term.stems[:-1], term.beginning)) + ":*")
    if parts and not term.is_phrase:
        alternatives.append(f"'{_PART}{term.stems[0]}'")
        alternatives += [f"'{_PART}{term.beginning}':*"] if term.beginning is not None else []
    return "(" + " | ".join(alternatives) + ")"


def _row(stems: Sequence[str]) -> str:
    return " <-> ".join(f"'{stem}'" for stem in stems)
