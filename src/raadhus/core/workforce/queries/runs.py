"""The imports of payroll's files: what each did, and what was wrong with it. No person's data is in them."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.workforce.models import ImportRun
from raadhus.core.workforce.rules.rows import Problem, Subject
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound


class NoSuchRun(NotFound):
    """There is no such import."""


@dataclass(frozen=True, slots=True)
class Run:
    """One file that was given. Each of its `rows` is added, changed or unchanged; `gone` are known ones that it ended.

    `problems` are the first of `problem_count`, by line (0: the file as a whole); a list of runs leaves them out.
    """

    key: UUID
    source_key: str
    source_name: str
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
    imported_by: str
    imported_by_name: str
    started_at: datetime
    problems: tuple[Problem, ...] = field(default=())


def runs(viewer: Actor, *, now: datetime, source_key: str = "", state: RunState | None = None) -> tuple[Run, ...]:
    """Return the imports, newest first, of every source or one, in any state or one; without their problems."""
    require(viewer, "workforce.read_sources", now=now)
    found = ImportRun.objects.select_related("source").defer("problems").order_by("-started_at", "-pk")
    found = found.filter(source_id=source_key) if source_key else found
    found = found.filter(state=state.value) if state else found
    return tuple(run_of(row, with_problems=False) for row in found)


def payroll_changed_at() -> datetime | None:
    """Return when an import last told something new; None when none has. It is about no person, so nobody is asked who looks."""
    done = ImportRun.objects.filter(state=RunState.DONE.value)
    return done.order_by("-finished_at").values_list("finished_at", flat=True).first()


def run(viewer: Actor, key: UUID, *, now: datetime) -> Run:
    """Return one import with its problems. Raises NoSuchRun."""
    require(viewer, "workforce.read_sources", now=now)
    found = ImportRun.objects.select_related("source").filter(pk=key).first()
    if found is None:
        raise NoSuchRun(_("Der er ingen sådan import."))
    return run_of(found)


def run_of(row: ImportRun, *, with_problems: bool = True) -> Run:
    """Return a run of the table as the doors show it."""
    return Run(
        key=row.pk,
        source_key=row.source_id,
        source_name=row.source.name,
        subject=Subject(row.source.subject),
        file_name=row.file_name,
        sha256=row.file_sha256,
        state=RunState(row.state),
        rows=row.rows,
        added=row.added,
        changed=row.changed,
        unchanged=row.unchanged,
        gone=row.gone,
        problem_count=row.problem_count,
        imported_by=row.imported_by,
        imported_by_name=row.imported_by_name,
        started_at=row.started_at,
        problems=tuple(Problem(**one) for one in row.problems) if with_problems else (),
    )
