"""Setting a target, removing one and putting it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions import aiming
from raadhus.personnel.forms.around import TargetForm
from raadhus.personnel.queries.aiming import SET_TARGET
from raadhus.personnel.queries.places import units_for
from raadhus.ui.asking import done, filled_in


@door("personnel.set_target")
@require_http_methods(["GET", "HEAD", "POST"])
def set_target(request: HttpRequest) -> HttpResponse:
    """Set a target; the address may choose unit (enhed) and measure (maal) beforehand."""
    actor, now = actor_of(request), timezone.now()
    asked = {
        "unit": request.GET.get("enhed", ""),
        "measure": request.GET.get("maal", ""),
        "first_year": timezone.localdate(now).year,
    }
    form = TargetForm(request.POST or None, initial=asked, units=units_for(actor, SET_TARGET, now))
    if filled_in(
        request,
        form,
        lambda: aiming.set_target(actor=actor, aim=aiming.Aim(**form.aim()), now=now),
        _("Målsætningen er sat."),
    ):
        return redirect("personnel:targets")
    return render(request, "personnel/around/target.html", {"form": form}, status=400 if form.errors else 200)


@door("personnel.set_target")
@require_POST
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Remove a target; the list of removed ones puts it back."""
    done(
        request,
        lambda: aiming.remove_target(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Målsætningen er fjernet. Fortryd her."),
    )
    return redirect(f"{reverse('personnel:targets')}?state=removed")


@door("personnel.set_target")
@require_POST
def restore(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put a removed target back."""
    done(
        request,
        lambda: aiming.restore_target(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Målsætningen gælder igen."),
    )
    return redirect("personnel:targets")
