"""The points that stand on every agenda of a body are put on one, from their templates."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.actions.arranging import move_draft
from raadhus.meetings.actions.intake import create_draft_from_template
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.models import CaseDraft, Sitting
from raadhus.meetings.queries.locked_sittings import locked_sitting
from raadhus.meetings.queries.plan_checks import stop_if_begun
from raadhus.meetings.queries.templates import TemplateRow, fixed_items
from raadhus.meetings.rules.drafts import DraftState


@transaction.atomic
def put_fixed_items(*, actor: Actor, sitting_id: str | UUID, now: datetime) -> int:
    """Put on the points that are not on the agenda yet, at its beginning or end, and return how many.

    They are approved by being the body's own. Raises CannotPlanDraft once the meeting has begun, or Conflict when there are none.
    """
    require(actor, "meetings.plan_draft", now=now)
    sitting = locked_sitting(sitting_id)
    stop_if_begun(sitting)
    known = set(CaseDraft.objects.filter(sitting=sitting).values_list("template_key", flat=True))
    first = [one for one in fixed_items(sitting.body_id, "first") if one.key not in known]
    last = [one for one in fixed_items(sitting.body_id, "last") if one.key not in known]
    if not first and not last:
        raise Conflict(_("De faste punkter er på dagsordenen allerede, eller organet har ingen."))
    for template in last:
        _put(actor, sitting, template, now)
    for place, template in enumerate(first):
        made = _put(actor, sitting, template, now)
        move_draft(actor=actor, sitting_id=sitting.pk, draft_id=made, place=place, now=now)
    return len(first) + len(last)


def _put(actor: Actor, sitting: Sitting, template: TemplateRow, now: datetime) -> str:
    made = create_draft_from_template(actor=actor, body_key=sitting.body_id, template_key=template.key, now=now)
    CaseDraft.objects.filter(pk=made).update(state=DraftState.APPROVED.value)
    plan_draft(actor=actor, draft_id=made, sitting_id=sitting.pk, now=now)
    return made
