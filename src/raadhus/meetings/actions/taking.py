"""Take a meeting along: as one page with everything in it, or as one PDF of everything. What is closed is taken only on demand."""

import hashlib
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.meetings import storage
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.taking import contents_of, enclosed_file, notes_along, taken_meeting
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.enclosed import Enclosed, refuse_size
from raadhus.meetings.writer.exported import ExportedFile, Format, file_name
from raadhus.meetings.writer.offline import write_offline
from raadhus.meetings.writer.package import Step, package_steps

# Raised by one whenever packages are laid out otherwise: what was kept of older ones is then built again.
_LAYOUT = 1


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken along: closed items, the reader's own notes, the attachments' files."""

    closed: bool = False
    notes: bool = False
    files: bool = True


def take_offline(*, actor: Actor, meeting_id: str | UUID, taken: Taken, now: datetime) -> ExportedFile:
    """Return the meeting as one page that needs no network. Taking closed items is recorded.

    Raises NotAllowed for closed items that the actor may not see, and TooLarge when the attachments are too much.
    """
    require(actor, "meetings.export_meeting", now=now)
    meeting = taken_meeting(viewer=actor, meeting_id=meeting_id, closed=taken.closed, now=now)
    files = contents_of(meeting) if taken.files else {}
    with said_aloud():
        refuse_size(files, settings.OFFLINE_MAX_BYTES)
    notes = notes_along(viewer=actor, meeting=meeting) if taken.notes else {}
    moment = timezone.localtime(now)
    page = write_offline(meeting, Enclosed(actor.name, moment, files, notes, without_files=not taken.files))
    _tell(actor, meeting, "HTML", now)
    name = file_name(meeting, Format.HTML).replace(".html", "-med-bilag.html" if files else "-uden-bilag.html")
    return ExportedFile(name, Format.HTML.media_type, page)


def take_package(
    *, actor: Actor, meeting_id: str | UUID, closed: bool = False, now: datetime
) -> Generator[Step, None, ExportedFile]:
    """Yield the steps of the build, and return the meeting with its attachments as one PDF. Taking closed items is recorded.

    A package is kept for a day under what went into it, as the actor may see it: any change gives another.
    """
    require(actor, "meetings.export_meeting", now=now)
    meeting = taken_meeting(viewer=actor, meeting_id=meeting_id, closed=closed, now=now)
    key = hashlib.sha256(f"{_LAYOUT}\n{meeting!r}".encode()).hexdigest()
    data = storage.kept_package(key)
    if data is None:
        data = yield from package_steps(meeting, enclosed_file)
        storage.keep_package(key, data)
    _tell(actor, meeting, "PDF", now)
    name = file_name(meeting, Format.PDF).replace(".pdf", "-med-bilag.pdf")
    return ExportedFile(name, Format.PDF.media_type, data)


def built_package(*, actor: Actor, meeting_id: str | UUID, closed: bool = False, now: datetime) -> ExportedFile:
    """Return what `take_package` builds, for those who do not ask how far it has come."""
    steps = take_package(actor=actor, meeting_id=meeting_id, closed=closed, now=now)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            file: ExportedFile = done.value
            return file


def _tell(actor: Actor, meeting: DisclosedMeeting, form: str, now: datetime) -> None:
    if not any(item.closed and not item.withheld for item in meeting.items):
        return
    row = seen_meeting(uuid_of(meeting.id), sight_of(actor, now))
    record(actor=actor, event="meetings.closed_items_taken", subject=subject_of(row), data={"form": form}, now=now)
