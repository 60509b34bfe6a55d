"""What is published at its permanent address: meetings, items, files; moved pages lead on, and what was taken back says so."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.core.documents.public import open_file
from raadhus.kernel.doors import door
from raadhus.meetings.queries.addresses import Place, TakenBack, place_at
from raadhus.meetings.queries.attachment_files import attachment_file
from raadhus.meetings.views import meeting as by_id

Shown = Callable[..., HttpResponseBase]


def at_its_address(view: Shown) -> Shown:
    """Give the view the place that the address leads to; an older address leads on, and what was taken back answers 410."""

    @wraps(view)
    def found(request: HttpRequest, body: str, day: str, kind: str, **more: Any) -> HttpResponseBase:
        path = "/".join((body, day, kind, *filter(None, (more.pop("item", ""),))))
        try:
            place = place_at(viewer=actor_of(request), path=path, now=timezone.now())
        except TakenBack:
            return render(request, "meetings/taken_back.html", status=410)
        if place.moved_to:
            rest = request.path.partition(f"/{path}/")[2]
            return HttpResponsePermanentRedirect(f"{place.moved_to}{rest}")
        return view(request, place, **more)

    return found


@door("meetings.read")
@require_GET
@at_its_address
def meeting(request: HttpRequest, place: Place) -> HttpResponse:
    """Show a meeting at its permanent address."""
    return by_id.meeting_shown(request, UUID(place.meeting_id))


@door("meetings.read")
@require_GET
@at_its_address
def item(request: HttpRequest, place: Place) -> HttpResponse:
    """Show an item at its permanent address."""
    return by_id.item_shown_alone(request, UUID(place.meeting_id), UUID(cast("str", place.item_id)))


@door("meetings.export_meeting")
@require_GET
@at_its_address
def download(request: HttpRequest, place: Place, format_name: str) -> HttpResponse:
    """Give a meeting as a file, at its permanent address."""
    return by_id.file_of(request, UUID(place.meeting_id), format_name)


@door("meetings.read")
@require_GET
@at_its_address
def attachment(request: HttpRequest, place: Place, mark: str) -> HttpResponseBase:
    """Give an attachment's file, at its permanent address."""
    return _file(request, place.meeting_id, cast("str", place.item_id), mark)


@door("meetings.read")
@require_GET
def attachment_by_id(request: HttpRequest, meeting_id: UUID, item_id: UUID, mark: str) -> HttpResponseBase:
    """Give an attachment's file to whoever is shown the attachment."""
    return _file(request, meeting_id, item_id, mark)


def _file(request: HttpRequest, meeting_id: UUID | str, item_id: UUID | str, mark: str) -> HttpResponseBase:
    kept = attachment_file(
        viewer=actor_of(request), meeting_id=meeting_id, item_id=item_id, mark=mark, now=timezone.now()
    )
    # Never shown in the page: whatever is in the file, it runs nothing here.
    response = FileResponse(
        open_file(kept.sha256), as_attachment=True, filename=kept.name, content_type=kept.media_type
    )
    response["Cache-Control"] = "no-cache"
    response["ETag"] = f'"{kept.sha256[:32]}"'
    return response
