"""Entries that look wrong, across the cases that the viewer may see. Health data: looking leaves its trace."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.refunds.models import SuspicionRecord
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.visibility import READ, visible_cases
from raadhus.refunds.rules.detection import Suspicion


class SuspicionState(StrEnum):
    """Which are asked for."""

    OPEN = "open"
    LET_BE = "let_be"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SuspicionLine:
    """One entry that looks wrong, or did, with the case that it is about."""

    key: str
    suspicion: Suspicion
    sentence: str
    case_key: str
    who: str
    unit: str
    first: date
    other_key: str
    found_at: datetime
    gone_at: datetime | None
    let_be_at: datetime | None
    let_be_by: str
    let_be_reason: str


class FoundSuspicions:
    """Lines that are counted and fetched page by page."""

    def __init__(self, rows: "QuerySet[SuspicionRecord]") -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[SuspicionLine, ...]:
        names = UnitNames()
        return tuple(_line(row, names) for row in self._rows.select_related("case")[wanted])


def suspicions(viewer: Actor, kind: str, state: str, *, now: datetime) -> FoundSuspicions:
    """Return what looks wrong, narrowed to a kind and a state (those nobody has dealt with, when not said), the newest first."""
    require(viewer, READ, now=now, subject=Subject("refund_suspicions", "", "Mulige fejlindberetninger"))
    rows = SuspicionRecord.objects.filter(case__in=visible_cases(viewer, now))
    if kind:
        rows = rows.filter(suspicion=kind)
    return FoundSuspicions(rows.filter(_state(state)).order_by("-found_at", "suspicion", "id"))


def _state(state: str) -> Q:
    match state:
        case SuspicionState.LET_BE:
            return Q(let_be_at__isnull=False)
        case SuspicionState.GONE:
            return Q(let_be_at__isnull=True, gone_at__isnull=False)
        case _:
            return Q(let_be_at__isnull=True, gone_at__isnull=True)


def _line(row: SuspicionRecord, names: UnitNames) -> SuspicionLine:
    case = row.case
    return SuspicionLine(
        key=str(row.pk),
        suspicion=Suspicion(row.suspicion),
        sentence=row.sentence,
        case_key=str(case.pk),
        who=f"{case.name} ({case.employment})" if case.name else case.employment,
        unit=names.label(case.unit_key),
        first=case.first_date,
        other_key=str(row.other_id or ""),
        found_at=row.found_at,
        gone_at=row.gone_at,
        let_be_at=row.let_be_at,
        let_be_by=row.let_be_by,
        let_be_reason=row.let_be_reason,
    )
