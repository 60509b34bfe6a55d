"""Payroll's sources: the list, and one with its mapping and what was done to it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import TrailEntry, trail
from raadhus.core.workforce.models import PayrollSource
from raadhus.core.workforce.rules.mapping import SourceMapping, mapping_from_json
from raadhus.core.workforce.rules.rows import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound

TRAIL = "payroll_source"


class NoSuchSource(NotFound):
    """There is no payroll source with that key."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source of files. `last_run_at` is None until a file has been given to it."""

    key: str
    name: str
    subject: Subject
    mapping: SourceMapping
    accepts_cpr: bool
    is_active: bool
    created_at: datetime
    changed_at: datetime
    last_run_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """Everything one page shows: the source, its trail, and what the viewer may do now."""

    source: Source
    trail: tuple[TrailEntry, ...]
    may_set: bool
    may_import: bool
    may_accept_cpr: bool
    may_refuse_cpr: bool


def sources(viewer: Actor, *, now: datetime, active_only: bool = False) -> tuple[Source, ...]:
    """Return every source by name, or those in use."""
    require(viewer, "workforce.read_sources", now=now)
    rows = PayrollSource.objects.annotate(last_run_at=Max("runs__finished_at")).order_by("name", "key")
    if active_only:
        rows = rows.filter(is_active=True)
    return tuple(shown(row, row.last_run_at) for row in rows)


def source(viewer: Actor, key: str, *, now: datetime) -> SourceDetail:
    """Return one source. Raises NoSuchSource."""
    require(viewer, "workforce.read_sources", now=now)
    row = one_source(key)
    latest = row.runs.aggregate(at=Max("finished_at"))["at"]
    return SourceDetail(
        source=shown(row, latest),
        trail=trail(TRAIL, key),
        may_set=may_set(viewer, now),
        may_import=may(viewer, "workforce.import_file", unit=WHOLE_HOUSE, now=now),
        may_accept_cpr=may(viewer, "workforce.accept_cpr", unit=WHOLE_HOUSE, now=now),
        may_refuse_cpr=may(viewer, "workforce.refuse_cpr", unit=WHOLE_HOUSE, now=now),
    )


def may_set(viewer: Actor, now: datetime) -> bool:
    """Return whether the viewer may make and change sources."""
    return may(viewer, "workforce.set_source", unit=WHOLE_HOUSE, now=now)


def one_source(key: str, *, lock: bool = False) -> PayrollSource:
    """Return the row of a source, held until the transaction ends when `lock`. Raises NoSuchSource."""
    rows = PayrollSource.objects.select_for_update() if lock else PayrollSource.objects
    row = rows.filter(pk=key).first()
    if row is None:
        raise NoSuchSource(_("Der er ingen lønkilde »%(key)s«.") % {"key": key})
    return row


def shown(row: PayrollSource, last_run_at: datetime | None = None) -> Source:
    """Return what is shown of a source."""
    return Source(
        key=row.key,
        name=row.name,
        subject=Subject(row.subject),
        mapping=mapping_from_json(row.mapping),
        accepts_cpr=row.accepts_cpr,
        is_active=row.is_active,
        created_at=row.created_at,
        changed_at=row.changed_at,
        last_run_at=last_run_at,
    )
