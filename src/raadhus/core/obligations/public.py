"""What the rest of the house may use of obligations."""

from raadhus.core.obligations.actions.promises import (
    CannotCreate,
    change_due,
    complete,
    create_obligation,
    follow_origins,
    hand_over,
    lapse,
    reopen,
    replace,
    start,
    wait,
)
from raadhus.core.obligations.queries.detail import Detail, obligation
from raadhus.core.obligations.queries.lists import Asked, obligations, of_origin, open_obligations, promised
from raadhus.core.obligations.queries.shapes import NoSuchObligation, Obligation, Origin
from raadhus.core.obligations.rules.due import Due, NotADueDate, parse_due
from raadhus.core.obligations.rules.status import CannotMove, MissingEvidence, MissingReason, Move, Status

__all__ = [
    "Asked",
    "CannotCreate",
    "CannotMove",
    "Detail",
    "Due",
    "MissingEvidence",
    "MissingReason",
    "Move",
    "NoSuchObligation",
    "NotADueDate",
    "Obligation",
    "Origin",
    "Status",
    "change_due",
    "complete",
    "create_obligation",
    "follow_origins",
    "hand_over",
    "lapse",
    "obligation",
    "obligations",
    "of_origin",
    "open_obligations",
    "parse_due",
    "promised",
    "reopen",
    "replace",
    "start",
    "wait",
]
