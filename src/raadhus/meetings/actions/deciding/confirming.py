"""An item is closed: in the same act its obligations exist, the case goes on, and who proposed it is told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.meetings.actions.deciding.decisions_told import tell_decision
from raadhus.meetings.actions.deciding.keeping import changed, told
from raadhus.meetings.actions.deciding.marking import mark_decided
from raadhus.meetings.actions.deciding.promises_made import make_promises
from raadhus.meetings.actions.deciding.treatments_anew import treat_anew
from raadhus.meetings.queries.treatment_state import item_to_close
from raadhus.meetings.queries.treatments import open_treatment
from raadhus.meetings.queries.wording import said
from raadhus.meetings.rules.deciding.closing import Obstacle, obstacles


class NotReadyToClose(DomainError):
    """Something must be put right first; `found` says what, recommendation by recommendation."""

    def __init__(self, found: Sequence[Obstacle]) -> None:
        """Take the obstacles, in the order of the recommendations."""
        super().__init__(" ".join(said(one.sentence) for one in found))
        self.found = tuple(found)


@transaction.atomic
def decide_item(
    *,
    actor: Actor,
    treatment_id: str | UUID,
    without_decision: bool = False,
    revision: int | None = None,
    now: datetime,
) -> int:
    """Close an item and return its new revision: the one act in which a decision begins to bind.

    `without_decision` marks an item without recommendations as "ingen beslutning". Raises NotReadyToClose, CannotTreat
    or TreatmentChanged; nothing is then done.
    """
    require(actor, "meetings.decide_item", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    treatment.without_decision = without_decision
    found = obstacles(item_to_close(treatment))
    if found:
        raise NotReadyToClose(found)
    mark_decided(treatment, actor, now)
    make_promises(treatment, actor, now)
    tell_decision(treatment, actor, now)
    treat_anew(treatment, actor, now)
    told(actor, "item_decided", treatment, now)
    return changed(treatment, now)
