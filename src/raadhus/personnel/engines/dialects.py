"""A statement in another engine's words. DuckDB's is the one that is written; the rest are translated (docs/decisions/1802)."""

from enum import StrEnum
from functools import lru_cache

import sqlglot


class Dialect(StrEnum):
    """The engines' languages."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    CLICKHOUSE = "clickhouse"


@lru_cache(maxsize=512)
def translated(statement: str, dialect: Dialect) -> str:
    """Return a statement of DuckDB's dialect in the dialect asked for. Raises sqlglot's UnsupportedError on what it cannot say there."""
    if dialect is Dialect.DUCKDB:
        return statement
    (found,) = sqlglot.transpile(
        statement, read="duckdb", write=dialect.value, unsupported_level=sqlglot.ErrorLevel.RAISE
    )
    return found
