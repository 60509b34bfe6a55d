"""The API of looking employments and absences up. Every call leaves its trace."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.queries import looking as queries
from raadhus.core.workforce.queries.looking import Absence, EmploymentPage, Known, Terms
from raadhus.core.workforce.queries.lookups import LookupsAsked, lookups
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm
from raadhus.kernel.doors import door

router = Router()
_A_PAGE = 100


class EmploymentAskedIn(Schema):
    """Which employment, and as it was known at the end of which day."""

    number: str = Field(min_length=1, max_length=100)
    as_known: date | None = None


class EmploymentHitOut(Schema):
    """An employment that a search found."""

    employment: str
    name: str
    unit: str
    job_title: str
    start: date
    last: date | None


class ToldOut(Schema):
    """From which import until when something was known; null while it still is."""

    told_at: datetime
    told_by: str
    run: UUID
    until_at: datetime | None


class EmploymentTermsOut(ToldOut):
    """One stretch of an employment; hours are hundredths a week."""

    start: date
    last: date | None
    unit: str
    weekly_hours: int
    form: EmploymentForm
    job_title: str
    agreement: str


class EmploymentAbsenceOut(ToldOut):
    """One absence. Health data."""

    first: date
    last: date | None
    kind: AbsenceKind
    code: str
    weekly_hours_away: int | None
    registered: date | None
    sends_notification: bool


class EmploymentOut(Schema):
    """An employment; `absences` is null for those who may not see them."""

    employment: str
    person: str
    name: str
    hired: date | None
    leave_reason: str
    terms: list[EmploymentTermsOut]
    absences: list[EmploymentAbsenceOut] | None
    earlier_terms: list[EmploymentTermsOut]
    earlier_absences: list[EmploymentAbsenceOut]


class EmploymentLookupOut(Schema):
    """One look-up."""

    at: datetime
    actor_key: str
    actor_name: str
    employment: str
    sentence: str


class LookupsAskedIn(Schema):
    """What the list is narrowed to, and from where: 0 is the newest."""

    employment: str = Field("", max_length=100)
    actor: str = Field("", max_length=100)
    since: date | None = None
    until: date | None = None
    first: int = Field(0, ge=0, le=10_000_000)


def _told(one: Known[Terms] | Known[Absence]) -> dict[str, object]:
    said = {name: getattr(one.what, name) for name in one.what.__slots__}
    return {**said, "told_at": one.told_at, "told_by": one.told_by, "run": one.run_key, "until_at": one.until_at}


def _out(page: EmploymentPage) -> EmploymentOut:
    fields = {name: getattr(page, name) for name in ("employment", "person", "name", "hired", "leave_reason")}
    told = [EmploymentAbsenceOut.model_validate(_told(one)) for one in page.absences or ()]
    return EmploymentOut(
        **fields,
        terms=[EmploymentTermsOut.model_validate(_told(one)) for one in page.terms],
        absences=None if page.absences is None else told,
        earlier_terms=[EmploymentTermsOut.model_validate(_told(one)) for one in page.earlier_terms],
        earlier_absences=[EmploymentAbsenceOut.model_validate(_told(one)) for one in page.earlier_absences],
    )


@router.get("employments", response=list[EmploymentHitOut], summary="Ansættelser efter nummer eller navn")
@door("workforce.read_employments")
def search_employments(request: HttpRequest, words: str = "") -> list[EmploymentHitOut]:
    """Return at most 25 employments; fewer than two signs find none."""
    found = queries.search_employments(actor_of(request), words[:100], now=timezone.now())
    names = EmploymentHitOut.model_fields
    return [EmploymentHitOut(**{name: getattr(hit, name) for name in names}) for hit in found.hits]


@router.get("employment", response=EmploymentOut, summary="En ansættelse, som den vides nu eller blev kendt en dag")
@door("workforce.read_employments")
def one_employment(request: HttpRequest, asked: Query[EmploymentAskedIn]) -> EmploymentOut:
    """Return one employment with its terms, and its absences for those who may see them."""
    found = queries.employment(actor_of(request), asked.number, as_known=asked.as_known, now=timezone.now())
    return _out(found)


@router.get("lookups", response=list[EmploymentLookupOut], summary="Hvem der har slået hvilke ansættelser op")
@door("workforce.read_lookups")
def list_lookups(request: HttpRequest, asked: Query[LookupsAskedIn]) -> list[EmploymentLookupOut]:
    """Return a hundred look-ups, newest first."""
    wanted = LookupsAsked(employment=asked.employment, actor=asked.actor, since=asked.since, until=asked.until)
    found, _total = lookups(actor_of(request), wanted, first=asked.first, count=_A_PAGE, now=timezone.now())
    names = EmploymentLookupOut.model_fields
    return [EmploymentLookupOut(**{name: getattr(one, name) for name in names}) for one in found]
