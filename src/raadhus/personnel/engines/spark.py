"""Any engine that speaks Spark SQL, by the session the caller opens: Sail, or a Spark cluster. The same questions, the same answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from raadhus.personnel.engines.dialects import Dialect, translated
from raadhus.personnel.engines.rollup import RollUp, statement_of
from raadhus.personnel.rules.shapes.questions import Question
from raadhus.personnel.rules.shapes.tables import TABLES

Row = tuple[str | int, ...]


class Answer(Protocol):
    """What a statement gives: rows to collect."""

    def collect(self) -> Sequence[Any]:
        """Return the rows."""


class Session(Protocol):
    """The part of a Spark session that is used."""

    @property
    def read(self) -> Any:
        """The reader of files."""

    def sql(self, statement: str, /) -> Answer:
        """Run a statement."""


class SparkEngine:
    """Questions to a Spark session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, folder: Path) -> None:
        """Read the tables that DuckDB's engine saved as Parquet; the session must reach the folder."""
        for table in TABLES:
            self._session.read.parquet(str(folder / f"{table}.parquet")).createOrReplaceTempView(table)

    def answer(self, question: Question | RollUp) -> list[Row]:
        """Return the rows of a question or a roll-up: month, place, value, and then the numbers."""
        statement = translated(statement_of(question), Dialect.SPARK)
        return [tuple(row) for row in self._session.sql(statement).collect()]
