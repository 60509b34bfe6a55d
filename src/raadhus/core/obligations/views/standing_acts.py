"""What happens to a standing decision when a form of its page is posted."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.actions import firing
from raadhus.core.obligations.actions import standing as actions
from raadhus.core.obligations.forms.promises import ReasonForm
from raadhus.core.obligations.forms.standing import AdoptForm, SupersedeForm
from raadhus.core.obligations.queries.choosing import standing_successors
from raadhus.core.obligations.views.acting import done
from raadhus.core.obligations.views.standing import page
from raadhus.kernel.doors import door


def _done(
    request: HttpRequest,
    key: UUID,
    act: Callable[..., object],
    success: str,
    *,
    name: str,
    form: forms.Form | None = None,
) -> HttpResponse:
    """Do it and go back to the decision; what is wrong is said there, and what was written stays in its form."""
    filled = form or ReasonForm(request.POST, auto_id=f"{name}-%s")
    if done(request, key, filled, act, success):
        return redirect("obligations:standing", key)
    return page(request, key, {name: filled}, status=400)


@require_POST
@door("obligations.adopt_standing")
def adopt(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put it in force."""
    form = AdoptForm(request.POST, auto_id="standing_adopt-%s")
    return _done(
        request, key, actions.adopt_standing, _("Den stående beslutning gælder nu."), name="standing_adopt", form=form
    )


@require_POST
@door("obligations.suspend_standing")
def suspend(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it rest."""
    return _done(request, key, actions.suspend_standing, _("Den er sat i bero."), name="standing_suspend")


@require_POST
@door("obligations.resume_standing")
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it count again."""
    return _done(request, key, actions.resume_standing, _("Den er genoptaget."), name="standing_resume")


@require_POST
@door("obligations.end_standing")
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it end."""
    return _done(request, key, actions.end_standing, _("Den er ophørt."), name="standing_end")


@require_POST
@door("obligations.supersede_standing")
def supersede(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let another take its place."""
    others = standing_successors(actor_of(request), str(key), now=timezone.now())
    form = SupersedeForm(request.POST, others=others, auto_id="standing_supersede-%s")
    return _done(request, key, actions.supersede_standing, _("Den er afløst."), name="standing_supersede", form=form)


@require_POST
@door("obligations.ask_to_end_standing")
def ask_to_end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let the owner propose that it ends."""
    success = _("Dit forslag er givet videre til sekretær og kommunaldirektør.")
    return _done(request, key, actions.ask_to_end_standing, success, name="standing_ask_to_end")


@require_POST
@door("obligations.keep_standing")
def keep(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say no to the owner's proposal."""
    return _done(request, key, actions.keep_standing, _("Den er fastholdt."), name="standing_keep")


@require_POST
@door("obligations.fire_standing_now")
def fire_now(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it fire today, outside its rhythm."""
    return _done(request, key, firing.fire_standing_now, _("Den er forelagt."), name="standing_fire_now")
