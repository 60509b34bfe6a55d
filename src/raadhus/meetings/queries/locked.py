"""Rows for actions to write on: found and locked, or a sentence that they are not there."""

from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Body, Meeting, MeetingReading, SuggestedObligation


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
