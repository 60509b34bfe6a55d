"""Why a refund was lost and what would have saved it, from the three dates: entered by the leader, notified, claimed."""

from datetime import timedelta

from raadhus.kernel.danish import short_date
from raadhus.refunds.rules.cases import Cause, Settings
from raadhus.refunds.rules.deadlines import (
    CLAIM_MONTHS,
    dispensed_until,
    is_short,
    may_be_dispensed,
    notification_deadline,
)
from raadhus.refunds.rules.loss import Loss, Why


def cause_of(loss: Loss, settings: Settings) -> Cause | None:
    """Return the cause: what somebody has written, else what the dates say. None when nothing was lost.

    Late because the leader entered it too late to be notified in time, or because it lay with HR after that. Never notified
    with a code that sends no notification is a wrong entry. A refusal does not say whose fault it was: somebody may write it.
    """
    if not loss.stretches:
        return None
    absence = loss.absence
    if absence.cause is not None:
        return absence.cause
    heaviest = max(loss.stretches, key=lambda one: one.worth)
    if heaviest.why is Why.NEVER_NOTIFIED:
        return Cause.NEVER_SENT if absence.sends_notification else Cause.WRONG_ENTRY
    if heaviest.why is Why.REFUSED:
        return Cause.NOT_ENTITLED
    if heaviest.why in {Why.CLAIMED_LATE, Why.NEVER_CLAIMED}:
        return Cause.CLAIM_LATE
    deadline = notification_deadline(absence.first, settings)
    entered = absence.registered
    return Cause.LEADER_LATE if entered is None or entered > deadline else Cause.HR_LATE


def saved_by(loss: Loss, settings: Settings) -> str:
    """Return the Danish sentence of what would have saved it; empty when nothing was lost."""
    if not loss.stretches:
        return ""
    absence, deadline = loss.absence, notification_deadline(loss.absence.first, settings)
    reasons = {one.why for one in loss.stretches}
    said = []
    if reasons & {Why.NOTIFIED_LATE, Why.NEVER_NOTIFIED} and not is_short(absence):
        said.append(f"Anmeldelsen skulle være underskrevet senest {short_date(deadline)}.")
    if reasons & {Why.CLAIMED_LATE, Why.NEVER_CLAIMED} or (is_short(absence) and reasons):
        first = min(one.start for one in loss.stretches)
        said.append(f"Anmodningen skulle være underskrevet højst {CLAIM_MONTHS} måneder efter {short_date(first)}.")
    return " ".join(said)


def dispensation(loss: Loss) -> str:
    """Return the Danish sentence on dispensation (section 59(6)); empty when nothing was lost."""
    if not loss.stretches:
        return ""
    absence = loss.absence
    if absence.claimed is not None and may_be_dispensed(absence, absence.claimed):
        return "Dispensation efter § 59, stk. 6, kan søges: anmodningen kom inden seks måneder efter første fraværsdag."
    if absence.claimed is not None:
        return (
            "Dispensation er udelukket: anmodningen kom senere end seks måneder efter første fraværsdag (§ 59, stk. 6)."
        )
    last = short_date(dispensed_until(absence.first))
    return f"Dispensation forudsætter en anmodning senest {last}, seks måneder efter første fraværsdag (§ 59, stk. 6)."


def days_late(loss: Loss, settings: Settings) -> int:
    """Return how many days after the deadline the notification was signed; 0 when it was in time or never."""
    absence = loss.absence
    if absence.notified is None:
        return 0
    return max(timedelta(0), absence.notified - notification_deadline(absence.first, settings)).days
