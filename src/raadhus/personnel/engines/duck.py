"""DuckDB inside the process: the default engine. It is filled once, locked, and then answers questions and nothing else."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from raadhus.personnel.engines.rollup import RollUp, statement_of
from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.calendar import Month, WorkingDays
from raadhus.personnel.rules.shapes.questions import Question
from raadhus.personnel.rules.shapes.tables import (
    ABSENCE_PARTS,
    CALENDAR,
    HOMES,
    MONTHS,
    STRETCHES,
    TABLES,
    Home,
    create_statement,
)
from raadhus.personnel.rules.timeline import Stretch

Row = tuple[str | int, ...]
_AT_A_TIME = 50_000


class DuckEngine:
    """A DuckDB in memory with the engines' tables."""

    def __init__(self, *, memory_limit: str = "2GB", threads: int = 2) -> None:
        self._connection = duckdb.connect(":memory:", config={"memory_limit": memory_limit, "threads": threads})
        for table in TABLES:
            self._connection.execute(create_statement(table))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def fill(self, table: str, rows: Iterable[Sequence[str | int]]) -> None:
        """Add rows to a table, in the order of its columns; a record key that is left out is 0."""
        columns = TABLES[table]
        values = ", ".join(f"unnest(?::{column.kind}[])" for column in columns)
        remaining = iter(rows)
        while some := list(islice(remaining, _AT_A_TIME)):
            if len(some[0]) < len(columns):
                some = [(*row, 0) for row in some]
            lists = [list(column) for column in zip(*some, strict=True)]
            self._connection.execute(f"INSERT INTO {table} SELECT {values}", lists)

    def fill_all(
        self,
        stretches: Iterable[Stretch],
        parts: Iterable[AbsencePart],
        months: Iterable[Month],
        days: WorkingDays,
        homes: Iterable[Home] = (),
    ) -> None:
        """Add everything the shapes read. `months` must hold the census before the first month asked about as well."""
        self.fill(STRETCHES, stretches)
        self.fill(ABSENCE_PARTS, parts)
        self.fill(MONTHS, ((*month, days.between(month.first, month.after)) for month in months))
        self.fill(CALENDAR, days.rows())
        self.fill(HOMES, homes)

    def save(self, folder: Path) -> None:
        """Write each table as Parquet in a folder that exists."""
        for table in TABLES:
            target = str(folder / f"{table}.parquet").replace("'", "''")
            self._connection.execute(f"COPY {table} TO '{target}' (FORMAT parquet, COMPRESSION zstd)")

    def open(self, folder: Path) -> None:
        """Read the tables that `save` wrote, column by name."""
        for table in TABLES:
            source = str(folder / f"{table}.parquet")
            self._connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM read_parquet(?)", [source])  # noqa: S608 - names of our own tables

    def lock(self) -> None:
        """Shut files, network and settings; what is asked afterwards reads these tables alone."""
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def answer(self, question: Question | RollUp) -> list[Row]:
        """Return the rows of a question or a roll-up: month, place, value, and then the numbers."""
        return self._connection.execute(statement_of(question)).fetchall()
