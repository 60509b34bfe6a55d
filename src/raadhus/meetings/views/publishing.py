"""Publish and take back, the public text of closed items, and the answers to suggested obligations."""

import time
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, NotAllowed
from raadhus.meetings.actions import (
    confirm_obligation,
    describe_closed_item,
    dismiss_obligation,
    publish_meeting,
    unpublish_meeting,
)
from raadhus.meetings.actions.suppressing import let_be_at_the_gate
from raadhus.meetings.forms import ObligationForm, PublicTextForm, UnpublishForm
from raadhus.meetings.queries.publish_page import gate_steps, publish_page
from raadhus.meetings.views.posting import tried

# How long a page may look at files before it is shown with the rest still to come.
_PATIENCE_SECONDS = 2


@door("meetings.publish_meeting")
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show what stands in the way, and publish when it is accepted."""
    viewer, now = actor_of(request), timezone.now()
    if request.method == "POST":
        accepted = request.POST.get("accept") == "ja"
        try:
            publish_meeting(actor=viewer, meeting_id=meeting_id, accept_warnings=accepted, now=now)
        except NotAllowed:
            raise
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Mødet er publiceret."))
            return redirect("meetings:meeting", meeting_id=meeting_id)
    _look_for_a_while(request, meeting_id)
    page = publish_page(viewer=viewer, meeting_id=meeting_id, now=now)
    return render(request, "meetings/publish.html", {"page": page, **_progress(page.looked_at, page.total, meeting_id)})


@door("meetings.publish_meeting")
@require_GET
def gate_progress(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Look at some more files, and say how far it is; when all are done, the page is shown anew."""
    done, total = _look_for_a_while(request, meeting_id)
    response = render(request, "ui/components/progress.html", _progress(done, total, meeting_id))
    if done == total:
        response["HX-Refresh"] = "true"
    return response


@door("meetings.publish_meeting")
@require_POST
def let_be(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Let a finding about language be, with a reason: the text is signed, or it is right."""
    code, _parted, number = request.POST.get("finding", "").partition(" ")
    act = partial(
        let_be_at_the_gate,
        actor=actor_of(request),
        meeting_id=meeting_id,
        item_number=number,
        code=code,
        reason=request.POST.get("reason", ""),
        now=timezone.now(),
    )
    tried(request, act, _("Fundet er ladt være, og begrundelsen står i portens svar."))
    return redirect("meetings:publish", meeting_id=meeting_id)


def _look_for_a_while(request: HttpRequest, meeting_id: UUID) -> tuple[int, int]:
    started = time.monotonic()
    done, total = 1, 1
    for done, total in gate_steps(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now()):  # noqa: B007 - how far it came is the answer
        if time.monotonic() - started > _PATIENCE_SECONDS:
            break
    return done, total


def _progress(done: int, total: int, meeting_id: UUID) -> dict[str, object]:
    url = reverse("meetings:gate_progress", args=[meeting_id])
    label = _("Filerne skrives og efterprøves")
    return {"name": "gate", "label": label, "count": done, "total": total, "done": done == total, "url": url}


@door("meetings.unpublish_meeting")
@require_POST
def unpublish(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Take a meeting back from the public."""
    form = UnpublishForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        unpublish_meeting(actor=actor_of(request), meeting_id=meeting_id, reason=reason, now=timezone.now())
        messages.success(request, _("Mødet er trukket tilbage. Kopier, som andre har taget, kan ikke kaldes hjem."))
    else:
        messages.error(request, _("Skriv, hvorfor mødet trækkes tilbage."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


@door("meetings.describe_closed_item")
@require_POST
def describe(request: HttpRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Write what the public is told about a closed item."""
    form = PublicTextForm(request.POST)
    if form.is_valid():
        describe_closed_item(actor=actor_of(request), item_id=item_id, **form.cleaned_data, now=timezone.now())
        messages.success(request, _("Den offentlige tekst er gemt."))
    else:
        messages.error(request, _("Teksten er for lang."))
    return redirect("meetings:item", meeting_id=meeting_id, item_id=item_id)


def _obligations(meeting_id: UUID) -> HttpResponse:
    return redirect(f"{reverse('meetings:review', args=[meeting_id])}#forpligtelser")


@door("meetings.confirm_obligation")
@require_POST
def obligation_confirm(request: HttpRequest, meeting_id: UUID, suggestion_id: UUID) -> HttpResponse:
    """Create the obligation as the person wrote it."""
    now = timezone.now()
    form = ObligationForm(request.POST, on=timezone.localdate(now))
    if not form.is_valid():
        messages.error(request, " ".join(str(text) for texts in form.errors.values() for text in texts))
        return _obligations(meeting_id)
    try:
        confirm_obligation(actor=actor_of(request), suggestion_id=suggestion_id, **form.cleaned_data, now=now)
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        said = _("Forpligtelsen er oprettet.")
        without = _("Forpligtelsen er oprettet uden en ansvarlig person: ingen bliver mindet om den.")
        messages.success(request, said if form.cleaned_data["owner_key"] else without)
    return _obligations(meeting_id)


@door("meetings.dismiss_obligation")
@require_POST
def obligation_dismiss(request: HttpRequest, meeting_id: UUID, suggestion_id: UUID) -> HttpResponse:
    """Say that a suggestion is no obligation."""
    note = request.POST.get("note", "")
    dismiss_obligation(actor=actor_of(request), suggestion_id=suggestion_id, note=note, now=timezone.now())
    messages.success(request, _("Forslaget er afvist."))
    return _obligations(meeting_id)
