"""Files of figures from outside: what taking one in would do, and those that were taken in."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.ids import is_id
from raadhus.personnel.models import ReferenceImport
from raadhus.personnel.queries.references import IMPORT, READ, NoSuchReference, references
from raadhus.personnel.queries.served import counts
from raadhus.personnel.readers.reference_file import read_reference_file
from raadhus.personnel.readers.reference_table import TableRead
from raadhus.personnel.readers.statbank import read_statbank
from raadhus.personnel.rules.benchmarks.mapping import TableChoice, values_of
from raadhus.personnel.rules.benchmarks.planning import Planned, WrongRow, planned
from raadhus.personnel.rules.benchmarks.references import Merged, ReferenceValue
from raadhus.personnel.rules.benchmarks.served import (
    MergedCounts,
    ServedCount,
    groups_of,
    merged_counts,
    served_counts,
)
from raadhus.personnel.rules.benchmarks.statbank import StatTable

VALUES, SERVED = "values", "served"
_NOTHING = Merged((), (), ())


@dataclass(frozen=True, slots=True)
class PlannedCounts:
    """What a file of those who are served would do; with anything wrong it changes nothing."""

    read: tuple[ServedCount, ...]
    wrong: tuple[WrongRow, ...]
    outcome: MergedCounts


@dataclass(frozen=True, slots=True)
class ImportShown:
    """A file that was taken in; `may_undo` when it is the newest of its kind that stands."""

    key: str
    kind: str
    file_name: str
    source: str
    added: int
    corrected: int
    reading: Mapping[str, object]
    imported_by: str
    imported_at: datetime
    undone_by: str
    undone_at: datetime | None
    undo_reason: str
    may_undo: bool


def plan_values(data: bytes, name: str, choice: TableChoice | None, now: datetime) -> Planned:
    """Return what a file of reference values would do. A file that is none, or a choice that does not fit it, is a fault of line 0."""
    try:
        content = read_reference_file(data, name)
        read = _values(content, choice, name)
    except WrongInput as error:
        return Planned(0, (WrongRow(0, "", str(error)),), _NOTHING)
    wrong = content.wrong if isinstance(content, TableRead) else ()
    return planned(read, wrong, references(), localdate(now).year)


def _values(content: TableRead | StatTable, choice: TableChoice | None, name: str) -> list[tuple[int, ReferenceValue]]:
    if isinstance(content, TableRead):
        return list(content.values)
    if choice is None:
        raise WrongInput(
            f"{name}: filen er en tabel fra Statistikbanken; vælg, hvad hver variabel er, og hvad tallene måler."
        )
    return [(0, value) for value in values_of(content, choice)]


def plan_served(data: bytes, name: str, ages: str, now: datetime) -> PlannedCounts:
    """Return what a file of people by age would do. What is wrong with it is a fault of line 0."""
    try:
        read = tuple(served_counts(read_statbank(data, name), groups_of(ages), localdate(now).year))
    except WrongInput as error:
        return PlannedCounts((), (WrongRow(0, "", str(error)),), MergedCounts((), ()))
    return PlannedCounts(read, (), merged_counts(counts(), read))


def table_in(viewer: Actor, data: bytes, name: str, now: datetime) -> StatTable | None:
    """Return the table of a file whose variables somebody must choose between, or None when the file says itself what it holds. Raises WrongInput."""
    require(viewer, IMPORT, unit=WHOLE_HOUSE, now=now)
    content = read_reference_file(data, name)
    return None if isinstance(content, TableRead) else content


def preview_values(viewer: Actor, data: bytes, name: str, choice: TableChoice | None, now: datetime) -> Planned:
    """Return what taking a file in would do, for who may."""
    require(viewer, IMPORT, unit=WHOLE_HOUSE, now=now)
    return plan_values(data, name, choice, now)


def preview_served(viewer: Actor, data: bytes, name: str, ages: str, now: datetime) -> PlannedCounts:
    """Return what taking a file of people by age in would do, for who may."""
    require(viewer, IMPORT, unit=WHOLE_HOUSE, now=now)
    return plan_served(data, name, ages, now)


def same_file(data: bytes, kind: str, reading: Mapping[str, object]) -> ReferenceImport | None:
    """Return the import that stands of the very same file, read the same way, or None."""
    stands = ReferenceImport.objects.filter(file_sha256=digest(data), kind=kind, undone_at=None).order_by(
        "-imported_at"
    )
    return next((one for one in stands if one.reading == reading), None)


def digest(data: bytes) -> str:
    """Return what a file is known by."""
    return hashlib.sha256(data).hexdigest()


def imports(viewer: Actor, kind: str, now: datetime) -> tuple[ImportShown, ...]:
    """Return the files of a kind that were taken in, the newest first."""
    require(viewer, READ, now=now)
    rows = list(ReferenceImport.objects.filter(kind=kind).order_by("-imported_at", "-pk")[:200])
    newest = next((row.pk for row in rows if row.undone_at is None), None)
    return tuple(_shown(row, may_undo=row.pk == newest) for row in rows)


def import_shown(viewer: Actor, key: str, now: datetime) -> ImportShown:
    """Return one of them. Raises NoSuchReference."""
    require(viewer, READ, now=now)
    row = ReferenceImport.objects.filter(pk=key).first() if is_id(key) else None
    if row is None:
        raise NoSuchReference(_("Der er ingen indlæsning her. Find den på listen."))
    return next((one for one in imports(viewer, row.kind, now) if one.key == key), _shown(row, may_undo=False))


def _shown(row: ReferenceImport, *, may_undo: bool) -> ImportShown:
    return ImportShown(
        key=str(row.pk),
        kind=row.kind,
        file_name=row.file_name,
        source=row.source,
        added=row.added,
        corrected=row.corrected,
        reading=row.reading,
        imported_by=row.imported_by,
        imported_at=row.imported_at,
        undone_by=row.undone_by,
        undone_at=row.undone_at,
        undo_reason=row.undo_reason,
        may_undo=may_undo,
    )
