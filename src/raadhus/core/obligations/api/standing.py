"""The API of standing decisions."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.responses import Status as CreatedStatus

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.actions import firing
from raadhus.core.obligations.actions import standing as actions
from raadhus.core.obligations.api.promises import OriginIn, OriginModel, ReasonIn
from raadhus.core.obligations.queries import standing as queries
from raadhus.core.obligations.queries.standing import StandingAsked
from raadhus.core.obligations.queries.standing_shapes import Look, Standing
from raadhus.core.obligations.rules.condition import Comparison, Condition
from raadhus.core.obligations.rules.firing import Result
from raadhus.core.obligations.rules.recurrence import MOST_EVERY, MOST_SHIFT, Recurrence, Rhythm
from raadhus.core.obligations.rules.standing import State, Terms
from raadhus.kernel.doors import door

router = Router()


class RecurrenceModel(Schema):
    """When it comes back."""

    rhythm: Rhythm
    months: list[int] = Field(default_factory=list, max_length=12)
    every: int = Field(0, ge=0, le=MOST_EVERY)
    first: date | None = None
    day: int = Field(1, ge=1, le=31)
    shift: int = Field(0, ge=-MOST_SHIFT, le=MOST_SHIFT)


class ConditionModel(Schema):
    """When a figure gives cause."""

    figure_key: str = Field(min_length=1, max_length=100)
    comparison: Comparison
    threshold: Decimal
    unit: str = Field(max_length=40)
    upper: Decimal | None = None


class TermsIn(Schema):
    """What a standing decision says."""

    title: str = Field(min_length=1, max_length=300)
    text: str = Field(min_length=1, max_length=4_000)
    body: str = Field(min_length=1, max_length=200)
    recurrence: RecurrenceModel
    condition: ConditionModel | None = None
    owner_key: str | None = Field(None, max_length=100)
    owner_text: str = Field("", max_length=300)
    unit_key: str | None = Field(None, max_length=100)
    starts: date | None = None
    ends: date | None = None
    review: date | None = None
    closed: bool = False
    public_label: str = Field("", max_length=300)
    template_key: str = Field("", max_length=100)


class StandingNewIn(TermsIn):
    """A new standing decision, and where it was decided."""

    origin: OriginIn
    in_force: bool = False


class StandingChangeIn(TermsIn):
    """Other terms, and why."""

    reason: str = Field(min_length=1, max_length=2_000)


class AdoptIn(ReasonIn):
    """Which decision puts it in force, and from when."""

    starts: date | None = None


class SupersedeIn(ReasonIn):
    """What takes its place, and why."""

    by_key: UUID


class StandingOut(Schema):
    """A standing decision; `next_fires` and `next_due` are null when nothing will fire."""

    key: UUID
    title: str
    text: str
    body: str
    owner_key: str
    owner: str
    unit_key: str
    state: State
    starts: date | None
    ends: date | None
    review: date | None
    recurrence: RecurrenceModel
    condition: ConditionModel | None
    next_fires: date | None
    next_due: date | None
    superseded_by: UUID | None
    closed: bool
    origin: OriginModel
    changed_at: datetime


class LookOut(Schema):
    """One look at it, with the figure as it was then."""

    period: str
    fires: date
    due: date
    result: Result
    reason: str
    value: Decimal | None
    value_before: Decimal | None
    unit: str
    figure_period: str
    figure_source: str
    figure_as_of: date | None
    by_hand: bool
    receipt_label: str
    receipt_url: str
    looked_at: datetime


class StandingDetailOut(Schema):
    """A standing decision with its looks, newest first."""

    standing: StandingOut
    looks: list[LookOut]


class StandingAskedIn(Schema):
    """What the register is narrowed to."""

    body: str = Field("", max_length=200)
    state: State | None = None
    owner_key: str = Field("", max_length=100)
    live: bool = False


def _terms(given: TermsIn) -> Terms:
    fields = given.dict(include={*TermsIn.model_fields} - {"recurrence", "condition"})
    rhythm, condition = given.recurrence, given.condition
    return Terms(
        **fields,
        recurrence=Recurrence(
            rhythm.rhythm, tuple(rhythm.months), rhythm.every, rhythm.first, rhythm.day, rhythm.shift
        ),
        condition=Condition(
            condition.figure_key, condition.comparison, condition.threshold, condition.unit, condition.upper
        )
        if condition
        else None,
    )


def out(one: Standing) -> StandingOut:
    """Return a standing decision as the API gives it."""
    names = ("title", "text", "body", "owner_key", "owner", "unit_key", "state", "starts", "ends", "review", "closed")
    recurrence, condition = one.recurrence, one.condition
    return StandingOut(
        **{name: getattr(one, name) for name in names},
        key=UUID(one.key),
        recurrence=RecurrenceModel(
            rhythm=recurrence.rhythm,
            months=list(recurrence.months),
            every=recurrence.every,
            first=recurrence.first,
            day=recurrence.day,
            shift=recurrence.shift,
        ),
        condition=ConditionModel(
            figure_key=condition.figure_key,
            comparison=condition.comparison,
            threshold=condition.threshold,
            unit=condition.unit,
            upper=condition.upper,
        )
        if condition
        else None,
        next_fires=one.next.fires if one.next else None,
        next_due=one.next.due if one.next else None,
        superseded_by=UUID(one.superseded_by) if one.superseded_by else None,
        origin=OriginModel(kind=one.origin.kind, key=one.origin.key, label=one.origin.label, url=one.origin.url),
        changed_at=one.changed_at,
    )


def _look(one: Look) -> LookOut:
    return LookOut(**{name: getattr(one, name) for name in LookOut.model_fields})


@router.get("", response=list[StandingOut], summary="Stående beslutninger, som kalderen må se")
@door("obligations.read_standing")
def list_standing(request: HttpRequest, asked: Query[StandingAskedIn]) -> list[StandingOut]:
    """Return the register, by body and name."""
    given = asked.dict(exclude={"state"})
    narrowed = StandingAsked(**given, state=asked.state.value if asked.state else "")
    return [out(one) for one in queries.standing_decisions(actor_of(request), narrowed, now=timezone.now())]


@router.post("", response={201: StandingOut}, summary="Opret en stående beslutning")
@door("obligations.create_standing")
def create_standing(request: HttpRequest, given: StandingNewIn) -> CreatedStatus[StandingOut]:
    """Write one down, proposed or in force."""
    origin = given.origin.as_origin()
    made = actions.create_standing(
        actor=actor_of(request), terms=_terms(given), origin=origin, in_force=given.in_force, now=timezone.now()
    )
    return CreatedStatus(201, out(made))


@router.get("{uuid:key}", response=StandingDetailOut, summary="En stående beslutning, og hver gang den er set på")
@door("obligations.read_standing")
def one_standing(request: HttpRequest, key: UUID) -> StandingDetailOut:
    """Return one with its looks."""
    found = queries.standing(actor_of(request), str(key), now=timezone.now())
    return StandingDetailOut(standing=out(found.standing), looks=[_look(one) for one in found.looks])


@router.post("{uuid:key}/change", response=StandingOut, summary="Ret den")
@door("obligations.change_standing")
def change_standing(request: HttpRequest, key: UUID, given: StandingChangeIn) -> StandingOut:
    """Let it say something else."""
    changed = actions.change_standing(
        actor=actor_of(request), key=str(key), terms=_terms(given), reason=given.reason, now=timezone.now()
    )
    return out(changed)


@router.post("{uuid:key}/adopt", response=StandingOut, summary="Sæt den i kraft")
@door("obligations.adopt_standing")
def adopt_standing(request: HttpRequest, key: UUID, given: AdoptIn) -> StandingOut:
    """Put it in force."""
    return out(actions.adopt_standing(actor=actor_of(request), key=str(key), now=timezone.now(), **given.dict()))


@router.post("{uuid:key}/suspend", response=StandingOut, summary="Sæt den i bero")
@door("obligations.suspend_standing")
def suspend_standing(request: HttpRequest, key: UUID, given: ReasonIn) -> StandingOut:
    """Let it rest."""
    return out(actions.suspend_standing(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/resume", response=StandingOut, summary="Genoptag den")
@door("obligations.resume_standing")
def resume_standing(request: HttpRequest, key: UUID, given: ReasonIn) -> StandingOut:
    """Let it count again."""
    return out(actions.resume_standing(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/end", response=StandingOut, summary="Lad den ophøre")
@door("obligations.end_standing")
def end_standing(request: HttpRequest, key: UUID, given: ReasonIn) -> StandingOut:
    """Let it end."""
    return out(actions.end_standing(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/supersede", response=StandingOut, summary="Lad en anden afløse den")
@door("obligations.supersede_standing")
def supersede_standing(request: HttpRequest, key: UUID, given: SupersedeIn) -> StandingOut:
    """Let another take its place."""
    superseded = actions.supersede_standing(
        actor=actor_of(request), key=str(key), by_key=str(given.by_key), reason=given.reason, now=timezone.now()
    )
    return out(superseded)


@router.post("{uuid:key}/ask-to-end", response=StandingOut, summary="Foreslå, at den ophører")
@door("obligations.ask_to_end_standing")
def ask_to_end_standing(request: HttpRequest, key: UUID, given: ReasonIn) -> StandingOut:
    """Let its owner propose that it ends."""
    asked = actions.ask_to_end_standing(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now())
    return out(asked)


@router.post("{uuid:key}/keep", response=StandingOut, summary="Fasthold den")
@door("obligations.keep_standing")
def keep_standing(request: HttpRequest, key: UUID, given: ReasonIn) -> StandingOut:
    """Say no to the owner's proposal."""
    return out(actions.keep_standing(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now()))


@router.post("{uuid:key}/fire-now", response=StandingDetailOut, summary="Forelæg den nu")
@door("obligations.fire_standing_now")
def fire_standing_now(request: HttpRequest, key: UUID, given: ReasonIn) -> StandingDetailOut:
    """Let it fire today, outside its rhythm."""
    firing.fire_standing_now(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now())
    found = queries.standing(actor_of(request), str(key), now=timezone.now())
    return StandingDetailOut(standing=out(found.standing), looks=[_look(one) for one in found.looks])
