"""Standing decisions fire: once a period, the newest when some were missed, and only when a figure gives cause where one is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.obligations.actions.handing_on import Receipt, hand_on
from raadhus.core.obligations.actions.standing_trail import noted, told
from raadhus.core.obligations.models import StandingDecision, StandingFiring
from raadhus.core.obligations.queries.firing import (
    FiringReport,
    Looked,
    Seen,
    candidates,
    kept,
    look,
    run_out,
    waiting,
)
from raadhus.core.obligations.queries.standing_shapes import Standing, shown_standing
from raadhus.core.obligations.queries.standing_visibility import one_standing, with_answered
from raadhus.core.obligations.rules.firing import Result, to_be_presented
from raadhus.core.obligations.rules.recurrence import Occurrence
from raadhus.core.obligations.rules.standing import CannotStep, State
from raadhus.core.obligations.rules.status import needed_reason
from raadhus.kernel.actors import Actor

_EVENTS = {
    Result.FIRED: "obligations.standing_fired",
    Result.NOT_MET: "obligations.standing_looked_at",
    Result.MISSING: "obligations.standing_figure_missing",
    Result.SKIPPED: "obligations.standing_skipped",
}
_NOTHING = Receipt()


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks at what, when, and whether by hand."""

    row: StandingDecision
    actor: Actor
    now: datetime
    by_hand: bool = False


def fire_standing(*, actor: Actor, now: datetime) -> FiringReport:
    """Look at everything that has come round, each in a transaction of its own; running it again changes nothing.

    After downtime the newest period counts and the older ones are written down as skipped. A missing figure answers no period: it is
    looked at again on the next run. What has run out ends.
    """
    require(actor, "obligations.fire", now=now)
    today = localdate(now)
    looked = tuple(one for row in candidates(today) if (one := _fire_one(row.pk, actor, now)) is not None)
    return FiringReport(looked, tuple(_end_run_out(today, actor, now)))


def fire_standing_now(*, actor: Actor, key: str, reason: str, now: datetime) -> Looked:
    """Let one fire today whatever its rhythm and condition say, with a reason; its own periods stay as they are."""
    needed = needed_reason(reason)
    with transaction.atomic():
        row = one_standing(actor, key, now, lock=True)
        require(actor, "obligations.fire_standing_now", unit=WHOLE_HOUSE, now=now)
        if row.state != State.IN_FORCE.value:
            raise CannotStep(_("Kun en stående beslutning, der gælder, kan forelægges nu."))
        today = localdate(now)
        by_hand = Occurrence(f"now:{today.isoformat()}", today, today)
        if row.firings.filter(period=by_hand.period).exists():
            raise CannotStep(_("Den er allerede forelagt uden for årshjulet i dag."))
        seen = look(row, today)
        said = f"Forelægges uden for årshjulet: {needed}" + (f" {seen.reason}" if row.figure_key else "")
        given = Seen(Result.FIRED, said, seen.value, seen.before)
        receipt = _write(_Look(row, actor, now, by_hand=True), by_hand, given)
        return Looked(shown_standing(row, today, None), by_hand, given, (), receipt.label, receipt.url)


def _fire_one(key: UUID, actor: Actor, now: datetime) -> Looked | None:
    """Look at one, held until it is done: another run at the same time finds it answered."""
    with transaction.atomic():
        row = StandingDecision.objects.select_for_update().get(pk=key)
        (held,) = with_answered(StandingDecision.objects.filter(pk=key))
        answered: date | None = held.answered  # type: ignore[attr-defined]  # annotated by with_answered
        today = localdate(now)
        found = waiting(row, answered, today)
        if found is None:
            return None
        one = _Look(row, actor, now)
        for skipped in found.skipped:
            if not row.firings.filter(period=skipped.period).exists():
                _write(one, skipped, Seen(Result.SKIPPED, f"Sprunget over; {found.newest.period} kom i stedet."))
        seen = look(row, today)
        receipt = _write(one, found.newest, seen)
        standing = shown_standing(row, today, answered)
        return Looked(standing, found.newest, seen, found.skipped, receipt.label, receipt.url)


def _write(one: _Look, occurrence: Occurrence, seen: Seen) -> Receipt:
    """Write down one look, hand on what fired, and leave it in the trail."""
    row, today = one.row, localdate(one.now)
    due = to_be_presented(occurrence.due, today)
    fired = seen.result is Result.FIRED
    receipt = hand_on(row=row, reason=seen.reason, due=due, actor=one.actor, now=one.now) if fired else _NOTHING
    reason = f"{seen.reason} {receipt.note}".strip()
    _found, is_new = StandingFiring.objects.update_or_create(
        standing=row,
        period=occurrence.period,
        defaults={
            **_figures(seen),
            "fires_date": occurrence.fires,
            "due_date": due if fired else occurrence.due,
            "result": seen.result.value,
            "reason": reason,
            "by_hand": one.by_hand,
            "actor_name": one.actor.name,
            **receipt.columns,
            "looked_at": one.now,
        },
    )
    if is_new or seen.result is not Result.MISSING:
        noted(
            row=row,
            actor=one.actor,
            event=_EVENTS[seen.result],
            now=one.now,
            reason=reason,
            data={"period": occurrence.period},
        )
    return receipt


def _figures(seen: Seen) -> dict[str, object]:
    """Return the figures of a look as the columns that keep them."""
    value = seen.value
    return {
        "value": kept(value),
        "value_before": kept(seen.before),
        "figure_unit": value.unit if value else "",
        "figure_period": value.period if value else "",
        "figure_source": value.source if value else "",
        "figure_as_of_date": value.as_of if value else None,
    }


def _end_run_out(today: date, actor: Actor, now: datetime) -> Iterator[Standing]:
    for row in run_out(today):
        with transaction.atomic():
            row.state, row.remark = State.ENDED.value, "Perioden er udløbet."
            yield told(row=row, actor=actor, event="obligations.standing_ended", now=now, reason=row.remark)
