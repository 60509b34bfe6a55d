"""Make a document of a sitting: its agenda or its minutes as they stand now become a reading of the meeting's own."""

import hashlib
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.documents.public import store_file
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.actions.deriving import derive
from raadhus.meetings.models import ImportedDocument, Meeting, MeetingReading, Sitting, add_reading
from raadhus.meetings.queries.composition import gathered
from raadhus.meetings.queries.gatekeeping import stop_if_blocked
from raadhus.meetings.queries.locked import stop_if_put_up
from raadhus.meetings.rules.composing import Composed, composed
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.states import Origin


class NothingChanged(Conflict):
    """The document would say exactly what the one before says."""


def compose_document(*, actor: Actor, sitting: Sitting, kind: Kind, now: datetime, note: str = "") -> MeetingReading:
    """Return the new confirmed reading of the sitting's agenda or minutes, inside the caller's transaction.

    The caller has asked whether the actor may. Raises NothingChanged when the text is that of the version before.
    """
    page = composed(gathered(sitting, kind))
    meeting = _meeting(sitting, kind, now)
    stop_if_put_up(meeting)
    document = _document(actor, meeting, page, now)
    author = Origin.AUTHORED
    reading = add_reading(
        meeting, page.reading, document_id=document.pk, origin=author, author=actor, at=now, note=note
    )
    meeting.confirmed_reading = reading
    meeting.confirmed_at = now
    meeting.confirmed_by_name = actor.name[:200]
    meeting.save(update_fields=["confirmed_reading", "confirmed_at", "confirmed_by_name"])
    derive(actor=actor, meeting=meeting, now=now)
    if meeting.published_at is not None:
        # It goes straight to the public, so the gate is passed again.
        stop_if_blocked(meeting)
    return reading


def _meeting(sitting: Sitting, kind: Kind, now: datetime) -> Meeting:
    found = Meeting.objects.select_for_update().filter(sitting=sitting, kind=kind).first()
    return found or Meeting.objects.create(
        sitting=sitting,
        body=sitting.body,
        date=sitting.date,
        kind=kind,
        start_time=sitting.start_time,
        created_at=now,
    )


def _document(actor: Actor, meeting: Meeting, page: Composed, now: datetime) -> ImportedDocument:
    data = page.text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    newest = meeting.newest_reading
    if newest is not None and newest.document.sha256 == sha256:
        raise NothingChanged(_("Intet er ændret siden den forrige udgave."))
    known = ImportedDocument.objects.filter(sha256=sha256, meeting=meeting).first()
    if known is not None:
        return known
    name = page.reading.file
    file = store_file(actor=actor, name=name, data=data, now=now)
    return ImportedDocument.objects.create(
        meeting=meeting,
        number=meeting.documents.count() + 1,
        sha256=file.sha256,
        name=name[:300],
        media_type="text/plain",
        size=file.size,
        text=page.text,
        imported_at=now,
        imported_by_name=actor.name[:200],
    )
