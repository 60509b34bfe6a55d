"""Meetings in the one search: an entry per meeting and per item, and for a closed item one per level.

The entry of a closed item that everybody may find holds its number, "Lukket" and the words written for the public; the
whole of it is another entry, under a label that only those hold who may read closed items.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from raadhus.core.documents.text import plain_text
from raadhus.kernel.actors import Actor
from raadhus.kernel.changes import announce
from raadhus.kernel.rooms import SearchEntry
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.queries.naming import item_address, label_of, meeting_address
from raadhus.meetings.queries.records import records
from raadhus.meetings.queries.sight import sight_of
from raadhus.meetings.rules.disclosure import WITHHELD, DisclosedItem, DisclosedMeeting, Level, disclose
from raadhus.meetings.rules.record import MeetingRecord
from raadhus.meetings.rules.states import Status

SOURCE_NAME = "meetings"

# Who finds an entry. The labels nest: whoever holds one holds those before it as well.
PUBLIC, INTERNAL, UNPUBLISHED, CLOSED = (
    "meetings:public",
    "meetings:internal",
    "meetings:unpublished",
    "meetings:closed",
)
_CLOSED_SUFFIX = ":closed"
_OF_MEETING = ":"
_STEP = 50


def announce_meeting(meeting: Meeting) -> None:
    """Tell the search that a meeting and everything in it changed, also the items that it no longer has."""
    keys = [str(meeting.pk)]
    items = AgendaItem.objects.filter(meeting=meeting).values_list("pk", flat=True)
    for position, item in enumerate(items, start=1):
        keys += [str(item), f"{item}{_CLOSED_SUFFIX}", _withheld_key(meeting.pk, f"{WITHHELD}{position}")]
    announce(SOURCE_NAME, keys)


def _withheld_key(meeting_id: object, item_id: str) -> str:
    """Return the key of what everybody may find of a closed item: of its place, and of nothing that is its own."""
    return f"{meeting_id}{_OF_MEETING}{item_id}"


class MeetingSearch:
    """The search source of meetings; it gives disclosed text only, each under the label of those who may find it."""

    name = SOURCE_NAME
    label = "Møder"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return the entries with these keys, or all; a key that is gone is left out."""
        wanted = None if keys is None else frozenset(keys)
        return [
            entry for record in _records(wanted) for entry in _entries(record) if wanted is None or entry.key in wanted
        ]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the labels whose entries the viewer may find."""
        sight = sight_of(viewer, now)
        if sight.closed:
            return frozenset({PUBLIC, INTERNAL, UNPUBLISHED, CLOSED})
        if sight.unpublished:
            return frozenset({PUBLIC, INTERNAL, UNPUBLISHED})
        return frozenset({PUBLIC, INTERNAL} if sight.internal else {PUBLIC})


search_source = MeetingSearch()


def _records(keys: frozenset[str] | None) -> Iterator[MeetingRecord]:
    meetings = Meeting.objects.all()
    if keys is not None:
        ids = [one for one in map(_uuid, keys) if one is not None]
        in_items = AgendaItem.objects.filter(pk__in=ids).values("meeting")
        meetings = meetings.filter(Q(pk__in=ids) | Q(pk__in=in_items))
    found = list(meetings.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(found), _STEP):
        yield from records(Meeting.objects.filter(pk__in=found[start : start + _STEP]))


def _uuid(key: str) -> UUID | None:
    try:
        return UUID(key.partition(_OF_MEETING)[0])
    except ValueError:
        return None


def _label(record: MeetingRecord) -> str:
    """Return the label of those who may find the meeting's open content."""
    if record.published:
        return PUBLIC
    return {Status.PUBLISHED: INTERNAL, Status.CONFIRMED: UNPUBLISHED}.get(Status(record.status), CLOSED)


def _entries(record: MeetingRecord) -> Iterator[SearchEntry]:
    label = _label(record)
    open_part = disclose(record, Level.PUBLIC, preview=True)
    yield _meeting_entry(open_part, label)
    whole = disclose(record, Level.CLOSED)
    for item, shown, full in zip(record.items, open_part.items, whole.items, strict=True):
        key = _withheld_key(record.id, shown.id) if shown.withheld else item.id
        yield _item_entry(open_part, shown, key, label)
        if shown.withheld:
            yield _item_entry(whole, full, f"{item.id}{_CLOSED_SUFFIX}", CLOSED)


def _meeting_entry(meeting: DisclosedMeeting, label: str) -> SearchEntry:
    titles = [f"{item.number or ''} {item.title}".strip() for item in meeting.items]
    return SearchEntry(
        key=meeting.id,
        title=_title(meeting),
        body="\n".join(filter(None, (meeting.place, *titles))),
        url=meeting_address(meeting.id),
        date=meeting.date,
        kind="meeting",
        allowed=frozenset({label}),
        facets={"body": meeting.body or ""},
    )


def _item_entry(meeting: DisclosedMeeting, item: DisclosedItem, key: str, label: str) -> SearchEntry:
    page = f"{meeting_address(meeting.id)}#{item.id}" if item.withheld else item_address(meeting.id, item.id)
    number = _("Punkt %(number)s: ") % {"number": item.number} if item.number else ""
    return SearchEntry(
        key=key,
        title=f"{number}{item.title}",
        body="\n".join(_texts(meeting, item)),
        url=page,
        date=meeting.date,
        kind="agenda_item",
        allowed=frozenset({label}),
        facets={"body": meeting.body or "", "case_number": item.case_number or ""},
    )


def _title(meeting: DisclosedMeeting) -> str:
    if meeting.date is None:
        return meeting.body or ""
    return label_of(meeting.body or "", meeting.date, meeting.kind)


def _texts(meeting: DisclosedMeeting, item: DisclosedItem) -> Iterator[str]:
    yield _title(meeting)
    if item.case_number:
        yield item.case_number
    printed = "\n".join(plain_text(section.blocks) for section in item.sections)
    yield printed
    if item.decision and item.decision.text not in printed:
        yield item.decision.text
    for attachment in item.attachments:
        if attachment.title not in printed:
            yield attachment.title
