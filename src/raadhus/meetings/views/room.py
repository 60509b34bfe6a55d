"""Read a meeting in the meeting room, one item at a time."""

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of, may
from raadhus.core.documents.public import open_file
from raadhus.kernel.actors import ActorKind
from raadhus.kernel.doors import door
from raadhus.meetings.actions.private import remember_place
from raadhus.meetings.queries.private import place_to_read
from raadhus.meetings.queries.room import attachment_at, room_page
from raadhus.meetings.writer.enclosed import name_of


@door("meetings.read")
@require_GET
def resume(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Go on where the reader left the meeting."""
    place = place_to_read(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return redirect("meetings:read", meeting_id, place)


@door("meetings.read")
@require_GET
def read(request: HttpRequest, meeting_id: UUID, place: int) -> HttpResponse:
    """Show the item at a place of the agenda, in large type, with the reader's own notes and highlights."""
    viewer, now = actor_of(request), timezone.now()
    page = room_page(viewer=viewer, meeting_id=meeting_id, place=place, now=now)
    if viewer.kind is ActorKind.PERSON and may(viewer, "meetings.keep_notes", now=now):
        remember_place(actor=viewer, meeting_id=meeting_id, place=place, now=now)
    return render(request, "meetings/room.html", {"page": page})


@door("meetings.read")
@require_GET
def attachment(request: HttpRequest, meeting_id: UUID, place: int, number: int) -> HttpResponseBase:
    """Give an attachment of an item that the reader is shown, always as a download: it was made elsewhere."""
    found = attachment_at(
        viewer=actor_of(request), meeting_id=meeting_id, place=place, number=number, now=timezone.now()
    )
    name = name_of(found.title, found.media_type or "")
    return FileResponse(open_file(found.sha256 or ""), as_attachment=True, filename=name, content_type=found.media_type)
