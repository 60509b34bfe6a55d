"""A planned meeting gets another day or place, or is cancelled."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.arranging import take_off
from raadhus.meetings.actions.sittings import SittingExists
from raadhus.meetings.actions.telling import tell_of_cancelling
from raadhus.meetings.models import CaseDraft, Sitting, renumber
from raadhus.meetings.queries.locked_sittings import locked_sitting, sitting_subject, touch_sitting
from raadhus.meetings.queries.plan_checks import stop_if_begun
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.sitting_plan import SittingFacts, checked_clock, checked_deadlines
from raadhus.meetings.rules.sittings import SittingState, SittingStep, stepped


@transaction.atomic
def change_sitting(
    *, actor: Actor, sitting_id: str | UUID, facts: SittingFacts, revision: int | None = None, now: datetime
) -> None:
    """Give a meeting another day, time, place or deadlines, until it begins. Members are told when the agenda is sent again.

    Raises SittingChanged, SittingExists, CannotPlanDraft once it has begun, or WrongInput.
    """
    require(actor, "meetings.plan_sitting", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    stop_if_begun(sitting)
    before = _described(sitting)
    with said_aloud():
        checked_deadlines(facts)
        sitting.start_time = checked_clock(facts.start_time)
        sitting.end_time = checked_clock(facts.end_time)
    sitting.date, sitting.place = facts.day, facts.place.strip()[:300]
    sitting.submission_date, sitting.sending_date = facts.submission_date, facts.sending_date
    try:
        with transaction.atomic():
            touch_sitting(sitting, now, "date", "start_time", "end_time", "place", "submission_date", "sending_date")
    except IntegrityError as error:
        raise SittingExists(
            _("%(body)s har allerede et møde den dag på det klokkeslæt.") % {"body": sitting.body.name}
        ) from error
    renumber(sitting, now)
    what = f"{before} → {_described(sitting)}"
    record(
        actor=actor, event="meetings.sitting_changed", subject=sitting_subject(sitting), data={"what": what}, now=now
    )


def _described(sitting: Sitting) -> str:
    return ", ".join(filter(None, (f"{sitting.date:%d-%m-%Y}", sitting.start_time, sitting.place)))


@transaction.atomic
def cancel_sitting(
    *, actor: Actor, sitting_id: str | UUID, reason: str, revision: int | None = None, now: datetime
) -> None:
    """Cancel a meeting before it begins; its cases are ready to be planned again, and members are told if they had an agenda.

    Raises CannotStepSitting, SittingChanged, or WrongInput without a reason.
    """
    require(actor, "meetings.cancel_sitting", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    was_sent = sitting.state == SittingState.SENT
    with said_aloud():
        state = stepped(SittingState(sitting.state), SittingStep.CANCEL)
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor mødet aflyses."))
    for draft in CaseDraft.objects.select_for_update().filter(sitting=sitting):
        take_off(actor=actor, draft=draft, sitting=sitting, now=now)
    sitting.state, sitting.cancel_reason = state.value, reason.strip()
    touch_sitting(sitting, now, "state", "cancel_reason")
    if was_sent:
        tell_of_cancelling(actor=actor, sitting=sitting, now=now)
    data = {"reason": sitting.cancel_reason}
    record(actor=actor, event="meetings.sitting_cancelled", subject=sitting_subject(sitting), data=data, now=now)
