"""What was promised before the days were kept: decided when it was written down, ended when it was last changed."""

from django.db import migrations
from django.utils.timezone import localdate

ACTIVE = ("open", "in_progress", "waiting")


def fill(apps, schema_editor):
    records = apps.get_model("obligations", "ObligationRecord").objects.using(schema_editor.connection.alias)
    for row in records.filter(decided_date__isnull=True).iterator(chunk_size=500):
        row.decided_date = localdate(row.created_at)
        row.ended_date = None if row.status in ACTIVE else localdate(row.changed_at)
        row.save(update_fields=["decided_date", "ended_date"])


class Migration(migrations.Migration):
    dependencies = [("obligations", "0002_days")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
