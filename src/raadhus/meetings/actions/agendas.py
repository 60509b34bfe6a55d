"""Every write of cases and sittings that the rest of the house may use. Re-exports only."""

from raadhus.meetings.actions.case_templates import lay_in_templates
from raadhus.meetings.actions.draft_steps import approve_draft, propose_draft, return_draft
from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.actions.fixed_items import put_fixed_items
from raadhus.meetings.actions.members import add_member
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.sittings import plan_sitting

__all__ = [
    "add_member",
    "approve_draft",
    "create_draft",
    "lay_in_templates",
    "plan_draft",
    "plan_sitting",
    "propose_draft",
    "put_fixed_items",
    "return_draft",
    "send_agenda",
]
