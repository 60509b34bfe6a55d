"""ClickHouse's engine, by the session the caller opens (chdb in the process). The same questions, the same answers."""

import json
from pathlib import Path
from typing import Any, Protocol

from raadhus.personnel.engines.dialects import Dialect, translated
from raadhus.personnel.engines.rollup import RollUp, statement_of
from raadhus.personnel.rules.shapes.questions import Question
from raadhus.personnel.rules.shapes.tables import BIGINT, TABLES

Row = tuple[str | int, ...]
_KINDS = {BIGINT: "Int64"}
# Whole numbers as numbers, not as the strings that JSON's readers in browsers need.
_FORMAT = "JSONCompactEachRow"
_PLAIN = " SETTINGS output_format_json_quote_64bit_integers = 0"


class Session(Protocol):
    """The part of a chdb session that is used."""

    def query(self, statement: str, form: str, /) -> Any:
        """Run a statement and give its answer in this form."""


class ClickHouseEngine:
    """Questions to a ClickHouse session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, folder: Path) -> None:
        """Read the tables that DuckDB's engine saved as Parquet, without nulls."""
        for table, columns in TABLES.items():
            listed = ", ".join(f"{column.name} {_KINDS.get(column.kind, 'String')}" for column in columns)
            source = str(folder / f"{table}.parquet").replace("\\", "\\\\").replace("'", "\\'")
            self._session.query(f"DROP TABLE IF EXISTS {table}", _FORMAT)
            self._session.query(f"CREATE TABLE {table} ({listed}) ENGINE = MergeTree ORDER BY tuple()", _FORMAT)
            filled = f"INSERT INTO {table} SELECT * FROM file('{source}', Parquet)"  # noqa: S608 - a table and a file of our own
            self._session.query(filled, _FORMAT)

    def answer(self, question: Question | RollUp) -> list[Row]:
        """Return the rows of a question or a roll-up: month, place, value, and then the numbers."""
        statement = translated(statement_of(question), Dialect.CLICKHOUSE)
        text = str(self._session.query(statement + _PLAIN, _FORMAT))
        return [tuple(json.loads(line)) for line in text.splitlines() if line]
