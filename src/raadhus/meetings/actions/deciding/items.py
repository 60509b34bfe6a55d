"""An item is begun, in whatever order the meeting takes them, and a case is taken in at the meeting itself."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.deciding.keeping import changed, told
from raadhus.meetings.actions.planning import tell_proposal
from raadhus.meetings.models import CaseDraft, Sitting, Treatment, renumber
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.draft_sight import seen_draft
from raadhus.meetings.queries.locked_sittings import locked_sitting, touch_sitting
from raadhus.meetings.queries.treatments import CannotTreat, open_treatment, stop_unless_in_session
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.drafts import DraftState, DraftStep, stepped


@transaction.atomic
def start_item(*, actor: Actor, treatment_id: str | UUID, revision: int | None = None, now: datetime) -> int:
    """Begin an item, in any order, and return its revision; the clock runs until it is closed. Beginning it again changes nothing."""
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if treatment.started_at is not None:
        return treatment.revision
    treatment.started_at = now
    told(actor, "item_started", treatment, now)
    return changed(treatment, now)


@transaction.atomic
def add_item(
    *,
    actor: Actor,
    sitting_id: str | UUID,
    draft_id: str | UUID,
    reason: str,
    all_agree: bool,
    revision: int | None = None,
    now: datetime,
) -> UUID:
    """Take an approved case in at the meeting, last on the agenda, and return the item's id.

    Only when all present agree, and with the reason why it cannot wait. Raises WrongInput, CannotTreat, CannotStepDraft.
    """
    require(actor, "meetings.write_minutes", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    stop_unless_in_session(sitting)
    if not all_agree:
        raise WrongInput(_("En sag kan kun tages på dagsordenen på mødet, når alle er enige. Sæt kryds ved det."))
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor sagen ikke kan vente til næste møde."))
    draft = seen_draft(draft_id, actor, now, lock=True)
    if draft.body_id != sitting.body_id:
        raise CannotTreat(_("Sagen er skrevet til et andet organ."))
    _put_last(draft, sitting, reason, now)
    treatment = Treatment.objects.create(
        pk=uuid5(sitting.pk, str(draft.pk)), sitting=sitting, draft=draft, changed_at=now
    )
    renumber(sitting, now)
    touch_sitting(sitting, now)
    tell_proposal(actor=actor, draft=draft, sitting=sitting, now=now)
    treatment.refresh_from_db()
    told(actor, "item_added", treatment, now)
    return treatment.pk


def _put_last(draft: CaseDraft, sitting: Sitting, reason: str, now: datetime) -> None:
    state = DraftState(draft.state)
    with said_aloud():
        if state is DraftState.PROPOSED and not body_rules(draft.body).needs_approval:
            state = stepped(state, DraftStep.APPROVE)
        draft.state = stepped(state, DraftStep.PLAN).value
    last = CaseDraft.objects.filter(sitting=sitting).aggregate(last=Max("position"))["last"]
    draft.sitting, draft.position = sitting, 0 if last is None else last + 1
    draft.is_late, draft.late_reason = True, reason.strip()
    draft.revision += 1
    draft.changed_at = now
    draft.save()
