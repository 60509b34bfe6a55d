"""What the definitions and the protection leave open, who chose it, and since when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.actions.settings import set_settings
from raadhus.personnel.forms.releases import FigureSettingsForm
from raadhus.personnel.queries.settings import settings_history, settings_on
from raadhus.personnel.rules.disclosure.settings import ASSUMPTIONS
from raadhus.ui.asking import filled_in


@door("personnel.read_settings")
@require_safe
def figure_settings(request: HttpRequest) -> HttpResponse:
    """Show what holds today, what held before, and who chose it."""
    viewer, now = actor_of(request), timezone.now()
    context = {
        "today": settings_on(timezone.localdate(now)),
        "versions": settings_history(viewer, now=now),
        "assumptions": ASSUMPTIONS,
        "may_set": may(viewer, "personnel.set_settings", unit=WHOLE_HOUSE, now=now),
    }
    return render(request, "personnel/releases/settings.html", context)


@door("personnel.set_settings")
@require_http_methods(["GET", "HEAD", "POST"])
def change_settings(request: HttpRequest) -> HttpResponse:
    """Let other settings hold from a day on, with a reason."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = FigureSettingsForm(request.POST or None, held=settings_on(today).chosen, initial={"start": today})
    if filled_in(
        request,
        form,
        lambda: set_settings(actor=actor_of(request), **form.wanted(), now=now),
        _("Forudsætningerne er sat. De gælder de perioder, der udgives fra den dag."),
    ):
        return redirect("personnel:settings")
    context = {"form": form}
    return render(request, "personnel/releases/change_settings.html", context, status=400 if form.errors else 200)
