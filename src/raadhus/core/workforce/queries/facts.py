"""Absences as other rooms get them: each with the terms of its employment on its first day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.kernel.actors import Actor

_CHUNK = 5_000
# Terms that ended shortly before an absence are still those it is about, when payroll has no newer ones.
_GRACE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AbsenceFact:
    """One own absence as it is known now. Hours are hundredths a week; `monthly_ore` is the month's pay, where payroll told it.

    `key` is unique through all sources. `unit_key`, `name`, `weekly_hours`, `form`, `hired` and `monthly_ore` are those of the
    employment on the first day of absence; `left` is the employment's last day, None while it has no end;
    `latest_unit_key` is where it is now, or was on the last day of absence.
    """

    key: str
    employment: str
    person: str
    name: str
    unit_key: str
    first: date
    last: date | None
    kind: AbsenceKind
    code: str
    sends_notification: bool
    weekly_hours: int
    weekly_hours_away: int | None
    registered: date | None
    form: EmploymentForm
    hired: date | None
    monthly_ore: int | None = None
    left: date | None = None
    latest_unit_key: str = ""


def absence_facts(viewer: Actor, *, since: date, now: datetime) -> Iterator[AbsenceFact]:
    """Yield the absences for own sickness that go on or ended on or after `since`, by employment and first day.

    An absence of an employment that no file has told of is left out. The viewer needs
    "workforce.read_absences", and the look-up leaves one trace.
    """
    require(viewer, "workforce.read_absences", now=now)
    kinds = [kind.value for kind in AbsenceKind if kind.is_own_sickness]
    rows = AbsenceVersion.objects.filter(
        Q(last_date__isnull=True) | Q(last_date__gte=since), known_until__isnull=True, kind__in=kinds
    ).order_by("employment", "first_date", "pk")
    today = localdate(now)
    batch: list[AbsenceVersion] = []
    for row in rows.iterator(_CHUNK):
        batch.append(row)
        if len(batch) == _CHUNK:
            yield from _placed(batch, today)
            batch = []
    yield from _placed(batch, today)


def _placed(rows: list[AbsenceVersion], today: date) -> Iterator[AbsenceFact]:
    terms: dict[str, list[EmploymentVersion]] = {}
    names = sorted({row.employment for row in rows})
    for start in range(0, len(names), _CHUNK // 10):
        known = EmploymentVersion.objects.filter(
            employment__in=names[start : start + _CHUNK // 10], known_until__isnull=True
        ).order_by("start_date")
        for version in known:
            terms.setdefault(version.employment, []).append(version)
    for row in rows:
        own = terms.get(row.employment, [])
        term = _on(own, row.first_date)
        if term is not None:
            latest = _latest(own, max(row.first_date, min(row.last_date or today, today)))
            yield _fact(row, term, latest, _left(own))


def _on(terms: list[EmploymentVersion], day: date) -> EmploymentVersion | None:
    """Return the terms of a day, or the nearest before it."""
    begun = [term for term in terms if term.start_date <= day + _GRACE]
    return begun[-1] if begun else None


def _latest(terms: list[EmploymentVersion], day: date) -> EmploymentVersion:
    """Return the terms that had begun last on a day; the first when none had."""
    begun = [term for term in terms if term.start_date <= day]
    return begun[-1] if begun else terms[0]


def _left(terms: list[EmploymentVersion]) -> date | None:
    """Return the last day of the terms that end last; None when any of them has no end."""
    ends = [term.end_date for term in terms if term.end_date is not None]
    return max(ends) - timedelta(days=1) if len(ends) == len(terms) else None


def _fact(row: AbsenceVersion, term: EmploymentVersion, latest: EmploymentVersion, left: date | None) -> AbsenceFact:
    return AbsenceFact(
        key=f"{row.source_id}|{row.key}",
        employment=row.employment,
        person=term.person,
        name=term.name,
        unit_key=term.unit_key,
        first=row.first_date,
        last=row.last_date,
        kind=AbsenceKind(row.kind),
        code=row.code,
        sends_notification=row.sends_notification,
        weekly_hours=term.weekly_hours,
        weekly_hours_away=row.weekly_hours_away,
        registered=row.registered_date,
        form=EmploymentForm(term.form),
        hired=term.hired_date,
        monthly_ore=term.monthly_ore,
        left=left,
        latest_unit_key=latest.unit_key,
    )
