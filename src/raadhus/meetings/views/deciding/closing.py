"""An item is closed, taken off or opened again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from raadhus.kernel.doors import door
from raadhus.meetings.actions.deciding import decide_item, reopen_item, withdraw_item
from raadhus.meetings.views.deciding.answering import answer


@door("meetings.decide_item")
@require_POST
def close(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Close the item, and go on with the next."""
    nothing = request.POST.get("without_decision") == "ja"
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: decide_item(
            actor=actor, treatment_id=treatment_id, without_decision=nothing, revision=revision, now=now
        ),
        goes_on=True,
    )


@door("meetings.decide_item")
@require_POST
def withdraw(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Take the item off the agenda at the meeting."""
    reason = request.POST.get("reason", "")
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: withdraw_item(
            actor=actor, treatment_id=treatment_id, reason=reason, revision=revision, now=now
        ),
        goes_on=True,
    )


@door("meetings.decide_item")
@require_POST
def reopen(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Open the item again."""
    reason = request.POST.get("reason", "")
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: reopen_item(
            actor=actor, treatment_id=treatment_id, reason=reason, revision=revision, now=now
        ),
    )
