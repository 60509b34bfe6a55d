"""Lists of meetings and bodies, filtered in the database by what the viewer may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Max, Min, Q, QuerySet

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Body, Meeting
from raadhus.meetings.queries.naming import label_on_screen, meeting_address
from raadhus.meetings.queries.sight import Sight, sight_of, visible_meetings
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.states import Status, standing


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in a list: nothing in it comes from inside an item."""

    id: str
    body: str
    body_key: str
    date: date
    start_time: str
    kind: Kind
    place: str
    items: int
    status: Status
    is_waiting: bool
    published_at: datetime | None
    url: str

    @property
    def label(self) -> str:
        """What the meeting is called: body, day and kind."""
        return label_on_screen(self.body, self.date, self.kind)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body with how many of its meetings the viewer may see, and from when to when."""

    key: str
    name: str
    municipality: str
    profile: Profile
    is_public: bool
    meetings: int
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class MeetingFilter:
    """What a list is narrowed to; None and empty mean everything. `date_to` is the last day that counts."""

    body: str = ""
    kind: str = ""
    status: str = ""
    date_from: date | None = None
    date_to: date | None = None
    text: str = ""
    sort: str = "-date"


@dataclass(frozen=True, slots=True)
class MeetingList:
    """Some of the rows, and how many there are in all."""

    rows: Sequence[MeetingRow]
    total: int


_SORTS = {
    "date": ("date", "body__name", "start_time", "pk"),
    "-date": ("-date", "body__name", "start_time", "pk"),
    "body": ("body__name", "-date", "pk"),
    "-body": ("-body__name", "-date", "pk"),
    "kind": ("kind", "-date", "pk"),
    "-kind": ("-kind", "-date", "pk"),
    "items": ("shown_items", "-date", "pk"),
    "-items": ("-shown_items", "-date", "pk"),
}


def meeting_list(
    *, viewer: Actor, chosen: MeetingFilter, now: datetime, start: int = 0, count: int | None = None
) -> MeetingList:
    """Return the meetings that the viewer may see and that fit the filter, from number `start`, at most `count`."""
    sight = sight_of(viewer, now)
    found = _narrowed(visible_meetings(sight), chosen, sight)
    ordered = _counted(found).order_by(*_SORTS.get(chosen.sort, _SORTS["-date"]))
    end = None if count is None else start + count
    return MeetingList([row_of(meeting) for meeting in ordered[start:end]], found.count())


def body_list(*, viewer: Actor, now: datetime) -> Sequence[BodyRow]:
    """Return the bodies that have a meeting the viewer may see; those who may make bodies see the empty ones too."""
    sight = sight_of(viewer, now)
    seen = Q(meetings__in=visible_meetings(sight))
    bodies = Body.objects.annotate(
        count=Count("meetings", filter=seen),
        earliest=Min("meetings__date", filter=seen),
        latest=Max("meetings__date", filter=seen),
    )
    shown = bodies if sight.closed else bodies.filter(count__gt=0)
    return [_body_row(body) for body in shown.order_by("municipality", "name")]


def body_page(*, viewer: Actor, key: str, now: datetime) -> tuple[BodyRow, dict[int, list[MeetingRow]]]:
    """Return a body and its meetings by year, newest first. Raises NotFound when the viewer may know of neither."""
    row = next((body for body in body_list(viewer=viewer, now=now) if body.key == key), None)
    if row is None:
        raise NotFound("Organet findes ikke, eller det har ingen møder, som du kan se.")
    years: dict[int, list[MeetingRow]] = {}
    for meeting in meeting_list(viewer=viewer, chosen=MeetingFilter(body=key), now=now).rows:
        years.setdefault(meeting.date.year, []).append(meeting)
    return row, years


def upcoming(*, viewer: Actor, now: datetime, count: int) -> Sequence[MeetingRow]:
    """Return the next meetings, today's included, soonest first."""
    chosen = MeetingFilter(date_from=now.date(), sort="date")
    return meeting_list(viewer=viewer, chosen=chosen, now=now, count=count).rows


def latest_published(*, viewer: Actor, now: datetime, count: int, body: str = "") -> Sequence[MeetingRow]:
    """Return what was published last, newest first, for the front page and the feeds; of one body when it is named."""
    found = visible_meetings(sight_of(viewer, now)).filter(published_at__isnull=False)
    found = found.filter(body_id=body) if body else found
    return [row_of(meeting) for meeting in _counted(found).order_by("-published_at", "pk")[:count]]


def waiting_for_confirmation(*, viewer: Actor, now: datetime) -> Sequence[MeetingRow]:
    """Return the meetings whose newest reading nobody has confirmed, oldest import first; nothing for the others."""
    sight = sight_of(viewer, now)
    if not sight.closed:
        return []
    found = visible_meetings(sight).exclude(newest_reading=None).exclude(newest_reading=F("confirmed_reading"))
    never = visible_meetings(sight).filter(confirmed_reading=None, newest_reading__isnull=False)
    both = visible_meetings(sight).filter(Q(pk__in=found.values("pk")) | Q(pk__in=never.values("pk")))
    return [row_of(meeting) for meeting in _counted(both).order_by("newest_reading__created_at", "pk")]


def row_of(meeting: Meeting) -> MeetingRow:
    """Return the row of a meeting that `_counted` loaded."""
    where = standing(
        confirmed=meeting.confirmed_reading_id,
        newest=meeting.newest_reading_id,
        is_published=meeting.published_at is not None,
    )
    return MeetingRow(
        id=str(meeting.pk),
        body=meeting.body.name,
        body_key=meeting.body_id,
        date=meeting.date,
        start_time=meeting.start_time,
        kind=Kind(meeting.kind),
        place=meeting.place,
        items=getattr(meeting, "shown_items", 0),
        status=where.status,
        is_waiting=where.is_waiting,
        published_at=meeting.published_at,
        url=meeting_address(meeting.pk),
    )


def _counted(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    return meetings.annotate(shown_items=Count("items", filter=Q(items__is_current=True), distinct=True))


def _body_row(body: Body) -> BodyRow:
    return BodyRow(
        key=body.key,
        name=body.name,
        municipality=body.municipality,
        profile=Profile(body.profile),
        is_public=body.is_public,
        meetings=getattr(body, "count", 0),
        earliest=getattr(body, "earliest", None),
        latest=getattr(body, "latest", None),
    )


def _narrowed(meetings: QuerySet[Meeting], chosen: MeetingFilter, sight: Sight) -> QuerySet[Meeting]:
    conditions = Q()
    if chosen.body:
        conditions &= Q(body_id=chosen.body)
    if chosen.kind:
        conditions &= Q(kind=chosen.kind)
    if chosen.date_from:
        conditions &= Q(date__gte=chosen.date_from)
    if chosen.date_to:
        conditions &= Q(date__lte=chosen.date_to)
    if chosen.status:
        conditions &= _status(chosen.status)
    found = meetings.filter(conditions)
    return found.filter(_text(chosen.text.strip(), sight)) if chosen.text.strip() else found


def _status(status: str) -> Q:
    return {
        Status.UNCONFIRMED: Q(confirmed_reading__isnull=True),
        Status.CONFIRMED: Q(confirmed_reading__isnull=False, published_at__isnull=True),
        Status.PUBLISHED: Q(published_at__isnull=False),
        "waiting": ~Q(newest_reading=F("confirmed_reading")) | Q(confirmed_reading__isnull=True),
    }.get(status, Q(pk__in=[]))


def _text(text: str, sight: Sight) -> Q:
    """Find a text in what the viewer may read: a closed item's own words count only for those who may read them."""
    shown = Q(items__is_current=True)
    own = Q(items__title__icontains=text) | Q(items__case_number__icontains=text)
    written = Q(items__closed=True) & (Q(items__public_title__icontains=text))
    items = Meeting.objects.filter(shown & (own if sight.closed else (own & Q(items__closed=False)) | written))
    return Q(place__icontains=text) | Q(body__name__icontains=text) | Q(pk__in=items.values("pk"))
