"""The API of the cases."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.actions import cases as actions
from raadhus.refunds.queries.cases import Asked, State, cases
from raadhus.refunds.queries.detail import case
from raadhus.refunds.queries.shapes import CaseRow
from raadhus.refunds.rules.cases import Cause, Kind
from raadhus.refunds.rules.changing import Written
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.refunds.rules.watch import Level, Next

router = Router()

PAGE_SIZE = 100


class WrittenModel(Schema):
    """What NemRefusion and HR have said of a case: all that shall stand."""

    cause: Cause | None = None
    year: int | None = Field(None, ge=2013, le=2100)
    remark: str = Field("", max_length=1_000)
    standing: Standing = Standing.UNKNOWN
    notified: date | None = None
    claimed: date | None = None
    latest_claim: date | None = None
    refusal_reason: str = Field("", max_length=500)
    dispensation: Dispensation = Dispensation.NONE
    ground: Ground | None = None


class RefundCaseOut(Schema):
    """A case. `cause` and `year` are those that count; `counts` says whether the ledger counts it as lost."""

    key: UUID
    employment: str
    name: str
    unit_key: str
    unit: str
    centre_key: str
    centre: str
    first: date
    last: date | None
    kind: Kind
    code: str
    weekly_hours: Decimal
    registered: date | None
    cause: Cause | None
    year: int | None
    days_late: int
    lost_ore: int
    lost_hours: Decimal
    lost_days: int
    next: Next
    deadline: date | None
    level: Level
    at_risk_ore: int
    is_gone: bool
    is_open: bool
    counts: bool
    settled_at: datetime | None
    written: WrittenModel


class RefundCasesOut(Schema):
    """One page of cases, and what all of them have lost and have at risk."""

    total: int
    page: int
    lost_ore: int
    at_risk_ore: int
    cases: list[RefundCaseOut]


class RefundCaseDetailOut(Schema):
    """One case with every step of its reckoning."""

    case: RefundCaseOut
    as_of: date
    reason: str
    steps: list[str]
    saved_by: str
    dispensation: str
    assumptions: list[str]
    warnings: list[str]


class RefundCasesAskedIn(Schema):
    """What the list is narrowed to."""

    text: str = Field("", max_length=100)
    unit: str = Field("", max_length=100)
    centre: str = Field("", max_length=100)
    kind: Kind | None = None
    cause: Cause | None = None
    year: int | None = Field(None, ge=2013, le=2100)
    standing: Standing | None = None
    state: State | None = None
    page: int = Field(1, ge=1, le=100_000)


class CaseChangeIn(WrittenModel):
    """All that shall stand of a case, and why."""

    reason: str = Field("", max_length=500)


class CaseReasonIn(Schema):
    """Why."""

    reason: str = Field(min_length=1, max_length=500)


def _out(row: CaseRow) -> RefundCaseOut:
    return RefundCaseOut.from_orm(row)


@router.get("cases", response=RefundCasesOut, summary="Refusionssager, som kalderen må se")
@door("refunds.read_cases")
def list_cases(request: HttpRequest, asked: Query[RefundCasesAskedIn]) -> RefundCasesOut:
    """Return one page, the nearest deadline first. The look leaves a trace."""
    given = Asked(**asked.dict(exclude={"page"}))
    found = cases(actor_of(request), given, timezone.now())
    first = (asked.page - 1) * PAGE_SIZE
    lost, risk = found.sums
    shown = [_out(row) for row in found[first : first + PAGE_SIZE]]
    return RefundCasesOut(total=len(found), page=asked.page, lost_ore=lost, at_risk_ore=risk, cases=shown)


@router.get("cases/{uuid:key}", response=RefundCaseDetailOut, summary="En refusionssag med hvert skridt i beregningen")
@door("refunds.read_cases")
def show_case(request: HttpRequest, key: UUID) -> RefundCaseDetailOut:
    """Return one case as it stands today. The look leaves a trace."""
    found = case(actor_of(request), str(key), timezone.now())
    return RefundCaseDetailOut(
        case=_out(found.row),
        as_of=found.as_of,
        reason=found.reason,
        steps=list(found.steps),
        saved_by=found.saved_by,
        dispensation=found.dispensation,
        assumptions=[one.text for one in found.assumptions],
        warnings=list(found.warnings),
    )


@router.put("cases/{uuid:key}", response=RefundCaseOut, summary="Ret en refusionssag")
@door("refunds.change_case")
def change_case(request: HttpRequest, key: UUID, given: CaseChangeIn) -> RefundCaseOut:
    """Let all of `given` stand; a reason is needed for everything but the remark."""
    written = Written(**given.dict(exclude={"reason"}))
    row = actions.change_case(
        actor=actor_of(request), key=str(key), written=written, reason=given.reason, now=timezone.now()
    )
    return _out(row)


@router.post("cases/{uuid:key}/settle", response=RefundCaseOut, summary="Afslut en refusionssag")
@door("refunds.settle_case")
def settle_case(request: HttpRequest, key: UUID) -> RefundCaseOut:
    """Say that nothing more is to be done."""
    return _out(actions.settle_case(actor=actor_of(request), key=str(key), now=timezone.now()))


@router.post("cases/{uuid:key}/reopen", response=RefundCaseOut, summary="Genåbn en refusionssag")
@door("refunds.settle_case")
def reopen_case(request: HttpRequest, key: UUID, given: CaseReasonIn) -> RefundCaseOut:
    """Open it again, with a reason."""
    row = actions.reopen_case(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now())
    return _out(row)


@router.post("suspicions/{uuid:key}/let-be", response=RefundCaseOut, summary="Lad en mulig fejlindberetning være")
@door("refunds.let_be")
def let_be(request: HttpRequest, key: UUID, given: CaseReasonIn) -> RefundCaseOut:
    """Say why it is no mistake; its case is returned."""
    return _out(actions.let_be(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))
