"""What taking a file of figures from outside in would do; nothing is written."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.queries.references import IMPORT, references
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

_NOTHING = Merged((), (), ())


@dataclass(frozen=True, slots=True)
class PlannedCounts:
    """What a file of those who are served would do; with anything wrong it changes nothing."""

    read: tuple[ServedCount, ...]
    wrong: tuple[WrongRow, ...]
    outcome: MergedCounts


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
