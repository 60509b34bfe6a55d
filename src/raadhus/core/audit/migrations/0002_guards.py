"""Triggers that refuse to change or remove rows of the audit trail.

Sanctioned paths, all of which leave a row signed with the key: rows of a segment go under a tombstone, personal content
goes under an erasure or with its segment, and the head moves one entry forward. Whoever alters one of these tables on
SQLite in a later migration must lift the guards before and set them after: SQLite remakes the table and loses them.
"""

from django.db import migrations

TABLES = ("audit_entry", "audit_seal", "audit_tombstone", "audit_erasure", "audit_personal", "audit_head")

_BURIED = "EXISTS (SELECT 1 FROM audit_tombstone WHERE segment = OLD.segment)"
_ERASED = (
    "(EXISTS (SELECT 1 FROM audit_erasure WHERE sequence = OLD.entry_id)"
    " OR EXISTS (SELECT 1 FROM audit_entry e JOIN audit_tombstone t ON t.segment = e.segment WHERE e.sequence = OLD.entry_id))"
)
_FORWARD = "(NEW.sequence = OLD.sequence + 1 AND NEW.segment >= OLD.segment)"

# (table, deed, the condition under which it is allowed)
GUARDS = (
    *((table, "UPDATE", _FORWARD if table == "audit_head" else "") for table in TABLES),
    *((table, "DELETE", {"audit_entry": _BURIED, "audit_personal": _ERASED}.get(table, "")) for table in TABLES),
)

# INSERT OR REPLACE removes a row on SQLite without firing the trigger on DELETE.
_KEYS = {
    "audit_entry": "sequence",
    "audit_seal": "segment",
    "audit_tombstone": "segment",
    "audit_erasure": "sequence",
    "audit_personal": "entry_id",
    "audit_head": "id",
}


def _sqlite():
    lift, make = [], []
    for table, deed, allowed in GUARDS:
        name = f"{table}_refuses_{deed.lower()}"
        when = f"WHEN NOT {allowed} " if allowed else ""
        lift.append(f"DROP TRIGGER IF EXISTS {name}")
        make.append(
            f"CREATE TRIGGER {name} BEFORE {deed} ON {table} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: {deed} refused'); END"
        )
    for table, key in _KEYS.items():
        name = f"{table}_refuses_replace"
        lift.append(f"DROP TRIGGER IF EXISTS {name}")
        make.append(
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: REPLACE refused'); END"
        )
    return lift, make


def _postgresql():
    lift, make = [], []
    for table, deed, allowed in GUARDS:
        name = f"{table}_refuses_{deed.lower()}"
        body = f"RAISE EXCEPTION '{table} is append-only: {deed} refused';"
        if allowed:
            row = "NEW" if deed == "UPDATE" else "OLD"
            body = f"IF {allowed} THEN RETURN {row}; END IF; {body}"
        lift += [f"DROP TRIGGER IF EXISTS {name} ON {table}", f"DROP FUNCTION IF EXISTS {name}()"]
        make += [
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
            f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    lift += [f"DROP TRIGGER IF EXISTS {table}_refuses_truncate ON {table}" for table in TABLES]
    lift.append("DROP FUNCTION IF EXISTS audit_refuses_truncate()")
    make.append(
        "CREATE FUNCTION audit_refuses_truncate() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only: TRUNCATE refused', TG_TABLE_NAME; END $$"
    )
    make += [
        f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION audit_refuses_truncate()"
        for table in TABLES
    ]
    return lift, make


STATEMENTS = {"sqlite": _sqlite(), "postgresql": _postgresql()}


def execute(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def set_guards(apps, schema_editor):
    lift, make = STATEMENTS[schema_editor.connection.vendor]
    execute(schema_editor.connection, lift + make)


def lift_guards(apps, schema_editor):
    lift, _make = STATEMENTS[schema_editor.connection.vendor]
    execute(schema_editor.connection, lift)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(set_guards, lift_guards)]
