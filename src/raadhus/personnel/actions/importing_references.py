"""Taking files of figures from outside in: the whole file or nothing of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.cpr_numbers import without_cpr
from raadhus.kernel.errors import Conflict
from raadhus.personnel.models import ReferenceImport, ReferenceRow, ServedRow
from raadhus.personnel.queries.reference_imports import (
    SERVED,
    VALUES,
    digest,
    same_file,
)
from raadhus.personnel.queries.reference_plans import plan_served, plan_values
from raadhus.personnel.queries.references import IMPORT
from raadhus.personnel.queries.served import OPEN, SOURCE
from raadhus.personnel.rules.benchmarks.mapping import TableChoice
from raadhus.personnel.rules.benchmarks.planning import WrongRow
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.benchmarks.served import ServedCount

KEPT_PROBLEMS = 200
_LONGEST_NAME, _LONGEST_SOURCE, _BATCH = 200, 200, 500


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file. With a problem it was refused and changed nothing; `key` is empty when nothing new was in it."""

    kind: str
    file_name: str
    rows: int
    added: int = 0
    corrected: int = 0
    problem_count: int = 0
    problems: tuple[WrongRow, ...] = ()
    key: str = ""
    is_known_file: bool = False

    @property
    def is_refused(self) -> bool:
        """True when something was wrong and nothing was taken in."""
        return self.problem_count > 0

    @property
    def unchanged(self) -> int:
        """How many figures were known already."""
        return 0 if self.is_refused else self.rows - self.added - self.corrected


class _Given(NamedTuple):
    """A file as it was given: who, what it holds, and how it is read."""

    actor: Actor
    kind: str
    name: str
    data: bytes
    reading: dict[str, object]
    now: datetime


def import_references(
    *, actor: Actor, file_name: str, data: bytes, choice: TableChoice | None = None, now: datetime
) -> ImportReport:
    """Take a file of reference values in. `choice` says how a StatBank table is read; our own table says it itself.

    The same again changes nothing; a value that the source corrected becomes a new version, and the earlier one is kept.
    """
    require(actor, IMPORT, unit=WHOLE_HOUSE, now=now)
    given = _Given(actor, VALUES, _name(file_name), data, {} if choice is None else choice.as_data(), now)
    with _one_at_a_time():
        if same_file(data, VALUES, given.reading):
            return ImportReport(VALUES, given.name, 0, is_known_file=True)
        plan = plan_values(data, given.name, choice, now)
        if plan.wrong:
            return _refused(given, plan.rows, plan.wrong)
        added, corrected = plan.outcome.added, plan.outcome.corrected
        sources = ", ".join(sorted({one.source for one in (*added, *corrected)}))
        report = ImportReport(VALUES, given.name, plan.rows, len(added), len(corrected))
        return _taken_in(given, report, sources, (*added, *corrected))


def import_served(
    *, actor: Actor, file_name: str, data: bytes, ages: str, source: str = SOURCE, now: datetime
) -> ImportReport:
    """Take a StatBank table of people by age in; `ages` are the groups, such as "0-5, 6-16, 80+", `source` who counted them."""
    require(actor, IMPORT, unit=WHOLE_HOUSE, now=now)
    given = _Given(actor, SERVED, _name(file_name), data, {"ages": ages.strip()[:200], "source": source.strip()}, now)
    with _one_at_a_time():
        if same_file(data, SERVED, given.reading):
            return ImportReport(SERVED, given.name, 0, is_known_file=True)
        plan = plan_served(data, given.name, ages, now)
        if plan.wrong:
            return _refused(given, len(plan.read), plan.wrong)
        added, corrected = plan.outcome
        report = ImportReport(SERVED, given.name, len(plan.read), len(added), len(corrected))
        return _taken_in(given, report, source.strip() or SOURCE, (*added, *corrected))


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Write all or nothing; two that make the same version at once are told, and the second changed nothing."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Conflict(_("En anden indlæste de samme tal imens. Indlæs filen igen.")) from error


def _name(file_name: str) -> str:
    return without_cpr(file_name).replace("\0", "")[:_LONGEST_NAME] or "fil"


def _refused(given: _Given, rows: int, wrong: Sequence[WrongRow]) -> ImportReport:
    subject = Subject("reference_import", given.name, given.name)
    data: dict[str, JSON] = {"kind": given.kind, "count": len(wrong), "reason": wrong[0].message[:500]}
    record(actor=given.actor, event="personnel.references_refused", subject=subject, data=data, now=given.now)
    return ImportReport(given.kind, given.name, rows, problem_count=len(wrong), problems=tuple(wrong[:KEPT_PROBLEMS]))


def _taken_in(
    given: _Given, report: ImportReport, source: str, new: Sequence[ReferenceValue | ServedCount]
) -> ImportReport:
    """Keep what is new with the file that it came from; a file with nothing new leaves nothing."""
    if not new:
        return report
    kept = ReferenceImport.objects.create(
        kind=given.kind,
        file_name=given.name,
        file_sha256=digest(given.data),
        source=source[:_LONGEST_SOURCE],
        added=report.added,
        corrected=report.corrected,
        reading=given.reading,
        imported_by=given.actor.name,
        imported_at=given.now,
    )
    ReferenceRow.objects.bulk_create([_row(kept, one) for one in new if isinstance(one, ReferenceValue)], _BATCH)
    ServedRow.objects.bulk_create([_count(kept, one) for one in new if isinstance(one, ServedCount)], _BATCH)
    told: dict[str, JSON] = {"added": kept.added, "corrected": kept.corrected, "sha256": kept.file_sha256}
    subject = Subject("reference_import", str(kept.pk), kept.file_name)
    record(actor=given.actor, event="personnel.references_imported", subject=subject, data=told, now=given.now)
    return replace(report, key=str(kept.pk))


def _row(kept: ReferenceImport, value: ReferenceValue) -> ReferenceRow:
    return ReferenceRow(
        taken_from=kept,
        source=value.source,
        definition=value.definition,
        area=value.area,
        group=value.group,
        unit=value.unit.value,
        year=value.year,
        value=value.value,
        version=value.version,
        certainty=value.certainty.value,
        origin=value.origin,
        note=value.note,
    )


def _count(kept: ReferenceImport, one: ServedCount) -> ServedRow:
    return ServedRow(
        taken_from=kept,
        area=one.area,
        first_age=one.first,
        last_age=OPEN if one.last is None else one.last,
        year=one.year,
        people=one.people,
        version=one.version,
    )
