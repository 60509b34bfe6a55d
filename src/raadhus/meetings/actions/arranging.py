"""A case is taken off an agenda, and the items change places."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.cases.public import unplan_proposal
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import CaseDraft, Sitting, Treatment, renumber
from raadhus.meetings.queries.draft_sight import draft_subject, seen_draft
from raadhus.meetings.queries.locked_sittings import locked_sitting, sitting_subject, touch_sitting
from raadhus.meetings.queries.plan_checks import stop_if_begun
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.agenda_order import moved
from raadhus.meetings.rules.drafts import DraftState, DraftStep, stepped


@transaction.atomic
def unplan_draft(*, actor: Actor, draft_id: str | UUID, revision: int | None = None, now: datetime) -> None:
    """Take a case off its agenda; it is ready to be planned again. Raises CannotStepDraft, SittingChanged or CannotPlanDraft."""
    require(actor, "meetings.plan_draft", now=now)
    # The sitting is locked before the draft, as everywhere: two who work at once cannot wait for each other.
    planned = seen_draft(draft_id, actor, now)
    with said_aloud():
        stepped(DraftState(planned.state), DraftStep.UNPLAN)
    sitting = locked_sitting(planned.sitting_id or "", revision=revision)
    stop_if_begun(sitting)
    draft = seen_draft(draft_id, actor, now, lock=True)
    take_off(actor=actor, draft=draft, sitting=sitting, now=now)
    renumber(sitting, now)
    touch_sitting(sitting, now)


def take_off(*, actor: Actor, draft: CaseDraft, sitting: Sitting, now: datetime) -> None:
    """Take a locked draft off a locked sitting; the caller renumbers."""
    with said_aloud():
        draft.state = stepped(DraftState(draft.state), DraftStep.UNPLAN).value
    Treatment.objects.filter(draft=draft).delete()
    draft.sitting, draft.position = None, 0
    draft.is_late, draft.late_reason = False, ""
    draft.revision += 1
    draft.changed_at = now
    draft.save()
    if draft.proposal_key:
        unplan_proposal(actor=actor, key=draft.proposal_key, now=now)
    day = f"{sitting.date:%d-%m-%Y}"
    record(actor=actor, event="meetings.draft_unplanned", subject=draft_subject(draft), data={"day": day}, now=now)


@transaction.atomic
def move_draft(
    *,
    actor: Actor,
    sitting_id: str | UUID,
    draft_id: str | UUID,
    place: int,
    revision: int | None = None,
    now: datetime,
) -> None:
    """Give an item another place on its agenda; 0 is the first. Raises SittingChanged, CannotPlanDraft or NotFound."""
    require(actor, "meetings.plan_draft", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    stop_if_begun(sitting)
    rows = {str(row.pk): row for row in CaseDraft.objects.filter(sitting=sitting).order_by("position", "created_at")}
    if str(draft_id) not in rows:
        raise NotFound(_("Sagen står ikke på denne dagsorden."))
    for position, key in enumerate(moved(tuple(rows), str(draft_id), place)):
        rows[key].position = position
    CaseDraft.objects.bulk_update(rows.values(), ["position"])
    renumber(sitting, now)
    touch_sitting(sitting, now)
    record(actor=actor, event="meetings.agenda_ordered", subject=sitting_subject(sitting), now=now)
