"""What the form of a case's facts offers, and the proposals that rooms have made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from raadhus.core.access.public import may
from raadhus.core.cases.public import Proposal, waiting_proposals
from raadhus.core.organisation.public import units_to_choose
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import CaseDraft
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.choosing import Choices, bodies_that_meet
from raadhus.meetings.queries.draft_sight import leave_draft_trace, seen_draft, why_not_write
from raadhus.meetings.rules.drafts import CaseType, DraftState


@dataclass(frozen=True, slots=True)
class DraftChoices:
    """A draft's facts as they stand, and what may be chosen for them."""

    draft: CaseDraft
    case_types: tuple[CaseType, ...]
    has_law: bool
    units: Choices
    bodies: Choices


def draft_choices(*, viewer: Actor, draft_id: str | UUID, now: datetime) -> DraftChoices:
    """Return the facts of a draft that the viewer may change. Raises NotFound, NotAllowed or CannotWrite."""
    draft = seen_draft(draft_id, viewer, now)
    problem = why_not_write(viewer, draft, now)
    if problem is not None:
        raise problem
    leave_draft_trace(viewer, draft, now)
    rules = body_rules(draft.body)
    others = [(key, name) for key, name in bodies_that_meet() if key != draft.body_id]
    return DraftChoices(draft, rules.case_types, rules.has_law, units_to_choose(localdate(now)), others)


def proposals_to_take(viewer: Actor, now: datetime) -> Sequence[Proposal]:
    """Return the rooms' proposals that wait and are not on their way to a body yet."""
    if not may(viewer, "cases.read_own_proposals", now=now):
        return []
    taken = CaseDraft.objects.exclude(proposal_key="").exclude(state=DraftState.WITHDRAWN.value)
    keys = set(taken.values_list("proposal_key", flat=True))
    return [one for one in waiting_proposals(viewer, now) if one.key not in keys]
