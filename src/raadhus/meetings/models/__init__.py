"""The tables, and the one function that derives them from a reading."""

from raadhus.meetings.models.bodies import body_called
from raadhus.meetings.models.derivation import derive_tables
from raadhus.meetings.models.readings import add_reading, reading_of
from raadhus.meetings.models.tables import (
    AgendaItem,
    Attachment,
    Body,
    Decision,
    EarlierDecision,
    ImportedDocument,
    ItemSection,
    Meeting,
    MeetingReading,
    Recommendation,
    SeenMeeting,
    SuggestedObligation,
    Vote,
)

__all__ = [
    "AgendaItem",
    "Attachment",
    "Body",
    "Decision",
    "EarlierDecision",
    "ImportedDocument",
    "ItemSection",
    "Meeting",
    "MeetingReading",
    "Recommendation",
    "SeenMeeting",
    "SuggestedObligation",
    "Vote",
    "add_reading",
    "body_called",
    "derive_tables",
    "reading_of",
]
