"""What the database refuses about minutes that are put up or signed, whatever the code above it tries.

The guards are lifted before migrations and set after them (apps.py): SQLite remakes a table to alter it and loses what hung
on it, and refuses to rename one that a trigger of another table names.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_LIVE = "EXISTS (SELECT 1 FROM meetings_minutesversion v WHERE v.meeting_id = {meeting} AND v.withdrawn_at IS NULL)"
_ANSWERED = "EXISTS (SELECT 1 FROM meetings_minutesstatement s WHERE s.version_id = OLD.id)"
_OF_ITEM = "(SELECT i.meeting_id FROM meetings_agendaitem i WHERE i.id = {row}.item_id)"

_FROZEN = ("meetings_minutesleaf", "meetings_minutesstatement", "meetings_signatory")
_UNDER_ITEM = ("itemsection", "recommendation", "decision", "vote", "earlierdecision", "attachment")
_ITEM = ("position", "is_current", "number", "title", "case_number", "closed", "public_title", "public_decision")
_VERSION = ("meeting_id", "reading_id", "number", "root", "rule")


def _changed(columns: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns) + ")"


def _guards() -> Iterator[tuple[str, str, str]]:
    """Yield table, deed, and the condition under which it is refused."""
    for table in _FROZEN:
        yield table, "UPDATE", ""
        yield table, "DELETE", ""
    yield "meetings_minutesversion", "DELETE", ""
    withdrawn = f"(NEW.withdrawn_at IS NOT NULL AND {_ANSWERED})"
    sealed = "OLD.completed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL"
    yield "meetings_minutesversion", "UPDATE", f"{sealed} OR {_changed(_VERSION)} OR {withdrawn}"
    shown = _changed(("confirmed_reading_id", "newest_reading_id"))
    yield "meetings_meeting", "UPDATE", f"{shown} AND {_LIVE.format(meeting='OLD.id')}"
    live = _LIVE.format(meeting="OLD.meeting_id")
    yield "meetings_agendaitem", "UPDATE", f"{_changed(_ITEM)} AND {live}"
    yield "meetings_agendaitem", "DELETE", live
    for name in _UNDER_ITEM:
        for deed, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            yield f"meetings_{name}", deed, _LIVE.format(meeting=_OF_ITEM.format(row=row))


def lift_statements(vendor: str) -> list[str]:
    """Return the statements that take the guards away; they may be gone already, as may their tables."""
    names = [(table, f"{table}_keeps_{deed.lower()}") for table, deed, _ in _guards()]
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for _, name in names]
    return [f"DROP FUNCTION IF EXISTS {name}() CASCADE" for _, name in names]


def set_statements(vendor: str) -> list[str]:
    """Return the statements that set the guards."""
    made: list[str] = []
    for table, deed, condition in _guards():
        name, said = f"{table}_keeps_{deed.lower()}", "minutes that are put up or signed are not changed"
        if vendor == "sqlite":
            # The same comparison, as versions of SQLite before 3.39 write it.
            when = f"WHEN {condition.replace(' IS DISTINCT FROM ', ' IS NOT ')} " if condition else ""
            made.append(
                f"CREATE TRIGGER {name} BEFORE {deed} ON {table} {when}"
                f"BEGIN SELECT RAISE(ABORT, '{table}: {said} ({deed} refused)'); END"
            )
            continue
        row = "OLD" if deed == "DELETE" else "NEW"
        body = (
            f"IF {condition or 'TRUE'} THEN RAISE EXCEPTION '{table}: {said} ({deed} refused)'; END IF; RETURN {row};"
        )
        made += [
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
            f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    return made


def lift_guards(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away, before tables are altered or emptied."""
    with connection.cursor() as cursor:
        for statement in lift_statements(connection.vendor):
            cursor.execute(statement)


def set_guards(connection: BaseDatabaseWrapper) -> None:
    """Set the guards anew when their tables are there."""
    lift_guards(connection)
    if not {table for table, _, _ in _guards()} <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        for statement in set_statements(connection.vendor):
            cursor.execute(statement)


def before_migrations(*, using: str, **_signal: Any) -> None:
    """Lift the guards of a database that is about to be migrated."""
    lift_guards(connections[using])


def after_migrations(*, using: str, **_signal: Any) -> None:
    """Set the guards of a database that was migrated."""
    set_guards(connections[using])
