"""The API of retention periods."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions import retention as actions
from raadhus.core.workforce.queries import retention as queries
from raadhus.core.workforce.queries.retention import Due, Forgotten
from raadhus.core.workforce.rules.retention import MOST_MONTHS, Kept, Span
from raadhus.kernel.doors import door

router = Router()
_MOST_SHOWN = 1_000


class WorkforceSpanOut(Schema):
    """How long something is kept; `start` is null for what is only suggested."""

    kept: Kept
    months: int
    start: date | None
    ground: str
    is_suggestion: bool


class WorkforceSpanIn(Schema):
    """A period to set, and why."""

    kept: Kept
    months: int = Field(ge=1, le=MOST_MONTHS)
    start: date
    ground: str = Field(min_length=1, max_length=500)


class WorkforceDueOut(Schema):
    """What would be deleted today."""

    kept: Kept
    before: date
    rows: int


class WorkforceForgottenOut(WorkforceDueOut):
    """What was deleted, and when."""

    at: datetime


def _span(one: Span) -> WorkforceSpanOut:
    start = None if one.is_suggestion else one.start
    return WorkforceSpanOut(
        kept=one.kept, months=one.months, start=start, ground=one.ground, is_suggestion=one.is_suggestion
    )


def _due(one: Due) -> WorkforceDueOut:
    return WorkforceDueOut(kept=one.kept, before=one.before, rows=one.rows)


def _gone(one: Forgotten) -> WorkforceForgottenOut:
    return WorkforceForgottenOut(kept=one.kept, before=one.before, rows=one.rows, at=one.at)


@router.get(
    "retention", response=list[WorkforceSpanOut], summary="Slettefristerne, som de gælder i dag, og de kommende"
)
@door("workforce.read_retention")
def list_retention(request: HttpRequest) -> list[WorkforceSpanOut]:
    """Return what counts today, and what begins later."""
    now = timezone.now()
    found = queries.retention(actor_of(request), today=timezone.localdate(now), now=now)
    return [_span(one) for kept in found for one in (kept.now, *kept.coming)]


@router.post("retention", response=WorkforceSpanOut, summary="Sæt en slettefrist fra en dag")
@door("workforce.set_retention")
def set_retention(request: HttpRequest, given: WorkforceSpanIn) -> WorkforceSpanOut:
    """Set how long something is kept from a day on."""
    now = timezone.now()
    return _span(actions.set_retention(actor=actor_of(request), today=timezone.localdate(now), now=now, **given.dict()))


@router.get("retention/due", response=list[WorkforceDueOut], summary="Det, der ville blive slettet i dag")
@door("workforce.read_retention")
def list_due(request: HttpRequest) -> list[WorkforceDueOut]:
    """Return what would be deleted today."""
    now = timezone.now()
    return [_due(one) for one in queries.due(actor_of(request), today=timezone.localdate(now), now=now)]


@router.get("retention/forgotten", response=list[WorkforceForgottenOut], summary="De seneste tusind sletninger")
@door("workforce.read_retention")
def list_forgotten(request: HttpRequest) -> list[WorkforceForgottenOut]:
    """Return what was deleted, newest first."""
    return [_gone(one) for one in queries.forgettings(actor_of(request), now=timezone.now())[:_MOST_SHOWN]]


@router.post("retention/forget", response=list[WorkforceForgottenOut], summary="Slet nu, hvad der er gemt for længe")
@door("workforce.forget")
def forget(request: HttpRequest) -> list[WorkforceForgottenOut]:
    """Delete what is kept too long."""
    now = timezone.now()
    return [_gone(one) for one in actions.forget(actor=actor_of(request), today=timezone.localdate(now), now=now)]
