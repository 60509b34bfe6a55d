"""How the page of live minutes answers a form: the item as it is now, and what was typed when it could not be saved."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from raadhus.core.access.public import actor_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, NotAllowed, NotFound
from raadhus.meetings.queries.live_minutes import item_url, live_page, next_open
from raadhus.meetings.queries.treatment_target import sitting_of
from raadhus.meetings.views.posting import whole_number

Act = Callable[[Actor, datetime, int | None], object]


def revision_of(request: HttpRequest) -> int | None:
    """Return the revision that the page was at; `fresh` is the one that was saved last from the same page."""
    return whole_number(request.POST.get("fresh") or request.POST.get("revision") or "")


def answer(
    request: HttpRequest, treatment_id: UUID, act: Act, *, chosen: str = "", goes_on: bool = False
) -> HttpResponse:
    """Do it, and show the item, or the next open one when it `goes_on`. What cannot be done is said, with what was typed kept."""
    viewer, now = actor_of(request), timezone.now()
    sitting_id = sitting_of(treatment_id)
    problem = ""
    try:
        act(viewer, now, revision_of(request))
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        problem = str(error)
    shown_id = next_open(treatment_id) if goes_on and not problem else str(treatment_id)
    if not problem and not request.headers.get("HX-Request"):
        return redirect(f"{item_url(sitting_id, shown_id, chosen)}#punktet")
    page = live_page(
        viewer=viewer,
        sitting_id=sitting_id,
        item_id=shown_id,
        chosen=request.POST.get("chosen", "") if problem else chosen,
        now=now,
    )
    shown = {"page": page, "problem": problem, "typed": request.POST if problem else {}}
    template = "meetings/live/body.html" if request.headers.get("HX-Request") else "meetings/live/live.html"
    return render(request, template, shown)


def answer_meeting(request: HttpRequest, sitting_id: UUID, act: Act) -> HttpResponse:
    """Do something with the meeting, and go back to its page."""
    try:
        act(actor_of(request), timezone.now(), revision_of(request))
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("meetings:live_minutes", sitting_id=sitting_id)
