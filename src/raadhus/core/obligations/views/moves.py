"""What is done to an obligation on its page. What cannot be done is said there, and what was written stays in its form."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.actions import promises as actions
from raadhus.core.obligations.forms.promises import DueForm, EvidenceForm, OwnerForm, ReasonForm, ReplaceForm
from raadhus.core.obligations.queries import choosing
from raadhus.core.obligations.rules.status import Move, Upload
from raadhus.core.obligations.views.acting import done, owners
from raadhus.core.obligations.views.pages import CHANGE_DUE, HAND_OVER, page
from raadhus.kernel.doors import door


def _moved(
    request: HttpRequest, key: UUID, act: Callable[..., object], success: str, *, name: str, form: forms.Form
) -> HttpResponse:
    if done(request, key, form, act, success):
        return redirect("obligations:obligation", key)
    return page(request, key, {name: form}, status=400)


def _reasoned(request: HttpRequest, key: UUID, move: Move, act: Callable[..., object], success: str) -> HttpResponse:
    form = ReasonForm(request.POST, auto_id=f"{move.value}-%s")
    return _moved(request, key, act, success, name=move.value, form=form)


@require_POST
@door("obligations.start")
def start(request: HttpRequest, key: UUID) -> HttpResponse:
    """Begin."""
    return _moved(
        request, key, actions.start, _("Forpligtelsen er i gang."), name=Move.START, form=forms.Form(request.POST)
    )


@require_POST
@door("obligations.wait")
def wait(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that it waits."""
    return _reasoned(request, key, Move.WAIT, actions.wait, _("Forpligtelsen afventer."))


@require_POST
@door("obligations.complete")
def complete(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that it is done, with words, a link or a file."""
    form = EvidenceForm(request.POST, request.FILES, auto_id="complete-%s")
    return _moved(request, key, _complete, _("Forpligtelsen er udført."), name=Move.COMPLETE, form=form)


def _complete(*, file: Any, **given: Any) -> object:
    upload = Upload(file.name, file) if file else None
    return actions.complete(upload=upload, **given)


@require_POST
@door("obligations.reopen")
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open it again."""
    return _reasoned(request, key, Move.REOPEN, actions.reopen, _("Forpligtelsen er åben igen."))


@require_POST
@door("obligations.lapse")
def lapse(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it lapse."""
    return _reasoned(request, key, Move.LAPSE, actions.lapse, _("Forpligtelsen er bortfaldet."))


@require_POST
@door("obligations.replace")
def replace(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put another in its place."""
    others = choosing.successors(actor_of(request), str(key), now=timezone.now())
    form = ReplaceForm(request.POST, others=others, auto_id="replace-%s")
    return _moved(request, key, actions.replace, _("Forpligtelsen er erstattet."), name=Move.REPLACE, form=form)


@require_POST
@door("obligations.hand_over")
def hand_over(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it to another owner."""
    form = OwnerForm(request.POST, auto_id="hand-over-%s", **owners())
    return _moved(
        request, key, actions.hand_over, _("Forpligtelsen har fået en ny ansvarlig."), name=HAND_OVER, form=form
    )


@require_POST
@door("obligations.change_due")
def change_due(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it another due date."""
    form = DueForm(request.POST, auto_id="due-%s")
    return _moved(request, key, actions.change_due, _("Fristen er ændret."), name=CHANGE_DUE, form=form)
