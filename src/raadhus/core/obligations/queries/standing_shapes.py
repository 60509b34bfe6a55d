"""A standing decision, and each look at one, as the screens, the API and other rooms see them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.urls import reverse

from raadhus.core.obligations.models import StandingDecision, StandingFiring
from raadhus.core.obligations.queries.shapes import Origin
from raadhus.core.obligations.rules.condition import Comparison, Condition
from raadhus.core.obligations.rules.digest import outward_name
from raadhus.core.obligations.rules.firing import Result
from raadhus.core.obligations.rules.recurrence import Occurrence, Recurrence, Rhythm, next_occurrence
from raadhus.core.obligations.rules.standing import State
from raadhus.kernel.errors import NotFound

ORIGIN_KIND = "standing_decision"
_ONE_DAY = timedelta(days=1)


class NoSuchStanding(NotFound):
    """There is no such standing decision, or the viewer may not know that there is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing decision as one viewer may see it on one day. `next` is what fires next, None when nothing will."""

    key: str
    title: str
    text: str
    body: str
    owner_key: str
    owner: str
    owner_text: str
    unit_key: str
    state: State
    starts: date | None
    ends: date | None
    review: date | None
    is_review_late: bool
    superseded_by: str | None
    remark: str
    end_asked_by: str
    end_asked_reason: str
    closed: bool
    public_label: str
    origin: Origin
    template_key: str
    recurrence: Recurrence
    condition: Condition | None
    next: Occurrence | None
    created_at: datetime
    changed_at: datetime

    @property
    def url(self) -> str:
        """The address of its page."""
        return reverse("obligations:standing", args=[self.key])

    @property
    def outward_name(self) -> str:
        """What may be said of it where anyone might read it."""
        return outward_name(text=self.title, closed=self.closed, public_label=self.public_label)


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a standing decision: what was seen then, and what came of it."""

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
    actor_name: str
    intake: str
    receipt_key: str
    receipt_label: str
    receipt_url: str
    looked_at: datetime


def recurrence_of(row: StandingDecision) -> Recurrence:
    """Return the recurrence that the row keeps."""
    months = tuple(int(month) for month in row.months.split(",") if month)
    return Recurrence(Rhythm(row.rhythm), months, row.every, row.first_date, row.day, row.shift)


def condition_of(row: StandingDecision) -> Condition | None:
    """Return the condition that the row keeps, if any."""
    if not row.figure_key or row.threshold is None:
        return None
    return Condition(row.figure_key, Comparison(row.comparison), row.threshold, row.figure_unit, row.upper)


def shown_standing(row: StandingDecision, today: date, answered: date | None) -> Standing:
    """Return the record as a value; `answered` is the day on which its newest answered period fired."""
    state = State(row.state)
    return Standing(
        key=str(row.pk),
        title=row.title,
        text=row.text,
        body=row.body,
        owner_key=row.owner_key,
        owner=row.owner_text or row.owner_key or row.unit_key,
        owner_text=row.owner_text,
        unit_key=row.unit_key,
        state=state,
        starts=row.starts_date,
        ends=row.ends_date,
        review=row.review_date,
        is_review_late=not state.is_over and row.review_date is not None and row.review_date < today,
        superseded_by=str(row.superseded_by_id) if row.superseded_by_id else None,
        remark=row.remark,
        end_asked_by=row.end_asked_by,
        end_asked_reason=row.end_asked_reason,
        closed=row.closed,
        public_label=row.public_label,
        origin=Origin(row.origin_kind, row.origin_key, row.origin_label, row.origin_url),
        template_key=row.template_key,
        recurrence=recurrence_of(row),
        condition=condition_of(row),
        next=_next(row, state, answered),
        created_at=row.created_at,
        changed_at=row.changed_at,
    )


def _next(row: StandingDecision, state: State, answered: date | None) -> Occurrence | None:
    """Return the first period that is not answered: one that waits for the run, or the next to come."""
    if state is not State.IN_FORCE or row.watched_from_date is None:
        return None
    start = max(row.watched_from_date, answered + _ONE_DAY) if answered else row.watched_from_date
    return next_occurrence(recurrence_of(row), start, row.ends_date)


def shown_look(row: StandingFiring) -> Look:
    """Return one look as a value."""
    return Look(
        period=row.period,
        fires=row.fires_date,
        due=row.due_date,
        result=Result(row.result),
        reason=row.reason,
        value=row.value,
        value_before=row.value_before,
        unit=row.figure_unit,
        figure_period=row.figure_period,
        figure_source=row.figure_source,
        figure_as_of=row.figure_as_of_date,
        by_hand=row.by_hand,
        actor_name=row.actor_name,
        intake=row.intake,
        receipt_key=row.receipt_key,
        receipt_label=row.receipt_label,
        receipt_url=row.receipt_url,
        looked_at=row.looked_at,
    )
