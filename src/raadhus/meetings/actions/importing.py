"""Import a document: read it, store it, and give it to the meeting that it belongs to, all or nothing."""

import hashlib
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.core.documents.public import StoredFile, store_file
from raadhus.core.documents.text import SourceText, read_document
from raadhus.kernel.actors import Actor
from raadhus.meetings.actions.deriving import derive
from raadhus.meetings.models import ImportedDocument, Meeting, MeetingReading, add_reading, reading_of
from raadhus.meetings.queries.locked import locked_body_of, meeting_of, stop_if_put_up
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.carrying import carried
from raadhus.meetings.rules.imports import ImportResult, ImportStatus, placed
from raadhus.meetings.rules.reading import Reading
from raadhus.meetings.rules.states import Origin


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
    sha256 = hashlib.sha256(data).hexdigest()
    known = _known(sha256)
    if known is not None:
        return _unchanged(known)
    source = read_document(data, name)
    reading = placed(read_meeting(source, file=name), body=body, day=meeting_date)
    try:
        with transaction.atomic():
            file = store_file(actor=actor, name=name, data=data, now=now)
            return _write(actor, file, source, reading, now)
    except IntegrityError:
        # Somebody imported the same file in the same moment; theirs is as good as ours.
        known = _known(sha256)
        if known is None:
            raise
        return _unchanged(known)


def _known(sha256: str) -> ImportedDocument | None:
    return ImportedDocument.objects.select_related("meeting__body").filter(sha256=sha256).first()


def _unchanged(document: ImportedDocument) -> ImportResult:
    first = document.readings.order_by("number").first()
    items, warnings = (0, 0) if first is None else _counts(reading_of(first))
    label = subject_of(document.meeting).label
    return ImportResult(ImportStatus.UNCHANGED, str(document.meeting_id), label, items, warnings)


def _counts(reading: Reading) -> tuple[int, int]:
    return len(reading.items), len(reading.warnings)


def _write(actor: Actor, file: StoredFile, source: SourceText, reading: Reading, now: datetime) -> ImportResult:
    body = locked_body_of(reading)
    found = meeting_of(body, reading)
    meeting = found or Meeting.objects.create(
        body=body,
        date=date.fromisoformat(reading.date or ""),
        kind=reading.kind,
        start_time=reading.start_time or "",
        created_at=now,
    )
    stop_if_put_up(meeting)
    document = _add_document(actor, meeting, file, source, now)
    before = meeting.newest_reading
    add_reading(meeting, reading, document_id=document.pk, origin=Origin.IMPORT, author=actor, at=now)
    if before is not None:
        _carry_corrections(actor, meeting, before, reading, now)
    derive(actor=actor, meeting=meeting, now=now)
    status = ImportStatus.NEW_VERSION if found else ImportStatus.NEW
    subject = subject_of(meeting)
    data: dict[str, JSON] = {"sha256": file.sha256, "version": document.number, "status": status.value}
    record(actor=actor, event="meetings.document_imported", subject=subject, data=data, now=now)
    return ImportResult(status, str(meeting.pk), subject.label, *_counts(reading))


def _carry_corrections(actor: Actor, meeting: Meeting, before: MeetingReading, reading: Reading, now: datetime) -> None:
    """Add a reading with the corrections of the version before that still apply, so that nobody makes them twice."""
    newest = meeting.newest_reading
    imported = before.document.readings.filter(origin=Origin.IMPORT).first()
    if imported is None or newest is None:
        return
    result = carried(reading_of(imported), reading_of(before), reading)
    if result != reading:
        note = _("Rettelser fra læsning %(number)s er ført med over") % {"number": before.number}
        document, origin = newest.document_id, Origin.CORRECTION
        add_reading(meeting, result, document_id=document, origin=origin, author=actor, at=now, note=note)


def _add_document(
    actor: Actor, meeting: Meeting, file: StoredFile, source: SourceText, now: datetime
) -> ImportedDocument:
    return ImportedDocument.objects.create(
        meeting=meeting,
        number=meeting.documents.count() + 1,
        sha256=file.sha256,
        name=file.name[:300],
        media_type=source.media_type[:150],
        size=file.size,
        text=source.text,
        imported_at=now,
        imported_by_name=actor.name[:200],
    )
