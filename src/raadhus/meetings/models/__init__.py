"""The tables, and the one function that derives them from a reading."""

from raadhus.meetings.models.addresses import PermanentAddress
from raadhus.meetings.models.bodies import body_called
from raadhus.meetings.models.derivation import derive_tables
from raadhus.meetings.models.drafts import CaseDraft, CaseTemplate, DraftAttachment, DraftSection, SectionVersion
from raadhus.meetings.models.guide import GuideArticle, GuideVersion
from raadhus.meetings.models.inviting import invite_members
from raadhus.meetings.models.numbering import fixed_templates, place_for, renumber
from raadhus.meetings.models.private import Highlight, OwnNote, ReadingPlace
from raadhus.meetings.models.readings import add_reading, reading_of
from raadhus.meetings.models.sealing import add_statement
from raadhus.meetings.models.signing import (
    MinutesApproval,
    MinutesLeaf,
    MinutesStatement,
    MinutesVersion,
    Signatory,
    SigningKey,
)
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
    TreatmentVersion,
    TreatmentVote,
)
from raadhus.meetings.models.writing import LintSuppression, OpenEditor, RecommendationVersion, RemovedSection

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
    "GuideArticle",
    "GuideVersion",
    "Highlight",
    "ImportedDocument",
    "ItemSection",
    "LintSuppression",
    "Meeting",
    "MeetingNotice",
    "MeetingReading",
    "MinutesApproval",
    "MinutesLeaf",
    "MinutesStatement",
    "MinutesVersion",
    "OpenEditor",
    "OwnNote",
    "PermanentAddress",
    "PromisedObligation",
    "ReadingPlace",
    "Recommendation",
    "RecommendationVersion",
    "Referral",
    "RemovedSection",
    "SectionVersion",
    "SeenMeeting",
    "Signatory",
    "SigningKey",
    "Sitting",
    "SuggestedObligation",
    "Treatment",
    "TreatmentDissent",
    "TreatmentVersion",
    "TreatmentVote",
    "Vote",
    "add_reading",
    "add_statement",
    "body_called",
    "derive_tables",
    "fixed_templates",
    "invite_members",
    "place_for",
    "reading_of",
    "renumber",
]
