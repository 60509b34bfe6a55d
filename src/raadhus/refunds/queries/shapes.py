"""A case as it is shown: values, never rows."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.rules.cases import Cause, Kind
from raadhus.refunds.rules.changing import Written
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.refunds.rules.watch import Level, Next


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list. `cause` and `year` are those that count; `written` holds what somebody wrote."""

    key: str
    employment: str
    name: str
    unit_key: str
    unit: str
    centre_key: str
    centre: str
    first: date
    last: date | None
    kind: Kind
    code: str
    weekly_hours: Decimal
    registered: date | None
    cause: Cause | None
    year: int | None
    days_late: int
    lost_ore: int
    lost_hours: Decimal
    lost_days: int
    next: Next
    deadline: date | None
    level: Level
    at_risk_ore: int
    is_gone: bool
    is_open: bool
    counts: bool
    settled_at: datetime | None
    acted_at: datetime | None
    acted_by: str
    written: Written

    @property
    def who(self) -> str:
        """The name where payroll gave one, and the employment's number."""
        return f"{self.name} ({self.employment})" if self.name else self.employment


def case_row(row: RefundCase, names: UnitNames) -> CaseRow:
    """Return a row as it is shown."""
    lost = row.lost_ore > 0 and row.year is not None and not row.is_gone
    return CaseRow(
        key=str(row.pk),
        employment=row.employment,
        name=row.name,
        unit_key=row.unit_key,
        unit=names.label(row.unit_key),
        centre_key=row.centre_key,
        centre=names.label(row.centre_key),
        first=row.first_date,
        last=row.last_date,
        kind=Kind(row.kind),
        code=row.code,
        weekly_hours=Decimal(row.weekly_hours) / 100,
        registered=row.registered_date,
        cause=Cause(row.cause) if row.cause else None,
        year=row.year,
        days_late=row.days_late,
        lost_ore=row.lost_ore,
        lost_hours=Decimal(row.lost_hours) / 100,
        lost_days=row.lost_days,
        next=Next(row.next_step),
        deadline=row.deadline_date,
        level=Level(row.level),
        at_risk_ore=row.at_risk_ore,
        is_gone=row.is_gone,
        is_open=not row.is_gone
        and row.settled_at is None
        and (row.last_date is None or row.next_step != Next.NOTHING.value),
        counts=lost and row.dispensation != Dispensation.GRANTED.value,
        settled_at=row.settled_at,
        acted_at=row.acted_at,
        acted_by=row.acted_by,
        written=written_of(row),
    )


def written_of(row: RefundCase) -> Written:
    """Return what NemRefusion and HR have said of a case."""
    return Written(
        cause=Cause(row.set_cause) if row.set_cause else None,
        year=row.set_year,
        remark=row.remark,
        standing=Standing(row.standing),
        notified=row.notified_date,
        claimed=row.claimed_date,
        latest_claim=row.latest_claim_date,
        refusal_reason=row.refusal_reason,
        dispensation=Dispensation(row.dispensation),
        ground=Ground(row.dispensation_ground) if row.dispensation_ground else None,
    )
