"""Entries that look wrong, and letting one be."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.refunds.actions import cases as actions
from raadhus.refunds.queries.suspicions import SuspicionState
from raadhus.refunds.queries.suspicions import suspicions as suspicions_of
from raadhus.refunds.rules.detection import Suspicion
from raadhus.refunds.views.suspicion_file import suspicion_file
from raadhus.ui import listing
from raadhus.ui.asking import done
from raadhus.ui.listing import Column, Filter


def _columns() -> tuple[Column, ...]:
    return (
        Column("what", _("Hvad der ligner en fejl")),
        Column("who", _("Medarbejder")),
        Column("unit", _("Enhed")),
        Column("found", _("Fundet")),
        Column("decided", _("Vurdering")),
    )


def _filters() -> tuple[Filter, ...]:
    states = (
        (SuspicionState.OPEN.value, _("Ikke vurderet")),
        (SuspicionState.LET_BE.value, _("Ladt være")),
        (SuspicionState.GONE.value, _("Rettet i lønsystemet")),
    )
    return (
        Filter("kind", _("Art"), tuple((one.value, _(one.label)) for one in Suspicion)),
        Filter("state", _("Vurdering"), states),
    )


@require_safe
@door("refunds.read_cases")
def suspicions(request: HttpRequest) -> HttpResponse:
    """Show what looks wrong, those that nobody has dealt with unless asked otherwise; `export` gives them as a file."""
    viewer, now = actor_of(request), timezone.now()
    shown = listing.read(request.GET, _columns(), _filters())
    found = suspicions_of(viewer, shown.values["kind"], shown.values["state"], now=now)
    export = request.GET.get("export", "")
    if export:
        return suspicion_file(export, found[:])
    context = {"listing": shown.paged(found), "may_let_be": may(viewer, "refunds.let_be", now=now)}
    return render(request, "refunds/cases/suspicions.html", context)


@require_POST
@door("refunds.let_be")
def let_be(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let one be, with a reason, and go back to where it was seen."""
    done(
        request,
        lambda: actions.let_be(
            actor=actor_of(request), key=str(key), reason=request.POST.get("reason", "")[:500], now=timezone.now()
        ),
        _("Noteret: den lades være."),
    )
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if is_ours and back.startswith("/") else reverse("refunds:suspicions"))
