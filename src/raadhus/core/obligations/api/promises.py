"""The API of obligations."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, File, Form, Query, Router, Schema, UploadedFile
from ninja.responses import Status as CreatedStatus
from pydantic import AwareDatetime

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.actions import promises as actions
from raadhus.core.obligations.queries import detail, lists
from raadhus.core.obligations.queries.lists import Asked
from raadhus.core.obligations.queries.shapes import Obligation, Origin
from raadhus.core.obligations.rules.origins import needed_hand_made
from raadhus.core.obligations.rules.status import Status, Upload
from raadhus.kernel.doors import door

router = Router()

PAGE_SIZE = 100
DUE = r"^\d{4}-(\d{2}(-\d{2})?|Q[1-4])$"


class OriginModel(Schema):
    """Where it was promised."""

    kind: str = Field(max_length=60)
    key: str = Field(max_length=200)
    label: str = Field(max_length=500)
    url: str = Field("", max_length=500)


class OriginIn(OriginModel):
    """Where it was promised, as the caller says it: a page of this house or of the web, never a script."""

    url: str = Field("", max_length=500, pattern=r"^(https?://.*|/([^/\\].*)?)?$")

    def as_origin(self) -> Origin:
        """Return it as the origin of something made by hand. Raises NotAHandMadeOrigin for a kind that only the house gives."""
        return Origin(needed_hand_made(self.kind), self.key, self.label, self.url)


class ObligationOut(Schema):
    """Something promised."""

    key: UUID
    text: str
    owner_key: str
    owner: str
    unit_key: str
    to_body: str
    due: str
    due_date: date | None
    is_late: bool
    status: Status
    closed: bool
    origin: OriginModel
    replaced_by: UUID | None
    changed_at: datetime


class EvidenceOut(Schema):
    """What shows that it was done."""

    text: str
    link: str
    file_sha256: str
    file_name: str
    recorded_by: str
    recorded_at: datetime


class ObligationDetailOut(Schema):
    """An obligation with its evidence."""

    obligation: ObligationOut
    evidence: list[EvidenceOut]


class ObligationListOut(Schema):
    """One page of obligations."""

    total: int
    page: int
    obligations: list[ObligationOut]


class ObligationAskedIn(Schema):
    """What the list is narrowed to."""

    owner_key: str = Field("", max_length=100)
    unit_key: str = Field("", max_length=100)
    to_body: str = Field("", max_length=200)
    status: Status | None = None
    late: bool = False
    active: bool = False
    due_from: date | None = None
    due_to: date | None = None
    page: int = Field(1, ge=1, le=100_000)


class ObligationNewIn(Schema):
    """A new obligation."""

    text: str = Field(min_length=1, max_length=2_000)
    owner_key: str | None = Field(None, max_length=100)
    owner_text: str = Field("", max_length=300)
    unit_key: str | None = Field(None, max_length=100)
    due: str | None = Field(None, pattern=DUE)
    to_body: str = Field("", max_length=200)
    closed: bool = False
    public_label: str = Field("", max_length=300)
    origin: OriginIn


class ReasonIn(Schema):
    """Why."""

    reason: str = Field(min_length=1, max_length=2_000)


class DueIn(ReasonIn):
    """Another due date, and why; with `seen_at`, the `changed_at` it was read with, it is refused when it changed since."""

    seen_at: AwareDatetime | None = None
    due: str | None = Field(None, pattern=DUE)


class ObligationOwnerIn(Schema):
    """Another owner; with `seen_at`, the `changed_at` it was read with, it is refused when it changed since."""

    seen_at: AwareDatetime | None = None
    owner_key: str | None = Field(None, max_length=100)
    owner_text: str = Field("", max_length=300)
    unit_key: str | None = Field(None, max_length=100)


class EvidenceIn(Schema):
    """What shows that it was done: at least one of them."""

    text: str = Field("", max_length=2_000)
    link: str = Field("", max_length=500, pattern=r"^(https?://.*)?$")


class SuccessorIn(Schema):
    """What takes its place."""

    by_key: UUID


def _out(one: Obligation) -> ObligationOut:
    return ObligationOut(
        key=UUID(one.key),
        text=one.text,
        owner_key=one.owner_key,
        owner=one.owner,
        unit_key=one.unit_key,
        to_body=one.to_body,
        due=one.due,
        due_date=one.due_date,
        is_late=one.is_late,
        status=one.status,
        closed=one.closed,
        origin=OriginModel(kind=one.origin.kind, key=one.origin.key, label=one.origin.label, url=one.origin.url),
        replaced_by=UUID(one.replaced_by) if one.replaced_by else None,
        changed_at=one.changed_at,
    )


@router.get("", response=ObligationListOut, summary="Forpligtelser, som kalderen må se")
@door("obligations.read_own")
def list_obligations(request: HttpRequest, asked: Query[ObligationAskedIn]) -> ObligationListOut:
    """Return one page, what is due first at the top."""
    given = asked.dict(exclude={"page", "status"})
    found = lists.obligations(
        actor_of(request), Asked(**given, status=asked.status.value if asked.status else ""), now=timezone.now()
    )
    first = (asked.page - 1) * PAGE_SIZE
    page = [_out(one) for one in found[first : first + PAGE_SIZE]]
    return ObligationListOut(total=len(found), page=asked.page, obligations=page)


@router.post("", response={201: ObligationOut}, summary="Opret en forpligtelse")
@door("obligations.create")
def create(request: HttpRequest, given: ObligationNewIn) -> CreatedStatus[ObligationOut]:
    """Write down what was promised."""
    fields = given.dict(exclude={"origin"})
    made = actions.create_obligation(
        actor=actor_of(request), origin=given.origin.as_origin(), now=timezone.now(), **fields
    )
    return CreatedStatus(201, _out(made))


@router.get("{uuid:key}", response=ObligationDetailOut, summary="En forpligtelse med dens dokumentation")
@door("obligations.read_own")
def one_obligation(request: HttpRequest, key: UUID) -> ObligationDetailOut:
    """Return one obligation."""
    found = detail.obligation(actor_of(request), str(key), now=timezone.now())
    evidence = [
        EvidenceOut(
            text=one.text,
            link=one.link,
            file_sha256=one.file_sha256,
            file_name=one.file_name,
            recorded_by=one.recorded_by,
            recorded_at=one.recorded_at,
        )
        for one in found.evidence
    ]
    return ObligationDetailOut(obligation=_out(found.obligation), evidence=evidence)


@router.post("{uuid:key}/start", response=ObligationOut, summary="Gå i gang")
@door("obligations.start")
def start(request: HttpRequest, key: UUID) -> ObligationOut:
    """Begin."""
    return _out(actions.start(actor=actor_of(request), key=str(key), now=timezone.now()))


@router.post("{uuid:key}/wait", response=ObligationOut, summary="Sæt til at afvente")
@door("obligations.wait")
def wait(request: HttpRequest, key: UUID, given: ReasonIn) -> ObligationOut:
    """Say that it waits."""
    return _out(actions.wait(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/complete", response=ObligationOut, summary="Meld udført")
@door("obligations.complete")
def complete(request: HttpRequest, key: UUID, given: EvidenceIn) -> ObligationOut:
    """Say that it is done, with what shows it."""
    return _out(actions.complete(actor=actor_of(request), key=str(key), now=timezone.now(), **given.dict()))


@router.post("{uuid:key}/complete-with-file", response=ObligationOut, summary="Meld udført med en fil")
@door("obligations.complete")
def complete_with_file(
    request: HttpRequest, key: UUID, file: File[UploadedFile], given: Form[EvidenceIn]
) -> ObligationOut:
    """Say that it is done, with a file that shows it."""
    upload = Upload(file.name or "", file.read())
    done = actions.complete(actor=actor_of(request), key=str(key), upload=upload, now=timezone.now(), **given.dict())
    return _out(done)


@router.post("{uuid:key}/reopen", response=ObligationOut, summary="Genåbn")
@door("obligations.reopen")
def reopen(request: HttpRequest, key: UUID, given: ReasonIn) -> ObligationOut:
    """Open it again."""
    return _out(actions.reopen(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/lapse", response=ObligationOut, summary="Lad bortfalde")
@door("obligations.lapse")
def lapse(request: HttpRequest, key: UUID, given: ReasonIn) -> ObligationOut:
    """Let it lapse."""
    return _out(actions.lapse(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/replace", response=ObligationOut, summary="Erstat med en anden")
@door("obligations.replace")
def replace(request: HttpRequest, key: UUID, given: SuccessorIn) -> ObligationOut:
    """Put another in its place."""
    return _out(actions.replace(actor=actor_of(request), key=str(key), by_key=str(given.by_key), now=timezone.now()))


@router.post("{uuid:key}/hand-over", response=ObligationOut, summary="Giv en anden ansvaret")
@door("obligations.hand_over")
def hand_over(request: HttpRequest, key: UUID, given: ObligationOwnerIn) -> ObligationOut:
    """Give it to another owner."""
    return _out(actions.hand_over(actor=actor_of(request), key=str(key), now=timezone.now(), **given.dict()))


@router.post("{uuid:key}/due", response=ObligationOut, summary="Ændr fristen")
@door("obligations.change_due")
def change_due(request: HttpRequest, key: UUID, given: DueIn) -> ObligationOut:
    """Give it another due date."""
    return _out(actions.change_due(actor=actor_of(request), key=str(key), now=timezone.now(), **given.dict()))
