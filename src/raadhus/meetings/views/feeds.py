"""Published meetings for feed readers and calendars. Everybody gets the same bytes: what the public may see."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from icalendar import Calendar, Event

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.doors import door
from raadhus.meetings.queries.lists import MeetingFilter, MeetingRow, latest_published, meeting_list
from raadhus.meetings.queries.naming import label_of

_IN_FEED = 50
_IN_CALENDAR = 500
_ASSUMED_LENGTH = timedelta(hours=1)


@door("meetings.read")
@require_GET
def atom(request: HttpRequest) -> HttpResponse:
    """Give the latest published meetings as an Atom feed."""
    feed = Atom1Feed(
        title=_("Publicerede møder"),
        link=request.build_absolute_uri("/moeder/"),
        description=_("Dagsordener og referater, som er publiceret"),
        language="da",
        feed_url=request.build_absolute_uri(request.path),
    )
    for row in latest_published(viewer=PUBLIC, now=timezone.now(), count=_IN_FEED):
        feed.add_item(
            title=label_of(row.body, row.date, row.kind),
            link=request.build_absolute_uri(row.url),
            description=row.place,
            unique_id=f"urn:uuid:{row.id}",
            pubdate=row.published_at,
            updateddate=row.published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@door("meetings.read")
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Give the published meetings as a calendar."""
    found = meeting_list(viewer=PUBLIC, chosen=MeetingFilter(), now=timezone.now(), count=_IN_CALENDAR)
    book = Calendar()
    book.add("prodid", "-//raadhus//moeder//DA")
    book.add("version", "2.0")
    book.add("x-wr-calname", _("Publicerede møder"))
    for row in found.rows:
        book.add_component(_event(row, request.build_absolute_uri(row.url)))
    return HttpResponse(book.to_ical(), content_type="text/calendar; charset=utf-8")


def _event(row: MeetingRow, url: str) -> Event:
    event = Event()
    event.add("uid", f"{row.id}@raadhus")
    event.add("summary", label_of(row.body, row.date, row.kind))
    event.add("dtstamp", (row.published_at or datetime.combine(row.date, time.min, UTC)).astimezone(UTC))
    begins = _moment(row.date, row.start_time)
    event.add("dtstart", begins or row.date)
    if begins:
        event.add("dtend", begins + _ASSUMED_LENGTH)
    if row.place:
        event.add("location", row.place)
    event.add("url", url)
    return event


def _moment(day: date, clock: str) -> datetime | None:
    if not clock:
        return None
    hours, minutes = clock.split(":")
    return datetime.combine(day, time(int(hours), int(minutes)), ZoneInfo(settings.TIME_ZONE))
