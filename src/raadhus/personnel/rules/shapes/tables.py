"""The tables that every engine has: whole numbers as signed BIGINT, words as VARCHAR, and no nulls."""

from typing import NamedTuple

from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.timeline import Stretch

BIGINT = "BIGINT"
VARCHAR = "VARCHAR"
# Words that some engine keeps for itself.
_RENAMED = {"start": "start_day", "end": "end_day", "left": "left_day", "month": "month_number"}


class Column(NamedTuple):
    """A column and what it holds."""

    name: str
    kind: str


class Home(NamedTuple):
    """A unit lies under a node (or is it) in [start, end), days as ordinals: the closure of one version of the organisation."""

    node: str
    unit: str
    start: int
    end: int


def _columns(row: type[Stretch] | type[AbsencePart] | type[Home]) -> tuple[Column, ...]:
    kinds = row.__annotations__
    return tuple(
        Column(_RENAMED.get(field, field), VARCHAR if kinds[field] in {str, "str"} else BIGINT) for field in row._fields
    )


def _numbers(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, BIGINT) for name in names)


STRETCHES = "stretches"
ABSENCE_PARTS = "absence_parts"
MONTHS = "months"
CALENDAR = "calendar_days"
HOMES = "homes"
# A secret number of each row, from which the noise of a cell is made; 0 where there is none.
RECORD_KEY = Column("record_key", BIGINT)
TABLES: dict[str, tuple[Column, ...]] = {
    STRETCHES: (*_columns(Stretch), RECORD_KEY),
    ABSENCE_PARTS: (*_columns(AbsencePart), RECORD_KEY),
    MONTHS: _numbers("number", "first_day", "after_day", "reference_day", "day_of_month", "working_days"),
    CALENDAR: _numbers("day", "working_before"),
    HOMES: _columns(Home),
}


def create_statement(table: str) -> str:
    """Return the statement that makes an empty table, in DuckDB's dialect."""
    columns = ", ".join(f"{column.name} {column.kind} NOT NULL" for column in TABLES[table])
    return f"CREATE TABLE {table} ({columns})"
