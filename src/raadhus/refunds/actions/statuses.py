"""Importing NemRefusion's statuses: the whole file or nothing of it, written into the cases it speaks of and kept as history."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.core.workforce.public import lines_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.cpr_numbers import without_cpr
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.models import NemRefusionNotice, NemRefusionRun, RefundCase, hold
from raadhus.refunds.queries.settings import SettingsHistory
from raadhus.refunds.queries.working_out import WORKED_OUT, work_out
from raadhus.refunds.rules.following import Standing
from raadhus.refunds.rules.statuses import Spoken, Status, StatusReading, WrongRow, matched, read_statuses

KEPT_PROBLEMS = 200
_BATCH = 500
_LONGEST_NAME = 300
_SAID = ("standing", "notified_date", "claimed_date", "latest_claim_date", "refusal_reason")


def import_statuses(*, actor: Actor, file_name: str, data: bytes, now: datetime) -> NemRefusionRun:
    """Import one file and return its run. With one wrong row the run is refused, holds what is wrong, and nothing else is changed.

    Doing it again changes nothing. Statuses that fit no absence are kept as notices without a case.
    """
    require(actor, "refunds.import_statuses", unit=WHOLE_HOUSE, now=now)
    today, name = localdate(now), without_cpr(file_name).replace("\0", "")[:_LONGEST_NAME] or "fil"
    reading = _read(data, name, today)
    with transaction.atomic():
        hold()
        run = NemRefusionRun(
            file_name=name,
            file_sha256=hashlib.sha256(data).hexdigest(),
            is_refused=bool(reading.wrong),
            rows=reading.rows,
            problem_count=len(reading.wrong),
            problems=[one._asdict() for one in reading.wrong[:KEPT_PROBLEMS]],
            imported_by=actor.key,
            imported_by_name=actor.name,
            imported_at=now,
        )
        run.save()
        if not run.is_refused:
            _take_in(run, reading.statuses, today)
        _told(actor, run, now)
    return run


def _read(data: bytes, name: str, today: date) -> StatusReading:
    try:
        heading, lines = lines_of(data, name)
        return read_statuses(heading, lines, name, today)
    except WrongInput as error:
        return StatusReading(wrong=[WrongRow(0, "", str(error))])


def _take_in(run: NemRefusionRun, statuses: Sequence[Status], today: date) -> None:
    """Write the statuses into their cases, and what is new of them as notices."""
    cases = _cases_of({one.employment for one in statuses})
    by_key = {str(row.pk): row for rows in cases.values() for row in rows}
    found = matched(statuses, _spoken(cases))
    settings, changed = SettingsHistory(), []
    for status, key, _is_nearest in found:
        row = by_key[key] if key else None
        if row is not None and _write(row, status):
            work_out(row, settings.on(row.first_date).rules, today)
            changed.append(row)
    RefundCase.objects.bulk_create(
        changed,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*_SAID, *WORKED_OUT, "calculated_date"],
    )
    _keep_notices(run, [(status, by_key[key] if key else None, near) for status, key, near in found])
    run.matched, run.changed = sum(key is not None for _one, key, _near in found), len(changed)
    run.save(update_fields=["matched", "changed"])


def _cases_of(employments: set[str]) -> dict[str, list[RefundCase]]:
    """Return the cases of the employments that payroll still has, held until the transaction ends."""
    found: dict[str, list[RefundCase]] = defaultdict(list)
    names = sorted(employments)
    for start in range(0, len(names), _BATCH):
        rows = RefundCase.objects.filter(employment__in=names[start : start + _BATCH], is_gone=False)
        for row in rows.select_for_update().order_by("pk"):
            found[row.employment].append(row)
    return found


def _spoken(cases: dict[str, list[RefundCase]]) -> Callable[[str], list[Spoken]]:
    known = {
        employment: [Spoken(str(row.pk), row.first_date, row.last_date) for row in rows]
        for employment, rows in cases.items()
    }
    return lambda employment: known.get(employment, [])


def _write(row: RefundCase, status: Status) -> bool:
    """Write what NemRefusion says into the row and return whether it differs from what was known. An empty cell says nothing."""
    before = [getattr(row, name) for name in _SAID]
    row.standing = status.standing.value
    row.refusal_reason = status.reason if status.standing is Standing.REFUSED else ""
    if status.standing is Standing.UNSIGNED:
        row.notified_date = row.claimed_date = row.latest_claim_date = None
    row.notified_date = status.notified or row.notified_date
    claims = [status.claimed, status.latest_claim, row.claimed_date, row.latest_claim_date]
    days = sorted({day for day in claims if day is not None})
    row.claimed_date = days[0] if days else None
    row.latest_claim_date = days[-1] if len(days) > 1 else None
    return before != [getattr(row, name) for name in _SAID]


def _keep_notices(run: NemRefusionRun, found: Sequence[tuple[Status, RefundCase | None, bool]]) -> None:
    """Keep what is new; what was said before is kept once, with the case that fits it by now."""
    newest = _newest_notices({status.employment for status, _row, _near in found})
    new, linked = [], []
    for status, row, near in found:
        last = newest.get((status.employment, status.first))
        if last is None or _content(last) != _said(status):
            new.append(_notice(run, status, row, is_nearest=near))
        elif last.case_id != (row.pk if row else None):
            last.case, last.is_nearest = row, near
            linked.append(last)
    NemRefusionNotice.objects.bulk_create(new, batch_size=_BATCH)
    NemRefusionNotice.objects.bulk_update(linked, ["case", "is_nearest"], batch_size=_BATCH)


def _newest_notices(employments: set[str]) -> dict[tuple[str, date], NemRefusionNotice]:
    found: dict[tuple[str, date], NemRefusionNotice] = {}
    names = sorted(employments)
    for start in range(0, len(names), _BATCH):
        rows = NemRefusionNotice.objects.filter(employment__in=names[start : start + _BATCH])
        for row in rows.order_by("run__imported_at", "run_id", "line"):
            found[row.employment, row.first_date] = row
    return found


def _said(status: Status) -> tuple[str, date | None, date | None, str]:
    return (status.standing.value, status.notified, status.latest_claim or status.claimed, status.reason)


def _content(row: NemRefusionNotice) -> tuple[str, date | None, date | None, str]:
    return (row.standing, row.notified_date, row.claimed_date, row.reason)


def _notice(run: NemRefusionRun, status: Status, row: RefundCase | None, *, is_nearest: bool) -> NemRefusionNotice:
    standing, notified, claimed, reason = _said(status)
    return NemRefusionNotice(
        run=run,
        case=row,
        is_nearest=is_nearest,
        line=status.line,
        employment=status.employment,
        first_date=status.first,
        standing=standing,
        notified_date=notified,
        claimed_date=claimed,
        reason=reason,
    )


def _told(actor: Actor, run: NemRefusionRun, now: datetime) -> None:
    event = "refunds.statuses_refused" if run.is_refused else "refunds.statuses_imported"
    record(
        actor=actor,
        event=event,
        subject=Subject("nemrefusion_run", str(run.pk), run.file_name),
        data={"matched": run.matched, "changed": run.changed, "count": run.problem_count, "sha256": run.file_sha256},
        now=now,
    )
