"""Looking an employment up: its terms in time, its absences, and what was known of them when. Every look-up leaves a trace.

The trace names the employment by its number, never by the person's name, because the trail is kept longer than the row. Who may look only
in some units is shown only employments whose latest terms are there.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require, scope
from raadhus.core.audit.public import Subject
from raadhus.core.organisation.public import unit, units_under
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound

LOOKED_UP = "employment"
LEAST_WORDS, MOST_HITS = 2, 25
_What = TypeVar("_What")


class NoSuchEmployment(NotFound):
    """No file has told of that employment, or the viewer may not know that one has."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An employment that a search found, by its latest terms."""

    employment: str
    name: str
    unit: str
    job_title: str
    start: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; `more` says that there is more than is shown."""

    hits: tuple[Hit, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """One stretch of an employment under the same terms; `last` is its last day. Hours are hundredths a week."""

    start: date
    last: date | None
    unit: str
    weekly_hours: int
    form: EmploymentForm
    job_title: str
    agreement: str


@dataclass(frozen=True, slots=True)
class Absence:
    """One absence. Health data."""

    first: date
    last: date | None
    kind: AbsenceKind
    code: str
    weekly_hours_away: int | None
    registered: date | None
    sends_notification: bool


@dataclass(frozen=True, slots=True)
class Known(Generic[_What]):
    """Something that was known from one import until another; None while it still is."""

    what: _What
    told_at: datetime
    told_by: str
    run_key: str
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class EmploymentPage:
    """Everything that is shown of an employment. `absences` is None for those who may not see them; `as_known` is the day asked for."""

    employment: str
    person: str
    name: str
    hired: date | None
    leave_reason: str
    as_known: date | None
    terms: tuple[Known[Terms], ...]
    absences: tuple[Known[Absence], ...] | None
    earlier_terms: tuple[Known[Terms], ...]
    earlier_absences: tuple[Known[Absence], ...]


def search_employments(viewer: Actor, words: str, *, now: datetime) -> Found:
    """Return the employments whose number begins with the words, or whose name holds them; nothing for less than two signs.

    The viewer needs "workforce.read_employments"; the trace names the numbers that were shown.
    """
    words = words.strip()
    rows = list(_matching(viewer, words, now)) if len(words) >= LEAST_WORDS else []
    hits = [_hit(row, localdate(now)) for row in rows[:MOST_HITS]]
    shown = ", ".join(hit.employment for hit in hits) or _("ingen")
    subject = Subject("employment_search", "", _("en søgning, der viste %(shown)s") % {"shown": shown})
    require(viewer, "workforce.read_employments", now=now, subject=subject if words else None)
    return Found(tuple(hits), len(rows) > MOST_HITS)


def _matching(viewer: Actor, words: str, now: datetime) -> list[EmploymentVersion]:
    current = EmploymentVersion.objects.filter(known_until__isnull=True)
    named = current.filter(Q(employment__startswith=words) | Q(name__icontains=words))
    units = _units(viewer, now)
    numbers = named.order_by("employment").values_list("employment", flat=True).distinct()
    found: list[EmploymentVersion] = []
    for number in numbers[: MOST_HITS * 20].iterator():
        latest = current.filter(employment=number).order_by("-start_date", "-pk").first()
        if latest is not None and (units is None or latest.unit_key in units):
            found.append(latest)
        if len(found) > MOST_HITS:
            break
    return found


def _units(viewer: Actor, now: datetime) -> frozenset[str] | None:
    """Return the units whose employments the viewer may look up; None when it is all of them."""
    seen = scope(viewer, "workforce.read_employments", now=now)
    if seen.everything:
        return None
    return units_under(seen.units, localdate(now))


def employment(viewer: Actor, number: str, *, as_known: date | None = None, now: datetime) -> EmploymentPage:
    """Return an employment as it is known now, or as it was known at the end of a day, with its earlier versions.

    The viewer needs "workforce.read_employments", and "workforce.read_absences" for the absences; both leave their trace.
    Raises NoSuchEmployment.
    """
    versions = EmploymentVersion.objects.filter(employment=number)
    in_order = versions.order_by("start_date", "pk")
    latest = in_order.filter(known_until__isnull=True).last() or in_order.last()
    where = latest.unit_key if latest else None
    if latest is None or not may(viewer, "workforce.read_employments", unit=where, now=now):
        require(viewer, "workforce.read_employments", now=now)
        raise NoSuchEmployment(_("Der er ingen ansættelse %(number)s, som du har adgang til.") % {"number": number})
    subject = Subject(LOOKED_UP, number, number)
    require(viewer, "workforce.read_employments", unit=where, now=now, subject=subject)
    terms = _known(versions, as_known, "start_date")
    absences: list[AbsenceVersion] | None = None
    if may(viewer, "workforce.read_absences", unit=where, now=now):
        require(viewer, "workforce.read_absences", unit=where, now=now, subject=subject)
        absences = _known(AbsenceVersion.objects.filter(employment=number), as_known, "first_date")
    return _page(latest, as_known, terms, absences)


def _known(versions: "QuerySet[Any]", as_known: date | None, order: str) -> list[Any]:
    """Return what had been told by the end of a day, with the imports that told it; everything when no day is asked for."""
    rows = versions.select_related("source", "known_from", "known_until").order_by(
        order, "known_from__finished_at", "pk"
    )
    end = _end_of(as_known)
    return list(rows if end is None else rows.filter(known_from__finished_at__lt=end))


def _end_of(day: date | None) -> datetime | None:
    if day is None or day.year >= date.max.year:
        return None
    return make_aware(datetime.combine(max(day, date(1900, 1, 1)) + timedelta(days=1), time.min))


def _page(
    latest: EmploymentVersion,
    as_known: date | None,
    terms: list[EmploymentVersion],
    absences: list[AbsenceVersion] | None,
) -> EmploymentPage:
    end = _end_of(as_known)
    stood = [(row, _stands(row, end)) for row in terms]
    away = [(row, _stands(row, end)) for row in absences or ()]
    return EmploymentPage(
        employment=latest.employment,
        person=latest.person,
        name=latest.name,
        hired=latest.hired_date,
        leave_reason=latest.leave_reason,
        as_known=as_known,
        terms=tuple(_told(row, _terms(row)) for row, stands in stood if stands),
        absences=None if absences is None else tuple(_told(row, _absence(row)) for row, stands in away if stands),
        earlier_terms=tuple(_told(row, _terms(row)) for row, stands in stood if not stands),
        earlier_absences=tuple(_told(row, _absence(row)) for row, stands in away if not stands),
    )


def _stands(row: EmploymentVersion | AbsenceVersion, end: datetime | None) -> bool:
    """Return whether the version had not been corrected by the end of the day asked for."""
    return row.known_until is None or (end is not None and row.known_until.finished_at >= end)


def _told(row: EmploymentVersion | AbsenceVersion, what: _What) -> Known[_What]:
    return Known(
        what,
        told_at=row.known_from.finished_at,
        told_by=row.source.name,
        run_key=str(row.known_from_id),
        until_at=row.known_until.finished_at if row.known_until else None,
    )


def _terms(row: EmploymentVersion) -> Terms:
    return Terms(
        start=row.start_date,
        last=row.end_date - timedelta(days=1) if row.end_date else None,
        unit=_unit_name(row.unit_key, row.start_date),
        weekly_hours=row.weekly_hours,
        form=EmploymentForm(row.form),
        job_title=row.job_title,
        agreement=row.agreement,
    )


def _absence(row: AbsenceVersion) -> Absence:
    return Absence(
        first=row.first_date,
        last=row.last_date,
        kind=AbsenceKind(row.kind),
        code=row.code,
        weekly_hours_away=row.weekly_hours_away,
        registered=row.registered_date,
        sends_notification=row.sends_notification,
    )


def _hit(row: EmploymentVersion, today: date) -> Hit:
    name = _unit_name(row.unit_key, today)
    last = row.end_date - timedelta(days=1) if row.end_date else None
    return Hit(row.employment, row.name, name, row.job_title, row.start_date, last)


def _unit_name(key: str, day: date) -> str:
    known = unit(key, day)
    return known.name if known else key
