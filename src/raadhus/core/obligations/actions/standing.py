"""Every write of a standing decision but its firing: made, changed, put in force, suspended, resumed, ended, superseded."""

from collections.abc import Callable, Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.obligations.actions.standing_trail import told
from raadhus.core.obligations.models import StandingDecision
from raadhus.core.obligations.queries.shapes import Origin
from raadhus.core.obligations.queries.standing_shapes import Standing
from raadhus.core.obligations.queries.standing_visibility import one_standing
from raadhus.core.obligations.rules.promise import named_body
from raadhus.core.obligations.rules.standing import CannotStep, State, Step, Terms, next_state
from raadhus.core.obligations.rules.status import needed_reason
from raadhus.core.organisation.public import person
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotAllowed


def create_standing(*, actor: Actor, terms: Terms, origin: Origin, in_force: bool = False, now: datetime) -> Standing:
    """Write down a standing decision in the caller's transaction: proposed, or in force at once when it has been decided.

    What is in force counts from today: periods before today are nobody's, however old the decision is.
    """
    require(actor, "obligations.create_standing", unit=WHOLE_HOUSE, now=now)
    with transaction.atomic():
        row = StandingDecision(
            origin_kind=origin.kind,
            origin_key=origin.key,
            origin_label=origin.label,
            origin_url=origin.url,
            created_at=now,
        )
        _write(row, terms, now)
        if in_force:
            _put_in_force(row, now)
        return told(row=row, actor=actor, event="obligations.standing_created", now=now)


def change_standing(*, actor: Actor, key: str, terms: Terms, reason: str, now: datetime) -> Standing:
    """Let it say something else, and say why. What has been answered stays answered. Raises CannotStep when it is over."""
    with transaction.atomic():
        row = _held(actor, key, now, "obligations.change_standing")
        if State(row.state).is_over:
            raise CannotStep(_("Den stående beslutning gælder ikke mere, så den kan ikke ændres."))
        _write(row, terms, now)
        row.remark = needed_reason(reason)
        if row.state == State.IN_FORCE.value and row.starts_date is None:
            row.starts_date = localdate(now)
        return told(row=row, actor=actor, event="obligations.standing_changed", now=now, reason=row.remark)


def adopt_standing(*, actor: Actor, key: str, reason: str, starts: date | None = None, now: datetime) -> Standing:
    """Put a proposed one in force, from `starts` or the day its terms name; the reason says which decision it rests on."""

    def put(row: StandingDecision) -> None:
        row.starts_date = starts or row.starts_date
        _put_in_force(row, now)

    return _step(actor, key, Step.ADOPT, now, event="obligations.standing_adopted", reason=reason, also=put)


def suspend_standing(*, actor: Actor, key: str, reason: str, now: datetime) -> Standing:
    """Let it rest: what comes round meanwhile does not fire."""
    return _step(actor, key, Step.SUSPEND, now, event="obligations.standing_suspended", reason=reason)


def resume_standing(*, actor: Actor, key: str, reason: str, now: datetime) -> Standing:
    """Let it count again, from today: what came round meanwhile is not caught up on."""

    def watch(row: StandingDecision) -> None:
        row.watched_from_date = localdate(now)

    return _step(actor, key, Step.RESUME, now, event="obligations.standing_resumed", reason=reason, also=watch)


def end_standing(*, actor: Actor, key: str, reason: str, now: datetime) -> Standing:
    """Let it end, or drop a proposed one."""
    return _step(actor, key, Step.END, now, event="obligations.standing_ended", reason=reason, also=_answer_owner)


def supersede_standing(*, actor: Actor, key: str, by_key: str, reason: str, now: datetime) -> Standing:
    """Say that another one, which is in force, has taken its place."""
    new = one_standing(actor, by_key, now)
    if str(new.pk) == key or new.state != State.IN_FORCE.value:
        raise CannotStep(_("Vælg en anden stående beslutning, der gælder."))

    def point(row: StandingDecision) -> None:
        row.superseded_by = new
        _answer_owner(row)

    return _step(actor, key, Step.SUPERSEDE, now, event="obligations.standing_superseded", reason=reason, also=point)


def ask_to_end_standing(*, actor: Actor, key: str, reason: str, now: datetime) -> Standing:
    """Let the owner propose that it ends; secretary and chief executive decide."""
    with transaction.atomic():
        row = one_standing(actor, key, now, lock=True)
        require(actor, "obligations.ask_to_end_standing", now=now)
        if row.owner_key != actor.key:
            raise NotAllowed(_("Kun den ansvarlige kan foreslå, at den stående beslutning ophører."))
        next_state(State(row.state), Step.END)
        row.end_asked_by, row.end_asked_reason = actor.name, needed_reason(reason)
        return told(row=row, actor=actor, event="obligations.standing_end_asked", now=now, reason=row.end_asked_reason)


def keep_standing(*, actor: Actor, key: str, reason: str, now: datetime) -> Standing:
    """Say no to the owner's proposal: it goes on."""
    with transaction.atomic():
        row = _held(actor, key, now, "obligations.keep_standing")
        if not row.end_asked_by:
            raise CannotStep(_("Ingen har foreslået, at den ophører."))
        _answer_owner(row)
        row.remark = needed_reason(reason)
        return told(row=row, actor=actor, event="obligations.standing_kept", now=now, reason=row.remark)


def follow_standing(
    *, actor: Actor, kind: str, closed: Collection[str], opened: Collection[str], now: datetime
) -> tuple[list[str], list[str]]:
    """Close and open standing decisions with the things they came of, and return the keys of those closed and those opened."""
    require(actor, "obligations.manage", unit=WHOLE_HOUSE, now=now)
    followed: tuple[list[str], list[str]] = ([], [])
    for keys, is_closed, told_of in ((closed, True, followed[0]), (opened, False, followed[1])):
        rows = StandingDecision.objects.select_for_update().filter(origin_kind=kind, origin_key__in=keys)
        for row in rows.exclude(closed=is_closed).order_by("id"):
            row.closed = is_closed
            row.public_label = row.public_label or row.origin_label[:300]
            event = "obligations.standing_shut" if is_closed else "obligations.standing_unshut"
            told(row=row, actor=actor, event=event, now=now)
            told_of.append(str(row.pk))
    return followed


def _step(
    actor: Actor,
    key: str,
    step: Step,
    now: datetime,
    *,
    event: str,
    reason: str,
    also: Callable[[StandingDecision], object] | None = None,
) -> Standing:
    with transaction.atomic():
        row = _held(actor, key, now, f"obligations.{step.value}_standing")
        row.state = next_state(State(row.state), step).value
        row.remark = needed_reason(reason)
        if also:
            also(row)
        return told(row=row, actor=actor, event=event, now=now, reason=row.remark)


def _held(actor: Actor, key: str, now: datetime, verb: str) -> StandingDecision:
    row = one_standing(actor, key, now, lock=True)
    require(actor, verb, unit=WHOLE_HOUSE, now=now)
    return row


def _answer_owner(row: StandingDecision) -> None:
    row.end_asked_by, row.end_asked_reason = "", ""


def _put_in_force(row: StandingDecision, now: datetime) -> None:
    """Let it count from today, or from the day it starts when that is still to come."""
    today = localdate(now)
    row.state = State.IN_FORCE.value
    row.starts_date = row.starts_date or today
    if row.ends_date is not None and row.ends_date <= max(row.starts_date, today):
        raise CannotStep(_("Perioden er allerede udløbet. Ret den dag, den ophører."))
    row.watched_from_date = max(row.starts_date, today)


def _write(row: StandingDecision, terms: Terms, now: datetime) -> None:
    """Write the terms into the row."""
    known = person(terms.owner_key, localdate(now)) if terms.owner_key else None
    row.title, row.text, row.body = terms.title.strip(), terms.text.strip(), named_body(terms.body)
    row.owner_key = terms.owner_key or ""
    row.owner_text = terms.owner_text.strip() or (known.name if known else "")
    row.unit_key = terms.unit_key or (known.unit_key if known else None) or ""
    row.starts_date, row.ends_date, row.review_date = terms.starts, terms.ends, terms.review
    row.closed, row.public_label = terms.closed, terms.public_label.strip()
    row.template_key = terms.template_key
    rhythm = terms.recurrence
    row.rhythm, row.months = rhythm.rhythm.value, ",".join(str(month) for month in sorted(set(rhythm.months)))
    row.every, row.first_date, row.day, row.shift = rhythm.every, rhythm.first, rhythm.day, rhythm.shift
    condition = terms.condition
    row.figure_key = condition.figure_key if condition else ""
    row.comparison = condition.comparison.value if condition else ""
    row.threshold = condition.threshold if condition else None
    row.upper = condition.upper if condition else None
    row.figure_unit = condition.unit if condition else ""
