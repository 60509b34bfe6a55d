"""Everything that is worked out of one absence, at once: what the case's row keeps."""

from dataclasses import dataclass
from datetime import date

from raadhus.refunds.rules.cases import Absence, Cause, Settings
from raadhus.refunds.rules.causes import cause_of, days_late
from raadhus.refunds.rules.loss import loss_of
from raadhus.refunds.rules.statement_year import statement_year
from raadhus.refunds.rules.watch import Level, Next, watch


@dataclass(frozen=True, slots=True)
class Outcome:
    """The loss in øre, hundredths of hours and days, why and of which year; and what is missing, by when, with what at risk."""

    lost_ore: int
    lost_hours: int
    lost_days: int
    cause: Cause | None
    days_late: int
    year: int | None
    next: Next
    deadline: date | None
    level: Level
    at_risk_ore: int


def outcome_of(absence: Absence, settings: Settings, as_of: date) -> Outcome:
    """Return how the absence stands on `as_of`."""
    loss = loss_of(absence, settings, as_of)
    standing = watch(absence, settings, as_of, loss)
    return Outcome(
        lost_ore=standing.lost_ore,
        lost_hours=int(loss.hours * 100),
        lost_days=loss.days,
        cause=cause_of(loss, settings),
        days_late=days_late(loss, settings),
        year=statement_year(loss, as_of),
        next=standing.next,
        deadline=standing.deadline,
        level=standing.level,
        at_risk_ore=standing.at_risk_ore,
    )


NOTHING = Outcome(0, 0, 0, None, 0, None, Next.NOTHING, None, Level.QUIET, 0)
