"""Every write of meetings: one verb, one function."""

from raadhus.meetings.actions.bodies import BodyExists, change_body, create_body
from raadhus.meetings.actions.importing import import_document
from raadhus.meetings.actions.publishing import (
    NotClosed,
    NotConfirmed,
    describe_closed_item,
    publish_meeting,
    unpublish_meeting,
)
from raadhus.meetings.actions.readings import confirm_reading, correct_reading, restore_reading
from raadhus.meetings.actions.seeing import remember_seen
from raadhus.meetings.actions.suggestions import CannotConfirm, confirm_obligation, dismiss_obligation
from raadhus.meetings.queries.locked import NewerReading
from raadhus.meetings.rules.imports import CannotImport, ImportResult, ImportStatus

__all__ = [
    "BodyExists",
    "CannotConfirm",
    "CannotImport",
    "ImportResult",
    "ImportStatus",
    "NewerReading",
    "NotClosed",
    "NotConfirmed",
    "change_body",
    "confirm_obligation",
    "confirm_reading",
    "correct_reading",
    "create_body",
    "describe_closed_item",
    "dismiss_obligation",
    "import_document",
    "publish_meeting",
    "remember_seen",
    "restore_reading",
    "unpublish_meeting",
]
