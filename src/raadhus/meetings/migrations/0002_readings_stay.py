"""A reading is never changed: the database refuses it, whatever the code above it tries."""

from django.db import migrations

MAKE = {
    "sqlite": (
        "CREATE TRIGGER meetings_reading_refuses_update BEFORE UPDATE ON meetings_meetingreading "
        "BEGIN SELECT RAISE(ABORT, 'a reading is never changed: UPDATE refused'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION meetings_reading_refuses_update() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'a reading is never changed: UPDATE refused'; END $$",
        "CREATE TRIGGER meetings_reading_refuses_update BEFORE UPDATE ON meetings_meetingreading "
        "FOR EACH ROW EXECUTE FUNCTION meetings_reading_refuses_update()",
    ),
}
LIFT = {
    "sqlite": ("DROP TRIGGER IF EXISTS meetings_reading_refuses_update",),
    "postgresql": (
        "DROP TRIGGER IF EXISTS meetings_reading_refuses_update ON meetings_meetingreading",
        "DROP FUNCTION IF EXISTS meetings_reading_refuses_update()",
    ),
}


def run(statements, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in statements[schema_editor.connection.vendor]:
            cursor.execute(statement)


def set_guard(apps, schema_editor):
    run(LIFT, schema_editor)
    run(MAKE, schema_editor)


def lift_guard(apps, schema_editor):
    run(LIFT, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [migrations.RunPython(set_guard, lift_guard)]
