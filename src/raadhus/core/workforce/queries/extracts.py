"""Everything that payroll tells now, row by row, for a batch that counts: never a screen, and never more than a chunk in memory.

A batch that asks for both reads them in one transaction, so that no import comes between.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Max, Q
from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun
from raadhus.core.workforce.rules.runs import RunState
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.kernel.actors import Actor

_CHUNK = 5_000
_FORMS = {form.value: form for form in EmploymentForm}
_TERMS = (
    *("person", "employment", "unit_key", "start_date", "end_date", "weekly_hours", "form"),
    *("job_code", "job_title", "hired_date", "born_date", "gender", "monthly_ore"),
)
_KINDS = {kind.value: kind for kind in AbsenceKind}


class EmploymentFact(NamedTuple):
    """A stretch of one employment under the same terms, [start, end). Hours are hundredths a week, pay is øre a month."""

    person: str
    employment: str
    unit_key: str
    start: date
    end: date | None
    weekly_hours: int
    form: EmploymentForm
    job_code: str
    job_title: str
    hired: date | None
    born: date | None
    gender: str
    monthly_ore: int | None


class EmploymentAbsence(NamedTuple):
    """An absence of any kind from its first to its last day, None while it goes on. Hours away are hundredths a week."""

    employment: str
    first: date
    last: date | None
    kind: AbsenceKind
    weekly_hours_away: int | None


def employment_facts(viewer: Actor, *, now: datetime) -> Iterator[EmploymentFact]:
    """Return every stretch of terms that stands, of every source, by employment and first day.

    The viewer needs "workforce.read_employments" for everything; asking leaves one trace, however many rows are read.
    """
    require(viewer, "workforce.read_employments", unit=WHOLE_HOUSE, now=now)
    rows = EmploymentVersion.objects.filter(known_until__isnull=True).order_by("employment", "start_date", "pk")
    return (
        EmploymentFact._make((*row[:6], _FORMS[row[6]], *row[7:])) for row in rows.values_list(*_TERMS).iterator(_CHUNK)
    )


def every_absence(viewer: Actor, *, since: date, now: datetime) -> Iterator[EmploymentAbsence]:
    """Return the absences of every kind that stand and go on or ended on or after `since`, by employment and first day.

    The viewer needs "workforce.read_absences" for everything; asking leaves one trace, however many rows are read.
    """
    require(viewer, "workforce.read_absences", unit=WHOLE_HOUSE, now=now)
    rows = AbsenceVersion.objects.filter(Q(last_date__isnull=True) | Q(last_date__gte=since), known_until__isnull=True)
    told = rows.order_by("employment", "first_date", "pk").values_list(
        "employment", "first_date", "last_date", "kind", "weekly_hours_away"
    )
    return (
        EmploymentAbsence(employment, first, last, _KINDS[kind], hours)
        for employment, first, last, kind, hours in told.iterator(_CHUNK)
    )


def payroll_known_to() -> date | None:
    """Return the last day that payroll tells about: the day before the newest file of the source in use that is furthest behind.

    A file tells of the days before it was given, and says so too when it brings nothing new; a refused one tells nothing. A source
    that has been taken out of use, or has never told anything, holds nobody back. None when no source has told anything. It is about
    no person, so nobody is asked who looks.
    """
    told = ImportRun.objects.filter(source__is_active=True).exclude(state=RunState.REFUSED.value)
    newest = told.values("source").annotate(newest=Max("finished_at")).values_list("newest", flat=True)
    days = [localdate(moment) for moment in newest.order_by()]
    return min(days) - timedelta(days=1) if days else None
