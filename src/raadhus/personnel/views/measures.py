"""The measures: what each is, and how it is counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.kernel.errors import NotFound
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.groups import GROUPS


@require_safe
@door("personnel.read_measures")
def measures(request: HttpRequest) -> HttpResponse:
    """List the measures in their groups."""
    return render(request, "personnel/figures/measures.html", {"groups": GROUPS, "may_read": _may_read(request)})


@require_safe
@door("personnel.read_measures")
def measure(request: HttpRequest, key: str) -> HttpResponse:
    """Show one measure's definition."""
    found = MEASURES.get(key)
    if found is None:
        raise NotFound(_("Der er intet mål med det navn. Vælg et på listen."))
    return render(request, "personnel/figures/measure.html", {"measure": found, "may_read": _may_read(request)})


def _may_read(request: HttpRequest) -> bool:
    return may(actor_of(request), "personnel.read", now=timezone.now())
