"""Extracts of minutes (protokoludskrifter): a page, PDF and DOCX of one item."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.extracts import extract_page
from raadhus.meetings.writer import Format
from raadhus.meetings.writer.extract import FORMATS, write_extract


@door("meetings.read")
@require_GET
def extract(request: HttpRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Show the extract of one item."""
    page = extract_page(viewer=actor_of(request), meeting_id=meeting_id, item_id=item_id, now=timezone.now())
    return render(request, "meetings/signing/extract.html", {"page": page, "formats": FORMATS})


@door("meetings.export_meeting")
@require_GET
def extract_file(request: HttpRequest, meeting_id: UUID, item_id: UUID, format_name: str) -> HttpResponse:
    """Give the extract as PDF or DOCX."""
    if format_name not in {one.value for one in FORMATS}:
        raise NotFound(_("Protokoludskriften kan hentes som PDF eller DOCX."))
    page = extract_page(viewer=actor_of(request), meeting_id=meeting_id, item_id=item_id, now=timezone.now())
    file = write_extract(page.paper, Format(format_name))
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
