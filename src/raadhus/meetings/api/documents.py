"""The API of meetings: the same actions and queries as the pages, as JSON. Every object has been through `disclose`."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from raadhus.core.access.public import actor_of
from raadhus.core.documents.public import require_size
from raadhus.kernel.doors import door
from raadhus.kernel.errors import NotFound
from raadhus.meetings import actions
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.queries.lists import MeetingFilter, meeting_list
from raadhus.meetings.queries.readings import readings_of
from raadhus.meetings.writer import Format, export
from raadhus.meetings.writer.json_format import meeting_json

router = Router()

_MOST = 200


class MeetingOut(Schema):
    """One meeting in a list."""

    id: UUID
    body: str
    body_key: str
    date: date
    start_time: str
    kind: str
    place: str
    items: int
    status: str
    is_waiting: bool
    published_at: datetime | None


class MeetingsOut(Schema):
    """Some of the meetings, and how many there are in all."""

    total: int
    meetings: list[MeetingOut]


class Chosen(Schema):
    """What a list is narrowed to."""

    body: str = ""
    kind: str = ""
    status: str = ""
    date_from: date | None = None
    date_to: date | None = None
    text: str = ""
    sort: str = "-date"
    start: int = Field(0, le=10_000_000)
    count: int = 50


class ReadingOut(Schema):
    """One reading of a meeting's document."""

    number: int
    origin: str
    author: str
    note: str
    created_at: datetime
    document: str
    is_newest: bool
    is_confirmed: bool


class ImportOut(Schema):
    """What an import did."""

    status: str
    meeting_id: UUID
    label: str
    items: int
    warnings: int


class ImportIn(Schema):
    """What the document may not say itself."""

    body: str = ""
    meeting_date: date | None = None


class ReadingIn(Schema):
    """The reading that is meant; it must be the newest."""

    number: int


class CorrectionIn(ReadingIn):
    """Edits by place, such as {"items.0.title": "Budget"}; docs/rules/meetings.md lists the places."""

    edits: dict[str, str]
    note: str = ""


class PublishIn(Schema):
    """Whether the gate's warnings have been seen and are accepted."""

    accept_warnings: bool = False


class UnpublishIn(Schema):
    """Why the meeting is taken back."""

    reason: str


class Done(Schema):
    """What was done, with the number of the reading that it made or used."""

    number: int | None = None


@router.get("meetings", response=MeetingsOut)
@door("meetings.read")
def meetings(request: HttpRequest, chosen: Query[Chosen]) -> dict[str, Any]:
    """Return the meetings that the caller may see."""
    asked = chosen.dict()
    start, count = max(0, asked.pop("start")), min(max(1, asked.pop("count")), _MOST)
    found = meeting_list(
        viewer=actor_of(request), chosen=MeetingFilter(**asked), now=timezone.now(), start=start, count=count
    )
    return {"total": found.total, "meetings": list(found.rows)}


@router.get("meetings/{uuid:meeting_id}")
@door("meetings.read")
def meeting(request: HttpRequest, meeting_id: UUID) -> dict[str, Any]:
    """Return one meeting in the form of `raadhus meetings parse`, with ids, as the caller may see it."""
    return meeting_json(disclosed_meeting(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now()))


@router.get("meetings/{uuid:meeting_id}/items/{uuid:item_id}")
@door("meetings.read")
def item(request: HttpRequest, meeting_id: UUID, item_id: UUID) -> dict[str, Any]:
    """Return one item of a meeting; 404 also when it is closed to the caller."""
    found = disclosed_meeting(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    for one in meeting_json(found)["items"]:
        if one["id"] == str(item_id) and not one["withheld"]:
            return dict(one)
    raise NotFound("Punktet findes ikke, eller det er lukket.")


@router.get("meetings/{uuid:meeting_id}/export/{format_name}")
@door("meetings.export_meeting")
def download(request: HttpRequest, meeting_id: UUID, format_name: Format) -> HttpResponse:
    """Return the meeting as a file, as the caller may see it."""
    found = disclosed_meeting(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    file = export(found, format_name)
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@router.post("documents", response=ImportOut)
@door("meetings.import_document")
def import_document(request: HttpRequest, file: File[UploadedFile], said: Form[ImportIn]) -> dict[str, Any]:
    """Import one document. The same content again changes nothing."""
    require_size(name=file.name or "dokument", size=file.size or 0, largest=settings.DOCUMENTS_MAX_BYTES)
    result = actions.import_document(
        actor=actor_of(request),
        name=file.name or "dokument",
        data=file.read(),
        now=timezone.now(),
        body=said.body or None,
        meeting_date=said.meeting_date,
    )
    return {
        "status": result.status.value,
        "meeting_id": result.meeting_id,
        "label": result.label,
        "items": result.items,
        "warnings": result.warnings,
    }


@router.get("meetings/{uuid:meeting_id}/readings", response=list[ReadingOut])
@door("meetings.read_document")
def readings(request: HttpRequest, meeting_id: UUID) -> list[Any]:
    """Return the meeting's readings, newest first."""
    return list(readings_of(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now()))


@router.post("meetings/{uuid:meeting_id}/readings", response=Done)
@door("meetings.correct_reading")
def correct_reading(request: HttpRequest, meeting_id: UUID, said: CorrectionIn) -> dict[str, int]:
    """Correct the newest reading; the answer names the new one."""
    number = actions.correct_reading(
        actor=actor_of(request),
        meeting_id=meeting_id,
        number=said.number,
        edits=said.edits,
        note=said.note,
        now=timezone.now(),
    )
    return {"number": number}


@router.post("meetings/{uuid:meeting_id}/readings/restore", response=Done)
@door("meetings.correct_reading")
def restore_reading(request: HttpRequest, meeting_id: UUID, said: ReadingIn) -> dict[str, int]:
    """Go back to an earlier reading; it becomes a new one."""
    number = actions.restore_reading(
        actor=actor_of(request), meeting_id=meeting_id, number=said.number, now=timezone.now()
    )
    return {"number": number}


@router.post("meetings/{uuid:meeting_id}/readings/confirm", response=Done)
@door("meetings.confirm_reading")
def confirm_reading(request: HttpRequest, meeting_id: UUID, said: ReadingIn) -> dict[str, int]:
    """Confirm the newest reading."""
    actions.confirm_reading(actor=actor_of(request), meeting_id=meeting_id, number=said.number, now=timezone.now())
    return {"number": said.number}


@router.post("meetings/{uuid:meeting_id}/publish", response=Done)
@door("meetings.publish_meeting")
def publish_meeting(request: HttpRequest, meeting_id: UUID, said: PublishIn) -> dict[str, None]:
    """Publish the meeting's confirmed reading."""
    actions.publish_meeting(
        actor=actor_of(request), meeting_id=meeting_id, accept_warnings=said.accept_warnings, now=timezone.now()
    )
    return {"number": None}


@router.post("meetings/{uuid:meeting_id}/unpublish", response=Done)
@door("meetings.unpublish_meeting")
def unpublish_meeting(request: HttpRequest, meeting_id: UUID, said: UnpublishIn) -> dict[str, None]:
    """Take the meeting back from the public."""
    actions.unpublish_meeting(actor=actor_of(request), meeting_id=meeting_id, reason=said.reason, now=timezone.now())
    return {"number": None}
