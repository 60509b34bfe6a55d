"""Correct, restore and confirm readings. Nothing is overwritten: each correction and each undo is a new reading."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.meetings.actions.deriving import derive
from raadhus.meetings.models import Meeting, add_reading, reading_of
from raadhus.meetings.queries.gatekeeping import stop_if_blocked
from raadhus.meetings.queries.locked import locked_meeting, newest_reading, reading_numbered, stop_if_put_up
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.corrections import corrected
from raadhus.meetings.rules.states import Origin


class WrittenHere(DomainError):
    """The meeting was written here, so its document is not corrected as an imported one is."""


@transaction.atomic
def correct_reading(
    *, actor: Actor, meeting_id: str | UUID, number: int, edits: Mapping[str, str], note: str = "", now: datetime
) -> int:
    """Make a new reading from reading `number` with the edits made (see rules/corrections.py), and return its number.

    When the edits change nothing, nothing is made. Raises WrongCorrection, or NewerReading when `number` is not newest.
    """
    require(actor, "meetings.correct_reading", now=now)
    meeting = locked_meeting(meeting_id)
    _imported(meeting)
    stop_if_put_up(meeting)
    newest = newest_reading(meeting, number)
    before = reading_of(newest)
    with said_aloud():
        after = corrected(before, edits)
    if after == before:
        return newest.number
    origin = Origin.CORRECTION
    added = add_reading(meeting, after, document_id=newest.document_id, origin=origin, author=actor, note=note, at=now)
    derive(actor=actor, meeting=meeting, now=now)
    data = {"number": added.number}
    record(actor=actor, event="meetings.reading_corrected", subject=subject_of(meeting), data=data, now=now)
    return added.number


@transaction.atomic
def restore_reading(*, actor: Actor, meeting_id: str | UUID, number: int, now: datetime) -> int:
    """Make a new reading that says what reading `number` said, and return its number: undo without losing anything."""
    require(actor, "meetings.correct_reading", now=now)
    meeting = locked_meeting(meeting_id)
    _imported(meeting)
    stop_if_put_up(meeting)
    earlier = reading_numbered(meeting, number)
    if earlier.pk == meeting.newest_reading_id:
        return earlier.number
    note = _("Som læsning %(number)s") % {"number": number}
    said, origin = reading_of(earlier), Origin.RESTORED
    added = add_reading(meeting, said, document_id=earlier.document_id, origin=origin, author=actor, note=note, at=now)
    derive(actor=actor, meeting=meeting, now=now)
    data = {"number": added.number, "restored": number}
    record(actor=actor, event="meetings.reading_restored", subject=subject_of(meeting), data=data, now=now)
    return added.number


def _imported(meeting: Meeting) -> None:
    """Raise WrittenHere for a meeting that was written here: its text is changed where it is written, never behind it."""
    if meeting.sitting_id is not None:
        raise WrittenHere(
            _("Mødet er skrevet her. Ret det i mødets arbejdsrum; underskrevne referater får tilføjelser.")
        )


@transaction.atomic
def confirm_reading(*, actor: Actor, meeting_id: str | UUID, number: int, now: datetime) -> None:
    """Say that reading `number` is right: from now on it is what is shown.

    Raises NewerReading when it is not the newest. On a published meeting the gate is passed again, because the
    reading goes straight to the public; NotReady then says what stands in the way, and nothing has changed.
    """
    require(actor, "meetings.confirm_reading", now=now)
    meeting = locked_meeting(meeting_id)
    newest = newest_reading(meeting, number)
    if newest.pk == meeting.confirmed_reading_id:
        return
    stop_if_put_up(meeting)
    meeting.confirmed_reading = newest
    meeting.confirmed_at = now
    meeting.confirmed_by_name = actor.name[:200]
    meeting.save(update_fields=["confirmed_reading", "confirmed_at", "confirmed_by_name"])
    derive(actor=actor, meeting=meeting, now=now)
    if meeting.published_at is not None:
        stop_if_blocked(meeting)
    record(
        actor=actor, event="meetings.reading_confirmed", subject=subject_of(meeting), data={"number": number}, now=now
    )
