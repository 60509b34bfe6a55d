"""Whether a case may come on an agenda, and whether it comes late."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.kernel.errors import DomainError
from raadhus.meetings.models import CaseDraft, Sitting, fixed_templates
from raadhus.meetings.queries.body_rules import body_rules, sitting_deadlines
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.drafts import DraftState, DraftStep, stepped
from raadhus.meetings.rules.sittings import SittingState


class CannotPlanDraft(DomainError):
    """The case cannot be put on this agenda."""


def is_late(sitting: Sitting, now: datetime) -> bool:
    """Return whether a case that is planned now comes late: after the submission deadline, or after the agenda was sent."""
    return sitting.state == SittingState.SENT or localdate(now) > sitting_deadlines(sitting).submission


def comes_late(draft: CaseDraft, sitting: Sitting, now: datetime) -> bool:
    """Return whether this case comes late; a point that stands on every agenda of the body never does."""
    return is_late(sitting, now) and not (draft.template_key and draft.template_key in fixed_templates())


def stop_if_begun(sitting: Sitting) -> None:
    """Do nothing while the agenda may be changed. Raises CannotPlanDraft once the meeting has begun or is cancelled."""
    state = SittingState(sitting.state)
    if state not in {SittingState.DRAFT, SittingState.SENT}:
        raise CannotPlanDraft(
            _("Mødet står som »%(state)s«; dagsordenen kan ikke ændres længere.") % {"state": _(state.label)}
        )


def _check_fits(draft: CaseDraft, sitting: Sitting) -> None:
    if draft.body_id != sitting.body_id:
        raise CannotPlanDraft(
            _("Sagen er skrevet til %(draft)s og kan ikke komme på dagsordenen i %(sitting)s.")
            % {"draft": draft.body.name, "sitting": sitting.body.name}
        )
    stop_if_begun(sitting)


def planned_state(draft: CaseDraft, sitting: Sitting) -> DraftState:
    """Return the state of a case once it is planned for a sitting. Raises CannotPlanDraft or CannotStepDraft.

    Where the body asks for no approval, what is proposed may be planned at once.
    """
    _check_fits(draft, sitting)
    state = DraftState(draft.state)
    with said_aloud():
        if state is DraftState.PROPOSED and not body_rules(draft.body).needs_approval:
            state = stepped(state, DraftStep.APPROVE)
        return stepped(state, DraftStep.PLAN)
