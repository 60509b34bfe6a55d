"""Every write of retention: a period is set, and what is kept too long is deleted."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Q

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, overwrite_what_is_deleted, record
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, Forgetting, ImportRun, RetentionPeriod
from raadhus.core.workforce.queries import due
from raadhus.core.workforce.queries.due import Edges
from raadhus.core.workforce.queries.retention import TRAIL, Forgotten, forgotten, span_of
from raadhus.core.workforce.rules.retention import Kept, Span, checked_span
from raadhus.kernel.actors import Actor

BATCH = 5_000
# Deletes one batch, and returns how many rows went; 0 when there is nothing left to delete.
_Step = Callable[[Edges], int]


def set_retention(
    *, actor: Actor, kept: Kept, months: int, start: date, ground: str, today: date, now: datetime
) -> Span:
    """Set how long something is kept from a day on, and why. A period that begins the same day is replaced. Raises WrongInput."""
    require(actor, "workforce.set_retention", unit=WHOLE_HOUSE, now=now)
    span = checked_span(kept, months, start, ground, today=today)
    with transaction.atomic():
        row, _is_new = RetentionPeriod.objects.update_or_create(
            kept=kept.value,
            start_date=start,
            defaults={"months": months, "ground": span.ground[:500], "set_by": actor.key, "set_at": now},
        )
        record(
            actor=actor,
            event="workforce.retention_set",
            subject=Subject(TRAIL, kept.value, kept.label),
            data={"months": months, "start": start.isoformat(), "reason": span.ground},
            now=now,
        )
    return span_of(row)


def forget(*, actor: Actor, today: date, now: datetime) -> tuple[Forgotten, ...]:
    """Delete what is kept too long, with its corrected versions and reports, and return what went; nothing tells whose it was.

    Each batch is a transaction of its own with its own line in the trail, so that an interrupted run is true as far as it came and the
    next goes on from there.
    """
    require(actor, "workforce.forget", unit=WHOLE_HOUSE, now=now)
    edge = due.edges(today)
    steps: tuple[tuple[Kept, _Step], ...] = (
        (Kept.ABSENCES, _forget_absences),
        (Kept.EMPLOYMENTS, _forget_employments),
        (Kept.SUPERSEDED, _forget_corrected),
        (Kept.RUNS, _forget_runs),
    )
    gone = tuple(one for kept, step in steps for one in _batches(actor, kept, step, edge, now))
    if gone:
        _empty_the_journal()
    return gone


def _batches(actor: Actor, kept: Kept, step: _Step, edge: Edges, now: datetime) -> Iterator[Forgotten]:
    while True:
        with transaction.atomic():
            overwrite_what_is_deleted()
            rows = step(edge)
            if not rows:
                return
            made = Forgetting.objects.create(kept=kept.value, before_date=edge.days[kept], rows=rows, forgotten_at=now)
            about = Subject(TRAIL, kept.value, kept.label)
            record(actor=actor, event="workforce.forgotten", subject=about, data={"count": rows}, now=now)
        yield forgotten(made)


def _forget_absences(edge: Edges) -> int:
    batch = list(due.due_absences(edge).order_by("pk").values_list("source_id", "key", "employment")[:BATCH])
    rows = Q(pk__in=[])
    for source in {source for source, _key, _employment in batch}:
        own = [(key, employment) for held, key, employment in batch if held == source]
        # The employments are named for the index's sake: a key alone would be looked for through the whole table.
        keys, employments = zip(*own, strict=True)
        rows |= Q(source=source, key__in=keys, employment__in=set(employments))
    return AbsenceVersion.objects.filter(rows).delete()[0]


def _forget_employments(edge: Edges) -> int:
    numbers = list(due.due_employments(edge)[:BATCH])
    absences = AbsenceVersion.objects.filter(employment__in=numbers).delete()[0]
    return absences + EmploymentVersion.objects.filter(employment__in=numbers).delete()[0]


def _forget_corrected(edge: Edges) -> int:
    gone = 0
    for table in (AbsenceVersion, EmploymentVersion):
        keys = list(due.due_corrected(table, edge).order_by("pk").values_list("pk", flat=True)[:BATCH])
        gone += table.objects.filter(pk__in=keys).delete()[0]
    return gone


def _forget_runs(edge: Edges) -> int:
    """Delete the imports that nothing rests on; of the others only that they were, and what they counted, is left."""
    keys = list(due.due_runs(edge).order_by("pk").values_list("pk", flat=True)[:BATCH])
    held = ImportRun.objects.filter(pk__in=keys)
    gone = held.filter(due.without_versions()).delete()[0]
    return gone + held.update(file_name="", problems=[], imported_by="", imported_by_name="")


def _empty_the_journal() -> None:
    """Let SQLite's write-ahead file, which holds pages as they were, be emptied; a reader in the way leaves it for the next time."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
