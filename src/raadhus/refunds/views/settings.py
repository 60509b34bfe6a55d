"""Everything the reckoning rests on, the form that changes it from a day on, recalculating, and forgetting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.refunds.actions.forgetting import forget as forget_cases
from raadhus.refunds.actions.recalculating import recalculate as work_out_anew
from raadhus.refunds.actions.settings import set_settings
from raadhus.refunds.forms.keeping import SettingsForm
from raadhus.refunds.queries.assumptions import overview
from raadhus.refunds.queries.settings import settings_on
from raadhus.ui.asking import filled_in

# The pages from which the cases are worked out anew.
_BACK = frozenset({"watch", "cases"})


@door("refunds.read_settings")
@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """Show each assumption and rate with its source and validity."""
    viewer, now = actor_of(request), timezone.now()
    verbs = ("set_settings", "recalculate", "forget")
    rights = {f"may_{verb}": may(viewer, f"refunds.{verb}", unit=WHOLE_HOUSE, now=now) for verb in verbs}
    return render(request, "refunds/keeping/settings.html", {"found": overview(viewer, now), **rights})


@door("refunds.set_settings")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    """Let other settings hold from a day on, with a reason."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = SettingsForm(request.POST or None, held=settings_on(today).chosen, initial={"start": today})
    if filled_in(
        request,
        form,
        lambda: set_settings(actor=actor_of(request), **form.wanted(), now=now),
        _("Forudsætningerne er sat. Sagerne følger med ved næste genberegning."),
    ):
        return redirect("refunds:settings")
    return render(request, "refunds/keeping/change_settings.html", {"form": form}, status=400 if form.errors else 200)


@door("refunds.recalculate")
@require_POST
def recalculate(request: HttpRequest) -> HttpResponse:
    """Work every case out anew as it stands today."""
    now = timezone.now()
    made = work_out_anew(actor=actor_of(request), today=timezone.localdate(now), now=now)
    said = _("%(cases)s sager er genberegnet; %(changed)s blev ændret.")
    messages.success(request, said % {"cases": made.cases, "changed": made.changed})
    back = request.POST.get("back")
    return redirect(f"refunds:{back}" if back in _BACK else "refunds:settings")


@door("refunds.forget")
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Delete now the cases whose time is up."""
    now = timezone.now()
    count = forget_cases(actor=actor_of(request), today=timezone.localdate(now), now=now)
    said = _("%(count)s sager er slettet.") % {"count": count} if count else _("Der var intet at slette.")
    messages.success(request, said)
    return redirect("refunds:settings")
