"""What many tests begin with is made once by the house's own actions, and laid into the database as rows after that.

    laid("cast", lambda: [enter(character, now) for character in CHARACTERS])

The first call of a process runs what is given and keeps the rows that came of it. Each later call writes those rows, if
the database is as it was before the first; if a test has written something there already, the actions run again.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

HEAD = "audit_head"
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Table:
    """How many rows a table held, those that went or changed, what these became, and the new ones."""

    name: str
    columns: tuple[str, ...]
    key: int
    count: int
    gone: Rows
    old: Rows
    changed: Rows
    added: Rows

    @property
    def place(self) -> str:
        return _named(self.columns[self.key])


@dataclass(frozen=True)
class Kept:
    tables: list[Table]
    files: dict[Path, bytes]
    result: Any


_kept: dict[Hashable, Kept | None] = {}


def laid(key: Hashable, make: Callable[[], Any], folder: Path | None = None) -> Any:
    """Bring the database to where `make` brings it, and return what it returned.

    `key` names everything that the outcome hangs on; `folder` is where `make` puts files, if it does.
    """
    key = (key, connection.in_atomic_block)
    if key not in _kept:
        return _made(key, make, folder)
    kept = _kept[key]
    if kept is None or not all(_untouched(table) for table in kept.tables):
        return make()
    with transaction.atomic():
        for table in kept.tables:
            for row in table.gone:
                _execute(f"DELETE FROM {_named(table.name)} WHERE {table.place} = %s", [row[table.key]])  # noqa: S608 - the database's own names
        for table in kept.tables:
            _write(table)
    for path, content in kept.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return kept.result


def _made(key: Hashable, make: Callable[[], Any], folder: Path | None) -> Any:
    before, result, after = everything(), make(), everything()
    changed = {name: (columns, rows) for name, (columns, rows) in after.items() if _news(rows, before[name][1])}
    keys = {name: _key(name) for name in changed}
    if None in keys.values():
        # The index of search has tables without a key, which it writes when a transaction is over.
        _kept[key] = None
        return result
    tables = [_compared(name, keys[name], columns, before[name][1], rows) for name, (columns, rows) in changed.items()]
    paths = [path for path in folder.rglob("*") if path.is_file()] if folder else []
    files = {path.relative_to(folder): path.read_bytes() for path in paths}
    _kept[key] = Kept(tables, files, result)
    return result


def _news(rows: Rows, before: Rows) -> bool:
    return sorted(map(repr, rows)) != sorted(map(repr, before))


def _key(name: str) -> str | None:
    with connection.cursor() as cursor:
        return connection.introspection.get_primary_key_column(cursor, name)


def _compared(name: str, primary: str, columns: tuple[str, ...], before: Rows, after: Rows) -> Table:
    key = columns.index(primary)
    was = {row[key]: row for row in before}
    now = {row[key]: row for row in after}
    gone = [row for one, row in was.items() if one not in now]
    changed = [row for one, row in now.items() if one in was and row != was[one]]
    added = [row for one, row in now.items() if one not in was]
    return Table(name, columns, key, len(before), gone, [was[row[key]] for row in changed], changed, added)


def everything() -> dict[str, tuple[tuple[str, ...], Rows]]:
    """Return the columns and the rows of every table."""
    return {name: _read(f"SELECT * FROM {_named(name)}") for name in connection.introspection.table_names()}  # noqa: S608 - the database's own names


def _read(query: str, values: tuple[Any, ...] = ()) -> tuple[tuple[str, ...], Rows]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return tuple(column[0] for column in cursor.description), cursor.fetchall()


def _untouched(table: Table) -> bool:
    """Tell whether a table is as it was; the head of the audit trail also tells of what came elsewhere."""
    name = _named(table.name)
    if _read(f"SELECT COUNT(*) FROM {name}")[1] != [(table.count,)]:  # noqa: S608 - as above
        return False
    one = f"SELECT * FROM {name} WHERE {table.place} = %s"  # noqa: S608 - as above
    return all(_read(one, (row[table.key],))[1] == [row] for row in table.gone + table.old)


def _write(table: Table) -> None:
    changes = ", ".join(f"{_named(column)} = %s" for column in table.columns)
    for old, new in zip(table.old, table.changed, strict=True):
        for row in _steps(table, old, new) if table.name == HEAD else [new]:
            query = f"UPDATE {_named(table.name)} SET {changes} WHERE {table.place} = %s"  # noqa: S608 - as above
            _execute(query, [*row, row[table.key]])
    if table.added:
        place = f"({', '.join(['%s'] * len(table.columns))})"
        columns = ", ".join(_named(column) for column in table.columns)
        query = f"INSERT INTO {_named(table.name)} ({columns}) VALUES {', '.join([place] * len(table.added))}"  # noqa: S608 - as above
        _execute(query, [value for row in table.added for value in row])


def _steps(table: Table, old: tuple[Any, ...], new: tuple[Any, ...]) -> Rows:
    """The database lets the head of the trail forward by one entry at a time, and by nothing else."""
    place = table.columns.index("sequence")
    return [(*new[:place], sequence, *new[place + 1 :]) for sequence in range(old[place] + 1, new[place] + 1)]


def _execute(query: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query, values)


def _named(name: str) -> str:
    return connection.ops.quote_name(name)
