"""How long payroll's facts are kept, what would be deleted today, and what was deleted when."""

from dataclasses import dataclass
from datetime import date, datetime

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import TrailEntry, trail
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, Forgetting, RetentionPeriod
from raadhus.core.workforce.queries.due import (
    due_absences,
    due_corrected,
    due_employments,
    due_runs,
    edges,
    set_spans,
    versions_of,
)
from raadhus.core.workforce.rules.retention import Kept, Span
from raadhus.kernel.actors import Actor

TRAIL = "workforce_retention"
MOST_SHOWN = 10_000


@dataclass(frozen=True, slots=True)
class KeptSpan:
    """How long one kind is kept: what counts today, what has been set to begin later, and what was done about it."""

    kept: Kept
    now: Span
    coming: tuple[Span, ...]
    trail: tuple[TrailEntry, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """What would be deleted today: what ended before `before`, and how many rows that is, with their corrected versions."""

    kept: Kept
    before: date
    rows: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """One deletion: what, before which day, how many rows, when."""

    kept: Kept
    before: date
    rows: int
    at: datetime


def retention(viewer: Actor, *, today: date, now: datetime) -> tuple[KeptSpan, ...]:
    """Return how long each kind is kept."""
    require(viewer, "workforce.read_retention", now=now)
    known, edge = set_spans(), edges(today)
    return tuple(
        KeptSpan(
            kept,
            edge.spans[kept],
            tuple(one for one in known if one.kept is kept and one.start > today),
            trail(TRAIL, kept.value),
        )
        for kept in Kept
    )


def may_set_retention(viewer: Actor, now: datetime) -> bool:
    """Return whether the viewer may set how long something is kept."""
    return may(viewer, "workforce.set_retention", unit=WHOLE_HOUSE, now=now)


def may_forget(viewer: Actor, now: datetime) -> bool:
    """Return whether the viewer may delete what is kept too long."""
    return may(viewer, "workforce.forget", unit=WHOLE_HOUSE, now=now)


def due(viewer: Actor, *, today: date, now: datetime) -> tuple[Due, ...]:
    """Return what would be deleted today; a row that goes for two reasons is counted under the first."""
    if not may_forget(viewer, now):
        require(viewer, "workforce.read_retention", now=now)
    edge = edges(today)
    absences = versions_of(due_absences(edge))
    numbers = due_employments(edge)
    terms = EmploymentVersion.objects.filter(employment__in=numbers)
    others = AbsenceVersion.objects.filter(employment__in=numbers).exclude(pk__in=absences.values("pk"))
    corrected = (
        due_corrected(AbsenceVersion, edge).exclude(pk__in=absences.values("pk")).exclude(employment__in=numbers),
        due_corrected(EmploymentVersion, edge).exclude(employment__in=numbers),
    )
    counts = {
        Kept.ABSENCES: absences.count(),
        Kept.EMPLOYMENTS: terms.count() + others.count(),
        Kept.SUPERSEDED: sum(one.count() for one in corrected),
        Kept.RUNS: due_runs(edge).count(),
    }
    return tuple(Due(kept, edge.days[kept], rows) for kept, rows in counts.items())


def forgettings(viewer: Actor, *, now: datetime) -> tuple[Forgotten, ...]:
    """Return the latest deletions, newest first."""
    require(viewer, "workforce.read_retention", now=now)
    return tuple(forgotten(row) for row in Forgetting.objects.order_by("-forgotten_at", "-pk")[:MOST_SHOWN])


def forgotten(row: Forgetting) -> Forgotten:
    """Return what is shown of a deletion."""
    return Forgotten(Kept(row.kept), row.before_date, row.rows, row.forgotten_at)


def span_of(row: RetentionPeriod) -> Span:
    """Return what is shown of a period."""
    return Span(Kept(row.kept), row.months, row.start_date, row.ground)
