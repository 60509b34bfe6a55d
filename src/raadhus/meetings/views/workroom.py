"""The workroom of a sitting: its agenda as it stands."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.workroom import seen_sitting, workroom_tabs


@door("meetings.read_sittings")
@require_GET
def workroom(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show a sitting's agenda as it stands now, with what the viewer may do."""
    viewer, now = actor_of(request), timezone.now()
    sitting = seen_sitting(sitting_id, viewer, now)
    tabs = workroom_tabs(viewer, sitting, "meetings:workroom", now)
    return render(request, "meetings/plan/workroom.html", {"sitting": sitting, "tabs": tabs})
