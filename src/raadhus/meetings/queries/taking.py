"""What goes along when a meeting is taken: the meeting at the level that was asked for, the files, and one's own notes."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from raadhus.core.access.public import require
from raadhus.core.documents.public import open_file
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.queries.naming import meeting_address, shown_label
from raadhus.meetings.queries.private import highlights_on, notes_on
from raadhus.meetings.queries.records import record_of, whole_items
from raadhus.meetings.queries.sight import leave_trace, seen_meeting, sight_of
from raadhus.meetings.queries.units import sections_of
from raadhus.meetings.rules.disclosure import DisclosedMeeting, Level, disclose
from raadhus.meetings.rules.record import AttachmentRecord
from raadhus.meetings.writer.enclosed import EnclosedFile, TakenNote, name_of, size_said
from raadhus.meetings.writer.printed import printed


def taken_meeting(*, viewer: Actor, meeting_id: str | UUID, closed: bool, now: datetime) -> DisclosedMeeting:
    """Return the meeting as it is taken along: closed items only when they are asked for. Raises NotFound and NotAllowed."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    if closed and not sight.sees_closed(meeting.body_id):
        require(viewer, "meetings.read_closed", now=now)
    record = record_of(meeting, whole_items(AgendaItem.objects.filter(meeting=meeting)))
    if closed:
        leave_trace(viewer, meeting, sight, now)
        return disclose(record, Level.CLOSED)
    return disclose(record, Level.EMPLOYEE if sight.sees_closed(meeting.body_id) else sight.level)


def enclosed_file(attachment: AttachmentRecord) -> EnclosedFile | None:
    """Return an attachment's content under a name made of its title; None when it is not kept here, or gone from the store."""
    if not attachment.sha256:
        return None
    media_type = attachment.media_type or "application/octet-stream"
    try:
        with open_file(attachment.sha256) as opened:
            return EnclosedFile(name_of(attachment.title, media_type), media_type, opened.read())
    except NotFound:
        return None


def contents_of(meeting: DisclosedMeeting) -> dict[str, EnclosedFile]:
    """Return the contents of the meeting's attachments by SHA-256, each once."""
    found: dict[str, EnclosedFile] = {}
    for item in meeting.items:
        for one in item.attachments:
            content = enclosed_file(one) if one.sha256 and one.sha256 not in found else None
            if content is not None:
                found[one.sha256 or ""] = content
    return found


def notes_along(*, viewer: Actor, meeting: DisclosedMeeting) -> dict[str, list[TakenNote]]:
    """Return the viewer's own notes and highlights by item, of the items that are shown in this file."""
    shown = {item.id for item in meeting.items if not item.withheld}
    headings = {
        item.item.id: {section.key: section.heading or "" for section in sections_of(item)}
        for item in printed(meeting).items
    }
    along: dict[str, list[TakenNote]] = defaultdict(list)
    for one in notes_on(viewer, shown):
        key = str(one.item_id)
        along[key].append(TakenNote(headings[key].get(one.section, ""), one.text))
    for mark in highlights_on(viewer, shown):
        key = str(mark.item_id)
        along[key].append(TakenNote(headings[key].get(mark.section, ""), f"»{mark.quote}«"))
    return dict(along)


@dataclass(frozen=True, slots=True)
class TakePage:
    """What a reader may choose when a meeting is taken along. `files` and `size` are of the items that are open to the reader."""

    meeting_id: str
    label: str
    meeting_url: str
    may_closed: bool
    may_notes: bool
    files: int
    size: str


def take_page(*, viewer: Actor, meeting_id: str | UUID, now: datetime) -> TakePage:
    """Return the choices for a meeting that the viewer may see. Raises NotFound."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    shown = taken_meeting(viewer=viewer, meeting_id=meeting_id, closed=False, now=now)
    sizes = {one.sha256: one.size or 0 for item in shown.items for one in item.attachments if one.sha256}
    return TakePage(
        meeting_id=str(meeting.pk),
        label=shown_label(meeting),
        meeting_url=meeting_address(meeting.pk),
        may_closed=sight.sees_closed(meeting.body_id),
        may_notes=viewer.kind is ActorKind.PERSON,
        files=len(sizes),
        size=size_said(sum(sizes.values())),
    )
