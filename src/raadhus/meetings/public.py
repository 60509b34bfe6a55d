"""What the rest of the house may use of meetings. Re-exports only."""

from raadhus.meetings.actions.agendas import (
    add_member,
    approve_draft,
    create_draft,
    lay_in_templates,
    plan_draft,
    plan_sitting,
    propose_draft,
    put_fixed_items,
    return_draft,
    send_agenda,
)
from raadhus.meetings.actions.bodies import BodyExists, create_body
from raadhus.meetings.actions.guide import approve_article, write_article
from raadhus.meetings.actions.importing import import_document
from raadhus.meetings.actions.publishing import publish_meeting
from raadhus.meetings.actions.readings import confirm_reading
from raadhus.meetings.actions.suggestions import confirm_obligation
from raadhus.meetings.queries.guide import has_article
from raadhus.meetings.queries.review import review_page
from raadhus.meetings.queries.sittings import SittingsAsked, sitting_list
from raadhus.meetings.rules.case_templates import recommendation_tree
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.draft_start import DraftStart, NewSection
from raadhus.meetings.rules.imports import ImportStatus
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import SectionKind

__all__ = [
    "BodyExists",
    "DraftFacts",
    "DraftStart",
    "ImportStatus",
    "NewSection",
    "Profile",
    "SectionKind",
    "SittingsAsked",
    "add_member",
    "approve_article",
    "approve_draft",
    "confirm_obligation",
    "confirm_reading",
    "create_body",
    "create_draft",
    "has_article",
    "import_document",
    "lay_in_templates",
    "plan_draft",
    "plan_sitting",
    "propose_draft",
    "publish_meeting",
    "put_fixed_items",
    "recommendation_tree",
    "return_draft",
    "review_page",
    "send_agenda",
    "sitting_list",
    "write_article",
]
