"""A person's obligations in their own calendar, by a secret address that they can close again."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from icalendar import Calendar, Event

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.actions import calendar as actions
from raadhus.core.obligations.queries import calendar
from raadhus.core.obligations.queries.shapes import Obligation
from raadhus.kernel.doors import ANYONE, door

CALENDAR_TYPE = "text/calendar; charset=utf-8"
ONE_DAY = timedelta(days=1)


@require_POST
@door("obligations.follow_calendar")
def open_calendar(request: HttpRequest) -> HttpResponse:
    """Make a new address and show it, this once."""
    token = actions.open_calendar(actor=actor_of(request), now=timezone.now())
    address = request.build_absolute_uri(reverse("obligations:feed", args=[token]))
    response = render(request, "obligations/calendar.html", {"address": address})
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@door("obligations.follow_calendar")
def close_calendar(request: HttpRequest) -> HttpResponse:
    """Close the address: it opens nothing any more."""
    actions.close_calendar(actor=actor_of(request), now=timezone.now())
    return redirect("obligations:mine")


@require_safe
@door(ANYONE)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the calendar to whoever holds the address. It holds nothing of closed matters but their public label."""
    found = calendar.calendar(token, now=timezone.now())
    shown = Calendar()
    shown.add("prodid", "-//raadhus//forpligtelser//DA")
    shown.add("version", "2.0")
    shown.add("x-wr-calname", _("Mine forpligtelser"))
    for one in found:
        shown.add_component(_event(one, request.build_absolute_uri(one.url)))
    response = HttpResponse(shown.to_ical(), content_type=CALENDAR_TYPE)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _event(one: Obligation, address: str) -> Event:
    """Return an all-day event on the last day that counts."""
    event = Event()
    event.add("uid", f"{one.key}@raadhus")
    event.add("dtstamp", one.changed_at)
    event.add("summary", one.outward_name)
    event.add("dtstart", one.due_date)
    if one.due_date is not None:
        event.add("dtend", one.due_date + ONE_DAY)
    origin = "" if one.closed else one.origin.label
    event.add("description", "\n".join(part for part in (_("Frist: {due}").format(due=one.due_label), origin) if part))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event
