"""The register of standing decisions: the list, and one with its looks and its trail."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import Subject, TrailEntry, trail
from raadhus.core.obligations.models import StandingDecision, StandingFiring
from raadhus.core.obligations.queries.figures import figure
from raadhus.core.obligations.queries.standing_shapes import Look, Standing, shown_look, shown_standing
from raadhus.core.obligations.queries.standing_visibility import one_standing, visible_standing, with_answered
from raadhus.core.obligations.rules.digest import outward_name
from raadhus.core.obligations.rules.standing import State, Step, possible_steps
from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import AGENDA_INTAKES, Figure

# What the register may be sorted by. What comes round no more stands after everything that does.
ORDER: dict[str, Callable[[Standing], tuple[object, ...]]] = {
    "body": lambda one: (one.body,),
    "title": lambda one: (one.title,),
    "next": lambda one: (one.next.fires if one.next else date.max,),
    "owner": lambda one: (one.owner,),
    "state": lambda one: (list(State).index(one.state),),
}


@dataclass(frozen=True, slots=True)
class StandingAsked:
    """What the register is narrowed to; empty is everything. `live` leaves out what is over."""

    body: str = ""
    state: str = ""
    owner_key: str = ""
    words: str = ""
    live: bool = False


@dataclass(frozen=True, slots=True)
class StandingDetail:
    """Everything one page shows: the decision, its looks (newest first), its trail, and what the viewer may do now.

    `figure` is the description of the figure its condition is about; None when it has none, or when nobody tells that figure.
    """

    standing: Standing
    looks: tuple[Look, ...]
    trail: tuple[TrailEntry, ...]
    figure: Figure | None
    has_intake: bool
    steps: tuple[Step, ...] = ()
    may_change: bool = False
    may_fire_now: bool = False
    may_ask_to_end: bool = False
    may_keep: bool = False


def standing_decisions(
    viewer: Actor, asked: StandingAsked, *, now: datetime, sort: str = "", descending: bool = False
) -> tuple[Standing, ...]:
    """Return what the viewer may see and asked for, by body and name, or in the order of one of ORDER."""
    rows = visible_standing(viewer, now)
    exact = {"body": asked.body, "state": asked.state, "owner_key": asked.owner_key}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if asked.live:
        rows = rows.exclude(state__in=[state.value for state in State if state.is_over])
    if asked.words:
        rows = rows.filter(Q(title__icontains=asked.words) | Q(text__icontains=asked.words))
    today = localdate(now)
    found = [_shown(row, today) for row in with_answered(rows).order_by("body", "title", "id")]
    if sort in ORDER:
        found.sort(key=ORDER[sort], reverse=descending)
    return tuple(found)


def _shown(row: StandingDecision, today: date) -> Standing:
    answered: date | None = row.answered  # type: ignore[attr-defined]  # annotated by with_answered
    return shown_standing(row, today, answered)


def standing_bodies(viewer: Actor, now: datetime) -> tuple[str, ...]:
    """Return the bodies that standing decisions name, of those the viewer may see."""
    rows = visible_standing(viewer, now)
    return tuple(rows.values_list("body", flat=True).distinct().order_by("body"))


def standing(viewer: Actor, key: str, *, now: datetime) -> StandingDetail:
    """Return one with all that belongs to it. Looking up a closed one is audited. Raises NoSuchStanding."""
    found = one_standing(viewer, key, now)
    is_own = bool(found.owner_key) and found.owner_key == viewer.key
    if found.closed and not is_own:
        name = outward_name(text=found.title, closed=True, public_label=found.public_label)
        subject = Subject("standing_decision", str(found.pk), name)
        require(viewer, "obligations.read_closed", unit=WHOLE_HOUSE, now=now, subject=subject)
    row = with_answered(StandingDecision.objects.filter(pk=found.pk)).get()
    shown = _shown(row, localdate(now))
    looks = StandingFiring.objects.filter(standing=row).order_by("-fires_date", "-looked_at", "-id")
    steps = tuple(step for step in possible_steps(shown.state) if _may(viewer, f"{step.value}_standing", now))
    over = shown.state.is_over
    return StandingDetail(
        standing=shown,
        looks=tuple(shown_look(one) for one in looks),
        trail=trail("standing_decision", str(row.pk)),
        figure=figure(shown.condition.figure_key) if shown.condition else None,
        has_intake=any(True for _name, _intake in AGENDA_INTAKES.items()),
        steps=steps,
        may_change=not over and _may(viewer, "change_standing", now),
        may_fire_now=shown.state is State.IN_FORCE and _may(viewer, "fire_standing_now", now),
        may_ask_to_end=is_own and not over and not shown.end_asked_by and Step.END not in steps,
        may_keep=bool(shown.end_asked_by) and _may(viewer, "keep_standing", now),
    )


def may_create_standing(viewer: Actor, now: datetime) -> bool:
    """Return whether the viewer may write one down."""
    return _may(viewer, "create_standing", now)


def _may(viewer: Actor, verb: str, now: datetime) -> bool:
    return may(viewer, f"obligations.{verb}", unit=WHOLE_HOUSE, now=now)
