"""The API of reference values and of those who are served."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.actions import importing_references as actions
from raadhus.personnel.actions.undoing_imports import undo_import
from raadhus.personnel.queries import reference_imports, served
from raadhus.personnel.queries import references as queries
from raadhus.personnel.rules.benchmarks.mapping import choice_of
from raadhus.personnel.rules.measures.provenance import DST

router = Router()
_MOST_BYTES = 20_000_000


class ReferencesAskedIn(Schema):
    """What the list is narrowed to; `every_version` gives the earlier ones too."""

    source: str = Field("", max_length=100)
    definition: str = Field("", max_length=100)
    year: str = Field("", max_length=4)
    area: str = Field("", max_length=100)
    group: str = Field("", max_length=100)
    every_version: bool = False


class ReferenceOut(Schema):
    """One value with its provenance; `certainty` V was read in its source, U is only repeated by others."""

    source: str
    definition: str
    name: str
    area: str
    group: str
    year: int
    value: Decimal
    unit: str
    version: int
    certainty: str
    origin: str
    note: str
    tag: str
    against: list[str]
    file_name: str


class ServedOut(Schema):
    """A group of an area: the people on 1 January of each year."""

    area: str
    name: str
    first_age: int
    last_age: int | None
    people: dict[int, int]
    files: list[str]
    counted_by: str


class ReferenceFileIn(Schema):
    """How a file is read. Our own table needs nothing; of a StatBank table `variables` says what each is: "SEKTOR=1025;TID=year"."""

    kind: str = Field("values", pattern="^(values|served)$")
    source: str = Field("DST", max_length=100)
    definition: str = Field("", max_length=100)
    origin: str = Field("", max_length=500)
    variables: str = Field("", max_length=2000)
    ages: str = Field("0-5, 6-16, 80+", max_length=200)


class ReferenceProblemOut(Schema):
    """What is wrong: line 0 is the file as a whole."""

    line: int
    column: str
    message: str


class ReferenceReportOut(Schema):
    """What became of a file; a refused one changed nothing, and one without anything new has no key."""

    kind: str
    file_name: str
    is_refused: bool
    is_known_file: bool
    rows: int
    added: int
    corrected: int
    unchanged: int
    problem_count: int
    problems: list[ReferenceProblemOut]
    key: str


class ReferenceImportOut(Schema):
    """A file that was taken in."""

    key: UUID
    kind: str
    file_name: str
    source: str
    added: int
    corrected: int
    imported_by: str
    imported_at: datetime
    undone_by: str
    undone_at: datetime | None
    undo_reason: str
    may_undo: bool


class UndoReferencesIn(Schema):
    """Why it is undone."""

    reason: str = Field(min_length=1, max_length=500)


@router.get("references", response=list[ReferenceOut], summary="Sammenligningstal med kilde, definition og år")
@door("personnel.read_references")
def list_references(request: HttpRequest, asked: Query[ReferencesAskedIn]) -> list[ReferenceOut]:
    """Return the newest version of each value that fits."""
    wanted = queries.Wanted(**asked.dict(exclude={"every_version"}))
    find = queries.every_version if asked.every_version else queries.reference_list
    return [_reference(one) for one in find(actor_of(request), wanted, timezone.now())]


def _reference(one: queries.ReferenceShown) -> ReferenceOut:
    value = one.value
    names = ("source", "definition", "area", "group", "year", "value", "version", "origin", "note", "tag")
    told = {name: getattr(value, name) for name in names}
    return ReferenceOut(
        **told,
        name=one.name,
        unit=value.unit.value,
        certainty=value.certainty.value,
        against=list(one.against),
        file_name=one.file_name,
    )


@router.get("served", response=list[ServedOut], summary="Dem, vi betjener, efter område og alder")
@door("personnel.read_references")
def list_served(request: HttpRequest) -> list[ServedOut]:
    """Return every group of every area."""
    return [
        ServedOut(
            area=line.area,
            name=line.group.name,
            first_age=line.group.first,
            last_age=line.group.last,
            people=line.people,
            files=list(line.files),
            counted_by=line.source,
        )
        for line in served.served_lines(actor_of(request), timezone.now())
    ]


@router.get("references/imports", response=list[ReferenceImportOut], summary="Indlæste filer med tal udefra")
@door("personnel.read_references")
def list_reference_imports(request: HttpRequest) -> list[ReferenceImportOut]:
    """Return the files that were taken in, the newest first of each kind."""
    viewer, now = actor_of(request), timezone.now()
    kinds = (reference_imports.VALUES, reference_imports.SERVED)
    found = [one for kind in kinds for one in reference_imports.imports(viewer, kind, now)]
    return [ReferenceImportOut.from_orm(one) for one in found]


@router.post("references/imports", response=ReferenceReportOut, summary="Indlæs en fil med tal udefra")
@door("personnel.import_references")
def import_references(
    request: HttpRequest, file: File[UploadedFile], given: Form[ReferenceFileIn]
) -> ReferenceReportOut:
    """Take a file in: all or nothing, and the same file again changes nothing."""
    if (file.size or 0) > _MOST_BYTES:
        raise WrongInput(f"Filen fylder over {_MOST_BYTES // 1_000_000} MB: hent en mindre del af tabellen.")
    actor, now, name, data = actor_of(request), timezone.now(), file.name or "fil", file.read()
    if given.kind == reference_imports.SERVED:
        report = actions.import_served(
            actor=actor, file_name=name, data=data, ages=given.ages, source=_counted_by(given.source), now=now
        )
    else:
        told = [part for part in given.variables.split(";") if part.strip()]
        choice = choice_of(given.source, given.definition, given.origin or name, told) if told else None
        report = actions.import_references(actor=actor, file_name=name, data=data, choice=choice, now=now)
    return ReferenceReportOut.from_orm(report)


def _counted_by(source: str) -> str:
    return served.SOURCE if source == DST else source


@router.post("references/imports/{uuid:key}/undo", response=None, summary="Fortryd den nyeste indlæsning")
@door("personnel.undo_references")
def undo_reference_import(request: HttpRequest, key: UUID, given: UndoReferencesIn) -> None:
    """Undo it, with a reason."""
    undo_import(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now())
