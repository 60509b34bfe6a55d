"""The tables, and the one function that derives them from a reading."""

from raadhus.meetings.models.bodies import body_called
from raadhus.meetings.models.derivation import derive_tables
from raadhus.meetings.models.drafts import CaseDraft, CaseTemplate, DraftAttachment, DraftSection, SectionVersion
from raadhus.meetings.models.numbering import renumber
from raadhus.meetings.models.readings import add_reading, reading_of
from raadhus.meetings.models.sittings import AgendaVersion, Attendance, BodyMember, Sitting
from raadhus.meetings.models.standings import BodyStanding, MeetingNotice
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
from raadhus.meetings.models.treatments import (
    GivenOutcome,
    PromisedObligation,
    Referral,
    Treatment,
    TreatmentDissent,
    TreatmentVote,
)

__all__ = [
    "AgendaItem",
    "AgendaVersion",
    "Attachment",
    "Attendance",
    "Body",
    "BodyMember",
    "BodyStanding",
    "CaseDraft",
    "CaseTemplate",
    "Decision",
    "DraftAttachment",
    "DraftSection",
    "EarlierDecision",
    "GivenOutcome",
    "ImportedDocument",
    "ItemSection",
    "Meeting",
    "MeetingNotice",
    "MeetingReading",
    "PromisedObligation",
    "Recommendation",
    "Referral",
    "SectionVersion",
    "SeenMeeting",
    "Sitting",
    "SuggestedObligation",
    "Treatment",
    "TreatmentDissent",
    "TreatmentVote",
    "Vote",
    "add_reading",
    "body_called",
    "derive_tables",
    "reading_of",
    "renumber",
]
