"""Each lost case of a year with its law and what would have saved it. Health data: looking at it is audited."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.absences import absence_of
from raadhus.refunds.queries.entries import cause_of
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.settings import SettingsHistory
from raadhus.refunds.queries.visibility import READ, counts, visible_cases
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.causes import saved_by
from raadhus.refunds.rules.explaining import reason_of
from raadhus.refunds.rules.loss import Why, loss_of

_LAW = {
    Why.NOTIFIED_LATE: "§ 40, stk. 1, og § 59, stk. 3",
    Why.NEVER_NOTIFIED: "§ 40, stk. 1, og § 59, stk. 3",
    Why.CLAIMED_LATE: "§ 59, stk. 2 og 5",
    Why.NEVER_CLAIMED: "§ 59, stk. 2 og 4",
    Why.REFUSED: "myndighedens afgørelse",
}


@dataclass(frozen=True, slots=True)
class LostCase:
    """One lost case: whose, where, when, why by which law, how much, and what would have saved it."""

    key: str
    employment: str
    name: str
    centre: str
    unit: str
    first_date: date
    cause: Cause
    days_late: int
    lost_ore: int
    reason: str
    law: str
    saved_by: str


def lost_cases(viewer: Actor, *, year: int, now: datetime) -> tuple[LostCase, ...]:
    """Return the lost cases of a year that the viewer may see, the costliest first."""
    require(viewer, READ, now=now, subject=Subject("refund_cases", str(year), f"Tabte refusionssager {year}"))
    names, settings, today = UnitNames(), SettingsHistory(), localdate(now)
    rows = visible_cases(viewer, now).filter(counts(), year=year).order_by("-lost_ore", "pk")
    return tuple(_lost(row, names, settings, today) for row in rows)


def _lost(row: RefundCase, names: UnitNames, settings: SettingsHistory, today: date) -> LostCase:
    rules = settings.on(row.first_date).rules
    loss = loss_of(absence_of(row), rules, min(row.calculated_date, today))
    return LostCase(
        key=str(row.pk),
        employment=row.employment,
        name=row.name,
        centre=names.label(row.centre_key),
        unit=names.label(row.unit_key),
        first_date=row.first_date,
        cause=cause_of(row.set_cause, row.cause),
        days_late=row.days_late,
        lost_ore=row.lost_ore,
        reason=reason_of(loss, rules),
        law="; ".join(dict.fromkeys(_LAW[one.why] for one in loss.stretches)),
        saved_by=saved_by(loss, rules),
    )
