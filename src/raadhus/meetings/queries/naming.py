"""What a meeting is called in sentences, in the audit trail and in addresses; never anything from inside an item."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from raadhus.core.audit.public import Subject
from raadhus.meetings.models import Meeting

# How much of a file's SHA-256 its address holds: enough that no two of an item's are alike.
MARK = 16

_KIND_LABELS = {"agenda": "dagsorden", "minutes": "referat"}


def label_of(body: str, day: date, kind: str) -> str:
    """Return "Direktionen 02-06-2025 (referat)", in Danish whoever reads: for what is stored."""
    return f"{body} {day:%d-%m-%Y} ({_KIND_LABELS[kind]})"


def label_on_screen(body: str, day: date, kind: str) -> str:
    """Return what `label_of` does, in the reader's language."""
    return f"{body} {day:%d-%m-%Y} ({gettext(_KIND_LABELS[kind])})"


def shown_label(meeting: Meeting) -> str:
    """Return what a meeting is called on a screen."""
    return label_on_screen(meeting.body.name, meeting.date, meeting.kind)


def subject_of(meeting: Meeting) -> Subject:
    """Return how the audit trail names a meeting."""
    return Subject("meeting", str(meeting.id), label_of(meeting.body.name, meeting.date, meeting.kind))


def meeting_address(meeting_id: object) -> str:
    """Return the path of a meeting's page."""
    return reverse("meetings:meeting", args=[meeting_id])


def item_address(meeting_id: object, item_id: object) -> str:
    """Return the path of an item's page."""
    return reverse("meetings:item", args=[meeting_id, item_id])


def page_at(path: str) -> str:
    """Return the address below the host of a permanent path: "/moeder/direktionen/2026-03-02/referat/"."""
    return f"{reverse('meetings:meetings')}{path}/"
