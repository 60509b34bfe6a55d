"""A body's rules and members, and changing them."""

from collections.abc import Callable
from functools import partial

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions import create_body
from raadhus.meetings.actions.body_standing import change_body_rules, switch_body
from raadhus.meetings.actions.members import add_member, end_member
from raadhus.meetings.queries.body_form import BodyPage, body_form
from raadhus.meetings.rules.states import BODY_STEPS
from raadhus.meetings.views.body_forms import NewBodyForm, OwnRulesForm, SwitchForm, member_form, own_rules_initial
from raadhus.meetings.views.posting import say_errors, tried


def _page(request: HttpRequest, key: str) -> BodyPage:
    return body_form(viewer=actor_of(request), key=key, now=timezone.now())


@door("meetings.read_sittings")
@require_GET
def rules(request: HttpRequest, key: str) -> HttpResponse:
    """Show a body's rules in words, its members and its next meetings; whoever keeps it gets the forms."""
    page = _page(request, key)
    context: dict[str, object] = {"page": page, "body": page.body}
    if page.may_change:
        states = list(page.next_states)
        context |= {
            "member_form": member_form(page, timezone.localdate()),
            "rules_form": OwnRulesForm(initial=own_rules_initial(page), auto_id="regel-%s"),
            "switch_form": SwitchForm(states=states, initial={"from_date": timezone.localdate()}, auto_id="skift-%s"),
        }
    return render(request, "meetings/bodies/rules.html", context)


def _did(
    request: HttpRequest, key: str, act: Callable[..., object], success: str, form: forms.Form | None = None
) -> HttpResponse:
    if form is not None and not form.is_valid():
        say_errors(request, form)
    else:
        given = form.cleaned_data if form else {}
        tried(request, partial(act, actor=actor_of(request), now=timezone.now(), **given), success)
    return redirect("meetings:body_rules", key=key)


@door("meetings.change_member")
@require_POST
def member_add(request: HttpRequest, key: str) -> HttpResponse:
    """Let a person belong to the body."""
    form = member_form(_page(request, key), timezone.localdate(), request.POST)
    return _did(request, key, partial(add_member, body_key=key), _("Medlemmet er tilføjet."), form)


@door("meetings.change_member")
@require_POST
def member_end(request: HttpRequest, key: str, member_id: int) -> HttpResponse:
    """Let a membership end today."""
    act = partial(end_member, member_id=member_id, end_date=timezone.localdate())
    return _did(request, key, act, _("Medlemskabet er afsluttet."))


@door("meetings.change_body")
@require_POST
def own_rules(request: HttpRequest, key: str) -> HttpResponse:
    """Say what the body does otherwise than its profile."""
    form = OwnRulesForm(request.POST)
    if not form.is_valid():
        say_errors(request, form)
        return redirect("meetings:body_rules", key=key)
    given = form.cleaned_data
    place, clock = given["usual_place"], given["usual_time"]
    act = partial(change_body_rules, key=key, own_rules=form.own(), usual_place=place, usual_time=clock)
    return _did(request, key, act, _("Organets regler er gemt."))


@door("meetings.switch_body")
@require_POST
def switch(request: HttpRequest, key: str) -> HttpResponse:
    """Switch the body on or off by a decision that is named."""
    every = sorted(set().union(*BODY_STEPS.values()), key=lambda one: one.value)
    form = SwitchForm(request.POST, states=every)
    return _did(request, key, partial(switch_body, key=key), _("Organets stilling er ændret."), form)


@door("meetings.create_body")
@require_http_methods(["GET", "POST"])
def body_new(request: HttpRequest) -> HttpResponse:
    """Make a body, or propose one."""
    form = NewBodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made: list[str] = []
        act = partial(create_body, actor=actor_of(request), now=timezone.now(), **form.cleaned_data)
        if tried(request, lambda: made.append(act()), _("Organet er oprettet."), form):
            return redirect("meetings:body_rules", key=made[0])
    return render(request, "meetings/bodies/new.html", {"form": form}, status=400 if form.errors else 200)
