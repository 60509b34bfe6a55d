"""The API of the audit trail: reading it."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from raadhus.core.audit.queries import log
from raadhus.core.audit.queries.log import Asked, LogRow
from raadhus.kernel.doors import door

router = Router()
PAGE_SIZE = 100


class LogEntryOut(Schema):
    """One entry."""

    sequence: int
    segment: int
    at: datetime
    actor_kind: str
    actor_key: str
    actor_name: str
    event: str
    subject_kind: str
    subject_key: str
    subject_label: str
    sentence: str


class EntriesOut(Schema):
    """One page of the log, newest first."""

    total: int
    page: int
    entries: list[LogEntryOut]


class AskedIn(Schema):
    """What the log is narrowed to."""

    actor: str = Field("", max_length=200)
    event: str = Field("", max_length=120)
    subject_kind: str = Field("", max_length=60)
    subject_key: str = Field("", max_length=200)
    since: date | None = None
    until: date | None = None
    page: int = Field(1, ge=1, le=100_000)


def _out(row: LogRow) -> LogEntryOut:
    return LogEntryOut(**{name: getattr(row, name) for name in LogRow.__slots__})


@router.get("entries", response=EntriesOut, summary="Revisionssporet, nyeste først")
@door("audit.read")
def list_entries(request: HttpRequest, given: Query[AskedIn]) -> EntriesOut:
    """Return one page of entries."""
    del request
    found = log.log(Asked(**given.dict(exclude={"page"})), first=(given.page - 1) * PAGE_SIZE, count=PAGE_SIZE)
    return EntriesOut(total=found.total, page=given.page, entries=[_out(row) for row in found.rows])
