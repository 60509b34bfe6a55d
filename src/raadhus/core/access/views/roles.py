"""Granting and ending roles, from an account's page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.core.access.actions.roles import end_role, grant_role
from raadhus.core.access.forms import EndRoleForm, GrantRoleForm
from raadhus.core.access.queries.requests import actor_of
from raadhus.core.access.queries.units import unit_choices
from raadhus.core.access.views.accounts import show_account
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.kernel.roles import Role


@door("access.grant_role")
@require_POST
def grant(request: HttpRequest, person_key: str) -> HttpResponse:
    """Give the person a role; what is wrong is shown on the account's page."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = GrantRoleForm(request.POST, units=unit_choices(today), today=today)
    if form.is_valid():
        given = form.cleaned_data
        try:
            grant_role(
                actor=actor_of(request),
                person_key=person_key,
                role=Role(given["role"]),
                unit=given["unit"] or None,
                start=given["start"],
                end=given["end"],
                now=now,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Rollen er tildelt."))
            return redirect("access:account", person_key)
    return show_account(request, person_key, form, 400)


@door("access.end_role")
@require_POST
def end(request: HttpRequest, person_key: str, grant_id: int) -> HttpResponse:
    """Let a role end on a day."""
    form = EndRoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv den dag, rollen skal slutte."))
        return redirect("access:account", person_key)
    try:
        end_role(actor=actor_of(request), grant_id=grant_id, end=form.cleaned_data["end"], now=timezone.now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Rollen slutter."))
    return redirect("access:account", person_key)
