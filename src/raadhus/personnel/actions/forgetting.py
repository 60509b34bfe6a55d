"""When payroll's records are deleted, so are the tables the batch made of them; the figures stand, and can no longer be recomputed."""

import shutil
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
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release
from raadhus.personnel.rules.calendar import month_of


def forget_figures(*, actor: Actor, today: date, now: datetime) -> int:
    """Delete the micro data behind releases that go further back than payroll now does, and mark them; return how many.

    The micro data of every release but the newest go too: nothing is made of them again.
    """
    require(actor, "personnel.release", unit=WHOLE_HOUSE, now=now)
    store = Store(Path(settings.PERSONNEL_FOLDER))
    kept = max((day for day in (absences_kept_from(), employments_kept_from()) if day is not None), default=None)
    count = 0
    with alone(store), transaction.atomic():
        rows = list(Release.objects.filter(state=PUBLISHED).order_by("-number"))
        for place, row in enumerate(rows):
            is_too_old = kept is not None and month_of(row.first_month or 0).first < kept.toordinal()
            if (place or is_too_old) and _delete_tables(store, row.number or 0):
                count += 1
            if is_too_old and row.frozen_date is None:
                row.frozen_date = today
                row.save(update_fields=["frozen_date"])
                _tell(actor, row, now)
    return count


def _delete_tables(store: Store, number: int) -> bool:
    """Delete the rows about people; the sums of the terms, which hold none, stay for the years that follow from them."""
    tables = list(store.private(number).glob("*.parquet"))
    for path in tables:
        path.unlink()
    folder = store.private(number)
    if folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
    return bool(tables)


def _tell(actor: Actor, row: Release, now: datetime) -> None:
    record(
        actor=actor,
        event="personnel.release_frozen",
        subject=Subject("figure_release", str(row.pk), str(row)),
        data={},
        now=now,
    )
