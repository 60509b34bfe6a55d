"""DuckDB inside the process: the default engine. It is filled once, locked, and then answers questions and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from raadhus.personnel.engines.rollup import MONTHLY, RollUp, added, sql_of_rollup, statement_of
from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.calendar import Month, WorkingDays
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.measures.definitions import Component
from raadhus.personnel.rules.shapes.questions import Question
from raadhus.personnel.rules.shapes.tables import (
    ABSENCE_PARTS,
    CALENDAR,
    HOMES,
    MONTHS,
    RECORD_KEY,
    STRETCHES,
    TABLES,
    Home,
    create_statement,
)
from raadhus.personnel.rules.timeline import Stretch

Row = tuple[str | int, ...]
_AT_A_TIME = 50_000
_MONTHS_AT_A_TIME = 80  # the sums of more do not fit into the memory beside the processor
SHORT_OF = {Component.PAID_HOURS: Component.HOURS, Component.AGED_HEADS: Component.HEADS}


class DuckEngine:
    """A DuckDB in memory with the engines' tables."""

    def __init__(self, *, memory_limit: str = "2GB", threads: int = 2) -> None:
        self._connection = duckdb.connect(":memory:", config={"memory_limit": memory_limit, "threads": threads})
        self._connection.execute("SET enable_progress_bar = false")
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

    def keep_months(self, month: int) -> None:
        """Keep this month (1 to 12) of each year alone among those that are asked about: the censuses of movement."""
        self._connection.execute("DELETE FROM months WHERE number % 12 <> ?", [month - 1])

    def save_cells(self, asked: RollUp, target: Path, least: int) -> int:
        """Write a roll-up by every breakdown as one Parquet file, sorted by node, breakdown, value and month; return how many cells it has.

        Only cells of at least so many people (the first number) are kept. These are exact sums for the batch, never for pages: nothing here is
        audited. What nearly always equals another number is stored as how much it falls short of it (`SHORT_OF`).
        """
        self._connection.execute("DROP TABLE IF EXISTS cells")
        # two censuses a year are few rows, which only cost more in parts
        together = _MONTHS_AT_A_TIME if set(asked.shapes) <= set(MONTHLY) else asked.last + 1 - asked.first
        for first in range(asked.first, asked.last + 1, together):
            last = min(first + together - 1, asked.last)
            for breakdown in Breakdown:
                if breakdown is not Breakdown.NONE:
                    scope = asked.scope._replace(breakdown=breakdown)
                    self._gather(replace(asked, scope=scope, first=first, last=last), least)
        listed = ", ".join(_stored(one, asked.components) for one in asked.components)
        names = f"place AS node, breakdown, breakdown_value AS value, month_number AS month, {listed}"
        cells = f"SELECT {names} FROM cells ORDER BY node, breakdown, value, month"  # noqa: S608 - names of our own
        path = str(target).replace("'", "''")
        self._connection.execute(f"COPY ({cells}) TO '{path}' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)")
        counted = self._connection.execute("SELECT COUNT(*) FROM cells").fetchone()
        return int(counted[0]) if counted else 0

    def _gather(self, asked: RollUp, least: int) -> None:
        """Add the cells of a breakdown to those that are to be written, and with the two sexes, which are the fewest rows, also the whole."""
        breakdown, source = asked.scope.breakdown, f"({sql_of_rollup(asked)})"
        rows = []
        if breakdown is Breakdown.GENDER:
            self._connection.execute(f"CREATE OR REPLACE TEMP TABLE split AS {source}")
            source = "split"
            rows.append(_large(f"({added(asked, _WHOLE)})", Breakdown.NONE, asked, least))
        rows.append(_large(source, breakdown, asked, least))
        for one in rows:
            there = self._connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'cells'").fetchone()
            self._connection.execute(f"INSERT INTO cells {one}" if there else f"CREATE TEMP TABLE cells AS {one}")

    def homes_on(self, day: int) -> list[tuple[str, str]]:
        """Return (node, unit) of every unit's nodes on a day."""
        statement = "SELECT node, unit FROM homes WHERE start_day <= ? AND ? < end_day ORDER BY ALL"
        return self._connection.execute(statement, [day, day]).fetchall()

    def lock(self) -> None:
        """Shut files, network and settings; what is asked afterwards reads these tables alone."""
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def stretches(self) -> list[Stretch]:
        """Return the stretches that it was filled with."""
        rows = self._connection.execute(f"SELECT * EXCLUDE ({RECORD_KEY.name}) FROM {STRETCHES}").fetchall()  # noqa: S608 - names of our own
        return [Stretch._make(row) for row in rows]

    def answer(self, question: Question | RollUp) -> list[Row]:
        """Return the rows of a question or a roll-up: month, place, value, and then the numbers."""
        return self._connection.execute(statement_of(question)).fetchall()


_WHOLE = "SELECT * REPLACE ('' AS breakdown_value) FROM split"


def _large(rows: str, breakdown: Breakdown, asked: RollUp, least: int) -> str:
    first = asked.components[0].value
    return f"SELECT '{breakdown.value}' AS breakdown, * FROM {rows} AS c WHERE n_{first} >= {int(least)}"  # noqa: S608 - of enums and whole numbers


def _stored(component: Component, components: Sequence[Component]) -> str:
    full = SHORT_OF.get(component)
    name = component.value
    return f"n_{full.value} - n_{name} AS short_{name}" if full in components and full else f"n_{name}"
