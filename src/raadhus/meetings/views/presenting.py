"""Show one item on a screen in the room: large, plain, and never a closed one unless somebody says so."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.presenting import present_closed_item
from raadhus.meetings.queries.presenting import present_page


@door("meetings.read")
@require_GET
def present(request: HttpRequest, meeting_id: UUID, place: int) -> HttpResponse:
    """Show the item at a place in large type; a closed one is its number and "Lukket", whoever is logged in."""
    page = present_page(viewer=actor_of(request), meeting_id=meeting_id, place=place, now=timezone.now())
    return render(request, "meetings/present.html", {"page": page})


@door("meetings.present_closed_item")
@require_GET
def ask(request: HttpRequest, meeting_id: UUID, place: int) -> HttpResponse:
    """Ask whether a closed item is to be shown on the screen; nothing of it is on this page."""
    page = present_page(viewer=actor_of(request), meeting_id=meeting_id, place=place, now=timezone.now())
    return render(request, "meetings/present_ask.html", {"page": page})


@door("meetings.present_closed_item")
@require_POST
def present_closed(request: HttpRequest, meeting_id: UUID, place: int) -> HttpResponse:
    """Show a closed item this once; the next page is without closed content again."""
    page = present_closed_item(actor=actor_of(request), meeting_id=meeting_id, place=place, now=timezone.now())
    return render(request, "meetings/present.html", {"page": page})
