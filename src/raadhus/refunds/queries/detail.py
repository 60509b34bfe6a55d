"""One case with every step of its reckoning and what has happened to it. Health data: every look leaves a trace."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.audit.public import TrailEntry, trail
from raadhus.kernel.actors import Actor
from raadhus.refunds.queries.absences import absence_of
from raadhus.refunds.queries.history import NoticeShown, SuspicionShown, notices_of, suspicions_of
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.queries.shapes import CaseRow, case_row
from raadhus.refunds.queries.visibility import CASE, READ, one_case, subject_of
from raadhus.refunds.rules.cases import Assumption
from raadhus.refunds.rules.causes import dispensation, saved_by
from raadhus.refunds.rules.explaining import reason_of, steps_of
from raadhus.refunds.rules.loss import loss_of
from raadhus.refunds.rules.warnings import warnings_of


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything about one case: the row, why, each step, what was assumed and what to beware of, and what has happened."""

    row: CaseRow
    as_of: date
    reason: str
    steps: tuple[str, ...]
    saved_by: str
    dispensation: str
    assumptions: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    notices: tuple[NoticeShown, ...]
    suspicions: tuple[SuspicionShown, ...]
    trail: tuple[TrailEntry, ...]


def case(viewer: Actor, key: str, now: datetime) -> CaseDetail:
    """Return one case as it stands today, with its reckoning. The look leaves a trace. Raises NoSuchCase."""
    row = one_case(viewer, key, now)
    require(viewer, READ, now=now, subject=subject_of(row))
    today, absence = localdate(now), absence_of(row)
    settings = settings_on(row.first_date).rules
    loss = loss_of(absence, settings, today)
    return CaseDetail(
        row=case_row(row, UnitNames()),
        as_of=today,
        reason=reason_of(loss, settings),
        steps=tuple(steps_of(loss, settings, today)),
        saved_by=saved_by(loss, settings),
        dispensation=dispensation(loss),
        assumptions=settings.assumptions,
        warnings=tuple(warnings_of(absence, today)),
        notices=notices_of(row),
        suspicions=suspicions_of(row),
        trail=trail(CASE, str(row.pk)),
    )
