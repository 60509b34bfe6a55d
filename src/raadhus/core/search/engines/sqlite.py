"""SQLite FTS5: one virtual table whose rowid is the entry's id. The tokens are ours, so its tokenizer only sees a-z and 0-9."""

from collections.abc import Sequence

from django.db import connection

from raadhus.core.search.engines.shapes import Condition, Tokens
from raadhus.core.search.rules.query import Query, Term

_FOUND = "(SELECT rowid FROM search_fts WHERE search_fts MATCH %s)"
_CHUNK = 500


class Sqlite:
    """The engine of SQLite."""

    def write(self, rows: Sequence[tuple[int, Tokens]]) -> None:
        """Index these entries."""
        self.erase([key for key, _ in rows])
        values: list[tuple[int | str, ...]] = [
            (key, *(" ".join(column) for column in (tokens.title, tokens.title_parts, tokens.body, tokens.body_parts)))
            for key, tokens in rows
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_fts(rowid, title, title_parts, body, body_parts) VALUES (%s, %s, %s, %s, %s)",
                values,
            )

    def erase(self, ids: Sequence[int]) -> None:
        """Take these entries out."""
        with connection.cursor() as cursor:
            for first in range(0, len(ids), _CHUNK):
                cursor.executemany(
                    "DELETE FROM search_fts WHERE rowid = %s", [(key,) for key in ids[first : first + _CHUNK]]
                )

    def matches(self, query: Query) -> Condition:
        """All terms, anywhere in the entry."""
        expression = " AND ".join(_anywhere(term) for term in query.terms)
        return Condition(f"e.id IN {_FOUND}", (expression,))

    def score(self, query: Query) -> Condition:
        """Count the terms met in the title, words before parts."""
        sql, parameters = [], []
        for term in query.terms:
            for columns in ("title", "title title_parts"):
                sql.append(f"(e.id IN {_FOUND})")
                parameters.append(f"{{{columns}}} : {_expression(term)}")
        return Condition(" + ".join(sql) or "0", tuple(parameters))


def _anywhere(term: Term) -> str:
    expression = _expression(term)
    return f"({{title body}} : {expression})" if term.is_phrase else expression


def _expression(term: Term) -> str:
    """Return the term in FTS5's language. Stems hold a-z and 0-9 only, so that quotes need no escaping."""
    exact = '"' + " ".join(term.stems) + '"'
    if term.beginning is None:
        return exact
    beginning = '"' + " ".join((*term.stems[:-1], term.beginning)) + '" *'
    return f"({exact} OR {beginning})"
