"""Reading the whole trail for verification, as it lies, whatever somebody may have put into it; and whether its guards still stand."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import TextField
from django.db.models.functions import Cast

from raadhus.core.audit.models import Entry
from raadhus.core.audit.queries.chain import erasures, head, seals, tombstones
from raadhus.core.audit.rules.canonical import moment
from raadhus.core.audit.rules.chain import Anchor, EntryFacts, PersonalFacts
from raadhus.core.audit.rules.findings import Finding, FindingKind, Report
from raadhus.core.audit.rules.verification import Trail
from raadhus.core.audit.rules.verification import verify as verify_facts

_CHUNK = 5_000
TABLES = ("audit_entry", "audit_seal", "audit_tombstone", "audit_erasure", "audit_personal", "audit_head")
_DEEDS = {"sqlite": ("update", "delete", "replace"), "postgresql": ("update", "delete", "truncate")}
_LISTED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def verify(*, anchors: Sequence[Anchor] = ()) -> Report:
    """Verify the trail against itself, and against anchors kept outside. Locks nothing: others may write meanwhile."""
    try:
        before = head()
        trail = Trail(
            head=before,
            seals=seals(),
            tombstones=tombstones(),
            erasures=erasures(),
            entries=_entries(),
            head_after=head,
        )
        return verify_facts(trail, key=str(settings.AUDIT_KEY).encode(), anchors=anchors)
    except (DatabaseError, ValueError, TypeError, AttributeError):
        # Something lies there that the database's own types do not allow, such as bytes that are no text.
        unreadable = Finding(FindingKind.UNREADABLE)
        return Report(0, 0, 0, 0, 0, len(anchors), (unreadable,), 1)


def _entries() -> Iterator[tuple[EntryFacts, PersonalFacts | None]]:
    """Yield every row in order with its personal content, without ever holding more than a few thousand."""
    names = [name for name in EntryFacts.__slots__ if name != "at"]
    rows = (
        Entry.objects.annotate(at_text=Cast("at", TextField()))
        .order_by("sequence")
        .values_list("at_text", "personal__salt", "personal__content", *names)
    )
    for at, salt, content, *values in rows.iterator(chunk_size=_CHUNK):
        facts = EntryFacts(at=_as_moment(at), **dict(zip(names, values, strict=True)))
        yield facts, None if salt is None else PersonalFacts(salt, str(content))


def _as_moment(text: object) -> str:
    """Return a database's own text of a moment in canonical form, or as it is when it is no moment at all."""
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return str(text)
    return moment(at if at.tzinfo else at.replace(tzinfo=UTC))


def missing_guards() -> tuple[str, ...]:
    """Return the names of triggers that are gone or switched off; somebody who tampers begins there."""
    with connection.cursor() as cursor:
        cursor.execute(_LISTED[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    wanted = [f"{table}_refuses_{deed}" for table in TABLES for deed in _DEEDS[connection.vendor]]
    return tuple(name for name in wanted if name not in found)
