"""What NemRefusion has said of a case, and what has looked wrong about it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from raadhus.refunds.models import NemRefusionNotice, RefundCase, SuspicionRecord
from raadhus.refunds.rules.detection import Suspicion
from raadhus.refunds.rules.following import Standing


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """What one file said. `is_nearest` is true when no absence began on the day it names, and the nearest was taken."""

    run_key: str
    file_name: str
    imported_at: datetime
    line: int
    employment: str
    first: date
    standing: Standing
    notified: date | None
    claimed: date | None
    reason: str
    is_nearest: bool


@dataclass(frozen=True, slots=True)
class SuspicionShown:
    """Something that looks wrong, or did. `other_key` is the other case of a pair."""

    key: str
    suspicion: Suspicion
    sentence: str
    found_at: datetime
    gone_at: datetime | None
    let_be_at: datetime | None
    let_be_by: str
    let_be_reason: str
    case_key: str
    other_key: str


def notice_shown(one: NemRefusionNotice) -> NoticeShown:
    """Return a notice as it is shown; its run is read with it."""
    return NoticeShown(
        run_key=str(one.run_id),
        file_name=one.run.file_name,
        imported_at=one.run.imported_at,
        line=one.line,
        employment=one.employment,
        first=one.first_date,
        standing=Standing(one.standing),
        notified=one.notified_date,
        claimed=one.claimed_date,
        reason=one.reason,
        is_nearest=one.is_nearest,
    )


def notices_of(row: RefundCase) -> tuple[NoticeShown, ...]:
    """Return what NemRefusion has said of a case, newest first."""
    found = row.notices.select_related("run").order_by("-run__imported_at", "line")
    return tuple(map(notice_shown, found))


def suspicions_of(row: RefundCase) -> tuple[SuspicionShown, ...]:
    """Return what looks or looked wrong about a case, newest first."""
    found = SuspicionRecord.objects.filter(Q(case=row) | Q(other=row)).order_by("-found_at", "suspicion")
    return tuple(
        SuspicionShown(
            key=str(one.pk),
            suspicion=Suspicion(one.suspicion),
            sentence=one.sentence,
            found_at=one.found_at,
            gone_at=one.gone_at,
            let_be_at=one.let_be_at,
            let_be_by=one.let_be_by,
            let_be_reason=one.let_be_reason,
            case_key=str(one.case_id),
            other_key=str(one.other_id or ""),
        )
        for one in found
    )
