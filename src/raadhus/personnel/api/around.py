"""The API of annotations, targets, saved views and the digest."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions import aiming, annotating, saving
from raadhus.personnel.actions.digesting import send_digests as send_now
from raadhus.personnel.queries.annotations import NotesAsked, annotations
from raadhus.personnel.queries.saved_views import saved_views
from raadhus.personnel.queries.target_list import TargetsAsked, targets
from raadhus.personnel.rules.limits import LimitKind
from raadhus.personnel.rules.targets import Direction, TargetState

router = Router()


class AnnotationsAskedIn(Schema):
    """What the list is narrowed to."""

    text: str = Field("", max_length=300)
    unit: str = Field("", max_length=100)
    measure: str = Field("", max_length=60)
    removed: bool = False


class AnnotationIn(Schema):
    """What happened at a unit in a month (year and 1-12), at one measure or (empty) all."""

    unit: str = Field(min_length=1, max_length=100)
    measure: str = Field("", max_length=60)
    year: int = Field(ge=1900, le=2200)
    month: int = Field(ge=1, le=12)
    text: str = Field(min_length=1, max_length=300)


class AnnotationOut(Schema):
    """An annotation. `month` counts months, twelve a year."""

    key: UUID
    month: int
    text: str
    unit_key: str
    unit: str
    measure: str
    written_by: str
    written_at: datetime


class TargetsAskedIn(Schema):
    """What the list is narrowed to."""

    unit: str = Field("", max_length=100)
    measure: str = Field("", max_length=60)
    removed: bool = False


class TargetIn(Schema):
    """What a unit is to reach; `value` is written as in Danish: "14,6"."""

    unit: str = Field(min_length=1, max_length=100)
    measure: str = Field(min_length=1, max_length=60)
    direction: Direction
    value: str = Field(min_length=1, max_length=20)
    first_year: int
    last_year: int | None = None
    reason: str = Field(min_length=1, max_length=500)


class TargetOut(Schema):
    """A target with the newest published figure of its years, as it is shown; empty when there is none."""

    key: UUID
    unit_key: str
    unit: str
    measure: str
    direction: Direction
    value: str
    first_year: int
    last_year: int | None
    reason: str
    figure: str
    period: str
    state: TargetState


class SavedViewIn(Schema):
    """A view: its name, the query of the drill-down's address, and how it is followed."""

    name: str = Field(min_length=1, max_length=100)
    query: str = Field(max_length=500)
    is_subscribed: bool = False
    limit_kind: LimitKind | None = None
    limit: str = Field("", max_length=20)


class SavedViewOut(Schema):
    """An own view with the newest figure in words; `about` is empty when nothing of it may be seen any more."""

    key: UUID
    name: str
    query: str
    is_subscribed: bool
    about: str
    words: str
    limit: str
    crossed: str


class MadeKeyOut(Schema):
    """The key of what was made."""

    key: UUID


class DigestsSentOut(Schema):
    """How many were sent, and how many could not be."""

    sent: int
    failed: int


@router.get("annotations", response=list[AnnotationOut], summary="Bemærkninger til personaletal")
@door("personnel.read")
def list_annotations(request: HttpRequest, asked: Query[AnnotationsAskedIn]) -> list[AnnotationOut]:
    """Return the annotations that the caller may see, the newest month first."""
    found = annotations(actor_of(request), timezone.now(), NotesAsked(**asked.dict()))
    return [AnnotationOut.from_orm(one) for one in found]


@router.post("annotations", response=MadeKeyOut, summary="Skriv en bemærkning")
@door("personnel.annotate")
def write_annotation(request: HttpRequest, given: AnnotationIn) -> MadeKeyOut:
    """Write an annotation; something about a person is refused."""
    row = annotating.write_annotation(
        actor=actor_of(request),
        unit=given.unit,
        month=given.year * 12 + given.month - 1,
        text=given.text,
        measure=given.measure,
        now=timezone.now(),
    )
    return MadeKeyOut(key=row.pk)


@router.post("annotations/{uuid:key}/remove", response=None, summary="Fjern en bemærkning")
@door("personnel.annotate")
def remove_annotation(request: HttpRequest, key: UUID) -> None:
    """Remove an annotation."""
    annotating.remove_annotation(actor=actor_of(request), key=str(key), now=timezone.now())


@router.post("annotations/{uuid:key}/restore", response=None, summary="Sæt en fjernet bemærkning ind igen")
@door("personnel.annotate")
def restore_annotation(request: HttpRequest, key: UUID) -> None:
    """Put a removed annotation back."""
    annotating.restore_annotation(actor=actor_of(request), key=str(key), now=timezone.now())


@router.get("targets", response=list[TargetOut], summary="Målsætninger for personaletal")
@door("personnel.read")
def list_targets(request: HttpRequest, asked: Query[TargetsAskedIn]) -> list[TargetOut]:
    """Return the targets that concern the caller's units, each with its newest figure and state."""
    found = targets(actor_of(request), timezone.now(), TargetsAsked(**asked.dict()))
    return [
        TargetOut(
            key=UUID(one.key),
            unit_key=one.unit_key,
            unit=one.unit,
            measure=one.measure.key,
            direction=one.direction,
            value=one.plain_value,
            first_year=one.first_year,
            last_year=one.last_year,
            reason=one.reason,
            figure=one.plain_figure,
            period=one.period,
            state=one.state,
        )
        for one in found
    ]


@router.post("targets", response=MadeKeyOut, summary="Sæt en målsætning")
@door("personnel.set_target")
def set_target(request: HttpRequest, given: TargetIn) -> MadeKeyOut:
    """Set a target; the one before it ends the year before."""
    row = aiming.set_target(actor=actor_of(request), aim=aiming.Aim(**given.dict()), now=timezone.now())
    return MadeKeyOut(key=row.pk)


@router.post("targets/{uuid:key}/remove", response=None, summary="Fjern en målsætning")
@door("personnel.set_target")
def remove_target(request: HttpRequest, key: UUID) -> None:
    """Remove a target."""
    aiming.remove_target(actor=actor_of(request), key=str(key), now=timezone.now())


@router.post("targets/{uuid:key}/restore", response=None, summary="Lad en fjernet målsætning gælde igen")
@door("personnel.set_target")
def restore_target(request: HttpRequest, key: UUID) -> None:
    """Put a removed target back."""
    aiming.restore_target(actor=actor_of(request), key=str(key), now=timezone.now())


@router.get("views", response=list[SavedViewOut], summary="Egne visninger af personaletal")
@door("personnel.save_view")
def list_views(request: HttpRequest) -> list[SavedViewOut]:
    """Return the caller's own views."""
    return [SavedViewOut.from_orm(one) for one in saved_views(actor_of(request), timezone.now())]


@router.post("views", response=MadeKeyOut, summary="Gem en visning")
@door("personnel.save_view")
def save_view(request: HttpRequest, given: SavedViewIn) -> MadeKeyOut:
    """Save a view of the caller's own."""
    wish = saving.Wish(**given.dict(exclude={"query"}))
    return MadeKeyOut(
        key=saving.save_view(actor=actor_of(request), query=given.query, wish=wish, now=timezone.now()).pk
    )


@router.post("views/{uuid:key}/remove", response=None, summary="Slet en egen visning")
@door("personnel.save_view")
def remove_view(request: HttpRequest, key: UUID) -> None:
    """Delete an own view."""
    saving.remove_view(actor=actor_of(request), key=str(key), now=timezone.now())


@router.post("digests/send", response=DigestsSentOut, summary="Send mails om nye personaletal")
@door("personnel.send_digests")
def send_digests(request: HttpRequest) -> DigestsSentOut:
    """Tell each subscriber once about the newest release."""
    made = send_now(actor=actor_of(request), now=timezone.now())
    return DigestsSentOut(sent=len(made.sent), failed=made.failed)
