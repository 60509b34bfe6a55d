"""The API of a meeting that is being held, and of a case's way: the same actions and queries as the pages."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.deciding import (
    close_sitting,
    decide_item,
    give_outcome,
    open_sitting,
    order_obligation,
    reopen_item,
    write_decision,
)
from raadhus.meetings.queries.trails import Trail, trail_of_case
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome
from raadhus.meetings.rules.sentences import Sentence

router = Router()


class OutcomeIn(Schema):
    """An outcome for some recommendations; without a code it is taken away. No ids: the item as a whole."""

    recommendation_ids: list[str] = []
    outcome: str | None = None
    remark: str = ""
    to_body: str = ""
    as_type: str = ""
    wanted: str = ""
    revision: int | None = None


class DecisionTextIn(Schema):
    """The decision in own words; an empty text is the one that the outcomes give."""

    text: str | None = None
    public_decision: str | None = None
    kept_reason: str | None = None
    revision: int | None = None


class OrderIn(Schema):
    """What is ordered with the decision."""

    text: str
    owner_key: str = ""
    owner_text: str = ""
    due: str = ""
    to_body: str = ""
    recommendation_id: str = ""
    revision: int | None = None


class CloseItemIn(Schema):
    """Whether the item is closed without a decision."""

    without_decision: bool = False
    revision: int | None = None


class ReopenItemIn(Schema):
    """Why the item is opened again."""

    reason: str
    revision: int | None = None


class RevisionOut(Schema):
    """The item's new revision."""

    revision: int


class TrailStepOut(Schema):
    """What one body did about the case at one meeting."""

    body: str
    date: date
    number: str
    title: str
    url: str
    outcome: str | None
    said: str
    is_final: bool


class TrailPlaceOut(Schema):
    """Where the case is now."""

    body: str
    state: str
    date: date | None


class TrailOut(Schema):
    """A case's way through the bodies."""

    steps: list[TrailStepOut]
    places: list[TrailPlaceOut]
    decided_in: str
    deferrals: int
    finally_decided: bool


@router.post("sittings/{uuid:sitting_id}/open", response={204: None})
@door("meetings.open_sitting")
def open_it(request: HttpRequest, sitting_id: UUID) -> Status[None]:
    """Open the meeting."""
    open_sitting(actor=actor_of(request), sitting_id=sitting_id, now=timezone.now())
    return Status(204, None)


@router.post("sittings/{uuid:sitting_id}/close", response={204: None})
@door("meetings.close_sitting")
def close_it(request: HttpRequest, sitting_id: UUID) -> Status[None]:
    """Close the meeting; refused while items are open."""
    close_sitting(actor=actor_of(request), sitting_id=sitting_id, now=timezone.now())
    return Status(204, None)


@router.put("treatments/{uuid:treatment_id}/outcome", response=RevisionOut)
@door("meetings.write_minutes")
def outcome(request: HttpRequest, treatment_id: UUID, said: OutcomeIn) -> dict[str, int]:
    """Give recommendations an outcome, or take it away."""
    revision = give_outcome(
        actor=actor_of(request),
        treatment_id=treatment_id,
        recommendation_ids=said.recommendation_ids or [""],
        given=_given(said),
        revision=said.revision,
        now=timezone.now(),
    )
    return {"revision": revision}


def _given(said: OutcomeIn) -> Given | None:
    if said.outcome is None:
        return None
    if said.outcome not in {one.value for one in Outcome if one not in IMPORT_ONLY}:
        raise WrongInput(Sentence("Udfaldet »%(code)s« findes ikke, eller det kan ikke vælges.", code=said.outcome))
    return Given(Outcome(said.outcome), said.remark, said.to_body, said.as_type, said.wanted)


@router.put("treatments/{uuid:treatment_id}/decision", response=RevisionOut)
@door("meetings.write_minutes")
def decision_text(request: HttpRequest, treatment_id: UUID, said: DecisionTextIn) -> dict[str, int]:
    """Write the decision in own words."""
    actor, now = actor_of(request), timezone.now()
    return {"revision": write_decision(actor=actor, treatment_id=treatment_id, now=now, **said.dict())}


@router.post("treatments/{uuid:treatment_id}/orders", response=RevisionOut)
@door("meetings.write_minutes")
def order(request: HttpRequest, treatment_id: UUID, said: OrderIn) -> dict[str, int]:
    """Write down what is ordered with the decision."""
    given = said.dict()
    revision = given.pop("revision")
    made = order_obligation(
        actor=actor_of(request),
        treatment_id=treatment_id,
        promise=NewPromise(**given),
        revision=revision,
        now=timezone.now(),
    )
    return {"revision": made}


@router.post("treatments/{uuid:treatment_id}/close", response=RevisionOut)
@door("meetings.decide_item")
def close_item(request: HttpRequest, treatment_id: UUID, said: CloseItemIn) -> dict[str, int]:
    """Close the item: its orders become obligations in the same act."""
    actor, now = actor_of(request), timezone.now()
    return {"revision": decide_item(actor=actor, treatment_id=treatment_id, now=now, **said.dict())}


@router.post("treatments/{uuid:treatment_id}/reopen", response=RevisionOut)
@door("meetings.decide_item")
def reopen(request: HttpRequest, treatment_id: UUID, said: ReopenItemIn) -> dict[str, int]:
    """Open a closed item again."""
    actor, now = actor_of(request), timezone.now()
    return {"revision": reopen_item(actor=actor, treatment_id=treatment_id, now=now, **said.dict())}


@router.get("trails", response=TrailOut)
@door("meetings.read")
def trail(request: HttpRequest, case_number: str) -> dict[str, object]:
    """Return a case's way through the bodies, as far as the caller may see it."""
    return _told(trail_of_case(viewer=actor_of(request), case_number=case_number, now=timezone.now()))


def _told(found: Trail) -> dict[str, object]:
    return {
        "steps": found.steps,
        "places": found.places,
        "decided_in": found.decided_in,
        "deferrals": found.deferrals,
        "finally_decided": found.final is not None,
    }
