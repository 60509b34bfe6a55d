"""A case is put on an agenda and taken off it."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.cases.public import plan_proposal
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.meetings.models import CaseDraft, Sitting, Treatment, place_for, renumber
from raadhus.meetings.queries.draft_sight import draft_subject, seen_draft
from raadhus.meetings.queries.locked_sittings import locked_sitting, touch_sitting
from raadhus.meetings.queries.plan_checks import comes_late, planned_state


class LateWithoutReason(DomainError):
    """The case comes after the deadline, and nobody has said why it cannot wait."""


@transaction.atomic
def plan_draft(
    *,
    actor: Actor,
    draft_id: str | UUID,
    sitting_id: str | UUID,
    late_reason: str = "",
    revision: int | None = None,
    now: datetime,
) -> UUID:
    """Put an approved case last on a sitting's agenda and return the treatment's id.

    After the submission deadline, or when the agenda has been sent, `late_reason` must say why it cannot wait; a fixed point can.
    Raises CannotPlanDraft, CannotStepDraft, LateWithoutReason, or SittingChanged when the sitting is not at `revision`.
    """
    require(actor, "meetings.plan_draft", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    draft = seen_draft(draft_id, actor, now, lock=True)
    state = planned_state(draft, sitting)
    late = comes_late(draft, sitting, now)
    if late and not late_reason.strip():
        raise LateWithoutReason(
            _("Fristen for sager til mødet er overskredet. Skriv, hvorfor sagen ikke kan vente til næste møde.")
        )
    draft.position = place_for(sitting, draft.template_key)
    draft.state, draft.sitting = state.value, sitting
    draft.is_late, draft.late_reason = late, late_reason.strip() if late else ""
    draft.revision += 1
    draft.changed_at = now
    draft.save()
    # The same case on the same agenda is the same item, also when it was off it for a while.
    treatment = Treatment.objects.create(
        pk=uuid5(sitting.pk, str(draft.pk)), sitting=sitting, draft=draft, changed_at=now
    )
    renumber(sitting, now)
    touch_sitting(sitting, now)
    tell_proposal(actor=actor, draft=draft, sitting=sitting, now=now)
    day = f"{sitting.date:%d-%m-%Y}"
    record(actor=actor, event="meetings.draft_planned", subject=draft_subject(draft), data={"day": day}, now=now)
    return treatment.pk


def tell_proposal(*, actor: Actor, draft: CaseDraft, sitting: Sitting, now: datetime) -> None:
    """Tell the room that proposed the case on which agenda it is."""
    if not draft.proposal_key:
        return
    label = f"{sitting.body.name} {sitting.date:%d-%m-%Y}"
    url = reverse("meetings:workroom", args=[sitting.pk])
    plan_proposal(actor=actor, key=draft.proposal_key, planned_key=str(draft.pk), label=label, url=url, now=now)
