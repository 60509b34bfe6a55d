"""The list of meetings: filtered, sorted, one page at a time, and as a file."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.queries.addresses import readable
from raadhus.meetings.queries.lists import MeetingFilter, MeetingRow, body_list, meeting_list
from raadhus.meetings.queries.pages import permissions
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter, Listing, read

_MOST_EXPORTED = 20_000


def _columns() -> tuple[Column, ...]:
    return (
        Column("date", _("Dato"), sortable=True),
        Column("body", _("Organ"), sortable=True),
        Column("kind", _("Art"), sortable=True),
        Column("place", _("Sted")),
        Column("items", _("Punkter"), sortable=True, numeric=True),
        Column("status", _("Status")),
    )


def _filters(request: HttpRequest) -> tuple[Filter, ...]:
    bodies = body_list(viewer=actor_of(request), now=timezone.now())
    names = tuple(
        (body.key, f"{body.name}, {body.municipality}" if body.municipality else body.name) for body in bodies
    )
    kinds = (("agenda", _("Dagsorden")), ("minutes", _("Referat")))
    statuses = (
        ("published", _("Publiceret")),
        ("confirmed", _("Bekræftet")),
        ("unconfirmed", _("Ikke bekræftet")),
        ("waiting", _("En læsning venter")),
    )
    shared = (
        Filter("text", _("Tekst")),
        Filter("body", _("Organ"), names),
        Filter("kind", _("Art"), kinds),
        Filter("from", _("Fra"), kind="date"),
        Filter("to", _("Til"), kind="date"),
    )
    # The public sees published meetings only; a filter on the status would offer it nothing.
    return shared if actor_of(request).is_public else (*shared, Filter("status", _("Status"), statuses))


def _chosen(listing: Listing) -> MeetingFilter:
    values = listing.values
    return MeetingFilter(
        body=values.get("body", ""),
        kind=values.get("kind", ""),
        status=values.get("status", ""),
        date_from=listing.day("from"),
        date_to=listing.day("to"),
        text=values.get("text", ""),
        sort=listing.sort,
    )


@door("meetings.read")
@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """Show the meetings that the viewer may see, filtered and sorted; `?export=csv` gives them as a file."""
    listing = read(request.GET.dict(), _columns(), _filters(request), sort="-date")
    viewer, now, chosen = actor_of(request), timezone.now(), _chosen(listing)
    if request.GET.get("export"):
        every = meeting_list(viewer=viewer, chosen=chosen, now=now, count=_MOST_EXPORTED)
        head = [column.label for column in listing.columns]
        return table_file(request.GET["export"], _("Møder"), head, _cells(every.rows))
    start = (listing.page - 1) * listing.page_size
    found = meeting_list(viewer=viewer, chosen=chosen, now=now, start=start, count=listing.page_size)
    if not found.rows and found.total:
        return redirect(request.path + listing.url(page=""))
    rows = readable(found.rows) if viewer.is_public else found.rows
    context = {"listing": listing.shown(rows, found.total), "may": permissions(viewer, now)}
    return render(request, "meetings/meetings.html", context)


def _cells(rows: Iterable[MeetingRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (row.date, row.body, row.kind.value, row.place, row.items, row.status.label)
