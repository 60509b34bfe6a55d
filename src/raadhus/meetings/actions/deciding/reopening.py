"""A closed item is opened again while the meeting is in session: what its closing did is taken back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.cases.public import CannotStep, plan_proposal
from raadhus.core.obligations.public import CannotMove, end_standing, lapse
from raadhus.core.obligations.public import CannotStep as CannotStepStanding
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, WrongInput
from raadhus.meetings.actions.deciding.keeping import changed, told
from raadhus.meetings.models import CaseDraft, DraftSection, PromisedObligation, Referral, Treatment
from raadhus.meetings.queries.treatment_address import treatment_address
from raadhus.meetings.queries.treatment_state import given_of
from raadhus.meetings.queries.treatments import CannotTreat, locked_treatment, stop_unless_in_session
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.deciding.onward import is_undecided
from raadhus.meetings.rules.drafts import DraftState, DraftStep, stepped

_UNTOUCHED = frozenset({DraftState.APPROVED, DraftState.PROPOSED, DraftState.RETURNED})


class CannotReopen(DomainError):
    """What came of the decision is under way already; it must be taken back there first."""


@transaction.atomic
def reopen_item(
    *, actor: Actor, treatment_id: str | UUID, reason: str, revision: int | None = None, now: datetime
) -> int:
    """Open a closed item again and return its new revision.

    Its obligations lapse and its standing decisions end, with the reason; new treatments that nobody has touched are
    withdrawn. Raises CannotReopen when one has been touched or planned: nothing is then done. What a room was told of
    its proposal stands until the item is closed again; then it is told anew.
    """
    require(actor, "meetings.decide_item", now=now)
    treatment = locked_treatment(treatment_id, revision=revision)
    stop_unless_in_session(treatment.sitting)
    if treatment.decided_at is None:
        raise CannotTreat(_("Punktet er ikke afsluttet."))
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor punktet genåbnes."))
    _take_back_treatments(treatment, now)
    _take_back_promises(treatment, actor, reason, now)
    _take_back_proposal(treatment, actor, now)
    treatment.decided_at, treatment.decided_by_name = None, ""
    treatment.without_decision = False
    with said_aloud():
        treatment.draft.state = stepped(DraftState(treatment.draft.state), DraftStep.UNTREAT).value
    treatment.draft.save(update_fields=["state"])
    told(actor, "item_reopened", treatment, now)
    return changed(treatment, now)


def _take_back_treatments(treatment: Treatment, now: datetime) -> None:
    for referral in Referral.objects.filter(treatment=treatment):
        if referral.draft_id is not None:
            draft = CaseDraft.objects.select_for_update().get(pk=referral.draft_id)
            if not _is_untouched(draft):
                raise CannotReopen(
                    _("Sagens næste behandling i %(body)s er allerede i gang. Tag den af dagsordenen dér først.")
                    % {"body": draft.body.name}
                )
            with said_aloud():
                draft.state = stepped(DraftState(draft.state), DraftStep.WITHDRAW).value
            draft.changed_at = now
            draft.save(update_fields=["state", "changed_at"])
        referral.delete()


def _is_untouched(draft: CaseDraft) -> bool:
    written = DraftSection.objects.filter(draft=draft, revision__gt=0).exists()
    return DraftState(draft.state) in _UNTOUCHED and draft.revision == 0 and not written


def _take_back_promises(treatment: Treatment, actor: Actor, reason: str, now: datetime) -> None:
    """Let what was promised lapse. What has been done or has lapsed already stays as it is."""
    why = _("Punktet er genåbnet på mødet: %(reason)s") % {"reason": reason.strip()}
    for promise in PromisedObligation.objects.filter(treatment=treatment).exclude(obligation_key=""):
        try:
            with transaction.atomic():
                take_back = end_standing if promise.rhythm else lapse
                take_back(actor=actor, key=promise.obligation_key, reason=why, now=now)
        except (CannotMove, CannotStepStanding):
            pass
        promise.obligation_key = ""
        promise.save(update_fields=["obligation_key"])


def _take_back_proposal(treatment: Treatment, actor: Actor, now: datetime) -> None:
    """Put a proposal that was let go with a put-off case on this agenda again; one that was decided waits for the new decision."""
    key, sitting = treatment.draft.proposal_key, treatment.sitting
    if not key or not is_undecided(given_of(treatment)):
        return
    label = f"{sitting.body.name} {sitting.date:%d-%m-%Y}"
    try:
        with transaction.atomic():
            url = treatment_address(treatment.pk)
            plan_proposal(actor=actor, key=key, planned_key=str(treatment.draft_id), label=label, url=url, now=now)
    except CannotStep as error:
        raise CannotReopen(str(error)) from error
