"""Importing a file from payroll: read it row by row, compare it with what is known, and write all of it or nothing."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.core.workforce.models import ImportRun, PayrollSource
from raadhus.core.workforce.models.loading import write_changes
from raadhus.core.workforce.queries.comparing import compared, counts_of
from raadhus.core.workforce.queries.known import words_of_units
from raadhus.core.workforce.readers.whole import FileReading, Progress, read_file
from raadhus.core.workforce.rules.mapping import SourceMapping, mapping_from_json
from raadhus.core.workforce.rules.runs import Counts, RunState, Stage
from raadhus.kernel.actors import Actor
from raadhus.kernel.cpr_numbers import without_cpr
from raadhus.kernel.errors import Conflict, NotFound

_LONGEST_NAME = 300


class NoSuchSource(NotFound):
    """There is no such source of payroll's files, or it is no longer in use."""


class SourceChanged(Conflict):
    """The source was set up anew while a file of it was read."""


def import_payroll(
    *, actor: Actor, source_key: str, file_name: str, data: bytes, now: datetime, progress: Progress | None = None
) -> ImportRun:
    """Import one file by the mapping saved for its source, and return the run. All of it or nothing.

    A file with anything wrong in it gives a run in state REFUSED that holds the problems, and changes nothing else; one that
    tells what is known gives NOTHING_NEW. Raises NoSuchSource, and SourceChanged when somebody set the source up anew meanwhile.
    """
    require(actor, "workforce.import_file", unit=WHOLE_HOUSE, now=now)
    source = _source(source_key)
    mapping, tell = mapping_from_json(source.mapping), progress or _silent
    name = without_cpr(file_name).replace("\0", "")[:_LONGEST_NAME] or "fil"
    with _undisturbed():
        units = words_of_units(mapping)
        reading = read_file(data, name, mapping, accept_cpr=source.accepts_cpr, units=units, tell=tell)
        with transaction.atomic():
            run = _run(actor, _held(source), name, data, now)
            _take_in(run, mapping, reading, tell)
            _record(actor, run, now)
    return run


def _source(key: str) -> PayrollSource:
    source = PayrollSource.objects.filter(pk=key).first()
    if source is None:
        raise NoSuchSource(_("Der er ingen lønkilde med nøglen %(key)s.") % {"key": key})
    if not source.is_active:
        raise NoSuchSource(_("Lønkilden %(name)s er taget ud af brug.") % {"name": source.name})
    return source


def _held(source: PayrollSource) -> PayrollSource:
    """Return the source, held until the transaction ends: of two files at once the second sees what the first wrote."""
    held = PayrollSource.objects.select_for_update().get(pk=source.pk)
    if (held.mapping, held.accepts_cpr, held.is_active) != (source.mapping, source.accepts_cpr, source.is_active):
        raise SourceChanged(_("Kildens opsætning blev ændret, mens filen blev læst. Indlæs den igen."))
    return held


def _run(actor: Actor, source: PayrollSource, name: str, data: bytes, now: datetime) -> ImportRun:
    return ImportRun(
        source=source,
        file_name=name,
        file_sha256=hashlib.sha256(data).hexdigest(),
        state=RunState.REFUSED.value,
        imported_by=actor.key,
        imported_by_name=actor.name[:200],
        started_at=now,
        finished_at=now,
    )


def _take_in(run: ImportRun, mapping: SourceMapping, reading: FileReading, tell: Progress) -> None:
    """Compare and write, and close the run; a file with a problem writes the run alone."""
    found = compared(run.source, reading, mapping=mapping, tell=tell)
    if reading.problems.count:
        _close(run, reading, RunState.REFUSED, Counts(rows=reading.count))
        return
    counts = counts_of(reading, found)
    _close(run, reading, counts.state, counts)
    write_changes(run, found, lambda done, total: tell(Stage.WRITING, done, total))


def _close(run: ImportRun, reading: FileReading, state: RunState, counts: Counts) -> None:
    for name, value in asdict(counts).items():
        setattr(run, name, value)
    run.state = state.value
    run.problem_count = reading.problems.count
    run.problems = [asdict(problem) for problem in sorted(reading.problems.first, key=lambda one: one.line)]
    run.save(force_insert=True)


def _record(actor: Actor, run: ImportRun, now: datetime) -> None:
    is_refused = run.state == RunState.REFUSED
    record(
        actor=actor,
        event="workforce.import_refused" if is_refused else "workforce.imported",
        subject=Subject("payroll_import", str(run.pk), f"{run.file_name} ({run.source.name})"),
        data={
            "source": run.source_id,
            "sha256": run.file_sha256,
            "rows": run.rows,
            "added": run.added,
            "changed": run.changed,
            "gone": run.gone,
            "count": run.problem_count,
        },
        now=now,
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Python from counting through a million rows again and again for garbage, of which there is none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _silent(_stage: Stage, _done: int, _total: int) -> None:
    """Nobody is looking."""
