"""The API of the annual wheel and of the board's view."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries.overview import OverviewAsked, overview
from raadhus.core.obligations.queries.wheel import annual_wheel
from raadhus.core.obligations.rules.overview import STEPS, Spread, Tally
from raadhus.core.obligations.rules.wheel import Kind, Mark
from raadhus.kernel.doors import door

router = Router()


class WheelAskedIn(Schema):
    """Which year, and perhaps which body."""

    year: int | None = Field(None, ge=1, le=9999)
    body: str = Field("", max_length=200)


class WheelEntryOut(Schema):
    """One thing of the year."""

    key: UUID
    day: date
    kind: Kind
    mark: Mark
    label: str
    body: str
    owner: str
    url: str
    closed: bool


class WheelOut(Schema):
    """A year, in order of day."""

    year: int
    bodies: list[str]
    entries: list[WheelEntryOut]


class OverviewAskedIn(Schema):
    """What the view is narrowed to; `year` is that of the decision."""

    body: str = Field("", max_length=200)
    unit_key: str = Field("", max_length=100)
    year: int = Field(0, ge=0, le=9999)


class TallyOut(Schema):
    """Counts of a group; `late` and `without_owner` are among the open, `median_days` is decision to done."""

    name: str
    open: int
    late: int
    done: int
    dropped: int
    without_owner: int
    median_days: float | None


class SpreadOut(Schema):
    """Lead times in days: `counts` are those up to each of `steps`, and beyond the last."""

    count: int
    median: float | None
    lower: float | None
    upper: float | None
    steps: list[int]
    counts: list[int]


class OwnerlessOut(Schema):
    """A decision that nobody answers for."""

    key: str
    label: str
    body: str
    date: date
    url: str


class OverviewOut(Schema):
    """The board's view; `ownerless` is null when no room tells of decisions."""

    whole: TallyOut
    by_body: list[TallyOut]
    by_unit: list[TallyOut]
    by_year: list[TallyOut]
    to_decision: SpreadOut
    to_done: SpreadOut
    in_all: SpreadOut
    ownerless: list[OwnerlessOut] | None


def _tally(one: Tally) -> TallyOut:
    return TallyOut(**{name: getattr(one, name) for name in TallyOut.model_fields})


def _spread(one: Spread) -> SpreadOut:
    return SpreadOut(
        count=one.count,
        median=one.median,
        lower=one.lower,
        upper=one.upper,
        steps=list(STEPS),
        counts=list(one.counts),
    )


@router.get("wheel", response=WheelOut, summary="Årshjulet")
@door("obligations.read_standing")
def wheel(request: HttpRequest, asked: Query[WheelAskedIn]) -> WheelOut:
    """Return a year's recurrences, deadlines and reviews; this year when none is given."""
    now = timezone.now()
    year = asked.year or timezone.localdate(now).year
    found = annual_wheel(actor_of(request), year=year, body=asked.body, now=now)
    entries = [
        WheelEntryOut(
            key=UUID(one.key), **{name: getattr(one, name) for name in WheelEntryOut.model_fields if name != "key"}
        )
        for one in found.entries
    ]
    return WheelOut(year=found.year, bodies=list(found.bodies), entries=entries)


@router.get("overview", response=OverviewOut, summary="Opfølgning på det, der er lovet")
@door("obligations.read")
def show_overview(request: HttpRequest, asked: Query[OverviewAskedIn]) -> OverviewOut:
    """Return counts and lead times of what the caller may see."""
    found = overview(actor_of(request), OverviewAsked(**asked.dict()), now=timezone.now())
    return OverviewOut(
        whole=_tally(found.whole),
        by_body=[_tally(one) for one in found.by_body],
        by_unit=[_tally(one) for one in found.by_unit],
        by_year=[_tally(one) for one in found.by_year],
        to_decision=_spread(found.to_decision),
        to_done=_spread(found.to_done),
        in_all=_spread(found.in_all),
        ownerless=None
        if found.ownerless is None
        else [
            OwnerlessOut(key=one.key, label=one.label, body=one.body, date=one.date, url=one.url)
            for one in found.ownerless
        ],
    )
