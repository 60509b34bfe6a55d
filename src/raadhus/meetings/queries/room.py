"""One item of a meeting at a time, as one reads it on a tablet in the meeting room, with what the reader keeps for themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, OwnNote
from raadhus.meetings.queries.disclosing import disclose_some
from raadhus.meetings.queries.naming import meeting_address, shown_label
from raadhus.meetings.queries.private import days_kept, highlights_on, notes_on
from raadhus.meetings.queries.records import outlined
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.units import RoomNote, RoomSection, sections_of, texts_of, with_highlights
from raadhus.meetings.rules.disclosure import DisclosedItem, Level, disclose
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.enclosed import size_said, type_said
from raadhus.meetings.writer.printed import PrintedItem, printed


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in the list of items: its place from 1, and whether the reader has noted or marked something there."""

    place: int
    heading: str
    url: str
    here: bool
    is_noted: bool


@dataclass(frozen=True, slots=True)
class RoomHighlight:
    """One of the reader's highlights; `is_found` is False when its words no longer stand in the item."""

    id: str
    quote: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class RoomFile:
    """An attachment whose file is kept here: its address, its title, and what it is and how large."""

    url: str
    title: str
    facts: str


@dataclass(frozen=True, slots=True)
class RoomPage:
    """One item for a reader, the way to the others, and what the reader has kept. `item_id` is empty for a withheld item."""

    meeting_id: str
    label: str
    meeting_url: str
    place: int
    item: DisclosedItem
    item_id: str
    heading: str
    sections: tuple[RoomSection, ...]
    files: tuple[RoomFile, ...]
    entries: tuple[Entry, ...]
    previous: Entry | None
    following: Entry | None
    note: RoomNote | None
    stray_notes: tuple[RoomNote, ...]
    highlights: tuple[RoomHighlight, ...]
    kept_days: int


def room_page(*, viewer: Actor, meeting_id: str | UUID, place: int, now: datetime) -> RoomPage:
    """Return the item at a place (from 1) of a meeting that the viewer may see. Raises NotFound.

    A closed item is at its place and says that it is closed; no place is passed over.
    """
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    paper = printed(disclose_some(viewer, meeting, sight, now, lambda at, _row: at == place - 1))
    if not 1 <= place <= len(paper.items):
        raise NotFound(_("Mødet har ikke så mange punkter."))
    here = paper.items[place - 1]
    ids = [one.item.id for one in paper.items if not one.item.withheld]
    may_note = viewer.kind is ActorKind.PERSON and may(viewer, "meetings.keep_notes", now=now)
    notes = notes_on(viewer, ids) if may_note else []
    marks = highlights_on(viewer, ids) if may_note else []
    noted_items = {str(one.item_id) for one in notes} | {str(one.item_id) for one in marks}
    entries = _entries(meeting.pk, paper.items, place, noted_items)
    item_id = "" if here.item.withheld else here.item.id
    plain = sections_of(here)
    mine = [one for one in notes if str(one.item_id) == item_id]
    own = [one for one in marks if str(one.item_id) == item_id]
    shown, lost = with_highlights(plain, own)
    noted = _with_notes(shown, mine) if may_note and item_id else shown
    known = {"", *(section.key for section in plain)}
    return RoomPage(
        meeting_id=str(meeting.pk),
        label=shown_label(meeting),
        meeting_url=meeting_address(meeting.pk),
        place=place,
        item=here.item,
        item_id=item_id,
        heading=here.heading,
        sections=noted,
        files=_files(meeting.pk, place, here.item),
        entries=entries,
        previous=entries[place - 2] if place > 1 else None,
        following=entries[place] if place < len(entries) else None,
        note=_note("", mine) if may_note and item_id else None,
        stray_notes=tuple(_note(one.section, mine) for one in mine if one.section not in known),
        highlights=tuple(RoomHighlight(str(one.pk), one.quote, one.pk not in lost) for one in own),
        kept_days=days_kept(),
    )


def attachment_at(*, viewer: Actor, meeting_id: str | UUID, place: int, number: int, now: datetime) -> AttachmentRecord:
    """Return an attachment (numbered from 1) of the item at a place, with a file that is kept here. Raises NotFound."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    disclosed = disclose_some(viewer, meeting, sight, now, lambda at, _row: at == place - 1)
    items = disclosed.items[place - 1 : place] if place else ()
    kept = [one.attachments[number - 1] for one in items if 1 <= number <= len(one.attachments)]
    if not kept or not kept[0].sha256:
        raise NotFound(_("Bilaget findes ikke, eller det er ikke gemt her."))
    return kept[0]


def _files(meeting_id: UUID, place: int, item: DisclosedItem) -> tuple[RoomFile, ...]:
    return tuple(
        RoomFile(
            reverse("meetings:attachment", args=[meeting_id, place, number]),
            one.title,
            ", ".join(filter(None, (type_said(one.media_type or ""), size_said(one.size) if one.size else ""))),
        )
        for number, one in enumerate(item.attachments, start=1)
        if one.sha256
    )


def texts_of_item(viewer: Actor, item: AgendaItem, now: datetime) -> Mapping[str, Sequence[str]]:
    """Return the texts of an item's blocks by section, as they stand on the viewer's page: what can be marked there."""
    record = outlined(item.meeting, lambda _at, row: row.pk == item.pk)
    sight = sight_of(viewer, now)
    # Words are compared here and nothing is shown, so no trace is left.
    paper = printed(disclose(record, Level.CLOSED if sight.sees_closed(item.meeting.body_id) else sight.level))
    found = next((one for one in paper.items if one.item.id == str(item.pk)), None)
    return {} if found is None else texts_of(sections_of(found))


def _with_notes(sections: tuple[RoomSection, ...], notes: Sequence[OwnNote]) -> tuple[RoomSection, ...]:
    return tuple(
        RoomSection(one.key, one.kind, one.heading, one.before, one.asked, one.after, _note(one.key, notes))
        for one in sections
    )


def _note(section: str, notes: Sequence[OwnNote]) -> RoomNote:
    name = section.replace(".", "-") or "punkt"
    for one in notes:
        if one.section == section:
            return RoomNote(str(one.pk), section, one.text, one.revision, name)
    return RoomNote("", section, "", 0, name)


def _entries(meeting_id: UUID, items: Sequence[PrintedItem], here: int, noted: set[str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            place,
            one.heading,
            reverse("meetings:read", args=[meeting_id, place]),
            here=place == here,
            is_noted=one.item.id in noted,
        )
        for place, one in enumerate(items, start=1)
    )
