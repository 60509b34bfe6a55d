"""What the rest of the house may use of obligations."""

from raadhus.core.obligations.actions.firing import fire_standing, fire_standing_now
from raadhus.core.obligations.actions.promises import (
    change_due,
    complete,
    create_obligation,
    hand_over,
    lapse,
    reopen,
    replace,
    start,
    wait,
)
from raadhus.core.obligations.actions.several import Given, create_obligations, follow_given, follow_origins
from raadhus.core.obligations.actions.standing import (
    adopt_standing,
    ask_to_end_standing,
    change_standing,
    create_standing,
    end_standing,
    keep_standing,
    resume_standing,
    supersede_standing,
    suspend_standing,
)
from raadhus.core.obligations.queries.detail import Detail, obligation
from raadhus.core.obligations.queries.lists import Asked, obligations, of_address, of_origin, open_obligations, promised
from raadhus.core.obligations.queries.shapes import NoSuchObligation, Obligation, Origin
from raadhus.core.obligations.queries.standing import StandingAsked, StandingDetail, standing, standing_decisions
from raadhus.core.obligations.queries.standing_shapes import Look, NoSuchStanding, Standing
from raadhus.core.obligations.rules.condition import Comparison, Condition, NotACondition
from raadhus.core.obligations.rules.due import Due, NotADueDate, parse_due
from raadhus.core.obligations.rules.firing import Result
from raadhus.core.obligations.rules.promise import Promise
from raadhus.core.obligations.rules.recurrence import NotARecurrence, Occurrence, Recurrence, Rhythm
from raadhus.core.obligations.rules.standing import CannotStep, NotTerms, State, Step, Terms
from raadhus.core.obligations.rules.status import CannotCreate, CannotMove, MissingEvidence, MissingReason, Move, Status

__all__ = [
    "Asked",
    "CannotCreate",
    "CannotMove",
    "CannotStep",
    "Comparison",
    "Condition",
    "Detail",
    "Due",
    "Given",
    "Look",
    "MissingEvidence",
    "MissingReason",
    "Move",
    "NoSuchObligation",
    "NoSuchStanding",
    "NotACondition",
    "NotADueDate",
    "NotARecurrence",
    "NotTerms",
    "Obligation",
    "Occurrence",
    "Origin",
    "Promise",
    "Recurrence",
    "Result",
    "Rhythm",
    "Standing",
    "StandingAsked",
    "StandingDetail",
    "State",
    "Status",
    "Step",
    "Terms",
    "adopt_standing",
    "ask_to_end_standing",
    "change_due",
    "change_standing",
    "complete",
    "create_obligation",
    "create_obligations",
    "create_standing",
    "end_standing",
    "fire_standing",
    "fire_standing_now",
    "follow_given",
    "follow_origins",
    "hand_over",
    "keep_standing",
    "lapse",
    "obligation",
    "obligations",
    "of_address",
    "of_origin",
    "open_obligations",
    "parse_due",
    "promised",
    "reopen",
    "replace",
    "resume_standing",
    "standing",
    "standing_decisions",
    "start",
    "supersede_standing",
    "suspend_standing",
    "wait",
]
