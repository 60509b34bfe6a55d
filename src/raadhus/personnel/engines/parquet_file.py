"""A table as a Parquet file, written by DuckDB: one more format to take figures along in."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

PARQUET_TYPE = "application/vnd.apache.parquet"
_AT_A_TIME = 20_000
_KINDS = {str: "VARCHAR", float: "DOUBLE", bool: "BOOLEAN", int: "BIGINT"}

Value = str | Decimal | float | int | bool | None


def to_parquet(columns: Sequence[tuple[str, type]], rows: Sequence[Sequence[Value]]) -> bytes:
    """Return the rows under columns of (name, kind); the kinds are str, float, int and bool, and a Decimal stands in a float's column."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "figures.parquet"
        connection = duckdb.connect(":memory:", config={"threads": 1})
        try:
            _fill(connection, columns, rows)
            connection.execute("COPY figures TO ? (FORMAT parquet, COMPRESSION zstd)", [str(path)])
        finally:
            connection.close()
        return path.read_bytes()


def _fill(
    connection: duckdb.DuckDBPyConnection, columns: Sequence[tuple[str, type]], rows: Sequence[Sequence[Value]]
) -> None:
    named = ", ".join(f'"{name}" {_KINDS[kind]}' for name, kind in columns)
    connection.execute(f"CREATE TABLE figures ({named})")
    marks = ", ".join(f"unnest(?::{_KINDS[kind]}[])" for _name, kind in columns)
    remaining = iter(rows)
    while some := list(islice(remaining, _AT_A_TIME)):
        lists = [[_plain(value) for value in column] for column in zip(*some, strict=True)]
        connection.execute(f"INSERT INTO figures SELECT {marks}", lists)


def _plain(value: Value) -> Value:
    return float(value) if isinstance(value, Decimal) else value
