"""Import a document: read it, store it, and give it to the meeting that it belongs to, all or nothing."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.documents.public import StoredFile, store_file
from raadhus.core.documents.text import SourceText, read_document
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.models import Body, ImportedDocument, Meeting, MeetingReading, body_called, derive_tables
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.searching import announce_meeting
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.matching import ItemMark, MeetingMark, marks_of_items, same_meeting
from raadhus.meetings.rules.reading import Reading
from raadhus.meetings.rules.states import Origin
from raadhus.meetings.rules.stored_reading import from_stored, to_stored


class ImportStatus(StrEnum):
    """What an import did."""

    NEW = "new"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new_version"


class CannotImport(WrongInput):
    """The document was read, but it cannot be given to a meeting; the sentence says what is missing."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one document. `warnings` is how many things in it were not understood."""

    status: ImportStatus
    meeting_id: str
    label: str
    items: int
    warnings: int


def import_document(
    *,
    actor: Actor,
    name: str,
    data: bytes,
    now: datetime,
    body: str | None = None,
    meeting_date: date | None = None,
) -> ImportResult:
    """Import one file. The same content again changes nothing; a changed file is a new version of its meeting.

    `body` and `meeting_date` are what the person says where the document does not. Raises WrongInput (CannotImport)
    with a sentence when the file cannot be read or placed; the database is then as before.
    """
    require(actor, "meetings.import_document", now=now)
    known = _known(hashlib.sha256(data).hexdigest())
    if known is not None:
        return _unchanged(known)
    source = read_document(data, name)
    reading = _placed(read_meeting(source, file=name), body, meeting_date)
    try:
        with transaction.atomic():
            file = store_file(actor=actor, name=name, data=data, now=now)
            return _write(actor, file, source, reading, now)
    except IntegrityError:
        # Somebody imported the same file in the same moment; theirs is as good as ours.
        known = _known(hashlib.sha256(data).hexdigest())
        if known is None:
            raise
        return _unchanged(known)


def _known(sha256: str) -> ImportedDocument | None:
    return ImportedDocument.objects.select_related("meeting__body").filter(sha256=sha256).first()


def _unchanged(document: ImportedDocument) -> ImportResult:
    meeting = document.meeting
    reading = document.readings.order_by("number").first()
    content = reading.content if reading else {"items": [], "warnings": []}
    counts = (len(content["items"]), len(content["warnings"]))
    return ImportResult(ImportStatus.UNCHANGED, str(meeting.id), subject_of(meeting).label, *counts)


def _placed(reading: Reading, body: str | None, day: date | None) -> Reading:
    """Return the reading with what the person said filled in where the document is silent."""
    placed = replace(
        reading,
        body=reading.body or (body or "").strip() or None,
        date=reading.date or (day.isoformat() if day else None),
    )
    if not placed.items:
        raise CannotImport(
            _("%(name)s: her er ingen punkter, så det ligner ikke en dagsorden eller et referat.")
            % {"name": reading.file}
        )
    missing = [word for word, value in ((_("organet"), placed.body), (_("mødedatoen"), placed.date)) if not value]
    if missing:
        what = _(" og ").join(missing)
        raise CannotImport(
            _("%(name)s: %(what)s står ikke i dokumentet. Angiv det ved importen.")
            % {"name": reading.file, "what": what}
        )
    return placed


def _write(actor: Actor, file: StoredFile, source: SourceText, reading: Reading, now: datetime) -> ImportResult:
    # The body's row is the lock: two files of one body are placed one after the other.
    body = Body.objects.select_for_update().get(pk=body_called(reading.body or "", reading.municipality or "").pk)
    found = _same(body, reading)
    meeting = found or Meeting.objects.create(
        body=body,
        date=date.fromisoformat(reading.date or ""),
        kind=reading.kind,
        start_time=reading.start_time or "",
        created_at=now,
    )
    document = _add_document(actor, meeting, file, source, now)
    _add_imported_reading(actor, meeting, document, reading, now)
    derive_tables(meeting)
    status = ImportStatus.NEW_VERSION if found else ImportStatus.NEW
    record(
        actor=actor,
        event="meetings.document_imported",
        subject=subject_of(meeting),
        data={"sha256": file.sha256, "version": document.number, "status": status.value},
        now=now,
    )
    announce_meeting(meeting)
    label = subject_of(meeting).label
    return ImportResult(status, str(meeting.id), label, len(reading.items), len(reading.warnings))


def _mark(reading: Reading) -> MeetingMark:
    items = [ItemMark(item.number or "", item.title, item.case_number or "") for item in reading.items]
    return MeetingMark(reading.start_time or "", marks_of_items(items))


def _same(body: Body, reading: Reading) -> Meeting | None:
    """Return the meeting that the document is a version of: same body, day and kind, and not another one that day."""
    known = Meeting.objects.filter(body=body, date=reading.date or "", kind=reading.kind).select_related(
        "newest_reading"
    )
    incoming = _mark(reading)
    for meeting in known.order_by("created_at"):
        if meeting.newest_reading and same_meeting(_mark(from_stored(meeting.newest_reading.content)), incoming):
            return meeting
    return None


def _add_document(
    actor: Actor, meeting: Meeting, file: StoredFile, source: SourceText, now: datetime
) -> ImportedDocument:
    latest = meeting.documents.aggregate(latest=Max("number"))["latest"] or 0
    return ImportedDocument.objects.create(
        meeting=meeting,
        number=latest + 1,
        sha256=file.sha256,
        name=file.name[:300],
        media_type=source.media_type[:150],
        size=file.size,
        text=source.text,
        imported_at=now,
        imported_by_name=actor.name[:200],
    )


def _add_imported_reading(
    actor: Actor, meeting: Meeting, document: ImportedDocument, reading: Reading, now: datetime
) -> None:
    parent = meeting.newest_reading
    meeting.newest_reading = MeetingReading.objects.create(
        meeting=meeting,
        document=document,
        parent=parent,
        number=parent.number + 1 if parent else 1,
        origin=Origin.IMPORT,
        content=to_stored(reading),
        author_key=actor.key,
        author_name=actor.name[:200],
        created_at=now,
    )
    meeting.save(update_fields=["newest_reading"])
