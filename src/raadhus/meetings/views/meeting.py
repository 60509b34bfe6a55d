"""One meeting, one item, and the meeting as a file."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import NotFound
from raadhus.meetings.actions import remember_seen
from raadhus.meetings.forms import PublicTextForm, UnpublishForm
from raadhus.meetings.queries import pages, unread
from raadhus.meetings.queries.addresses import moved_for
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.queries.items import item_page
from raadhus.meetings.views.answering import file_answer
from raadhus.meetings.writer import Format, export


@door("meetings.read")
@require_GET
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show one meeting: header, contents, points. `?offentlig=1` shows it as the public will see it."""
    moved = moved_for(viewer=actor_of(request), meeting_id=meeting_id)
    return HttpResponsePermanentRedirect(moved) if moved else meeting_shown(request, meeting_id)


def meeting_shown(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Return the meeting's page, at whatever address it was asked for."""
    preview = request.GET.get("offentlig") == "1"
    viewer, now = actor_of(request), timezone.now()
    page = pages.meeting_page(viewer=viewer, meeting_id=meeting_id, now=now, preview=preview)
    changed = () if preview else unread.unread_changes(viewer=viewer, meeting_id=meeting_id, now=now)
    # What changed in an agenda stays marked until the reader says that it is read.
    if not preview and not changed:
        remember_seen(actor=viewer, meeting_id=meeting_id, now=now)
    context = {"page": page, "formats": list(Format), "unpublish_form": UnpublishForm(), "unread": changed}
    return render(request, "meetings/meeting.html", context)


@door("meetings.read")
@require_POST
def mark_read(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Say that everything on the meeting is read."""
    remember_seen(actor=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return redirect("meetings:meeting", meeting_id=meeting_id)


@door("meetings.read")
@require_GET
def item(request: HttpRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Show one item with its case's way through the meetings."""
    moved = moved_for(viewer=actor_of(request), meeting_id=meeting_id, item_id=item_id)
    return HttpResponsePermanentRedirect(moved) if moved else item_shown_alone(request, meeting_id, item_id)


def item_shown_alone(request: HttpRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Return the item's page, at whatever address it was asked for."""
    page = item_page(viewer=actor_of(request), meeting_id=meeting_id, item_id=item_id, now=timezone.now())
    written = {"public_title": page.public_title, "public_decision": page.public_decision}
    return render(request, "meetings/item.html", {"page": page, "form": PublicTextForm(initial=written)})


@door("meetings.export_meeting")
@require_GET
def download(request: HttpRequest, meeting_id: UUID, format_name: str) -> HttpResponse:
    """Give the meeting as a file, with what the viewer may see of it; `?offentlig=1` gives the public's file."""
    moved = moved_for(viewer=actor_of(request), meeting_id=meeting_id)
    return (
        HttpResponsePermanentRedirect(f"{moved}hent/{format_name}/")
        if moved
        else file_of(request, meeting_id, format_name)
    )


def file_of(request: HttpRequest, meeting_id: UUID, format_name: str) -> HttpResponse:
    """Return the meeting as a file, at whatever address it was asked for."""
    if format_name not in {one.value for one in Format}:
        raise NotFound(_("Mødet kan ikke hentes i det format."))
    preview = request.GET.get("offentlig") == "1"
    disclosed = disclosed_meeting(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now(), preview=preview)
    file = export(disclosed, Format(format_name))
    return file_answer(request, file.data, file.media_type, name=file.name)
