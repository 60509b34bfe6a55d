"""Which of the triggers that guard the trail are still in the database."""

from django.db import connection

TABLES = ("audit_entry", "audit_seal", "audit_tombstone", "audit_erasure", "audit_personal", "audit_head")
_DEEDS = {"sqlite": ("update", "delete", "replace"), "postgresql": ("update", "delete", "truncate")}
_LISTED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def missing_guards() -> tuple[str, ...]:
    """Return the names of triggers that are gone or switched off; somebody who tampers begins there."""
    with connection.cursor() as cursor:
        cursor.execute(_LISTED[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    wanted = [f"{table}_refuses_{deed}" for table in TABLES for deed in _DEEDS[connection.vendor]]
    return tuple(name for name in wanted if name not in found)
