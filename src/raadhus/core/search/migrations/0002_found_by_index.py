"""On PostgreSQL the words are always looked up in the index.

The planner takes a table of long tsvectors for a short one (it does not count what is stored out of line) and would read every text
for each question. The functions forbid that for this one look-up. Without fastupdate the index is complete after each write, and
no question has to read a list of what is still to be sorted in.
"""

from django.db import migrations

FORWARD = (
    "ALTER INDEX search_tokens_title SET (fastupdate = off)",
    "ALTER INDEX search_tokens_everything SET (fastupdate = off)",
    "CREATE FUNCTION search_found(asked tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 200 SET enable_seqscan = off "
    "AS 'SELECT entry_id FROM search_tokens WHERE everything @@ asked'",
    "CREATE FUNCTION search_found_in_title(asked tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 50 SET enable_seqscan = off "
    "AS 'SELECT entry_id FROM search_tokens WHERE title @@ asked'",
)
BACKWARD = ("DROP FUNCTION search_found(tsquery)", "DROP FUNCTION search_found_in_title(tsquery)")


def forward(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in FORWARD:
            schema_editor.execute(statement)


def backward(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in BACKWARD:
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(forward, backward)]
