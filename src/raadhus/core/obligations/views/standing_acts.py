"""What a viewer may do to a standing decision, each with its form, and what happens when it is posted."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.core.obligations.actions import firing
from raadhus.core.obligations.actions import standing as actions
from raadhus.core.obligations.forms.promises import ReasonForm
from raadhus.core.obligations.forms.standing import AdoptForm, SupersedeForm
from raadhus.core.obligations.queries.standing import StandingAsked, StandingDetail, standing_decisions
from raadhus.core.obligations.rules.standing import State, Step
from raadhus.core.obligations.views.acting import Act, actor_of, said
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


def acts(found: StandingDetail, viewer: Actor, now: datetime) -> list[Act]:
    """Return what may be done now, each with a form of its own: two fields never share an id."""
    labels = {
        Step.ADOPT: _("Sæt i kraft"),
        Step.SUSPEND: _("Sæt i bero"),
        Step.RESUME: _("Genoptag"),
        Step.END: _("Lad ophøre"),
        Step.SUPERSEDE: _("Lad en anden afløse den"),
    }
    others = _others(found, viewer, now) if Step.SUPERSEDE in found.steps else []
    made: dict[Step, forms.Form] = {
        Step.ADOPT: AdoptForm(auto_id="adopt-%s"),
        Step.SUPERSEDE: SupersedeForm(others=others, auto_id="supersede-%s"),
    }
    offered = [
        (labels[step], f"standing_{step.value}", made.get(step) or ReasonForm(auto_id=f"{step.value}-%s"))
        for step in found.steps
        if step is not Step.SUPERSEDE or others
    ]
    more = (
        (found.may_fire_now, _("Forelæg nu"), "standing_fire_now"),
        (found.may_ask_to_end, _("Foreslå, at den ophører"), "standing_ask_to_end"),
        (found.may_keep, _("Fasthold den"), "standing_keep"),
    )
    offered += [(label, name, ReasonForm(auto_id=f"{name}-%s")) for may, label, name in more if may]
    return [
        Act(label, reverse(f"obligations:{name}", args=[found.standing.key]), form) for label, name, form in offered
    ]


def _others(found: StandingDetail, viewer: Actor, now: datetime) -> list[tuple[str, str]]:
    """Return what may take its place: what is in force, but for itself."""
    live = standing_decisions(viewer, StandingAsked(state=State.IN_FORCE.value), now=now)
    return [(one.key, f"{one.body}: {one.title}") for one in live if one.key != found.standing.key]


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
    live = standing_decisions(actor_of(request), StandingAsked(state=State.IN_FORCE.value), now=timezone.now())
    form = SupersedeForm(request.POST, others=[(one.key, one.title) for one in live])
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
