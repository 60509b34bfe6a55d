"""What is worked out of a case is written into its row: the one place where that is done."""

from datetime import date

from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.absences import absence_of
from raadhus.refunds.rules.cases import Settings
from raadhus.refunds.rules.outcome import NOTHING, outcome_of

# The columns that are worked out, which nobody writes by hand.
WORKED_OUT = (
    "lost_ore",
    "lost_hours",
    "lost_days",
    "cause",
    "days_late",
    "year",
    "next_step",
    "deadline_date",
    "level",
    "at_risk_ore",
)


def work_out(row: RefundCase, settings: Settings, today: date) -> None:
    """Write into the row (unsaved) how the case stands today; what payroll no longer has counts for nothing."""
    told = NOTHING if row.is_gone else outcome_of(absence_of(row), settings, today)
    row.lost_ore, row.lost_hours, row.lost_days = told.lost_ore, told.lost_hours, told.lost_days
    row.cause = told.cause.value if told.cause else ""
    row.days_late = told.days_late
    row.year = None if told.lost_ore == 0 else row.set_year or told.year
    row.next_step, row.deadline_date, row.level = told.next.value, told.deadline, told.level.value
    row.at_risk_ore = told.at_risk_ore
    row.calculated_date = today
