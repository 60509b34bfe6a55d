"""Bodies are written with a capital letter first, so that lists and counts do not tell "direktionen" from "Direktionen"."""

from django.db import migrations


def capitalise(apps, schema_editor):
    records = apps.get_model("obligations", "ObligationRecord").objects.using(schema_editor.connection.alias)
    for name in records.exclude(to_body="").order_by().values_list("to_body", flat=True).distinct():
        if name[:1] != name[:1].upper():
            records.filter(to_body=name).update(to_body=name[:1].upper() + name[1:])


class Migration(migrations.Migration):
    dependencies = [("obligations", "0004_standing_decisions")]

    operations = [migrations.RunPython(capitalise, migrations.RunPython.noop)]
