"""Accepting a finding that stops the figures, with a reason, and taking that back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions.accepting import accept_finding, refuse_finding_again
from raadhus.personnel.forms.findings import AcceptForm
from raadhus.personnel.queries.findings import finding_to_accept
from raadhus.ui.asking import done, filled_in


@door("personnel.accept_findings")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, state: str) -> HttpResponse:
    """Say that a finding is right, and why."""
    actor, now = actor_of(request), timezone.now()
    found = finding_to_accept(actor, state, now=now)
    form = AcceptForm(request.POST or None)
    if filled_in(
        request,
        form,
        lambda: accept_finding(actor=actor, state=state, reason=form.cleaned_data["reason"], now=now),
        _("Fundet er godtaget. Udgiv tallene igen, når intet andet standser dem."),
    ):
        return redirect("personnel:findings")
    context = {"form": form, "found": found}
    return render(request, "personnel/releases/accept_finding.html", context, status=400 if form.errors else 200)


@door("personnel.accept_findings")
@require_POST
def undo(request: HttpRequest, state: str) -> HttpResponse:
    """Let the finding stop the figures again."""
    done(
        request,
        lambda: refuse_finding_again(actor=actor_of(request), state=state, now=timezone.now()),
        _("Fundet standser tallene igen."),
    )
    return redirect("personnel:findings")
