"""The days that lead times are made of: when it was ordered, decided and ended. Filled by the next migration."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("obligations", "0001_initial")]

    operations = [
        migrations.AddField("obligationrecord", "ordered_date", models.DateField(null=True)),
        migrations.AddField("obligationrecord", "decided_date", models.DateField(null=True)),
        migrations.AddField("obligationrecord", "ended_date", models.DateField(null=True)),
    ]
