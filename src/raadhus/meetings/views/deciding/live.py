"""The page of live minutes, its list of items, and the lasting address of an item."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.live_minutes import live_page
from raadhus.meetings.queries.live_rows import LivePage
from raadhus.meetings.queries.treatment_target import treatment_target
from raadhus.meetings.views.posting import whole_number


@door("meetings.write_minutes")
@require_GET
def live_minutes(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show the items and the one that is being written."""
    template = "meetings/live/body.html" if request.headers.get("HX-Request") else "meetings/live/live.html"
    return render(request, template, {"page": _page(request, sitting_id)})


@door("meetings.write_minutes")
@require_GET
def live_list(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """Show the list of items as it is now, and whether somebody else has changed the one on the page."""
    page = _page(request, sitting_id)
    seen = whole_number(request.GET.get("fresh", ""))
    is_old = page.item is not None and seen is not None and seen != page.item.revision
    return render(request, "meetings/live/list.html", {"page": page, "is_old": is_old, "polled": True})


def _page(request: HttpRequest, sitting_id: UUID) -> LivePage:
    return live_page(
        viewer=actor_of(request),
        sitting_id=sitting_id,
        item_id=request.GET.get("punkt", ""),
        chosen=request.GET.get("indstilling", ""),
        now=timezone.now(),
    )


@door("meetings.read")
@require_GET
def treatment(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Lead to the item: in the minutes once they are up, at the meeting until then."""
    return redirect(treatment_target(viewer=actor_of(request), treatment_id=treatment_id, now=timezone.now()))
