"""A case is moved along its way, planned, and given attachments: one posted form each."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions import draft_attachments, draft_steps
from raadhus.meetings.actions.arranging import unplan_draft
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.views.agenda_forms import AttachmentForm, ReasonForm
from raadhus.meetings.views.posting import say_errors, tried


def _did(
    request: HttpRequest, draft_id: UUID, act: Callable[..., object], success: str, form: forms.Form | None = None
) -> HttpResponse:
    """Do it with what the form holds and go back to the case, or to where the form says it was posted from."""
    if form is not None and not form.is_valid():
        say_errors(request, form)
    else:
        given = form.cleaned_data if form else {}
        tried(
            request,
            partial(act, actor=actor_of(request), draft_id=draft_id, now=timezone.now(), **given),
            success,
        )
    return redirect("meetings:draft", draft_id=draft_id)


@door("meetings.propose_draft")
@require_POST
def propose(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Hand it in."""
    return _did(request, draft_id, draft_steps.propose_draft, _("Sagen er foreslået."))


@door("meetings.return_draft")
@require_POST
def send_back(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Send it back to its author."""
    form = ReasonForm(request.POST)
    return _did(
        request, draft_id, draft_steps.return_draft, _("Sagen er sendt retur, og forfatteren får besked."), form
    )


@door("meetings.approve_draft")
@require_POST
def approve(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Say that it is ready for an agenda."""
    return _did(request, draft_id, draft_steps.approve_draft, _("Sagen er godkendt til dagsordenen."))


@door("meetings.withdraw_draft")
@require_POST
def withdraw(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Take it back."""
    return _did(request, draft_id, draft_steps.withdraw_draft, _("Sagen er trukket tilbage."))


@door("meetings.withdraw_draft")
@require_POST
def resume(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Take it up again."""
    return _did(request, draft_id, draft_steps.resume_draft, _("Sagen er en kladde igen."))


@door("meetings.plan_draft")
@require_POST
def plan(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Put it on the agenda of the meeting that was chosen."""
    act = partial(
        plan_draft, sitting_id=request.POST.get("sitting_id", ""), late_reason=request.POST.get("late_reason", "")
    )
    return _did(request, draft_id, act, _("Sagen er sat på dagsordenen."))


@door("meetings.plan_draft")
@require_POST
def unplan(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Take it off its agenda."""
    return _did(request, draft_id, unplan_draft, _("Sagen er taget af dagsordenen."))


@door("meetings.write_draft")
@require_POST
def attach(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Put a file on it, as a new attachment or as a new version of one."""
    form = AttachmentForm(request.POST, request.FILES)
    if not form.is_valid():
        say_errors(request, form)
        return redirect("meetings:draft", draft_id=draft_id)
    given = form.cleaned_data
    act = partial(
        draft_attachments.attach_file,
        name=given["file"].name,
        data=given["file"],
        title=given["title"],
        publish=given["publish"],
        replaces=request.POST.get("replaces") or None,
    )
    return _did(request, draft_id, act, _("Bilaget er lagt på sagen."))


@door("meetings.write_draft")
@require_POST
def attachment_change(request: HttpRequest, draft_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Name an attachment, give it another place, or say whether the public may have it."""
    place = request.POST.get("place", "")
    act = partial(
        draft_attachments.change_attachment,
        attachment_id=attachment_id,
        title=request.POST.get("title", ""),
        publish=request.POST.get("publish") == "on",
        place=int(place) - 1 if place.isascii() and place.isdigit() and len(place) < 4 else None,  # noqa: PLR2004 - more than a hundred attachments there are never
    )
    return _did(request, draft_id, act, _("Bilaget er ændret."))


@door("meetings.write_draft")
@require_POST
def attachment_remove(request: HttpRequest, draft_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Take an attachment away."""
    act = partial(draft_attachments.remove_attachment, attachment_id=attachment_id)
    return _did(request, draft_id, act, _("Bilaget er fjernet. Det kan lægges tilbage."))


@door("meetings.write_draft")
@require_POST
def attachment_restore(request: HttpRequest, draft_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Put an attachment back."""
    act = partial(draft_attachments.restore_attachment, attachment_id=attachment_id)
    return _did(request, draft_id, act, _("Bilaget er lagt tilbage."))
