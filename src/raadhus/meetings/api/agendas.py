"""The API of cases on their way and of sittings: the same actions and queries as the pages."""

from datetime import date as day_type
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions import draft_steps
from raadhus.meetings.actions.arranging import unplan_draft
from raadhus.meetings.actions.drafts import change_draft, create_draft
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.sitting_changes import cancel_sitting
from raadhus.meetings.actions.sittings import plan_sitting
from raadhus.meetings.queries.drafts import DraftsAsked, draft_list
from raadhus.meetings.queries.sittings import SittingsAsked, sitting_list
from raadhus.meetings.rules.draft_facts import DraftFacts

router = Router()

_MOST = 200


class DraftFactsIn(Schema):
    """What a case is, apart from its texts."""

    title: str
    case_number: str = ""
    case_type: str = "decision"
    closed: bool = False
    legal_ground: str = ""
    public_title: str = ""
    wanted_date: day_type | None = None
    estimated_minutes: int | None = None
    presenter: str = ""
    decided_in: str = ""
    unit_key: str = ""


class NewDraftIn(DraftFactsIn):
    """A new case, and the body it is for."""

    body_key: str


class SittingIn(Schema):
    """A meeting to plan."""

    body_key: str
    day: day_type
    start_time: str = ""
    place: str = ""


class PlannedIn(Schema):
    """Which case, and why it cannot wait when it comes late."""

    draft_id: UUID
    late_reason: str = ""
    revision: int | None = None


class MadeOut(Schema):
    """The id of what was made."""

    id: UUID


class ChangedFactsIn(DraftFactsIn):
    """A case's facts, and the revision that they began from."""

    revision: int | None = None


class DraftOut(Schema):
    """One case in a list."""

    id: UUID
    title: str
    body: str
    case_number: str
    case_type: str
    state: str
    author: str
    closed: bool
    is_late: bool
    wanted_date: day_type | None
    planned: str
    url: str


class SittingOut(Schema):
    """One planned meeting."""

    id: UUID
    body: str
    body_key: str
    date: day_type
    start_time: str
    place: str
    state: str
    items: int | None
    submission: day_type
    sending: day_type
    is_late: bool


class WhyIn(Schema):
    """Why something is done."""

    reason: str


class SendIn(Schema):
    """A note on the version, whether remarks are accepted, and the revision that the caller looked at."""

    note: str = ""
    accept_warnings: bool = False
    revision: int | None = None


class SentOut(Schema):
    """The version that was sent."""

    number: int
    is_supplement: bool


@router.post("drafts", response=MadeOut)
@door("meetings.write_draft")
def new_draft(request: HttpRequest, said: NewDraftIn) -> dict[str, str]:
    """Begin a case for a body."""
    given = said.dict()
    body_key = given.pop("body_key")
    made = create_draft(actor=actor_of(request), body_key=body_key, facts=DraftFacts(**given), now=timezone.now())
    return {"id": made}


@router.get("drafts", response=list[DraftOut])
@door("meetings.read_own_drafts")
def list_of_drafts(request: HttpRequest, which: str = "mine", body: str = "", state: str = "") -> list[object]:
    """Return cases on their way: "mine", "waiting", "ready" or "all"; at most 200, of closed ones the public title only."""
    asked = DraftsAsked(which=which, body=body, state=state)
    return list(draft_list(viewer=actor_of(request), asked=asked, now=timezone.now())[0:_MOST])


@router.put("drafts/{uuid:draft_id}", response={204: None})
@door("meetings.write_draft")
def change_facts(request: HttpRequest, draft_id: UUID, said: ChangedFactsIn) -> tuple[int, None]:
    """Change a case's facts; 409 when it is no longer at `revision`."""
    given = said.dict()
    revision = given.pop("revision")
    facts = DraftFacts(**given)
    change_draft(actor=actor_of(request), draft_id=draft_id, facts=facts, revision=revision, now=timezone.now())
    return 204, None


@router.post("drafts/{uuid:draft_id}/propose", response={204: None})
@door("meetings.propose_draft")
def propose(request: HttpRequest, draft_id: UUID) -> tuple[int, None]:
    """Hand a case in."""
    draft_steps.propose_draft(actor=actor_of(request), draft_id=draft_id, now=timezone.now())
    return 204, None


@router.post("drafts/{uuid:draft_id}/return", response={204: None})
@door("meetings.return_draft")
def send_back(request: HttpRequest, draft_id: UUID, said: WhyIn) -> tuple[int, None]:
    """Send a case back to its author."""
    draft_steps.return_draft(actor=actor_of(request), draft_id=draft_id, reason=said.reason, now=timezone.now())
    return 204, None


@router.post("drafts/{uuid:draft_id}/approve", response={204: None})
@door("meetings.approve_draft")
def approve_draft(request: HttpRequest, draft_id: UUID) -> tuple[int, None]:
    """Approve a case for an agenda."""
    draft_steps.approve_draft(actor=actor_of(request), draft_id=draft_id, now=timezone.now())
    return 204, None


@router.post("drafts/{uuid:draft_id}/withdraw", response={204: None})
@door("meetings.withdraw_draft")
def withdraw_draft(request: HttpRequest, draft_id: UUID) -> tuple[int, None]:
    """Take a case back."""
    draft_steps.withdraw_draft(actor=actor_of(request), draft_id=draft_id, now=timezone.now())
    return 204, None


@router.delete("drafts/{uuid:draft_id}/plan", response={204: None})
@door("meetings.plan_draft")
def take_off_agenda(request: HttpRequest, draft_id: UUID) -> tuple[int, None]:
    """Take a case off its agenda."""
    unplan_draft(actor=actor_of(request), draft_id=draft_id, now=timezone.now())
    return 204, None


@router.get("sittings", response=list[SittingOut])
@door("meetings.read_sittings")
def list_of_sittings(request: HttpRequest, body: str = "", when: str = "coming") -> list[object]:
    """Return planned meetings: "coming", "past" or "all"; at most 200."""
    asked = SittingsAsked(body=body, when=when)
    return list(sitting_list(viewer=actor_of(request), asked=asked, now=timezone.now())[0:_MOST])


@router.post("sittings/{uuid:sitting_id}/cancel", response={204: None})
@door("meetings.cancel_sitting")
def cancel(request: HttpRequest, sitting_id: UUID, said: WhyIn) -> tuple[int, None]:
    """Cancel a meeting."""
    cancel_sitting(actor=actor_of(request), sitting_id=sitting_id, reason=said.reason, now=timezone.now())
    return 204, None


@router.post("sittings/{uuid:sitting_id}/send", response=SentOut)
@door("meetings.send_agenda")
def send(request: HttpRequest, sitting_id: UUID, said: SendIn) -> object:
    """Send the agenda as its next version."""
    return send_agenda(actor=actor_of(request), sitting_id=sitting_id, now=timezone.now(), **said.dict())


@router.post("sittings", response=MadeOut)
@door("meetings.plan_sitting")
def new_sitting(request: HttpRequest, said: SittingIn) -> dict[str, UUID]:
    """Plan a meeting."""
    return {"id": plan_sitting(actor=actor_of(request), now=timezone.now(), **said.dict())}


@router.post("sittings/{uuid:sitting_id}/items", response=MadeOut)
@door("meetings.plan_draft")
def put_on_agenda(request: HttpRequest, sitting_id: UUID, said: PlannedIn) -> dict[str, UUID]:
    """Put an approved case on the agenda."""
    return {"id": plan_draft(actor=actor_of(request), sitting_id=sitting_id, now=timezone.now(), **said.dict())}
