"""A million versions at once: rows of a file straight into the tables, past the objects that would cost four times as long.

PostgreSQL takes them by COPY, every other database by one prepared statement. Both run in the caller's transaction and under the
tables' own constraints.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from raadhus.core.workforce.models.facts import AbsenceVersion, EmploymentVersion
from raadhus.core.workforce.models.intake import ImportRun, PayrollSource
from raadhus.core.workforce.rules.changes import Changes
from raadhus.core.workforce.rules.rows import AbsenceRow, EmploymentRow, Subject, iso

_TABLES = {Subject.ABSENCES: "workforce_absenceversion", Subject.EMPLOYMENTS: "workforce_employmentversion"}
_COLUMNS: dict[Subject, Sequence[str]] = {
    Subject.ABSENCES: (
        *("key", "employment", "first_date", "last_date", "kind", "code", "weekly_hours_away", "registered_date"),
        *("sends_notification", "fingerprint", "source_id", "known_from_id"),
    ),
    Subject.EMPLOYMENTS: (
        *("key", "employment", "person", "name", "unit_key", "start_date", "end_date", "weekly_hours", "form"),
        *("job_code", "job_title", "agreement", "hired_date", "leave_reason", "born_date", "gender", "monthly_ore"),
        *("fingerprint", "source_id", "known_from_id"),
    ),
}
_BATCH = 20_000
# SQLite takes so many values in one question.
MOST_ASKED = 900
_MOST_VALUES = 999
_MANY = 50_000
# SQLite's own cache is two megabytes; the indexes of a million rows do not fit, and each row would be read from the disk again.
_SQLITE_CACHE_KB = 200_000
_Fingerprinted = tuple[AbsenceRow | EmploymentRow, int]


def write_changes(run: ImportRun, found: Changes, told: Callable[[int, int], None]) -> None:
    """Write what a run changed, known from it on: versions end and versions begin. `told` hears how many of how many are written."""
    _make_room()
    _end(run, [*(row.key for row, _print in found.changed), *found.gone])
    # In the order of the keys the indexes grow at their end.
    rows = sorted(chain(found.new, found.changed), key=lambda pair: pair[0].key)
    subject = Subject(run.source.subject)
    _add(subject, run, rows, lambda done: told(done, len(rows)))
    if connection.vendor == "postgresql" and len(rows) >= _MANY:
        with connection.cursor() as cursor:
            # Until it has counted them itself, the server plans for the few rows that there were before.
            cursor.execute(f"ANALYZE {_TABLES[subject]}")


def standing(source: PayrollSource) -> QuerySet[Any]:
    """Return what a source has told that still stands."""
    return standing_of(Subject(source.subject)).filter(source=source)


def standing_of(subject: Subject) -> QuerySet[Any]:
    """Return what every source has told that still stands."""
    if subject is Subject.ABSENCES:
        return AbsenceVersion.objects.filter(known_until__isnull=True)
    return EmploymentVersion.objects.filter(known_until__isnull=True)


def _end(run: ImportRun, keys: Sequence[str]) -> None:
    for start in range(0, len(keys), MOST_ASKED):
        standing(run.source).filter(key__in=keys[start : start + MOST_ASKED]).update(known_until=run)


def _add(subject: Subject, run: ImportRun, rows: Iterable[_Fingerprinted], told: Callable[[int], None]) -> None:
    write = _copy if connection.vendor == "postgresql" else _insert
    write(_TABLES[subject], _COLUMNS[subject], _counted(_values(subject, rows, (run.source_id, run.pk.hex)), told))


def _counted(values: Iterator[tuple[Any, ...]], told: Callable[[int], None]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the values in batches, and tell how many are written when the next is asked for."""
    count = 0
    while batch := list(islice(values, _BATCH)):
        yield batch
        count += len(batch)
        told(count)


def _make_room() -> None:
    """Give SQLite the memory that many rows need, on this connection."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{_SQLITE_CACHE_KB}")


def _values(subject: Subject, rows: Iterable[_Fingerprinted], said: tuple[str, str]) -> Iterator[tuple[Any, ...]]:
    make: Callable[[Any], tuple[Any, ...]] = _absence if subject is Subject.ABSENCES else _employment
    for row, fingerprint in rows:
        yield (*make(row), fingerprint, *said)


def _absence(row: AbsenceRow) -> tuple[Any, ...]:
    return (
        row.key,
        row.employment,
        iso(row.first),
        row.last and iso(row.last),
        str(row.kind),
        row.code,
        row.weekly_hours_away,
        row.registered and iso(row.registered),
        row.sends_notification,
    )


def _employment(row: EmploymentRow) -> tuple[Any, ...]:
    return (
        *(row.key, row.employment, row.person, row.name, row.unit, iso(row.start), row.end and iso(row.end)),
        *(row.weekly_hours, str(row.form), row.job_code, row.job_title, row.agreement, row.hired and iso(row.hired)),
        *(row.leave_reason, row.born and iso(row.born), row.gender, row.monthly_ore),
    )


def _insert(table: str, columns: Sequence[str], batches: Iterable[Sequence[tuple[Any, ...]]]) -> None:
    """Write many rows by each statement: SQLite then prepares the constraints' lists of values once for all of them, in half the time."""
    together = _MOST_VALUES // len(columns)
    for batch in batches:
        for start in range(0, len(batch), together):
            rows = batch[start : start + together]
            # The driver itself: Django would look for its own placeholders in each of these long statements.
            connection.connection.execute(
                _statement(table, tuple(columns), len(rows)), tuple(chain.from_iterable(rows))
            )


@lru_cache(maxsize=8)
def _statement(table: str, columns: Sequence[str], rows: int) -> str:
    names, places = ", ".join(columns), ", ".join("?" for _column in columns)
    return f"INSERT INTO {table} ({names}) VALUES {', '.join([f'({places})'] * rows)}"  # noqa: S608 - names of our own tables and columns


def _copy(table: str, columns: Sequence[str], batches: Iterable[Sequence[tuple[Any, ...]]]) -> None:
    """Write by one COPY: the server stores one batch while the next is made ready here."""
    names = ", ".join(columns)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for batch in batches:
            copy.write("".join("\t".join(map(_written, row)) + "\n" for row in batch))


def _written(value: object) -> str:
    """Return a value as COPY's text format has it."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        if "\\" in value or "\t" in value or "\n" in value or "\r" in value:
            return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
        return value
    return str(value)
