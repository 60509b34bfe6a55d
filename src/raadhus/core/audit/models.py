"""The tables of the audit trail. Triggers made in the first migration refuse what would change them."""

from django.db import connection, models

# Any number will do, as long as nobody else in the database takes the same advisory lock.
_LOCK = 7_221_190_453


def hold() -> None:
    """Keep every other writer of the trail waiting until this transaction ends: many writers, one chain.

    SQLite has one writer at a time, because every transaction begins IMMEDIATE. PostgreSQL takes an advisory lock: the
    next writer waits until this transaction has ended and then reads the head that it committed.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def overwrite_what_is_deleted() -> None:
    """Let SQLite write zeros over the rows that are deleted next; PostgreSQL clears them when it vacuums."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


class Entry(models.Model):
    """One row of the chain. `data` is canonical JSON text, so that every database gives back the very same bytes."""

    sequence = models.BigIntegerField(primary_key=True)
    segment = models.PositiveIntegerField(db_index=True)
    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=16)
    actor_key = models.CharField(max_length=200, db_index=True)
    actor_name = models.TextField()
    event = models.CharField(max_length=120, db_index=True)
    subject_kind = models.CharField(max_length=60)
    subject_key = models.CharField(max_length=200)
    subject_label = models.TextField()
    data = models.TextField()
    personal_digest = models.CharField(max_length=64, blank=True)
    digests = models.CharField(max_length=96)
    previous_mac = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_key", "sequence"], name="audit_entry_subject")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.event}"


class Personal(models.Model):
    """Personal content of one entry, outside the chain: it can be erased and the chain still verifies."""

    entry = models.OneToOneField(
        Entry, on_delete=models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="personal"
    )
    salt = models.CharField(max_length=64)
    content = models.TextField()

    def __str__(self) -> str:
        return f"Personligt indhold af {self.entry_id}"


class Erasure(models.Model):
    """That the personal content of an entry was erased on purpose, when, and signed with the key."""

    sequence = models.BigIntegerField(primary_key=True)
    erased_at = models.DateTimeField()
    mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Sletning af {self.sequence}"


class Seal(models.Model):
    """A closed segment."""

    segment = models.PositiveIntegerField(primary_key=True)
    first_sequence = models.BigIntegerField()
    last_sequence = models.BigIntegerField()
    entries = models.PositiveIntegerField()
    start_mac = models.CharField(max_length=64)
    last_mac = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    previous_seal_mac = models.CharField(max_length=64)
    seal_mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Segment {self.segment}"


class Tombstone(models.Model):
    """What is left of a segment whose rows were dropped; the triggers let rows go only under a tombstone."""

    segment = models.PositiveIntegerField(primary_key=True)
    dropped_at = models.DateTimeField()
    last_mac = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Gravsten for segment {self.segment}"


class Head(models.Model):
    """The one row that says where the chain ends. It may only be moved one entry forward."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField()
    mac = models.CharField(max_length=64)
    segment = models.PositiveIntegerField()
    segment_first = models.BigIntegerField()
    segment_start_mac = models.CharField(max_length=64)
    segment_opened_at = models.DateTimeField()
    key_name = models.CharField(max_length=16)
    head_mac = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row")]

    def __str__(self) -> str:
        return f"Kæden ender ved {self.sequence}"
