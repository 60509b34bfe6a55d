"""The API of imports and their reports."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, File, Query, Router, Schema
from ninja.files import UploadedFile

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.queries import runs as queries
from raadhus.core.workforce.queries.runs import Run
from raadhus.core.workforce.rules.rows import Subject
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput

router = Router()

_MOST = 200


class PayrollProblemOut(Schema):
    """What is wrong: line 0 is the file as a whole, an empty column the whole row."""

    line: int
    column: str
    message: str


class PayrollRunOut(Schema):
    """One file that was given. Each of its `rows` is added, changed or unchanged; `gone` are known ones that it ended."""

    key: UUID
    source_key: str
    subject: Subject
    file_name: str
    sha256: str
    state: RunState
    rows: int
    added: int
    changed: int
    unchanged: int
    gone: int
    problem_count: int
    imported_by_name: str
    started_at: datetime


class PayrollRunDetailOut(PayrollRunOut):
    """A run with the first of its problems."""

    problems: list[PayrollProblemOut]


class PayrollRunsOut(Schema):
    """Some of the runs, newest first, and how many there are in all."""

    total: int
    runs: list[PayrollRunOut]


class PayrollRunsAskedIn(Schema):
    """What the list of runs is narrowed to."""

    source_key: str = Field("", max_length=60)
    state: RunState | None = None
    start: int = Field(0, ge=0, le=10_000_000)
    count: int = Field(50, ge=1, le=_MOST)


def _out(run: Run) -> PayrollRunOut:
    return PayrollRunOut.from_orm(run)


def _detail(run: Run) -> PayrollRunDetailOut:
    return PayrollRunDetailOut.from_orm(run)


@router.post("sources/{slug:source_key}/imports", response=PayrollRunDetailOut, summary="Indlæs en fil fra løn")
@door("workforce.import_file")
def import_file(request: HttpRequest, source_key: str, file: File[UploadedFile]) -> PayrollRunDetailOut:
    """Import one file. The answer's `state` says what became of it: a refused one has its problems and changed nothing."""
    if (file.size or 0) > settings.DOCUMENTS_MAX_BYTES:
        raise WrongInput(f"Filen fylder over {settings.DOCUMENTS_MAX_BYTES // 1_000_000} MB: del den.")
    run = import_payroll(
        actor=actor_of(request),
        source_key=source_key,
        file_name=file.name or "fil",
        data=file.read(),
        now=timezone.now(),
    )
    return _detail(queries.run_of(run))


@router.get("imports", response=PayrollRunsOut, summary="Importer fra løn, nyeste først")
@door("workforce.read_sources")
def list_runs(request: HttpRequest, asked: Query[PayrollRunsAskedIn]) -> PayrollRunsOut:
    """Return the imports without their problems."""
    found = queries.runs(actor_of(request), now=timezone.now(), source_key=asked.source_key, state=asked.state)
    shown = found[asked.start : asked.start + asked.count]
    return PayrollRunsOut(total=len(found), runs=[_out(run) for run in shown])


@router.get("imports/{uuid:key}", response=PayrollRunDetailOut, summary="En import fra løn med dens fejl")
@door("workforce.read_sources")
def one_run(request: HttpRequest, key: UUID) -> PayrollRunDetailOut:
    """Return one import with the first of its problems."""
    return _detail(queries.run(actor_of(request), key, now=timezone.now()))
