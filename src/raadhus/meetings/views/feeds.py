"""Published meetings and decisions for feed readers and calendars. Everybody gets the same bytes: what the public may see."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET
from icalendar import Calendar, Event

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.doors import door
from raadhus.meetings.queries.addresses import readable
from raadhus.meetings.queries.decisions import DecisionFilter, decision_list
from raadhus.meetings.queries.lists import MeetingFilter, MeetingRow, body_page, latest_published, meeting_list
from raadhus.meetings.queries.naming import label_of
from raadhus.meetings.views.answering import file_answer

_IN_FEED = 50
_IN_CALENDAR = 500
_ASSUMED_LENGTH = timedelta(hours=1)
_FORMS: dict[str, tuple[type[SyndicationFeed], str]] = {
    "atom": (Atom1Feed, "application/atom+xml; charset=utf-8"),
    "rss": (Rss201rev2Feed, "application/rss+xml; charset=utf-8"),
}
# A feed without entries is dated by this, because the clock would make each answer differ from the one before.
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


def _whole(path: str) -> str:
    return f"{settings.ADDRESS}{path}"


def _feed(request: HttpRequest, form: str, title: str, link: str) -> tuple[SyndicationFeed, str]:
    kind, media_type = _FORMS[form]
    own = _whole(request.path)
    return kind(
        title=title, link=_whole(link), description=title, language="da", feed_url=own, feed_guid=own
    ), media_type


def _answer(request: HttpRequest, feed: SyndicationFeed, media_type: str) -> HttpResponse:
    moments = [entry["updateddate"] for entry in feed.items if entry["updateddate"]]
    newest = max(moments, default=_BEGINNING)
    feed.latest_post_date = lambda: newest  # type: ignore[method-assign]  # the library would ask the clock
    return file_answer(request, feed.writeString("utf-8").encode(), media_type)


@door("meetings.read")
@require_GET
def meetings(request: HttpRequest, form: str, key: str = "") -> HttpResponse:
    """Give the latest published meetings, of all bodies or of one, as an Atom or RSS feed."""
    now = timezone.now()
    with override("da"):
        body = body_page(viewer=PUBLIC, key=key, now=now)[0].name if key else ""
        title = f"{_('Publicerede møder')}: {body}" if body else _("Publicerede møder")
        link = reverse("meetings:body", args=[key]) if key else reverse("meetings:meetings")
        feed, media_type = _feed(request, form, title, link)
        for row in readable(latest_published(viewer=PUBLIC, now=now, count=_IN_FEED, body=key)):
            feed.add_item(
                title=label_of(row.body, row.date, row.kind),
                link=_whole(row.url),
                description=row.place,
                unique_id=f"urn:uuid:{row.id}",
                unique_id_is_permalink=False,
                pubdate=row.published_at,
                updateddate=row.published_at,
            )
        return _answer(request, feed, media_type)


@door("meetings.read")
@require_GET
def decisions(request: HttpRequest, form: str) -> HttpResponse:
    """Give the decisions that were published last, all or of one body (`?body=`), as an Atom or RSS feed."""
    now = timezone.now()
    chosen = DecisionFilter(body=request.GET.get("body", ""), sort="-published")
    with override("da"):
        feed, media_type = _feed(request, form, _("Publicerede beslutninger"), reverse("meetings:decisions"))
        for row in decision_list(viewer=PUBLIC, chosen=chosen, now=now, count=_IN_FEED).rows:
            feed.add_item(
                title=f"{row.label}, {row.title}",
                link=_whole(row.url),
                description=row.text,
                unique_id=f"urn:raadhus:decision:{row.id}",
                unique_id_is_permalink=False,
                pubdate=row.published_at,
                updateddate=row.published_at,
            )
        return _answer(request, feed, media_type)


@door("meetings.read")
@require_GET
def calendar(request: HttpRequest, key: str = "") -> HttpResponse:
    """Give the published meetings, of all bodies or of one, as a calendar."""
    now = timezone.now()
    with override("da"):
        body = body_page(viewer=PUBLIC, key=key, now=now)[0].name if key else ""
        found = meeting_list(viewer=PUBLIC, chosen=MeetingFilter(body=key), now=now, count=_IN_CALENDAR)
        book = Calendar()
        book.add("prodid", "-//raadhus//moeder//DA")
        book.add("version", "2.0")
        book.add("x-wr-calname", body or _("Publicerede møder"))
        for row in readable(found.rows):
            book.add_component(_event(row))
        return file_answer(request, book.to_ical(), "text/calendar; charset=utf-8")


def _event(row: MeetingRow) -> Event:
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
    event.add("url", _whole(row.url))
    return event


def _moment(day: date, clock: str) -> datetime | None:
    if not clock:
        return None
    hours, minutes = clock.split(":")
    return datetime.combine(day, time(int(hours), int(minutes)), ZoneInfo(settings.TIME_ZONE))
