"""When payroll's records are deleted, so are the tables the batch made of them; the figures stand, and can no longer be recomputed."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.core.workforce.public import absences_kept_from, employments_kept_from
from raadhus.kernel.actors import Actor
from raadhus.personnel.actions.attempting import PUBLISHED
from raadhus.personnel.batch.alone import alone
from raadhus.personnel.batch.keeping import FOLDER, kept_before
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import FindingAcceptance, Release
from raadhus.personnel.queries.findings import newest_try
from raadhus.personnel.rules.calendar import month_of


def forget_figures(*, actor: Actor, today: date, now: datetime) -> int:
    """Delete the micro data behind releases that go further back than payroll now does, and mark them; return how many.

    The tables of every release but the newest go too: nothing is made of them again. What is kept of a term for its corrections goes with
    payroll's records of that term, in whichever release it lies. What was found at every try but the
    newest goes too.
    """
    require(actor, "personnel.release", unit=WHOLE_HOUSE, now=now)
    store = Store(Path(settings.PERSONNEL_FOLDER))
    kept = max((day for day in (absences_kept_from(), employments_kept_from()) if day is not None), default=None)
    count = 0
    with alone(store), transaction.atomic():
        rows = list(Release.objects.filter(state=PUBLISHED).order_by("-number"))
        for place, row in enumerate(rows):
            is_too_old = kept is not None and month_of(row.first_month or 0).first < kept.toordinal()
            tables = list(store.private(row.number or 0).glob("*.parquet")) if place or is_too_old else []
            columns = [] if kept is None else kept_before(store.private(row.number or 0), kept)
            _delete(store.private(row.number or 0), [*tables, *columns])
            count += bool(tables or columns)
            if is_too_old and row.frozen_date is None:
                row.frozen_date = today
                row.save(update_fields=["frozen_date"])
                _tell(actor, row, now)
        _forget_findings(kept)
    return count


def _forget_findings(kept: date | None) -> None:
    """Forget what was found at every try but the newest, and whom an acceptance was about when payroll no longer knows of it."""
    newest = newest_try()
    if newest is not None:
        Release.objects.exclude(pk=newest.pk).exclude(findings=[]).update(findings=[])
    if kept is not None:
        FindingAcceptance.objects.filter(day_date__lt=kept).update(where="", reason="")


def _delete(folder: Path, files: list[Path]) -> None:
    """Delete the rows about people; the sums of the terms, which hold none, stay for what follows from them."""
    for path in files:
        path.unlink()
    for own in (folder / FOLDER, folder):
        if own.is_dir() and not any(own.iterdir()):
            own.rmdir()


def _tell(actor: Actor, row: Release, now: datetime) -> None:
    record(
        actor=actor,
        event="personnel.release_frozen",
        subject=Subject("figure_release", str(row.pk), str(row)),
        data={},
        now=now,
    )
