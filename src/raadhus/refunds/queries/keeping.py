"""NemRefusion's runs, what fits no absence, agreements, and each assumption and rate with its source: what the pages of keeping show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ids import is_id
from raadhus.refunds.models import Agreement, NemRefusionNotice, NemRefusionRun, RefundCase
from raadhus.refunds.queries.history import NoticeShown, notice_shown

READ = "refunds.read_cases"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RunShown:
    """One file and what became of it. `problems` are the first of them: line, column, message."""

    key: str
    file_name: str
    is_refused: bool
    rows: int
    matched: int
    changed: int
    problem_count: int
    problems: tuple[Mapping[str, object], ...]
    imported_by: str
    imported_at: datetime

    @property
    def unmatched(self) -> int:
        """How many absences of the file fitted none of ours."""
        return 0 if self.is_refused else max(0, self.rows - self.matched)


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """A section 56 agreement from its first to its last day."""

    key: str
    employment: str
    name: str
    start: date
    last: date
    is_in_force: bool
    set_by: str
    set_at: datetime


class _NoSuchRun(NotFound):
    """There is no such run."""


def runs(viewer: Actor, now: datetime) -> tuple[RunShown, ...]:
    """Return the runs, newest first."""
    require(viewer, "refunds.import_statuses", unit=WHOLE_HOUSE, now=now)
    return tuple(map(run_shown, NemRefusionRun.objects.order_by("-imported_at", "-pk")[:200]))


def run(viewer: Actor, key: str, now: datetime) -> RunShown:
    """Return one run with its report. Raises NotFound."""
    require(viewer, "refunds.import_statuses", unit=WHOLE_HOUSE, now=now)
    row = NemRefusionRun.objects.filter(pk=key).first() if is_id(key) else None
    if row is None:
        raise _NoSuchRun(_("Der er ingen indlæsning her, som du har adgang til at se."))
    return run_shown(row)


def run_shown(row: NemRefusionRun) -> RunShown:
    """Return a run as it is shown."""
    return RunShown(
        key=str(row.pk),
        file_name=row.file_name,
        is_refused=row.is_refused,
        rows=row.rows,
        matched=row.matched,
        changed=row.changed,
        problem_count=row.problem_count,
        problems=tuple(row.problems),
        imported_by=row.imported_by_name,
        imported_at=row.imported_at,
    )


def unmatched(viewer: Actor, now: datetime) -> tuple[NoticeShown, ...]:
    """Return what NemRefusion said last of each absence that fits none of ours, newest first. The look leaves a trace."""
    subject = Subject("refund_notices", "unmatched", "NemRefusion uden fravær")
    require(viewer, READ, unit=WHOLE_HOUSE, now=now, subject=subject)
    same = NemRefusionNotice.objects.filter(employment=OuterRef("employment"), first_date=OuterRef("first_date"))
    newest = same.order_by("-run__imported_at", "-run_id", "-line").values("pk")[:1]
    rows = NemRefusionNotice.objects.filter(pk=Subquery(newest), case__isnull=True).select_related("run")
    return tuple(map(notice_shown, rows.order_by("-run__imported_at", "employment", "first_date")[:1000]))


def agreements(viewer: Actor, now: datetime, text: str = "") -> tuple[AgreementShown, ...]:
    """Return the agreements, those in force first, then the newest. Health data: the look leaves a trace."""
    subject = Subject("section_56_agreements", "", "§ 56-aftaler")
    require(viewer, READ, unit=WHOLE_HOUSE, now=now, subject=subject)
    today = localdate(now)
    rows = Agreement.objects.order_by("-start_date", "employment")
    names = _names(rows)
    shown = [_agreement(row, names.get(row.employment, ""), today) for row in rows]
    wanted = text.strip().casefold()
    found = [one for one in shown if wanted in one.employment.casefold() or wanted in one.name.casefold()]
    return tuple(sorted(found, key=lambda one: not one.is_in_force))


def _names(rows: "QuerySet[Agreement]") -> dict[str, str]:
    """Return the names that payroll gave the employments, as far as they have a case."""
    known = RefundCase.objects.filter(~Q(name=""), employment__in=rows.values("employment"))
    return dict(known.values_list("employment", "name"))


def _agreement(row: Agreement, name: str, today: date) -> AgreementShown:
    return AgreementShown(
        key=str(row.pk),
        employment=row.employment,
        name=name,
        start=row.start_date,
        last=row.end_date - _DAY,
        is_in_force=row.start_date <= today < row.end_date,
        set_by=row.set_by,
        set_at=row.set_at,
    )
