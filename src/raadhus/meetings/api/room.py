"""The meeting room as JSON and files: one's own notes and highlights, and a meeting that is taken along."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.private import (
    add_highlight,
    delete_note,
    remove_highlight,
    save_note,
)
from raadhus.meetings.actions.taking import Taken, built_package, take_offline
from raadhus.meetings.queries.private import my_notes
from raadhus.meetings.writer.exported import ExportedFile

router = Router()


class OwnNoteOut(Schema):
    """One of the caller's own notes or highlights (`kind`). `place` is None when its item is off the agenda."""

    id: UUID
    kind: str
    meeting_id: UUID
    meeting: str
    item_id: UUID
    item: str
    place: int | None
    section: str
    text: str
    revision: int
    changed_at: datetime
    forget_at: datetime | None


class OwnNoteIn(Schema):
    """A note on an item, or on a section of it. `revision` is the one that the caller began with; an empty text deletes."""

    text: str
    section: str = ""
    revision: int = 0


class NoteKept(Schema):
    """The note's revision now; 0 when it was deleted."""

    revision: int


class HighlightIn(Schema):
    """The words to mark, and where they stood; without a place they are looked for in the whole item."""

    quote: str
    section: str = ""
    block: int = 0


class HighlightMade(Schema):
    """The new highlight."""

    id: UUID


class TakenChoice(Schema):
    """What goes along: closed items (recorded), the caller's own notes, the attachments' files."""

    closed: bool = False
    notes: bool = False
    files: bool = True


def _file(file: ExportedFile) -> HttpResponse:
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@router.get("own-notes", response=list[OwnNoteOut])
@door("meetings.keep_notes")
def own_notes(request: HttpRequest, text: str = "") -> list[Any]:
    """Return the caller's own notes and highlights, those that contain a text."""
    return list(my_notes(viewer=actor_of(request), now=timezone.now(), text=text))


@router.put("items/{uuid:item_id}/own-note", response=NoteKept)
@door("meetings.keep_notes")
def put_note(request: HttpRequest, item_id: UUID, said: OwnNoteIn) -> dict[str, int]:
    """Keep the caller's note; 409 when it was changed elsewhere in the meantime."""
    revision = save_note(actor=actor_of(request), item_id=item_id, now=timezone.now(), **said.dict())
    return {"revision": revision}


@router.delete("own-notes/{uuid:note_id}", response={204: None})
@door("meetings.keep_notes")
def remove_note(request: HttpRequest, note_id: UUID) -> Status[None]:
    """Delete one of the caller's own notes."""
    delete_note(actor=actor_of(request), note_id=note_id, now=timezone.now())
    return Status(204, None)


@router.post("items/{uuid:item_id}/highlights", response=HighlightMade)
@door("meetings.keep_notes")
def post_highlight(request: HttpRequest, item_id: UUID, said: HighlightIn) -> dict[str, str]:
    """Mark a stretch of an item's text for the caller."""
    return {"id": add_highlight(actor=actor_of(request), item_id=item_id, now=timezone.now(), **said.dict())}


@router.delete("highlights/{uuid:highlight_id}", response={204: None})
@door("meetings.keep_notes")
def delete_highlight(request: HttpRequest, highlight_id: UUID) -> Status[None]:
    """Take one of the caller's own highlights away."""
    remove_highlight(actor=actor_of(request), highlight_id=highlight_id, now=timezone.now())
    return Status(204, None)


@router.post("meetings/{uuid:meeting_id}/offline")
@door("meetings.export_meeting")
def offline(request: HttpRequest, meeting_id: UUID, said: TakenChoice) -> HttpResponse:
    """Return the meeting as one page with everything in it."""
    taken = Taken(**said.dict())
    return _file(take_offline(actor=actor_of(request), meeting_id=meeting_id, taken=taken, now=timezone.now()))


@router.post("meetings/{uuid:meeting_id}/package")
@door("meetings.export_meeting")
def package(request: HttpRequest, meeting_id: UUID, said: TakenChoice) -> HttpResponse:
    """Return the meeting with its attachments as one PDF; of the choices only `closed` counts."""
    actor = actor_of(request)
    return _file(built_package(actor=actor, meeting_id=meeting_id, closed=said.closed, now=timezone.now()))
