"""The API of what was found in payroll's facts before figures are made of them."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions.accepting import accept_finding, refuse_finding_again
from raadhus.personnel.queries.findings import findings_of_newest

router = Router()


class PayrollFindingOut(Schema):
    """Something that looks wrong; `state` names it with its figures. `standing` is stops, told or accepted."""

    state: str
    check: str
    where: str
    day: date
    sentence: str
    count: int
    standing: str
    may_accept: bool
    reason: str
    accepted_by: str
    accepted_at: datetime | None
    used_in: int | None


class AcceptFindingIn(Schema):
    """Why it is right."""

    reason: str = Field(min_length=1, max_length=500)


@router.get("findings", response=list[PayrollFindingOut], summary="Fund i løndata ved det nyeste forsøg på at udgive")
@door("personnel.read_findings")
def list_payroll_findings(request: HttpRequest) -> list[PayrollFindingOut]:
    """Return the findings, what stops first."""
    found = findings_of_newest(actor_of(request), now=timezone.now())
    return [PayrollFindingOut.from_orm(one) for one in found.findings]


@router.post("findings/{state}/accept", response={204: None}, summary="Godtag et fund med en begrundelse")
@door("personnel.accept_findings")
def accept_payroll_finding(request: HttpRequest, state: str, given: AcceptFindingIn) -> Status[None]:
    """Say that a finding is right as payroll tells it now."""
    accept_finding(actor=actor_of(request), state=state, reason=given.reason, now=timezone.now())
    return Status(204, None)


@router.post("findings/{state}/undo", response={204: None}, summary="Fortryd, at et fund er godtaget")
@door("personnel.accept_findings")
def undo_payroll_finding(request: HttpRequest, state: str) -> Status[None]:
    """Let the finding stop the figures again."""
    refuse_finding_again(actor=actor_of(request), state=state, now=timezone.now())
    return Status(204, None)
