"""A case is begun and its facts are written."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.meetings.actions.drafts import change_draft, create_draft
from raadhus.meetings.actions.intake import (
    create_draft_from_earlier,
    create_draft_from_proposal,
    create_draft_from_template,
)
from raadhus.meetings.queries.choosing import bodies_to_propose_to, templates_to_choose
from raadhus.meetings.queries.draft_form import DraftChoices, draft_choices, proposals_to_take
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.views.agenda_forms import FactsForm, FromProposalForm, NewDraftForm
from raadhus.meetings.views.posting import say_errors, tried


@door("meetings.write_draft")
@require_http_methods(["GET", "POST"])
def draft_new(request: HttpRequest) -> HttpResponse:
    """Begin a case: blank, or from a template. What rooms have proposed stands beneath."""
    viewer, now = actor_of(request), timezone.now()
    bodies = bodies_to_propose_to(viewer, now)
    asked = {"body_key": request.GET.get("organ", ""), "template_key": request.GET.get("skabelon", "")}
    form = NewDraftForm(request.POST or None, bodies=bodies, templates=templates_to_choose(), initial=asked)
    if request.method == "POST" and form.is_valid():
        made: list[str] = []
        if tried(request, lambda: made.append(_begin(viewer, form.cleaned_data, now)), _("Sagen er oprettet."), form):
            return redirect("meetings:draft_facts", draft_id=made[0])
    offered = [
        (one, FromProposalForm(initial={"proposal_key": one.key}, bodies=bodies, auto_id=f"p{place}-%s"))
        for place, one in enumerate(proposals_to_take(viewer, now))
    ]
    context = {"form": form, "bodies": bodies, "proposals": offered}
    return render(request, "meetings/drafts/new.html", context, status=400 if form.errors else 200)


def _begin(viewer: Actor, given: dict[str, Any], now: datetime) -> str:
    body, template, title = given["body_key"], given["template_key"], given["title"]
    if template:
        return create_draft_from_template(actor=viewer, body_key=body, template_key=template, title=title, now=now)
    return create_draft(actor=viewer, body_key=body, facts=DraftFacts(title=title), now=now)


@door("meetings.write_draft")
@require_POST
def draft_from_proposal(request: HttpRequest) -> HttpResponse:
    """Begin a case from what a room proposed."""
    viewer, now = actor_of(request), timezone.now()
    form = FromProposalForm(request.POST, bodies=bodies_to_propose_to(viewer, now))
    if not form.is_valid():
        say_errors(request, form)
        return redirect("meetings:draft_new")
    made: list[str] = []
    act = partial(create_draft_from_proposal, actor=viewer, now=now, **form.cleaned_data)
    if tried(request, lambda: made.append(act()), _("Sagen er oprettet med det frosne indhold.")):
        return redirect("meetings:draft", draft_id=made[0])
    return redirect("meetings:draft_new")


@door("meetings.write_draft")
@require_POST
def draft_again(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Begin the next treatment of a case."""
    made: list[str] = []
    act = partial(create_draft_from_earlier, actor=actor_of(request), draft_id=draft_id, now=timezone.now())
    if tried(request, lambda: made.append(act()), _("Sagen er oprettet til en ny behandling.")):
        return redirect("meetings:draft", draft_id=made[0])
    return redirect("meetings:draft", draft_id=draft_id)


@door("meetings.write_draft")
@require_http_methods(["GET", "POST"])
def draft_facts(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Write what a case is apart from its texts. What somebody else changed meanwhile is said, and nothing typed is lost."""
    viewer, now = actor_of(request), timezone.now()
    choices = draft_choices(viewer=viewer, draft_id=draft_id, now=now)
    form = _facts_form(choices, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        revision = given.pop("revision")
        act = partial(
            change_draft, actor=viewer, draft_id=draft_id, facts=DraftFacts(**given), revision=revision, now=now
        )
        if tried(request, act, _("Oplysningerne er gemt."), form):
            return redirect("meetings:draft", draft_id=draft_id)
    context = {"form": form, "draft": choices.draft}
    return render(request, "meetings/drafts/facts.html", context, status=400 if form.errors else 200)


def _facts_form(choices: DraftChoices, data: Any) -> FactsForm:
    draft = choices.draft
    names = ("title", "case_number", "case_type", "wanted_date", "estimated_minutes", "presenter", "unit_key")
    initial = {name: getattr(draft, name) for name in (*names, "closed", "legal_ground", "public_title", "revision")}
    initial |= {"decided_in": draft.decided_in_id or ""}
    return FactsForm(
        data,
        initial=initial,
        case_types=choices.case_types,
        has_law=choices.has_law,
        units=choices.units,
        bodies=choices.bodies,
    )
