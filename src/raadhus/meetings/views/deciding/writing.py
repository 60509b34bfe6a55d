"""What the minute-taker does most: begin an item, give outcomes, write, undo."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, NotAllowed, NotFound
from raadhus.meetings.actions.deciding import give_outcome, start_item, undo_last, write_decision
from raadhus.meetings.queries.live_minutes import live_page
from raadhus.meetings.queries.treatment_target import sitting_of
from raadhus.meetings.rules.deciding.choices import NEEDS_WORDS
from raadhus.meetings.views.deciding.answering import answer, revision_of
from raadhus.meetings.views.deciding.said_in_forms import chosen_ids, given_from


@door("meetings.write_minutes")
@require_POST
def start(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Begin the item: its clock runs."""
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: start_item(actor=actor, treatment_id=treatment_id, revision=revision, now=now),
    )


@door("meetings.write_minutes")
@require_POST
def outcome(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Give the chosen recommendations an outcome, or write the words of the one they have."""
    given = given_from(request.POST)
    chosen = request.POST.get("chosen", "")
    is_left = request.POST.get("autosave") == "ja"
    stays = given is not None and (is_left or ("remark" not in request.POST and given.outcome in NEEDS_WORDS))
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: give_outcome(
            actor=actor,
            treatment_id=treatment_id,
            recommendation_ids=chosen_ids(request.POST),
            given=given,
            revision=revision,
            now=now,
        ),
        chosen=chosen if stays else "",
    )


@door("meetings.write_minutes")
@require_POST
def undo(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Undo the last change."""
    return answer(
        request,
        treatment_id,
        lambda actor, now, revision: undo_last(actor=actor, treatment_id=treatment_id, revision=revision, now=now),
    )


@door("meetings.write_minutes")
@require_POST
def text(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Save the decision's text and what stands around it. While one writes, only the check comes back."""
    fields = {name: request.POST.get(name) for name in ("text", "public_decision", "note", "kept_reason")}

    def write(actor: Actor, now: datetime, revision: int | None) -> object:
        return write_decision(actor=actor, treatment_id=treatment_id, revision=revision, now=now, **fields)

    if request.POST.get("autosave") != "ja":
        return answer(request, treatment_id, write)
    viewer, now = actor_of(request), timezone.now()
    problem = ""
    try:
        write(viewer, now, revision_of(request))
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        problem = str(error)
    page = live_page(viewer=viewer, sitting_id=sitting_of(treatment_id), item_id=str(treatment_id), now=now)
    return render(
        request, "meetings/live/check.html", {"page": page, "item": page.item, "problem": problem, "saved": not problem}
    )
