"""The two databases' own full text, behind one small interface (docs/rules/search.md)."""

from collections.abc import Sequence
from typing import Protocol

from raadhus.core.search.engines import postgres, sqlite
from raadhus.core.search.engines.shapes import Condition, Tokens, Value
from raadhus.core.search.rules.query import Query

__all__ = ["Condition", "Engine", "Tokens", "Value", "engine"]


class Engine(Protocol):
    """What a database must be able to do. The permission filter is not its business: queries.py puts it beside the condition."""

    def write(self, rows: Sequence[tuple[int, Tokens]]) -> None:
        """Index these entries, by the entry's id; what was there under the same id is replaced."""

    def erase(self, ids: Sequence[int]) -> None:
        """Take these entries out of the index."""

    def matches(self, query: Query) -> Condition:
        """Return the SQL condition on `e.id` that all terms are found."""

    def score(self, query: Query) -> Condition:
        """Return a SQL number for `e.id`: two for every term that is a word of the title, one for a part of such a word."""


_ENGINES: dict[str, Engine] = {"sqlite": sqlite.Sqlite(), "postgresql": postgres.Postgres()}


def engine(vendor: str) -> Engine:
    """Return the engine of a database vendor. Raises KeyError for one that the house does not run on."""
    return _ENGINES[vendor]
