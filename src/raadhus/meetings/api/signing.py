"""The API of approval, signature, additions and verification: the same actions and queries as the pages."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from raadhus.core.access.public import actor_of, identity_confirmed_at
from raadhus.kernel.doors import door
from raadhus.meetings import actions
from raadhus.meetings.queries.signed_minutes import published_keys, signed_minutes_file
from raadhus.meetings.queries.signing_page import signing_page
from raadhus.meetings.queries.waiting_minutes import waiting_minutes
from raadhus.meetings.rules.signing.statements import Act

router = Router()


class PutUpIn(Schema):
    """Until when the minutes are to be signed."""

    deadline: date | None = None


class PutUpOut(Schema):
    """The minutes that were put up."""

    meeting_id: UUID


class SignatoryOut(Schema):
    """One who took part, and what has been said."""

    id: UUID
    name: str
    part: str
    on_behalf_of: str
    present: bool
    is_asked: bool
    act: str | None
    at: datetime | None
    approves: bool | None


class SigningOut(Schema):
    """Minutes that are put up or signed."""

    version: int
    is_signed: bool
    missing: list[str]
    signatories: list[SignatoryOut]


class WaitingMinutesOut(Schema):
    """Minutes that wait for one's signature."""

    meeting_id: UUID
    label: str
    deadline: date | None
    is_late: bool


class MinutesApprovalIn(Schema):
    """Approval, or an objection with its remark."""

    approves: bool
    remark: str = ""


class SignatureIn(Schema):
    """One's own answer to the version that was read. Only a session can give it: an API key is no person."""

    version_number: int
    act: Act = Act.SIGNED
    remark: str = ""
    remark_is_public: bool = False


class SignatureOut(Schema):
    """Whether the minutes are complete now."""

    is_complete: bool


class ReplyIn(Schema):
    """The reply to an objection."""

    reply: str


class WithdrawalIn(Schema):
    """Why the minutes are withdrawn."""

    reason: str


class AdditionIn(Schema):
    """An addition, to the item at a place (from 1) or to the whole."""

    text: str
    item: int | None = None
    is_public: bool = False


class AdditionOut(Schema):
    """The addition's number in the chain; None where nothing is numbered."""

    number: int | None = None


@router.get("signing-keys")
@door("meetings.read")
def keys(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 - the same for everybody
    """Return the public keys of the seal."""
    return published_keys()


@router.get("minutes/waiting", response=list[WaitingMinutesOut])
@door("meetings.sign_minutes")
def waiting(request: HttpRequest) -> list[Any]:
    """Return the minutes that wait for the caller's own signature."""
    return list(waiting_minutes(viewer=actor_of(request), now=timezone.now()))


@router.post("sittings/{uuid:sitting_id}/minutes", response=PutUpOut)
@door("meetings.put_up_minutes")
def put_up(request: HttpRequest, sitting_id: UUID, said: PutUpIn) -> dict[str, UUID]:
    """Put the minutes of a held sitting up for approval."""
    made = actions.put_up_minutes(
        actor=actor_of(request), sitting_id=sitting_id, deadline=said.deadline, now=timezone.now()
    )
    return {"meeting_id": made.pk}


@router.get("meetings/{uuid:meeting_id}/signing", response=SigningOut)
@door("meetings.read")
def signing(request: HttpRequest, meeting_id: UUID) -> dict[str, Any]:
    """Return who has answered and who is missing."""
    page = signing_page(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    signed = page.version.completed_at is not None
    missing = [] if signed else list(page.completeness.missing)
    return {"version": page.version.number, "is_signed": signed, "missing": missing, "signatories": list(page.people)}


@router.get("meetings/{uuid:meeting_id}/signed")
@door("meetings.read")
def signed_file(request: HttpRequest, meeting_id: UUID, *, closed: bool = False) -> HttpResponse:
    """Return the signed minutes as a file that verifies."""
    _name, data = signed_minutes_file(
        viewer=actor_of(request), meeting_id=meeting_id, closed=closed, now=timezone.now()
    )
    return HttpResponse(data, content_type="application/json")


@router.post("meetings/{uuid:meeting_id}/approval", response=AdditionOut)
@door("meetings.approve_minutes")
def approve_minutes(request: HttpRequest, meeting_id: UUID, said: MinutesApprovalIn) -> dict[str, None]:
    """Approve the minutes, or object to them."""
    actions.approve_minutes(actor=actor_of(request), meeting_id=meeting_id, **said.dict(), now=timezone.now())
    return {"number": None}


@router.post("meetings/{uuid:meeting_id}/objections/{uuid:signatory_id}/reply", response=AdditionOut)
@door("meetings.answer_objection")
def reply(request: HttpRequest, meeting_id: UUID, signatory_id: UUID, said: ReplyIn) -> dict[str, None]:
    """Reply to an objection."""
    actions.answer_objection(
        actor=actor_of(request), meeting_id=meeting_id, signatory_id=signatory_id, reply=said.reply, now=timezone.now()
    )
    return {"number": None}


@router.post("meetings/{uuid:meeting_id}/signature", response=SignatureOut)
@door("meetings.sign_minutes")
def sign(request: HttpRequest, meeting_id: UUID, said: SignatureIn) -> dict[str, bool]:
    """Sign for oneself; refused for an API key and for a session whose identity was not just confirmed."""
    confirmed = identity_confirmed_at(request)
    is_complete = actions.sign_minutes(
        actor=actor_of(request), meeting_id=meeting_id, confirmed_at=confirmed, **said.dict(), now=timezone.now()
    )
    return {"is_complete": is_complete}


@router.post("meetings/{uuid:meeting_id}/withdrawal", response=AdditionOut)
@door("meetings.withdraw_minutes")
def withdraw_minutes(request: HttpRequest, meeting_id: UUID, said: WithdrawalIn) -> dict[str, None]:
    """Withdraw the minutes before anybody has signed."""
    actions.withdraw_minutes(actor=actor_of(request), meeting_id=meeting_id, reason=said.reason, now=timezone.now())
    return {"number": None}


@router.post("meetings/{uuid:meeting_id}/completion", response=AdditionOut)
@door("meetings.complete_minutes")
def complete(request: HttpRequest, meeting_id: UUID) -> dict[str, None]:
    """Complete the minutes after the deadline."""
    actions.complete_minutes(actor=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return {"number": None}


@router.post("meetings/{uuid:meeting_id}/additions", response=AdditionOut)
@door("meetings.add_correction")
def add(request: HttpRequest, meeting_id: UUID, said: AdditionIn) -> dict[str, int]:
    """Add a dated correction to signed minutes."""
    number = actions.add_correction(actor=actor_of(request), meeting_id=meeting_id, **said.dict(), now=timezone.now())
    return {"number": number}
