"""The policy table, and why somebody may or may not do something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.forms import ExplainForm
from raadhus.core.access.queries.accounts import people_to_ask_about
from raadhus.core.access.queries.explanations import explain_person
from raadhus.core.access.queries.policy_page import policy_rooms
from raadhus.core.access.queries.policy_table import policy_table
from raadhus.core.access.queries.requests import actor_of
from raadhus.core.access.queries.units import unit_choices
from raadhus.kernel.doors import door
from raadhus.kernel.roles import Role


@door("access.read_policy")
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Show the whole policy table: roles across, verbs down, by room."""
    found = policy_rooms(viewer=actor_of(request), now=timezone.now())
    return render(request, "access/policy.html", {"rooms": found, "roles": list(Role)})


@door("access.explain")
@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """Show why a person may, or may not, do a verb in a unit on a day."""
    now, viewer = timezone.now(), actor_of(request)
    today = timezone.localdate(now)
    verbs = [(verb.name, f"{_(verb.label)} ({verb.name})") for verb in policy_table().values()]
    people = people_to_ask_about(viewer=viewer, now=now)
    asked = {"on": today.isoformat(), **request.GET.dict()} if "person" in request.GET else None
    form = ExplainForm(asked, people=people, verbs=verbs, units=unit_choices(today))
    form.fields["on"].initial = today
    form.fields["verb"].initial = request.GET.get("verb")
    form.fields["person"].initial = request.GET.get("who")
    found = None
    if asked is not None and form.is_valid():
        given = form.cleaned_data
        found = explain_person(
            viewer=viewer,
            person_key=given["person"],
            verb=given["verb"],
            unit=given["unit"] or None,
            on=given["on"],
            now=now,
        )
    return render(request, "access/explain.html", {"form": form, "found": found}, status=400 if form.errors else 200)
