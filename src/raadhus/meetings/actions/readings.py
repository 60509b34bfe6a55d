"""Correct, restore and confirm readings. Nothing is overwritten: each correction and each undo is a new reading."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.models import Meeting, MeetingReading, derive_tables
from raadhus.meetings.queries.gatekeeping import stop_if_blocked
from raadhus.meetings.queries.locked import locked_meeting, reading_numbered
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.searching import announce_meeting
from raadhus.meetings.rules.comparison import changes
from raadhus.meetings.rules.corrections import corrected
from raadhus.meetings.rules.reading import Reading
from raadhus.meetings.rules.states import Origin
from raadhus.meetings.rules.stored_reading import from_stored, to_stored


class NewerReading(Conflict):
    """Somebody made a newer reading in the meantime."""


def _current(meeting: Meeting, number: int) -> MeetingReading:
    """Return the newest reading, which must be the one that the person looked at."""
    newest = meeting.newest_reading
    if newest is None or newest.number != number:
        raise NewerReading(_("Der er kommet en nyere læsning i mellemtiden. Se den først; intet er gået tabt."))
    return newest


def _add(
    actor: Actor,
    meeting: Meeting,
    source: MeetingReading,
    *,
    reading: Reading,
    origin: Origin,
    note: str,
    now: datetime,
) -> MeetingReading:
    parent = meeting.newest_reading
    added = MeetingReading.objects.create(
        meeting=meeting,
        document_id=source.document_id,
        parent=parent,
        number=parent.number + 1 if parent else 1,
        origin=origin,
        content=to_stored(reading),
        note=note.strip(),
        author_key=actor.key,
        author_name=actor.name[:200],
        created_at=now,
    )
    meeting.newest_reading = added
    meeting.save(update_fields=["newest_reading"])
    _derive(meeting)
    return added


def _derive(meeting: Meeting) -> None:
    try:
        with transaction.atomic():
            derive_tables(meeting)
    except IntegrityError as error:
        raise Conflict(_("Der findes allerede et møde i samme organ på samme dag og klokkeslæt.")) from error


@transaction.atomic
def correct_reading(
    *, actor: Actor, meeting_id: str | UUID, number: int, edits: Mapping[str, str], note: str = "", now: datetime
) -> int:
    """Make a new reading from reading `number` with the edits made (see rules/corrections.py), and return its number.

    When the edits change nothing, nothing is made. Raises WrongCorrection, or NewerReading when `number` is not newest.
    """
    require(actor, "meetings.correct_reading", now=now)
    meeting = locked_meeting(meeting_id)
    newest = _current(meeting, number)
    before = from_stored(newest.content)
    after = corrected(before, edits)
    if after == before:
        return newest.number
    added = _add(actor, meeting, newest, reading=after, origin=Origin.CORRECTION, note=note, now=now)
    data = {"number": added.number, "changes": len(changes(before, after))}
    record(actor=actor, event="meetings.reading_corrected", subject=subject_of(meeting), data=data, now=now)
    announce_meeting(meeting)
    return added.number


@transaction.atomic
def restore_reading(*, actor: Actor, meeting_id: str | UUID, number: int, now: datetime) -> int:
    """Make a new reading that says what reading `number` said, and return its number: undo without losing anything."""
    require(actor, "meetings.correct_reading", now=now)
    meeting = locked_meeting(meeting_id)
    earlier = reading_numbered(meeting, number)
    if earlier.pk == meeting.newest_reading_id:
        return earlier.number
    note = _("Som læsning %(number)s") % {"number": number}
    added = _add(
        actor, meeting, earlier, reading=from_stored(earlier.content), origin=Origin.RESTORED, note=note, now=now
    )
    data = {"number": added.number, "restored": number}
    record(actor=actor, event="meetings.reading_restored", subject=subject_of(meeting), data=data, now=now)
    announce_meeting(meeting)
    return added.number


@transaction.atomic
def confirm_reading(*, actor: Actor, meeting_id: str | UUID, number: int, now: datetime) -> None:
    """Say that reading `number` is right: from now on it is what is shown.

    Raises NewerReading when it is not the newest. On a published meeting the gate is passed again, because the
    reading goes straight to the public; NotReady then says what stands in the way, and nothing has changed.
    """
    require(actor, "meetings.confirm_reading", now=now)
    meeting = locked_meeting(meeting_id)
    newest = _current(meeting, number)
    if newest.pk == meeting.confirmed_reading_id:
        return
    meeting.confirmed_reading = newest
    meeting.confirmed_at = now
    meeting.confirmed_by_name = actor.name[:200]
    meeting.save(update_fields=["confirmed_reading", "confirmed_at", "confirmed_by_name"])
    _derive(meeting)
    if meeting.published_at is not None:
        stop_if_blocked(meeting)
    record(
        actor=actor, event="meetings.reading_confirmed", subject=subject_of(meeting), data={"number": number}, now=now
    )
    announce_meeting(meeting)
