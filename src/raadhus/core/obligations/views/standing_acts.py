"""What happens to a standing decision when a form of its page is posted."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.core.obligations.actions import firing
from raadhus.core.obligations.actions import standing as actions
from raadhus.core.obligations.forms.promises import ReasonForm
from raadhus.core.obligations.forms.standing import AdoptForm, SupersedeForm
from raadhus.core.obligations.queries.choosing import standing_successors
from raadhus.core.obligations.views.acting import actor_of, said
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


def _done(request: HttpRequest, key: UUID, form: forms.Form, act: Callable[..., object], success: str) -> HttpResponse:
    """Do it and go back to the decision; what is wrong is said there."""
    if form.is_valid():
        try:
            act(actor=actor_of(request), key=str(key), now=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, success)
    else:
        for sentence in said(form):
            messages.error(request, sentence)
    return redirect("obligations:standing", key)


@require_POST
@door("obligations.adopt_standing")
def adopt(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put it in force."""
    return _done(request, key, AdoptForm(request.POST), actions.adopt_standing, _("Den stående beslutning gælder nu."))


@require_POST
@door("obligations.suspend_standing")
def suspend(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it rest."""
    return _done(request, key, ReasonForm(request.POST), actions.suspend_standing, _("Den er sat i bero."))


@require_POST
@door("obligations.resume_standing")
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it count again."""
    return _done(request, key, ReasonForm(request.POST), actions.resume_standing, _("Den er genoptaget."))


@require_POST
@door("obligations.end_standing")
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it end."""
    return _done(request, key, ReasonForm(request.POST), actions.end_standing, _("Den er ophørt."))


@require_POST
@door("obligations.supersede_standing")
def supersede(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let another take its place."""
    others = standing_successors(actor_of(request), str(key), now=timezone.now())
    form = SupersedeForm(request.POST, others=others)
    return _done(request, key, form, actions.supersede_standing, _("Den er afløst."))


@require_POST
@door("obligations.ask_to_end_standing")
def ask_to_end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let the owner propose that it ends."""
    success = _("Dit forslag er givet videre til sekretær og kommunaldirektør.")
    return _done(request, key, ReasonForm(request.POST), actions.ask_to_end_standing, success)


@require_POST
@door("obligations.keep_standing")
def keep(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say no to the owner's proposal."""
    return _done(request, key, ReasonForm(request.POST), actions.keep_standing, _("Den er fastholdt."))


@require_POST
@door("obligations.fire_standing_now")
def fire_now(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it fire today, outside its rhythm."""
    return _done(request, key, ReasonForm(request.POST), firing.fire_standing_now, _("Den er forelagt."))
