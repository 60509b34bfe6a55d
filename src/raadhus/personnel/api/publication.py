"""The API of the publication: what is out for everybody, and for those who make it drafts, comments, publishing and the case to the board."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status as CreatedStatus

from raadhus.core.access.public import actor_of
from raadhus.core.cases.public import State
from raadhus.kernel.doors import door
from raadhus.personnel.actions import proposing, publishing
from raadhus.personnel.queries import board_cases
from raadhus.personnel.queries import publications as queries
from raadhus.personnel.queries.publication_files import FileForm, publication_file
from raadhus.personnel.rules.publication.content import to_json

router = Router()


class PublicationOut(Schema):
    """A publication in the list; `issue` is its permanent address."""

    key: UUID
    kind: str
    year: int
    half: int
    issue: str
    title: str
    state: str
    version: int
    release: int | None
    published_at: datetime | None
    content_sha256: str


class PublicationContentOut(PublicationOut):
    """A publication with all it holds (docs/rules/personnel.md)."""

    content: dict[str, Any]


class PublicationCheckOut(Schema):
    """Whether a publication still is what its release says; `differs` is null where the release's file is gone."""

    is_intact: bool
    is_frozen: bool
    differs: list[dict[str, str]] | None


class PublicationIn(Schema):
    """Which publication to begin: a year's, or the workforce report of a half."""

    kind: Literal["year", "workforce"] = "year"
    year: int = Field(ge=1990, le=2100)
    half: int = Field(0, ge=0, le=2)


class PublicationCommentIn(Schema):
    """A section's comment, and the revision of it that it was begun from (0: there was none)."""

    text: str = Field(max_length=20_000)
    revision: int = Field(ge=0)


class PublicationCommentOut(Schema):
    """A section's comment as it is now."""

    section: str
    text: str
    revision: int


class PublicationReasonIn(Schema):
    """Why a publication is withdrawn; readers are told."""

    reason: str = Field(min_length=1, max_length=500)


class BoardStatementOut(Schema):
    """A case as it was proposed, and what was decided. `state` is None when the proposal is no more."""

    key: UUID
    proposal_key: str
    sha256: str
    is_intact: bool
    proposed_at: datetime
    state: State | None
    outcome: str
    decided_date: date | None


@router.get("publications", response=list[PublicationOut], summary="Tal om Personale og data om arbejdskraft")
@door("personnel.read_published")
def list_publications(request: HttpRequest) -> list[dict[str, Any]]:
    """Return what is out, and to those who may see them drafts and what was withdrawn."""
    return [_listed(one) for one in queries.publications(actor_of(request), now=timezone.now())]


@router.get("publications/{issue}", response=PublicationContentOut, summary="Det, der er offentliggjort")
@door("personnel.read_published")
def read_published(request: HttpRequest, issue: str) -> dict[str, Any]:
    """Return a publication that is out with everything in it."""
    return _shown(queries.published(actor_of(request), issue, now=timezone.now()))


@router.get("publications/{issue}/files/{form}", summary="Det, der er offentliggjort, som fil")
@door("personnel.read_published")
def download_publication(request: HttpRequest, issue: str, form: FileForm) -> HttpResponse:
    """Return a publication that is out as a file."""
    file = publication_file(queries.published(actor_of(request), issue, now=timezone.now()), form)
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@router.post("publication-drafts", response={201: PublicationOut}, summary="Begynd en publikation")
@door("personnel.write_publication")
def begin_publication(request: HttpRequest, given: PublicationIn) -> CreatedStatus[dict[str, Any]]:
    """Begin a publication on the newest release that has the whole period."""
    actor, now = actor_of(request), timezone.now()
    row = publishing.make_publication(actor=actor, kind=given.kind, year=given.year, half=given.half, now=now)
    return CreatedStatus(201, _listed(queries.listed(row)))


@router.get("publication-drafts/{uuid:key}", response=PublicationContentOut, summary="En publikation, som den skrives")
@door("personnel.read_drafts")
def read_draft(request: HttpRequest, key: UUID) -> dict[str, Any]:
    """Return a publication as its makers see it."""
    return _shown(queries.publication(actor_of(request), str(key), now=timezone.now()))


@router.get("publication-drafts/{uuid:key}/check", response=PublicationCheckOut, summary="Er tallene udgivelsens?")
@door("personnel.read_drafts")
def check_publication(request: HttpRequest, key: UUID) -> dict[str, Any]:
    """Compare what went out with its release."""
    found = queries.check(actor_of(request), str(key), now=timezone.now())
    differs = None if found.differs is None else [one._asdict() for one in found.differs]
    return {"is_intact": found.is_intact, "is_frozen": found.is_frozen, "differs": differs}


@router.put(
    "publication-drafts/{uuid:key}/comments/{section}", response=PublicationCommentOut, summary="Skriv en kommentar"
)
@door("personnel.write_publication")
def comment_section(request: HttpRequest, key: UUID, section: str, given: PublicationCommentIn) -> dict[str, Any]:
    """Write a section's comment; 409 when somebody wrote it since."""
    row = publishing.write_comment(
        actor=actor_of(request),
        key=str(key),
        section=section,
        text=given.text,
        revision=given.revision,
        now=timezone.now(),
    )
    return {"section": row.section, "text": row.text, "revision": row.revision}


@router.put(
    "publication-drafts/{uuid:key}/release/{int:number}", response=PublicationOut, summary="Byg på en nyere udgivelse"
)
@door("personnel.write_publication")
def build_on(request: HttpRequest, key: UUID, number: int) -> dict[str, Any]:
    """Build a draft on a newer release."""
    row = publishing.choose_release(actor=actor_of(request), key=str(key), number=number, now=timezone.now())
    return _listed(queries.listed(row))


@router.post("publication-drafts/{uuid:key}/publish", response=PublicationOut, summary="Offentliggør")
@door("personnel.publish")
def publish_draft(request: HttpRequest, key: UUID) -> dict[str, Any]:
    """Freeze the content and let everybody read it."""
    return _listed(queries.listed(publishing.publish(actor=actor_of(request), key=str(key), now=timezone.now())))


@router.post("publication-drafts/{uuid:key}/withdraw", response=PublicationOut, summary="Træk tilbage")
@door("personnel.publish")
def withdraw_publication(request: HttpRequest, key: UUID, given: PublicationReasonIn) -> dict[str, Any]:
    """Take a publication back."""
    row = publishing.withdraw(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now())
    return _listed(queries.listed(row))


@router.post(
    "publication-drafts/{uuid:key}/case", response={201: BoardStatementOut}, summary="Foreslå sag til direktionen"
)
@door("personnel.propose")
def propose_publication(request: HttpRequest, key: UUID) -> CreatedStatus[BoardStatementOut]:
    """Propose the case about a publication and freeze its figures."""
    viewer, now = actor_of(request), timezone.now()
    row = proposing.propose(actor=viewer, key=str(key), now=now)
    found = board_cases.shown_statement(viewer, row, now=now)
    return CreatedStatus(
        201,
        BoardStatementOut(
            key=row.pk,
            proposal_key=row.proposal_key,
            sha256=row.figures_sha256,
            is_intact=found.is_intact,
            proposed_at=row.proposed_at,
            state=found.state,
            outcome=row.outcome,
            decided_date=row.decided_date,
        ),
    )


def _listed(one: queries.Listed) -> dict[str, Any]:
    names = ("kind", "year", "half", "state", "version", "published_at", "content_sha256")
    told = {name: getattr(one.row, name) for name in names}
    return {**told, "key": one.row.pk, "issue": one.issue, "title": one.title, "release": one.row.release.number}


def _shown(found: queries.Shown) -> dict[str, Any]:
    return {**_listed(queries.listed(found.row)), "content": to_json(found.content)}
