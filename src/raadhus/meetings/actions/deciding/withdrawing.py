"""An item is taken off the agenda at the meeting."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.deciding.confirming import decide_item
from raadhus.meetings.actions.deciding.outcomes import give_outcome
from raadhus.meetings.queries.treatment_state import nodes_of
from raadhus.meetings.queries.treatments import open_treatment
from raadhus.meetings.rules.deciding.given import WHOLE, Given
from raadhus.meetings.rules.deciding.trees import every
from raadhus.meetings.rules.outcomes import Outcome


@transaction.atomic
def withdraw_item(
    *, actor: Actor, treatment_id: str | UUID, reason: str, revision: int | None = None, now: datetime
) -> int:
    """Take an item off the agenda at the meeting: it is closed as »udgår«, and its number stays. Return the new revision."""
    require(actor, "meetings.decide_item", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor punktet udgår."))
    ids = [node.id for node in every(nodes_of(treatment))] or [WHOLE]
    given = Given(Outcome.WITHDRAWN, reason)
    after = give_outcome(actor=actor, treatment_id=treatment_id, recommendation_ids=ids, given=given, now=now)
    return decide_item(actor=actor, treatment_id=treatment_id, revision=after, now=now)
