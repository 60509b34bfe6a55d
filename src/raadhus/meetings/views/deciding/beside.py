"""What stands beside the outcomes of an item: what is ordered, votes, dissents, who is out of the room."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.deciding import (
    order_obligation,
    record_dissent,
    record_vote,
    remove_dissent,
    remove_order,
    remove_vote,
    set_absent,
)
from raadhus.meetings.views.deciding.answering import Act, answer
from raadhus.meetings.views.deciding.said_in_forms import position_from, promise_from, vote_from


@door("meetings.write_minutes")
@require_POST
def promise(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Write down what is ordered, or take it away again."""
    place, is_new = position_from(request.POST)
    on = timezone.localdate()

    def add(actor: Actor, now: datetime, revision: int | None) -> object:
        made = promise_from(request.POST, on)
        return order_obligation(actor=actor, treatment_id=treatment_id, promise=made, revision=revision, now=now)

    def remove(actor: Actor, now: datetime, revision: int | None) -> object:
        return remove_order(actor=actor, treatment_id=treatment_id, position=place, revision=revision, now=now)

    act: Act = add if is_new else remove
    return answer(request, treatment_id, act, chosen=request.POST.get("chosen", ""))


@door("meetings.write_minutes")
@require_POST
def vote(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Write a vote down, or take it away again."""
    place, is_new = position_from(request.POST)
    about = {"on": request.POST.get("on", ""), "recommendation_id": request.POST.get("recommendation", "")}

    def add(actor: Actor, now: datetime, revision: int | None) -> object:
        cast = vote_from(request.POST)
        return record_vote(actor=actor, treatment_id=treatment_id, vote=cast, revision=revision, now=now, **about)

    def remove(actor: Actor, now: datetime, revision: int | None) -> object:
        return remove_vote(actor=actor, treatment_id=treatment_id, position=place, revision=revision, now=now)

    act: Act = add if is_new else remove
    return answer(request, treatment_id, act)


@door("meetings.write_minutes")
@require_POST
def dissent(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Write a dissent down, or take it away again."""
    place, is_new = position_from(request.POST)
    said = {"person_key": request.POST.get("person", ""), "text": request.POST.get("dissent", "")}

    def add(actor: Actor, now: datetime, revision: int | None) -> object:
        return record_dissent(actor=actor, treatment_id=treatment_id, revision=revision, now=now, **said)

    def remove(actor: Actor, now: datetime, revision: int | None) -> object:
        return remove_dissent(actor=actor, treatment_id=treatment_id, position=place, revision=revision, now=now)

    act: Act = add if is_new else remove
    return answer(request, treatment_id, act)


@door("meetings.write_minutes")
@require_POST
def absence(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Say who is out of the room, and who of them is disqualified."""
    out, disqualified = request.POST.getlist("absent"), request.POST.getlist("disqualified")
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: set_absent(
            actor=actor, treatment_id=treatment_id, absent=out, disqualified=disqualified, revision=revision, now=now
        ),
    )
