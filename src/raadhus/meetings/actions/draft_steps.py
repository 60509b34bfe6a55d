"""A case moves on its way: proposed, returned, approved, withdrawn and taken up again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.meetings.actions.telling import tell_of_return
from raadhus.meetings.models import CaseDraft
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.draft_sight import draft_subject, may_withdraw, seen_draft, why_not_write
from raadhus.meetings.queries.wording import said, said_aloud
from raadhus.meetings.rules.draft_facts import missing_ground
from raadhus.meetings.rules.drafts import DraftState, DraftStep, stepped


@transaction.atomic
def propose_draft(*, actor: Actor, draft_id: str | UUID, now: datetime) -> None:
    """Hand a case in. Raises CannotStepDraft, NotAllowed, or WrongInput when a closed case does not say why it is closed."""
    require(actor, "meetings.propose_draft", now=now)
    draft = seen_draft(draft_id, actor, now, lock=True)
    with said_aloud():
        stepped(DraftState(draft.state), DraftStep.PROPOSE)
    problem = why_not_write(actor, draft, now)
    if problem is not None:
        raise problem
    missing = missing_ground(closed=draft.closed, legal_ground=draft.legal_ground, rules=body_rules(draft.body))
    if missing is not None:
        raise WrongInput(said(missing))
    _step(actor, draft, DraftStep.PROPOSE, "meetings.draft_proposed", now=now)


@transaction.atomic
def return_draft(*, actor: Actor, draft_id: str | UUID, reason: str, now: datetime) -> None:
    """Send a case back to its author, who is told why. Raises CannotStepDraft, NotAllowed, or WrongInput without a reason."""
    draft = seen_draft(draft_id, actor, now, lock=True)
    require(actor, "meetings.return_draft", unit=draft.unit_key or WHOLE_HOUSE, now=now)
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor sagen sendes retur; forfatteren ser det."))
    draft.return_reason = reason.strip()
    # The reason may tell what a closed case is about: it stays out of the chain.
    _step(actor, draft, DraftStep.RETURN, "meetings.draft_returned", now=now, personal={"reason": draft.return_reason})
    tell_of_return(actor=actor, draft=draft, now=now)


@transaction.atomic
def approve_draft(*, actor: Actor, draft_id: str | UUID, now: datetime) -> None:
    """Say that a proposed case is ready for an agenda. Raises CannotStepDraft or NotAllowed."""
    draft = seen_draft(draft_id, actor, now, lock=True)
    require(actor, "meetings.approve_draft", unit=draft.unit_key or WHOLE_HOUSE, now=now)
    _step(actor, draft, DraftStep.APPROVE, "meetings.draft_approved", now=now)


@transaction.atomic
def withdraw_draft(*, actor: Actor, draft_id: str | UUID, now: datetime) -> None:
    """Take a case back before it is planned. Raises CannotStepDraft or NotAllowed."""
    draft = _own_or_led(actor, draft_id, now)
    _step(actor, draft, DraftStep.WITHDRAW, "meetings.draft_withdrawn", now=now)


@transaction.atomic
def resume_draft(*, actor: Actor, draft_id: str | UUID, now: datetime) -> None:
    """Take a withdrawn case up again, as a draft. Raises CannotStepDraft or NotAllowed."""
    draft = _own_or_led(actor, draft_id, now)
    _step(actor, draft, DraftStep.RESUME, "meetings.draft_resumed", now=now)


def _own_or_led(actor: Actor, draft_id: str | UUID, now: datetime) -> CaseDraft:
    require(actor, "meetings.withdraw_draft", now=now)
    draft = seen_draft(draft_id, actor, now, lock=True)
    if not may_withdraw(actor, draft, now):
        raise NotAllowed(_("Kun sagens forfatter, enhedens leder og sekretæren kan trække den tilbage."))
    return draft


def _step(
    actor: Actor,
    draft: CaseDraft,
    step: DraftStep,
    event: str,
    *,
    now: datetime,
    personal: dict[str, JSON] | None = None,
) -> None:
    with said_aloud():
        draft.state = stepped(DraftState(draft.state), step).value
    draft.revision += 1
    draft.changed_at = now
    draft.save(update_fields=["state", "return_reason", "revision", "changed_at"])
    record(actor=actor, event=event, subject=draft_subject(draft), personal=personal, now=now)
