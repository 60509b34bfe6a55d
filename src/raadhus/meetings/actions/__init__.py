"""Every write of meetings: one verb, one function."""

from raadhus.meetings.actions.bodies import BodyExists, change_body, create_body
from raadhus.meetings.actions.importing import import_document
from raadhus.meetings.actions.minutes import CannotComplete, complete_minutes, put_up_minutes, withdraw_minutes
from raadhus.meetings.actions.publishing import (
    NotClosed,
    NotConfirmed,
    describe_closed_item,
    publish_meeting,
    unpublish_meeting,
)
from raadhus.meetings.actions.putting_up import put_up_document
from raadhus.meetings.actions.readings import confirm_reading, correct_reading, restore_reading
from raadhus.meetings.actions.seeing import remember_seen
from raadhus.meetings.actions.signatures import add_correction, answer_objection, approve_minutes, sign_minutes
from raadhus.meetings.actions.suggestions import CannotConfirm, confirm_obligation, dismiss_obligation
from raadhus.meetings.queries.locked import NewerReading
from raadhus.meetings.rules.imports import CannotImport, ImportResult, ImportStatus

__all__ = [
    "BodyExists",
    "CannotComplete",
    "CannotConfirm",
    "CannotImport",
    "ImportResult",
    "ImportStatus",
    "NewerReading",
    "NotClosed",
    "NotConfirmed",
    "add_correction",
    "answer_objection",
    "approve_minutes",
    "change_body",
    "complete_minutes",
    "confirm_obligation",
    "confirm_reading",
    "correct_reading",
    "create_body",
    "describe_closed_item",
    "dismiss_obligation",
    "import_document",
    "publish_meeting",
    "put_up_document",
    "put_up_minutes",
    "remember_seen",
    "restore_reading",
    "sign_minutes",
    "unpublish_meeting",
    "withdraw_minutes",
]
