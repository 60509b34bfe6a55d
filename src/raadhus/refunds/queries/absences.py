"""A case's row as the calculation takes it."""

from decimal import Decimal

from raadhus.refunds.models import RefundCase
from raadhus.refunds.rules.cases import Absence, Cause, Kind
from raadhus.refunds.rules.following import Standing


def absence_of(row: RefundCase) -> Absence:
    """Return the absence of a case, with NemRefusion's dates and the cause that somebody wrote."""
    return Absence(
        case_id=str(row.pk),
        unit=row.unit_key,
        first=row.first_date,
        last=row.last_date,
        weekly_hours=_hours(row.weekly_hours),
        kind=Kind(row.kind),
        registered=row.registered_date,
        notified=row.notified_date,
        claimed=row.claimed_date,
        hourly_wage_ore=row.hourly_wage_ore,
        absence_hours=None if row.absence_hours is None else _hours(row.absence_hours),
        cause=Cause(row.set_cause) if row.set_cause else None,
        latest_claim=row.latest_claim_date,
        is_partial=row.absence_hours is not None,
        is_refused=row.standing == Standing.REFUSED.value,
        sends_notification=row.sends_notification,
    )


def _hours(hundredths: int) -> Decimal:
    return Decimal(hundredths) / 100
