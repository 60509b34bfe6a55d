"""What is kept too long on a day, as querysets: one place that the page, the dry run and the deleting go through.

Absences go by their last day; one that still goes on when its employment has ended counts as ended with it. An employment goes, with
every version of it and of its absences, when it ended long enough ago and none of its absences is kept longer. docs/rules/workforce.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import make_aware

from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun, RetentionPeriod
from raadhus.core.workforce.rules.retention import Kept, Span, kept_from, span_on

_EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Edges:
    """What counts on a day, of each kind: the period, and the first day that is still kept."""

    spans: Mapping[Kept, Span]
    days: Mapping[Kept, date]

    def moment(self, kept: Kept) -> datetime:
        """Return when the first day that is kept begins here."""
        return make_aware(datetime.combine(max(self.days[kept], _EARLIEST), time.min))


def set_spans() -> tuple[Span, ...]:
    """Return every period that has been set, oldest first."""
    rows = RetentionPeriod.objects.order_by("kept", "start_date")
    return tuple(Span(Kept(row.kept), row.months, row.start_date, row.ground) for row in rows)


def edges(today: date) -> Edges:
    """Return what counts today."""
    known = set_spans()
    spans = {kept: span_on(kept, known, today) for kept in Kept}
    return Edges(spans, {kept: kept_from(span, today) for kept, span in spans.items()})


def _left(day: date) -> "QuerySet[EmploymentVersion]":
    """Return the current terms of employments whose last terms ended on or before the day."""
    current = EmploymentVersion.objects.filter(known_until__isnull=True)
    longer = current.filter(Q(end_date__isnull=True) | Q(end_date__gt=day), employment=OuterRef("employment"))
    return current.filter(~Exists(longer))


def due_absences(edge: Edges) -> "QuerySet[AbsenceVersion]":
    """Return the absences, as they are known now, that ended before the edge."""
    day = edge.days[Kept.ABSENCES]
    ended = _left(day).filter(employment=OuterRef("employment"))
    current = AbsenceVersion.objects.filter(known_until__isnull=True)
    return current.filter(Q(last_date__lt=day) | Q(Exists(ended), last_date__isnull=True))


def versions_of(due: "QuerySet[AbsenceVersion]") -> "QuerySet[AbsenceVersion]":
    """Return every version, known now or corrected, of the absences."""
    return AbsenceVersion.objects.filter(Exists(due.filter(source=OuterRef("source"), key=OuterRef("key"))))


def due_employments(edge: Edges) -> "QuerySet[EmploymentVersion, str]":
    """Return the numbers of the employments that ended before the edge and have no absence that is kept longer."""
    day, since = edge.days[Kept.EMPLOYMENTS], edge.days[Kept.ABSENCES]
    kept_longer = Q(last_date__gte=since)
    if since < day:
        # An absence without an end counts as ended with its employment, and is perhaps kept longer than that.
        ended = Exists(_left(since).filter(employment=OuterRef("employment")))
        kept_longer |= Q(~ended, last_date__isnull=True)
    own = AbsenceVersion.objects.filter(kept_longer, employment=OuterRef("employment"), known_until__isnull=True)
    left = _left(day).filter(~Exists(own)).order_by("employment")
    return left.values_list("employment", flat=True).distinct()


def due_corrected(
    table: type[AbsenceVersion] | type[EmploymentVersion], edge: Edges
) -> "QuerySet[AbsenceVersion] | QuerySet[EmploymentVersion]":
    """Return the versions that were corrected or taken back before the edge."""
    return table.objects.filter(known_until__finished_at__lt=edge.moment(Kept.SUPERSEDED))


def due_runs(edge: Edges) -> "QuerySet[ImportRun]":
    """Return the imports before the edge that still say something: a file's name and a report, or nothing rests on them any more."""
    before = ImportRun.objects.filter(finished_at__lt=edge.moment(Kept.RUNS))
    return before.filter(~Q(file_name="") | without_versions())


def without_versions() -> Q:
    """Whether no version is known from, or until, a run."""
    tables, ends = (AbsenceVersion, EmploymentVersion), ("known_from", "known_until")
    return Q(*(~Exists(table.objects.filter(**{end: OuterRef("pk")})) for table in tables for end in ends))
