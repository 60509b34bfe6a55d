"""The API of cases and proposed cases."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.responses import Status as CreatedStatus

from raadhus.core.access.public import actor_of
from raadhus.core.cases.actions import cases as actions
from raadhus.core.cases.actions import proposals as proposal_actions
from raadhus.core.cases.queries import cases as queries
from raadhus.core.cases.queries import proposals as proposal_queries
from raadhus.core.cases.queries.shapes import Case, Proposal, decision_to_json
from raadhus.core.cases.rules.proposals import State, frozen
from raadhus.kernel.doors import door

router = Router()

PAGE_SIZE = 100


class CaseOut(Schema):
    """A case file."""

    key: UUID
    case_number: str
    kle_number: str
    title: str
    owner_key: str
    owner: str
    unit_key: str
    opened_date: date
    closed_date: date | None
    closed_to_public: bool


class CaseEntryOut(Schema):
    """Something a room holds under the case's number."""

    date: date | None
    kind: str
    label: str
    url: str


class CaseDetailOut(Schema):
    """A case with what belongs to it."""

    case: CaseOut
    entries: list[CaseEntryOut]
    linked: list[CaseOut]


class CaseListOut(Schema):
    """One page of cases."""

    total: int
    page: int
    cases: list[CaseOut]


class CaseAskedIn(Schema):
    """What the list is narrowed to."""

    words: str = Field("", max_length=200)
    unit_key: str = Field("", max_length=100)
    owner_key: str = Field("", max_length=100)
    kle: str = Field("", max_length=8)
    state: str = Field("", pattern="^(open|closed|)$")
    page: int = Field(1, ge=1, le=100_000)


class CaseNewIn(Schema):
    """A new case."""

    case_number: str = Field(max_length=50)
    title: str = Field(min_length=1, max_length=500)
    owner_key: str | None = Field(None, max_length=100)
    unit_key: str | None = Field(None, max_length=100)
    kle_number: str | None = Field(None, max_length=8)
    closed_to_public: bool = False


class TitleIn(Schema):
    """Another title, and the KLE number when it is given."""

    title: str = Field(min_length=1, max_length=500)
    kle_number: str | None = Field(None, max_length=8)


class CaseOwnerIn(Schema):
    """Another owner."""

    owner_key: str | None = Field(None, max_length=100)
    unit_key: str | None = Field(None, max_length=100)


class ProposalOut(Schema):
    """A case that a room proposes, as it was frozen."""

    key: UUID
    room: str
    room_key: str
    title: str
    state: State
    proposed_by_name: str
    proposed_at: datetime
    content_hash: str
    is_intact: bool
    content: dict[str, Any]
    planned_label: str
    decision: dict[str, Any] | None
    hand_back_problem: str


def _out(one: Case) -> CaseOut:
    return CaseOut(
        key=UUID(one.key),
        case_number=one.case_number,
        kle_number=one.kle_number,
        title=one.title,
        owner_key=one.owner_key,
        owner=one.owner,
        unit_key=one.unit_key,
        opened_date=one.opened_date,
        closed_date=one.closed_date,
        closed_to_public=one.closed_to_public,
    )


def _proposal(one: Proposal) -> ProposalOut:
    return ProposalOut(
        key=UUID(one.key),
        room=one.room,
        room_key=one.room_key,
        title=one.title,
        state=one.state,
        proposed_by_name=one.proposed_by_name,
        proposed_at=one.proposed_at,
        content_hash=one.content_hash,
        is_intact=one.is_intact,
        content=frozen(one.content),
        planned_label=one.planned_label,
        decision=decision_to_json(one.decision) if one.decision else None,
        hand_back_problem=one.hand_back_problem,
    )


@router.get("", response=CaseListOut, summary="Sager, som kalderen må se")
@door("cases.read")
def list_cases(request: HttpRequest, asked: Query[CaseAskedIn]) -> CaseListOut:
    """Return one page, the latest opened first."""
    found = queries.cases(actor_of(request), queries.Asked(**asked.dict(exclude={"page"})), now=timezone.now())
    first = (asked.page - 1) * PAGE_SIZE
    return CaseListOut(total=len(found), page=asked.page, cases=[_out(one) for one in found[first : first + PAGE_SIZE]])


@router.post("", response={201: CaseOut}, summary="Opret en sag")
@door("cases.open")
def open_case(request: HttpRequest, given: CaseNewIn) -> CreatedStatus[CaseOut]:
    """Open a case file."""
    return CreatedStatus(201, _out(actions.open_case(actor=actor_of(request), now=timezone.now(), **given.dict())))


@router.get("proposals", response=list[ProposalOut], summary="Sagsforslag, som kalderen må se")
@door("cases.read_own_proposals")
def list_proposals(request: HttpRequest, state: State | None = None) -> list[ProposalOut]:
    """Return the latest hundred."""
    found = proposal_queries.proposals(actor_of(request), now=timezone.now(), state=state.value if state else "")
    return [_proposal(one) for one in found[0:PAGE_SIZE]]


@router.get("proposals/{uuid:key}", response=ProposalOut, summary="Et sagsforslag, som det blev frosset")
@door("cases.read_own_proposals")
def one_proposal(request: HttpRequest, key: UUID) -> ProposalOut:
    """Return one proposed case."""
    return _proposal(proposal_queries.proposal(actor_of(request), str(key), now=timezone.now()).proposal)


@router.post("proposals/{uuid:key}/withdraw", response=ProposalOut, summary="Træk et sagsforslag tilbage")
@door("cases.withdraw")
def withdraw(request: HttpRequest, key: UUID) -> ProposalOut:
    """Take it back."""
    return _proposal(proposal_actions.withdraw_proposal(actor=actor_of(request), key=str(key), now=timezone.now()))


@router.get("{uuid:key}", response=CaseDetailOut, summary="En sag med det, der hører til den")
@door("cases.read")
def one_case(request: HttpRequest, key: UUID) -> CaseDetailOut:
    """Return one case."""
    found = queries.case(actor_of(request), str(key), now=timezone.now())
    return CaseDetailOut(
        case=_out(found.case),
        entries=[CaseEntryOut(date=one.date, kind=one.kind, label=one.label, url=one.url) for one in found.entries],
        linked=[_out(one) for one in found.linked],
    )


@router.post("{uuid:key}/rename", response=CaseOut, summary="Ret en sags titel")
@door("cases.rename")
def rename(request: HttpRequest, key: UUID, given: TitleIn) -> CaseOut:
    """Give it another title."""
    return _out(actions.rename_case(actor=actor_of(request), key=str(key), now=timezone.now(), **given.dict()))


@router.post("{uuid:key}/owner", response=CaseOut, summary="Giv en sag en anden ansvarlig")
@door("cases.change_owner")
def change_owner(request: HttpRequest, key: UUID, given: CaseOwnerIn) -> CaseOut:
    """Give it to another owner."""
    return _out(actions.change_owner(actor=actor_of(request), key=str(key), now=timezone.now(), **given.dict()))


@router.post("{uuid:key}/close", response=CaseOut, summary="Afslut en sag")
@door("cases.close")
def close(request: HttpRequest, key: UUID) -> CaseOut:
    """Close it."""
    return _out(actions.close_case(actor=actor_of(request), key=str(key), now=timezone.now()))


@router.post("{uuid:key}/reopen", response=CaseOut, summary="Genåbn en sag")
@door("cases.reopen")
def reopen(request: HttpRequest, key: UUID) -> CaseOut:
    """Open it again."""
    return _out(actions.reopen_case(actor=actor_of(request), key=str(key), now=timezone.now()))
