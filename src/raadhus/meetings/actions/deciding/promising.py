"""What the body orders with a decision is written down beside it; it binds nobody until the item is closed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.obligations.public import parse_due
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.meetings.actions.deciding.keeping import changed, told
from raadhus.meetings.models import PromisedObligation
from raadhus.meetings.queries.treatment_state import nodes_of
from raadhus.meetings.queries.treatments import open_treatment
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.deciding.ordering import NewPromise, checked_rhythm
from raadhus.meetings.rules.deciding.trees import found


@transaction.atomic
def order_obligation(
    *, actor: Actor, treatment_id: str | UUID, promise: NewPromise, revision: int | None = None, now: datetime
) -> int:
    """Write down an obligation, or with a rhythm a standing decision, and return the item's new revision.

    Without an owner or a due date it is kept, shown as such and counted. Raises WrongInput, CannotTreat or TreatmentChanged.
    """
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if not promise.text.strip():
        raise WrongInput(_("Skriv, hvad der skal gøres."))
    due = parse_due(promise.due).text if promise.due.strip() else ""
    with said_aloud():
        checked_rhythm(promise)
    if promise.recommendation_id and found(nodes_of(treatment), promise.recommendation_id) is None:
        raise WrongInput(_("Indstillingen findes ikke på punktet. Hent siden igen."))
    last = PromisedObligation.objects.filter(treatment=treatment).aggregate(last=Max("position"))["last"]
    PromisedObligation.objects.create(
        treatment=treatment,
        position=0 if last is None else last + 1,
        recommendation_id=promise.recommendation_id,
        text=promise.text.strip(),
        owner_key=promise.owner_key[:100],
        owner_text=promise.owner_text.strip()[:300],
        due=due,
        to_body=promise.to_body.strip()[:200],
        rhythm=promise.rhythm,
        first_month=promise.first_month if promise.rhythm else 0,
    )
    told(actor, "order_added", treatment, now)
    return changed(treatment, now)


@transaction.atomic
def remove_order(
    *, actor: Actor, treatment_id: str | UUID, position: int, revision: int | None = None, now: datetime
) -> int:
    """Take away what was not promised after all, and return the item's new revision. Raises NotFound."""
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if not PromisedObligation.objects.filter(treatment=treatment, position=position).delete()[0]:
        raise NotFound(_("Pålægget findes ikke længere."))
    told(actor, "order_removed", treatment, now)
    return changed(treatment, now)
