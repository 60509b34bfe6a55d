"""Which year's statement a loss belongs to: the year in which it became final, not the year of the absence (docs/rules/refunds.md)."""

from datetime import date

from raadhus.kernel.sources import rule
from raadhus.refunds.rules.cases import Absence
from raadhus.refunds.rules.deadlines import SECTION_59, dispensed_until
from raadhus.refunds.rules.loss import Loss, Why


@rule(SECTION_59)
def final_on(absence: Absence, why: Why) -> date:
    """Return the day on which a loss of that reason became final.

    What a late signing lost was lost when it was signed; what was never signed is lost when no dispensation is possible any more.
    """
    over = dispensed_until(absence.first)
    match why:
        case Why.NOTIFIED_LATE:
            return absence.notified or over
        case Why.CLAIMED_LATE:
            return absence.claimed or over
        case Why.REFUSED:
            return absence.claimed or absence.notified or over
        case Why.NEVER_NOTIFIED | Why.NEVER_CLAIMED:
            return over


def statement_year(loss: Loss, as_of: date) -> int | None:
    """Return the year of the heaviest part of the loss that is final on `as_of`; None while none is, or nothing was lost."""
    final = [(one.worth, day) for one in loss.stretches if (day := final_on(loss.absence, one.why)) <= as_of]
    return max(final)[1].year if final else None
