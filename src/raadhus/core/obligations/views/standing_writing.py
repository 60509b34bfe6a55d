"""A standing decision is written down, and changed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.actions import standing as actions
from raadhus.core.obligations.forms.standing import StandingChangeForm, StandingForm
from raadhus.core.obligations.queries import standing
from raadhus.core.obligations.queries.figures import figures
from raadhus.core.obligations.queries.standing_shapes import Standing
from raadhus.core.obligations.views.acting import by_hand, owners
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
@door("obligations.create_standing")
def create(request: HttpRequest) -> HttpResponse:
    """Write down a new standing decision, proposed or in force."""
    form = StandingForm(request.POST or None, figures=figures(), kept_figure="", **owners())
    if request.method == "POST" and form.is_valid() and form.terms is not None:
        given = form.cleaned_data
        origin = by_hand(given["origin_label"], given["origin_url"])
        try:
            made = actions.create_standing(
                actor=actor_of(request), terms=form.terms, origin=origin, in_force=given["in_force"], now=timezone.now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Den stående beslutning er oprettet."))
            return redirect(made.url)
    context = {"form": form, "heading": _("Opret stående beslutning"), "button": _("Opret")}
    return render(request, "obligations/standing/write.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@door("obligations.change_standing")
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it say something else, with a reason."""
    found = standing.standing(actor_of(request), str(key), now=timezone.now()).standing
    kept = found.condition
    form = StandingChangeForm(
        request.POST or None,
        initial=_initial(found),
        figures=figures(),
        kept_figure=kept.figure_key if kept else "",
        **owners(),
    )
    form.kept_unit = kept.unit if kept else ""
    if request.method == "POST" and form.is_valid() and form.terms is not None:
        reason = form.cleaned_data["reason"]
        try:
            actions.change_standing(
                actor=actor_of(request), key=str(key), terms=form.terms, reason=reason, now=timezone.now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Den stående beslutning er ændret."))
            return redirect(found.url)
    context = {"form": form, "heading": _("Ret stående beslutning"), "button": _("Gem"), "standing": found}
    return render(request, "obligations/standing/write.html", context, status=400 if form.errors else 200)


def _initial(found: Standing) -> dict[str, Any]:
    """Return what the form shows of the terms as they are."""
    names = ("title", "text", "body", "owner_key", "unit_key", "starts", "ends", "review", "closed", "public_label")
    recurrence, condition = found.recurrence, found.condition
    return {
        **{name: getattr(found, name) for name in names},
        "rhythm": recurrence.rhythm.value,
        "months": [str(month) for month in recurrence.months],
        "every": recurrence.every or None,
        "first": recurrence.first,
        "day": recurrence.day,
        "shift": recurrence.shift,
        "figure_key": condition.figure_key if condition else "",
        "comparison": condition.comparison.value if condition else "",
        "threshold": condition.threshold.normalize() if condition else None,
        "upper": condition.upper.normalize() if condition and condition.upper is not None else None,
    }
