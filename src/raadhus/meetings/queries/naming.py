"""What a meeting is called in sentences, in the audit trail and in addresses; never anything from inside an item."""

from datetime import date

from django.urls import reverse

from raadhus.core.audit.public import Subject
from raadhus.meetings.models import Meeting

_KINDS = {"agenda": "dagsorden", "minutes": "referat"}


def label_of(body: str, day: date, kind: str) -> str:
    """Return "Direktionen 02-06-2025 (referat)"."""
    return f"{body} {day:%d-%m-%Y} ({_KINDS[kind]})"


def subject_of(meeting: Meeting) -> Subject:
    """Return how the audit trail names a meeting."""
    return Subject("meeting", str(meeting.id), label_of(meeting.body.name, meeting.date, meeting.kind))


def meeting_address(meeting_id: object) -> str:
    """Return the path of a meeting's page."""
    return reverse("meetings:meeting", args=[meeting_id])


def item_address(meeting_id: object, item_id: object) -> str:
    """Return the path of an item's page."""
    return reverse("meetings:item", args=[meeting_id, item_id])
