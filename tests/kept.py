"""What many tests begin with is made once by the house's own actions, and laid into the database as rows after that.

    laid("cast", lambda: [enter(character, now) for character in CHARACTERS])

The first call of a process runs what is given and keeps the rows that came of it. Each later call writes those rows, if
the database is as it was before the first; if a test has written something there already, the actions run again.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection, transaction

HEAD = "audit_head"
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Table:
    """What one table held before, and the rows that came to it."""

    name: str
    columns: tuple[str, ...]
    before: Rows
    added: Rows


_kept: dict[Hashable, list[Table]] = {}


def laid(key: Hashable, make: Callable[[], object]) -> None:
    """Bring the database to where `make` brings it; `key` names everything that its result hangs on."""
    tables = _kept.get(key)
    if tables is None:
        before = everything()
        make()
        after = everything()
        compared = [Table(name, columns, before[name][1], rows) for name, (columns, rows) in after.items()]
        _kept[key] = [replace(one, added=new) for one in compared if (new := _news(one))]
    elif _untouched(tables):
        with transaction.atomic():
            for table in tables:
                _write(table)
    else:
        make()


def _news(table: Table) -> Rows:
    return [row for row in table.added if row not in table.before]


def everything() -> dict[str, tuple[tuple[str, ...], Rows]]:
    """Return the columns and the rows of every table."""
    return {name: _read(name) for name in connection.introspection.table_names()}


def _read(name: str) -> tuple[tuple[str, ...], Rows]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_named(name)}")  # noqa: S608 - the database's own names
        return tuple(column[0] for column in cursor.description), cursor.fetchall()


def _untouched(tables: list[Table]) -> bool:
    """Tell whether nothing has come to these tables; the head of the audit trail also tells of what came elsewhere."""
    counts = ", ".join(f"(SELECT COUNT(*) FROM {_named(one.name)})" for one in tables)  # noqa: S608 - the database's own names
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        if cursor.fetchone() != tuple(len(table.before) for table in tables):
            return False
    return all(_read(table.name)[1] == table.before for table in tables if table.name == HEAD)


def _write(table: Table) -> None:
    with connection.cursor() as cursor:
        if table.name == HEAD and table.before:
            _move_head(cursor, table)
            return
        places = ", ".join([f"({', '.join(['%s'] * len(table.columns))})"] * len(table.added))
        columns = ", ".join(_named(column) for column in table.columns)
        cursor.execute(
            f"INSERT INTO {_named(table.name)} ({columns}) VALUES {places}",  # noqa: S608 - as above
            [value for row in table.added for value in row],
        )


def _move_head(cursor: Any, table: Table) -> None:
    """The database lets the head of the trail forward by one entry at a time, and by nothing else."""
    place = table.columns.index("sequence")
    (before,), (after,) = table.before, table.added
    changes = ", ".join(f"{_named(column)} = %s" for column in table.columns)
    for sequence in range(before[place] + 1, after[place] + 1):
        values = [*after[:place], sequence, *after[place + 1 :]]
        cursor.execute(f"UPDATE {_named(table.name)} SET {changes}", values)  # noqa: S608 - as above


def _named(name: str) -> str:
    return connection.ops.quote_name(name)
