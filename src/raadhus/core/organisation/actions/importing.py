"""Importing units, people and leaders from a file: all of it or nothing, and safe to repeat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.organisation import queries
from raadhus.core.organisation.models import LeadershipRecord, PersonRecord, PlacementRecord, UnitVersion, hold
from raadhus.core.organisation.readers.os2mo import read_os2mo
from raadhus.core.organisation.readers.tables import read_csv
from raadhus.core.organisation.rules.importing import ImportRow, Plan, RowReport, State, plan
from raadhus.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every row, how many of each, and whether anything was written."""

    file: str
    rows: tuple[RowReport, ...]
    counts: dict[str, int]
    is_possible: bool
    is_written: bool


def import_csv(*, actor: Actor, data: bytes, name: str, dry_run: bool, now: datetime) -> ImportReport:
    """Import a CSV file. With `dry_run` nothing is written and the report is the same. Raises WrongInput on no such file."""
    require(actor, "organisation.import", unit=WHOLE_HOUSE, now=now)
    rows, reports = read_csv(data, name)
    return _import(rows=rows, reports=reports, actor=actor, name=name, dry_run=dry_run, now=now)


def import_os2mo(*, actor: Actor, data: bytes, name: str, dry_run: bool, now: datetime) -> ImportReport:
    """Import what OS2mo's GraphQL answered. With `dry_run` nothing is written. Raises WrongInput on no such answer."""
    require(actor, "organisation.import", unit=WHOLE_HOUSE, now=now)
    rows, reports = read_os2mo(data, name)
    return _import(rows=rows, reports=reports, actor=actor, name=name, dry_run=dry_run, now=now)


def _import(
    *, rows: Sequence[ImportRow], reports: Sequence[RowReport], actor: Actor, name: str, dry_run: bool, now: datetime
) -> ImportReport:
    with transaction.atomic():
        hold()
        before = queries.state()
        made = plan(before, rows)
        made = Plan(made.after, tuple(sorted((*made.rows, *reports), key=lambda report: report.number)))
        counts = made.counts()
        is_written = made.is_possible and not dry_run and counts["created"] + counts["changed"] > 0
        if is_written:
            _write(before, made.after)
            data: dict[str, JSON] = dict(counts)
            record(
                actor=actor,
                event="organisation.imported",
                subject=Subject("organisation_file", name, name),
                data=data,
                now=now,
            )
            _record_units(actor, before, made.after, name, now)
    return ImportReport(name, made.rows, counts, made.is_possible, is_written)


def _write(before: State, after: State) -> None:
    units = {key: history for key, history in after.units.items() if before.units.get(key) != history}
    if units:
        since = min(history[0].period.start for history in units.values())
        UnitVersion.objects.replace_histories(units, since=since)
    for key, person in after.people.items():
        if before.people.get(key) != person:
            values = {"name": person.name, "email": person.email, "title": person.title}
            PersonRecord.objects.update_or_create(key=key, defaults=values)
    for key, placed in after.placements.items():
        if before.placements.get(key) != placed:
            PlacementRecord.objects.filter(person_id=key).delete()
            for period, unit in placed:
                PlacementRecord.objects.create(
                    person_id=key, unit_id=unit, start_date=period.start, end_date=period.end
                )
    for (person_key, unit_key), periods in after.leaderships.items():
        if before.leaderships.get((person_key, unit_key)) != periods:
            LeadershipRecord.objects.filter(person_id=person_key, unit_id=unit_key).delete()
            for period in periods:
                LeadershipRecord.objects.create(
                    person_id=person_key, unit_id=unit_key, start_date=period.start, end_date=period.end
                )


def _record_units(actor: Actor, before: State, after: State, name: str, now: datetime) -> None:
    """Let every unit's own trail tell of the import that changed it."""
    for key, history in after.units.items():
        if before.units.get(key) != history:
            subject = Subject("unit", key, history[-1].label)
            data: dict[str, JSON] = {"file": name, "on": history[-1].period.start.isoformat()}
            record(actor=actor, event="organisation.unit_imported", subject=subject, data=data, now=now)
