"""The input sheet for the impact assessment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.queries.protection import protection_sheet
from raadhus.kernel.doors import door


@door("workforce.read_retention")
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Show what the impact assessment needs to know, as the house is set up today."""
    now = timezone.now()
    today = timezone.localdate(now)
    found = protection_sheet(actor_of(request), today=today, now=now)
    return render(request, "workforce/retention/sheet.html", {"sheet": found, "today": today})
