"""The page of one standing decision."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries import standing
from raadhus.core.obligations.views.standing_offers import acts
from raadhus.kernel.doors import door


@require_safe
@door("obligations.read_standing")
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one standing decision: what it says, when it fires, what was seen each time, and what the viewer may do."""
    return page(request, key, {})


def page(request: HttpRequest, key: UUID, bound: Mapping[str, forms.Form], status: int = 200) -> HttpResponse:
    """Return the page; a form in `bound`, by the name of what it does, is shown as it was filled in."""
    viewer, now = actor_of(request), timezone.now()
    found = standing.standing(viewer, str(key), now=now)
    context = {"found": found, "standing": found.standing, "acts": acts(found, viewer, now, bound)}
    return render(request, "obligations/standing/standing.html", context, status=status)
