"""Every write of a meeting that is being held: one verb, one function."""

from raadhus.meetings.actions.deciding.attending import set_absent, set_attendance
from raadhus.meetings.actions.deciding.confirming import NotReadyToClose, decide_item
from raadhus.meetings.actions.deciding.items import add_item, start_item
from raadhus.meetings.actions.deciding.outcomes import give_outcome, undo_last, write_decision
from raadhus.meetings.actions.deciding.promising import order_obligation, remove_order
from raadhus.meetings.actions.deciding.reopening import CannotReopen, reopen_item
from raadhus.meetings.actions.deciding.sessions import NotFinished, close_sitting, open_sitting, reopen_sitting
from raadhus.meetings.actions.deciding.voting import (
    CannotDissent,
    record_dissent,
    record_vote,
    remove_dissent,
    remove_vote,
)
from raadhus.meetings.actions.deciding.withdrawing import withdraw_item

__all__ = [
    "CannotDissent",
    "CannotReopen",
    "NotFinished",
    "NotReadyToClose",
    "add_item",
    "close_sitting",
    "decide_item",
    "give_outcome",
    "open_sitting",
    "order_obligation",
    "record_dissent",
    "record_vote",
    "remove_dissent",
    "remove_order",
    "remove_vote",
    "reopen_item",
    "reopen_sitting",
    "set_absent",
    "set_attendance",
    "start_item",
    "undo_last",
    "withdraw_item",
    "write_decision",
]
