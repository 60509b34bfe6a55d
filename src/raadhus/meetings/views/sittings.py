"""The planned meetings: list and calendar, a new one or a series, and changing or cancelling one."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from icalendar import Calendar, Event

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.meetings.queries.drafts import own_bodies_to_choose
from raadhus.meetings.queries.sittings import SittingRow, SittingsAsked, coming_sittings, sitting_list
from raadhus.meetings.rules.sittings import SittingState
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter, read

_MOST_EXPORTED = 20_000
_ASSUMED_LENGTH = timedelta(hours=1)


def _columns() -> tuple[Column, ...]:
    return (
        Column("date", _("Møde"), sortable=True),
        Column("body", _("Organ"), sortable=True),
        Column("place", _("Sted")),
        Column("submission", _("Sager inde")),
        Column("sending", _("Udsendes")),
        Column("items", _("Sager"), numeric=True),
        Column("state", _("Tilstand"), sortable=True),
    )


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("body", _("Organ"), tuple(own_bodies_to_choose()) or (("", ""),)),
        Filter("when", _("Hvornår"), (("past", _("Tidligere")), ("all", _("Alle møder"))), unchosen=_("Kommende")),
        Filter("state", _("Tilstand"), tuple((one.value, _(one.label)) for one in SittingState)),
    )


@door("meetings.read_sittings")
@require_GET
def sittings(request: HttpRequest) -> HttpResponse:
    """Show the planned meetings; `?export=csv` gives them as a file."""
    listing = read(request.GET.dict(), _columns(), _filters())
    viewer, now = actor_of(request), timezone.now()
    values = listing.values
    asked = SittingsAsked(
        body=values["body"], state=values["state"], when=values["when"] or "coming", sort=listing.sort
    )
    found = sitting_list(viewer=viewer, asked=asked, now=now)
    if request.GET.get("export"):
        head = [column.label for column in listing.columns]
        return table_file(request.GET["export"], _("Mødeplan"), head, _cells(found[:_MOST_EXPORTED]))
    sized = listing.shown((), len(found))
    first = (sized.page - 1) * sized.page_size
    context = {
        "listing": sized.shown(found[first : first + sized.page_size], sized.total),
        "may_plan": may(viewer, "meetings.plan_sitting", now=now),
    }
    return render(request, "meetings/plan/list.html", context)


def _cells(rows: Iterable[SittingRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (row.date, row.body, row.place, row.submission, row.sending, row.items, row.state.label)


@door("meetings.read_sittings")
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Give the meetings to come as a calendar file, of one body with `?organ=`; a cancelled one is marked as cancelled."""
    rows = coming_sittings(actor_of(request), timezone.now(), request.GET.get("organ", ""))
    book = Calendar()
    book.add("prodid", "-//raadhus//planlagte moeder//DA")
    book.add("version", "2.0")
    book.add("x-wr-calname", _("Mødeplan"))
    for row in rows:
        book.add_component(_event(row, request.build_absolute_uri(row.url)))
    response = HttpResponse(book.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="moeder.ics"'
    return response


def _event(row: SittingRow, url: str) -> Event:
    event = Event()
    event.add("uid", f"{row.id}@raadhus")
    event.add("summary", row.body)
    event.add("dtstamp", row.changed_at.astimezone(UTC))
    event.add("sequence", row.revision)
    begins = _moment(row, row.start_time)
    event.add("dtstart", begins or row.date)
    if begins:
        event.add("dtend", _moment(row, row.end_time) or begins + _ASSUMED_LENGTH)
    if row.place:
        event.add("location", row.place)
    if row.state is SittingState.CANCELLED:
        event.add("status", "CANCELLED")
    event.add("url", url)
    return event


def _moment(row: SittingRow, clock: str) -> datetime | None:
    if not clock:
        return None
    return datetime.combine(row.date, time.fromisoformat(clock), ZoneInfo(settings.TIME_ZONE))
