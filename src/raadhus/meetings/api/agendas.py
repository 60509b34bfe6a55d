"""The API of cases on their way and of sittings: the same actions and queries as the pages."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sittings import plan_sitting
from raadhus.meetings.rules.draft_facts import DraftFacts

router = Router()


class DraftFactsIn(Schema):
    """What a case is, apart from its texts."""

    title: str
    case_number: str = ""
    case_type: str = "decision"
    closed: bool = False
    legal_ground: str = ""
    public_title: str = ""
    wanted_date: date | None = None
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
    day: date
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


@router.post("drafts", response=MadeOut)
@door("meetings.write_draft")
def new_draft(request: HttpRequest, said: NewDraftIn) -> dict[str, str]:
    """Begin a case for a body."""
    given = said.dict()
    body_key = given.pop("body_key")
    made = create_draft(actor=actor_of(request), body_key=body_key, facts=DraftFacts(**given), now=timezone.now())
    return {"id": made}


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
