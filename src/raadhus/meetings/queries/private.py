"""What one reader keeps for themselves: notes, highlights, and how far they had come. Only ever asked for with that person's key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Highlight, Meeting, OwnNote, ReadingPlace
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import label_on_screen
from raadhus.meetings.queries.sight import Sight, seen_meeting, sight_of, visible_meetings
from raadhus.meetings.rules.private import forget_at
from raadhus.meetings.rules.reading import Kind


@dataclass(frozen=True, slots=True)
class KeptNote:
    """One of the viewer's own notes or highlights, with where it belongs. `place` is None when the item is off the agenda."""

    id: str
    kind: str
    meeting_id: str
    meeting: str
    item_id: str
    item: str
    place: int | None
    section: str
    text: str
    revision: int
    changed_at: datetime
    forget_at: datetime | None


def seen_items(sight: Sight) -> QuerySet[AgendaItem]:
    """Return the items that the sight reaches, also those that a newer version left out: closed ones only for closed sight."""
    items = AgendaItem.objects.filter(meeting__in=visible_meetings(sight))
    return items if sight.closed else items.filter(Q(closed=False) | Q(meeting__body__in=sight.own_bodies))


def seen_item(viewer: Actor, item_id: str | UUID, now: datetime) -> AgendaItem:
    """Return an item that the viewer may see. Raises NotFound, the same for one that is closed and one that is not there."""
    found = seen_items(sight_of(viewer, now)).filter(pk=uuid_of(item_id)).select_related("meeting__body").first()
    if found is None:
        raise NotFound(_("Punktet findes ikke, eller det er lukket."))
    return found


def days_kept() -> int:
    """Return how many days own notes are kept after the minutes were published."""
    return int(settings.NOTES_DAYS)


def notes_on(viewer: Actor, items: Iterable[str | UUID]) -> Sequence[OwnNote]:
    """Return the viewer's own notes on these items, in the order in which they were begun."""
    found = OwnNote.objects.filter(person_key=viewer.key, item_id__in=list(items))
    return list(found.order_by("created_at", "pk"))


def highlights_on(viewer: Actor, items: Iterable[str | UUID]) -> Sequence[Highlight]:
    """Return the viewer's own highlights in these items, in the order of the text as it was."""
    found = Highlight.objects.filter(person_key=viewer.key, item_id__in=list(items))
    return list(found.order_by("section", "block", "created_at", "pk"))


def my_notes(*, viewer: Actor, now: datetime, text: str = "", meeting_id: str = "") -> Sequence[KeptNote]:
    """Return the viewer's own notes and highlights, those of the newest meeting first; `text` is searched for in both.

    What belongs to an item that is closed to the viewer now is left out. Showing closed items leaves a trace, as everywhere.
    """
    sight = sight_of(viewer, now)
    within = Q(item__in=seen_items(sight), person_key=viewer.key)
    if meeting_id:
        within &= Q(item__meeting_id=uuid_of(meeting_id))
    notes = list(OwnNote.objects.filter(within & Q(text__icontains=text)).select_related("item__meeting__body"))
    marks = list(Highlight.objects.filter(within & Q(quote__icontains=text)).select_related("item__meeting__body"))
    every: list[OwnNote | Highlight] = [*notes, *marks]
    _leave_trace(viewer, every, sight, now)
    published = minutes_published([one.item.meeting for one in every])
    return [_kept(one, published) for one in sorted(every, key=_order)]


def _leave_trace(viewer: Actor, kept: Sequence[OwnNote | Highlight], sight: Sight, now: datetime) -> None:
    if not any(one.item.closed for one in kept):
        return
    own = Subject("notes", "private", _("egne noter"))
    if sight.closed:
        require(viewer, "meetings.read_closed", now=now, subject=own)
    else:
        record(actor=viewer, event="meetings.closed_read_by_member", subject=own, now=now)


def minutes_published(meetings: Iterable[Meeting]) -> dict[tuple[str, date], datetime]:
    """Return when the minutes were published of each body's meeting of a day; a meeting without is left out."""
    wanted = {(one.body_id, one.date) for one in meetings}
    found = Meeting.objects.filter(kind=Kind.MINUTES, published_at__isnull=False)
    rows = found.filter(body__in={body for body, _ in wanted}, date__in={day for _, day in wanted})
    moments: dict[tuple[str, date], datetime] = {}
    for body, day, published_at in rows.order_by("-published_at").values_list("body_id", "date", "published_at"):
        if (body, day) in wanted and published_at is not None:
            moments[body, day] = published_at
    return moments


def changed_at(one: OwnNote | Highlight) -> datetime:
    """Return when a note was last changed, or a highlight was made."""
    return one.changed_at if isinstance(one, OwnNote) else one.created_at


def forgotten_at(one: OwnNote | Highlight, published: dict[tuple[str, date], datetime]) -> datetime | None:
    """Return when a note or highlight is forgotten by itself; None while the minutes are not published."""
    meeting = one.item.meeting
    return forget_at(published.get((meeting.body_id, meeting.date)), changed_at(one), settings.NOTES_DAYS)


def _order(one: OwnNote | Highlight) -> tuple[int, str, int, str, datetime]:
    """Order by meeting, newest first, then as the agenda has it."""
    item = one.item
    return (-item.meeting.date.toordinal(), str(item.meeting_id), item.position, one.section, changed_at(one))


def _kept(one: OwnNote | Highlight, published: dict[tuple[str, date], datetime]) -> KeptNote:
    item, meeting = one.item, one.item.meeting
    is_note = isinstance(one, OwnNote)
    return KeptNote(
        id=str(one.pk),
        kind="note" if is_note else "highlight",
        meeting_id=str(meeting.pk),
        meeting=label_on_screen(meeting.body.name, meeting.date, meeting.kind),
        item_id=str(item.pk),
        item=" ".join(filter(None, (f"{item.number}." if item.number else "", item.title))),
        place=item.position + 1 if item.is_current else None,
        section=one.section,
        text=one.text if isinstance(one, OwnNote) else one.quote,
        revision=one.revision if isinstance(one, OwnNote) else 0,
        changed_at=changed_at(one),
        forget_at=forgotten_at(one, published),
    )


def place_to_read(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> int:
    """Return the place (from 1) where the viewer goes on reading a meeting. Raises NotFound when it has no items."""
    meeting = seen_meeting(meeting_id, sight_of(viewer, now))
    count = AgendaItem.objects.filter(meeting=meeting, is_current=True).count()
    if not count:
        raise NotFound(_("Mødet har ingen punkter at læse."))
    kept = ReadingPlace.objects.filter(person_key=viewer.key, meeting=meeting).first()
    return min(kept.place, count) if kept else 1


def note_place(*, viewer: Actor, item_id: str | UUID, now: datetime) -> tuple[UUID, int] | None:
    """Return the meeting and the place of an item that the viewer may see; None when it is off the agenda."""
    item = seen_item(viewer, item_id, now)
    return (item.meeting_id, item.position + 1) if item.is_current else None
