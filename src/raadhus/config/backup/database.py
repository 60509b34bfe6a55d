"""A consistent copy of the database, and back.

SQLite: the file itself, through SQLite's own backup. PostgreSQL: every table with COPY, all from one snapshot, put
back into a fresh schema that takes the old one's place in a single transaction. See decision 0402.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

SQLITE_MEMBER = "database/raadhus.sqlite3"
TABLE_PREFIX = "database/tables/"
_FRESH = sql.Identifier("raadhus_restored")
_CHUNK = 1 << 20


def applied_migrations() -> list[tuple[str, str]]:
    """Return the migrations that the database has, in the order in which they were made."""
    return sorted(MigrationRecorder(connection).applied_migrations())


def dump(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write the database into a folder and yield (member name, file)."""
    if connection.vendor == "sqlite":
        yield SQLITE_MEMBER, _dump_sqlite(folder / "raadhus.sqlite3")
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table in _tables():
            yield f"{TABLE_PREFIX}{table}", _dump_table(table, folder / "table")


def _dump_sqlite(target: Path) -> Path:
    connection.ensure_connection()
    copy = sqlite3.connect(target)
    try:
        connection.connection.backup(copy)
        # The copy is one file: no write-ahead log belongs to it.
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
    return target


def _tables() -> list[str]:
    """Return the tables, each after those that it points to, so that they can be filled in that order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.oid::bigint, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = current_schema() AND c.relkind = 'r' ORDER BY c.relname"
        )
        names = dict(cursor.fetchall())
        cursor.execute("SELECT conrelid::bigint, confrelid::bigint FROM pg_constraint WHERE contype = 'f'")
        points_to: dict[int, set[int]] = {oid: set() for oid in names}
        for source, target in cursor.fetchall():
            if source in names and target in names and source != target:
                points_to[source].add(target)
    ordered: list[str] = []
    while points_to:
        # Django's own foreign keys wait for the end of the transaction, so a circle may begin anywhere.
        ready = [oid for oid, targets in points_to.items() if not targets & points_to.keys()] or [next(iter(points_to))]
        for oid in ready:
            ordered.append(names[oid])
            del points_to[oid]
    return ordered


def _dump_table(table: str, target: Path) -> Path:
    with connection.cursor() as cursor, target.open("wb") as file:
        statement = sql.SQL("COPY {} TO STDOUT").format(_with_columns(cursor, table))
        with cursor.copy(statement) as copy:
            for chunk in copy:
                file.write(chunk)
    return target


def _with_columns(cursor: Any, table: str) -> sql.Composed:
    """Return the table with its columns by name: their order may differ in a schema made anew."""
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
        "AND attgenerated = '' ORDER BY attname",
        [f'"{table}"'],
    )
    columns = sql.SQL(", ").join(sql.Identifier(name) for (name,) in cursor.fetchall())
    return sql.SQL("{} ({})").format(sql.Identifier(table), columns)


def put_sqlite(source: IO[bytes], target: Path) -> None:
    """Put a database file in the place of the one there is."""
    connections.close_all()
    draft = target.with_name(f".{target.name}.restored")
    with draft.open("wb") as file:
        while chunk := source.read(_CHUNK):
            file.write(chunk)
    for ending in ("-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)
    draft.replace(target)


@contextmanager
def fresh_schema(migrations: Sequence[tuple[str, str]]) -> Iterator[Callable[[str, IO[bytes]], None]]:
    """Make a schema beside the one in use, let the caller fill its tables, and put it in the other's place.

    Yields fill(table, source). When anything fails the old schema is as it was.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {fresh} CASCADE").format(fresh=_FRESH))
        cursor.execute(sql.SQL("CREATE SCHEMA {fresh}").format(fresh=_FRESH))
        cursor.execute(sql.SQL("SET search_path TO {fresh}").format(fresh=_FRESH))
    try:
        _migrate(migrations)
        with transaction.atomic(), connection.cursor() as cursor:
            for table in reversed(_tables()):
                cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
            yield _fill
            _set_counters(cursor)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(schema)))
            cursor.execute(sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(_FRESH, sql.Identifier(schema)))
    finally:
        # A new connection has the search path of the settings again.
        connections.close_all()
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {fresh} CASCADE").format(fresh=_FRESH))


def _migrate(migrations: Sequence[tuple[str, str]]) -> None:
    """Make the tables as they were when the backup was made: up to the latest migration of each app that it knew."""
    executor = MigrationExecutor(connection)
    graph, known = executor.loader.graph, set(migrations)
    latest = [
        node
        for node in migrations
        if node in graph.nodes
        and not any(child.key in known and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]
    executor.migrate(latest)


def unknown_migrations(migrations: Sequence[tuple[str, str]]) -> list[str]:
    """Return the migrations that this release does not know: the backup was made by a newer one."""
    loader = MigrationExecutor(connection).loader
    known = {*loader.disk_migrations, *(old for one in loader.disk_migrations.values() for old in one.replaces)}
    return [f"{app}.{name}" for app, name in migrations if (app, name) not in known]


def _fill(table: str, source: IO[bytes]) -> None:
    with connection.cursor() as cursor:
        statement = sql.SQL("COPY {} FROM STDIN").format(_with_columns(cursor, table))
        with cursor.copy(statement) as copy:
            while chunk := source.read(_CHUNK):
                copy.write(chunk)


def _set_counters(cursor: Any) -> None:
    """Let every counter go on after the largest number in use."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
        "AND (is_identity = 'YES' OR column_default LIKE 'nextval(%%')"
    )
    for table, column in cursor.fetchall():
        statement = "SELECT setval(pg_get_serial_sequence(%s, %s), coalesce(max({column}), 0) + 1, false) FROM {table}"
        composed = sql.SQL(statement).format(column=sql.Identifier(column), table=sql.Identifier(table))
        cursor.execute(composed, [f'"{table}"', column])
