"""Rows for actions to write on: found and locked, or a sentence that they are not there."""

from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.kernel.errors import Conflict, NotFound
from raadhus.meetings.models import (
    AgendaItem,
    Body,
    Meeting,
    MeetingReading,
    MinutesVersion,
    SuggestedObligation,
    body_called,
    reading_of,
)
from raadhus.meetings.rules.matching import mark_of, same_meeting
from raadhus.meetings.rules.reading import Reading


class NewerReading(Conflict):
    """Somebody made a newer reading in the meantime."""


class PutUp(Conflict):
    """The minutes are put up for approval or signed, so what they say is not changed."""


def uuid_of(text: str | UUID) -> UUID:
    """Return the id in a text. Raises NotFound when it is none, as for an id that nothing has."""
    try:
        return text if isinstance(text, UUID) else UUID(text)
    except ValueError as error:
        raise NotFound(_("Det findes ikke.")) from error


def locked_meeting(meeting_id: str | UUID) -> Meeting:
    """Return the meeting, locked until the transaction ends, with its body and readings loaded. Raises NotFound."""
    meeting = Meeting.objects.select_for_update().filter(pk=uuid_of(meeting_id)).first()
    if meeting is None:
        raise NotFound(_("Mødet findes ikke."))
    return meeting


def locked_item(item_id: str | UUID) -> AgendaItem:
    """Return the item, with its meeting locked. Raises NotFound."""
    item = AgendaItem.objects.filter(pk=uuid_of(item_id), is_current=True).first()
    if item is None:
        raise NotFound(_("Punktet findes ikke."))
    item.meeting = locked_meeting(item.meeting_id)
    return item


def locked_suggestion(suggestion_id: str | UUID) -> SuggestedObligation:
    """Return the suggestion, with its item and its meeting locked. Raises NotFound."""
    suggestion = SuggestedObligation.objects.filter(pk=uuid_of(suggestion_id)).first()
    if suggestion is None:
        raise NotFound(_("Forslaget findes ikke."))
    suggestion.item = locked_item(suggestion.item_id)
    return suggestion


def locked_body(key: str) -> Body:
    """Return the body, locked. Raises NotFound."""
    body = Body.objects.select_for_update().filter(pk=key).first()
    if body is None:
        raise NotFound(_("Organet findes ikke."))
    return body


def reading_numbered(meeting: Meeting, number: int) -> MeetingReading:
    """Return one of the meeting's readings. Raises NotFound."""
    reading = meeting.readings.filter(number=number).first()
    if reading is None:
        raise NotFound(_("Læsningen findes ikke."))
    return reading


def locked_body_of(reading: Reading) -> Body:
    """Return the body that a reading names, made when it is new, locked: its documents are placed one after the other."""
    named = body_called(reading.body or "", reading.municipality or "")
    return Body.objects.select_for_update().get(pk=named.pk)


def meeting_of(body: Body, reading: Reading) -> Meeting | None:
    """Return the meeting that a reading is a version of: same body, day and kind, and not another one that day."""
    known = Meeting.objects.filter(body=body, date=reading.date or "", kind=reading.kind)
    for meeting in known.select_related("newest_reading").order_by("created_at"):
        newest = meeting.newest_reading
        if newest is not None and same_meeting(mark_of(reading_of(newest)), mark_of(reading)):
            return meeting
    return None


def newest_reading(meeting: Meeting, number: int) -> MeetingReading:
    """Return the newest reading, which must be the one that the person looked at. Raises NewerReading."""
    newest = meeting.newest_reading
    if newest is None or newest.number != number:
        raise NewerReading(_("Der er kommet en nyere læsning i mellemtiden. Se den først; intet er gået tabt."))
    return newest


def live_version(meeting: Meeting) -> MinutesVersion | None:
    """Return the version that is put up or signed now, or None."""
    return MinutesVersion.objects.filter(meeting=meeting, withdrawn_at__isnull=True).first()


def stop_if_put_up(meeting: Meeting) -> None:
    """Do nothing when what the meeting says may be changed. Raises PutUp."""
    version = live_version(meeting)
    if version is None:
        return
    if version.completed_at is not None:
        raise PutUp(_("Referatet er underskrevet og kan ikke ændres. Skriv en tilføjelse i stedet."))
    raise PutUp(_("Referatet er lagt frem til godkendelse. Træk det tilbage, før det ændres."))
