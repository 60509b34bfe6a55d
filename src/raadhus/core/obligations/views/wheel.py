"""The annual wheel: a year by month and body, as a page, a table to take along, and a calendar."""

from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries.wheel import Wheel, annual_wheel
from raadhus.core.obligations.rules.wheel import Entry
from raadhus.core.obligations.views.calendar import CALENDAR_TYPE
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Filter, Listing

YEARS_BACK, YEARS_AHEAD = 5, 5
_ONE_DAY = timedelta(days=1)


@require_safe
@door("obligations.read_standing")
def wheel(request: HttpRequest) -> HttpResponse:
    """Show the wheel of a year; `export` gives it as a file."""
    found, shown = _asked(request)
    export = request.GET.get("export", "")
    if export:
        return table_file(export, f"{_('årshjul')} {found.year}", _head(), [_row(one) for one in found.entries])
    context = {
        "wheel": found,
        "listing": shown,
        "calendar_url": f"{reverse('obligations:wheel_calendar')}{_query(found, found.year)}",
        "before": _query(found, found.year - 1),
        "after": _query(found, found.year + 1),
    }
    return render(request, "obligations/wheel/wheel.html", context)


def _query(found: Wheel, year: int) -> str:
    """Return the query string of another year of the same body."""
    asked = {"year": str(year)} | ({"body": found.body} if found.body else {})
    return f"?{urlencode(asked)}"


def _asked(request: HttpRequest) -> tuple[Wheel, Listing]:
    """Return the wheel that the address asks for, and its filters."""
    now = timezone.now()
    this_year = timezone.localdate(now).year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 4 else this_year  # noqa: PLR2004 - a year has four digits
    found = annual_wheel(actor_of(request), year=year, body=request.GET.get("body", ""), now=now)
    years = sorted({*range(this_year - YEARS_BACK, this_year + YEARS_AHEAD + 1), found.year})
    bodies = tuple((name, name) for name in found.all_bodies if name) or (("", ""),)
    filters = (
        Filter("year", _("År"), tuple((str(one), str(one)) for one in years)),
        Filter("body", _("Organ"), bodies),
    )
    shown = listing.read({"year": str(found.year), "body": found.body}, (), filters)
    return found, shown


def _head() -> tuple[str, ...]:
    return (_("Dag"), _("Organ"), _("Hvad"), _("Slags"), _("Status"), _("Ansvarlig"))


def _row(one: Entry) -> tuple[Cell, ...]:
    return (one.day, one.body, one.label, _(one.kind.label), _(one.mark.label), one.owner)


@require_safe
@door("obligations.read_standing")
def wheel_calendar(request: HttpRequest) -> HttpResponse:
    """Give the year as a calendar file. It holds nothing of closed matters but their public label."""
    found, _shown = _asked(request)
    made = Calendar()
    made.add("prodid", "-//raadhus//aarshjul//DA")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{_('Årshjul')} {found.year}")
    for number, one in enumerate(found.entries):
        made.add_component(_event(one, number, request))
    response = HttpResponse(made.to_ical(), content_type=CALENDAR_TYPE)
    response["Content-Disposition"] = f'attachment; filename="aarshjul-{found.year}.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def _event(one: Entry, number: int, request: HttpRequest) -> Event:
    event = Event()
    event.add("uid", f"{one.key}-{one.day.isoformat()}-{one.kind.value}-{number}@raadhus")
    event.add("dtstamp", timezone.now())
    event.add("summary", one.outward if one.closed or not one.body else f"{one.body}: {one.outward}")
    event.add("description", f"{_(one.kind.label)}. {_(one.mark.label)}.")
    event.add("dtstart", one.day)
    event.add("dtend", one.day + _ONE_DAY)
    event.add("url", request.build_absolute_uri(one.url))
    event.add("transp", "TRANSPARENT")
    return event
