"""Acts on several at once, all of them or none: what a decision promises, and what is closed with the thing it came of."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from raadhus.core.obligations.actions.promises import create_obligation, follow_obligations, lapse
from raadhus.core.obligations.actions.standing import follow_standing
from raadhus.core.obligations.queries.lists import of_address, of_origin
from raadhus.core.obligations.queries.shapes import Obligation, Origin
from raadhus.core.obligations.queries.standing_shapes import ORIGIN_KIND
from raadhus.core.obligations.rules.promise import Promise
from raadhus.core.obligations.rules.status import Status
from raadhus.kernel.actors import Actor


def create_obligations(
    *,
    actor: Actor,
    promises: Sequence[Promise],
    origin: Origin,
    closed: bool = False,
    public_label: str = "",
    decided: date | None = None,
    now: datetime,
) -> tuple[Obligation, ...]:
    """Write down what a decision promises, in the caller's transaction; raises what create_obligation raises, and then keeps none.

    All share the origin and are closed together; `decided` is the day of the decision, today when not given.
    """
    with transaction.atomic():
        return tuple(
            create_obligation(
                actor=actor,
                text=one.text,
                owner_key=one.owner_key,
                owner_text=one.owner_text,
                unit_key=one.unit_key,
                due=one.due,
                origin=origin,
                to_body=one.to_body,
                closed=closed,
                public_label=public_label,
                ordered=one.ordered,
                decided=decided,
                now=now,
            )
            for one in promises
        )


def follow_origins(
    *, actor: Actor, kind: str, closed: Collection[str], opened: Collection[str] = (), now: datetime
) -> int:
    """Close what came of things that have been closed since, open what came of those that were opened, and return how many.

    `kind` and the keys are those of the origins. Others are then told no more of a closed one than where it came from. What a
    standing decision gave rise to is closed and opened with it.
    """
    with transaction.atomic():
        followed = follow_obligations(actor=actor, kind=kind, closed=closed, opened=opened, now=now)
        shut, unshut = follow_standing(actor=actor, kind=kind, closed=closed, opened=opened, now=now)
        followed += len(shut) + len(unshut)
        return followed + follow_obligations(actor=actor, kind=ORIGIN_KIND, closed=shut, opened=unshut, now=now)


@dataclass(frozen=True, slots=True)
class Given:
    """What a decision gives: its promises, and what it came of. `is_same` tells whether two texts ask for the same."""

    promises: Sequence[Promise]
    origin: Origin
    decided: date
    closed: bool
    is_same: Callable[[str, str], bool]


def follow_given(*, actor: Actor, reader: Actor, given: Given, otherwise: str, now: datetime) -> None:
    """Write the obligations that nobody has written; what of the same origin is no longer given lapses, with `otherwise` as the reason.

    `reader` sees every obligation of the origin. Told twice, the second changes nothing.
    """
    kept = of_origin(reader, given.origin.kind, given.origin.key, now=now)
    for one in kept:
        if one.status.is_active and not any(given.is_same(one.text, each.text) for each in given.promises):
            lapse(actor=actor, key=one.key, reason=otherwise, now=now)
    ordered = of_address(reader, given.origin.url, now=now) if given.origin.url else ()
    alive = [one for one in (*kept, *ordered) if one.status is not Status.LAPSED]
    missing = tuple(each for each in given.promises if not any(given.is_same(one.text, each.text) for one in alive))
    if missing:
        create_obligations(
            actor=actor,
            promises=missing,
            origin=given.origin,
            closed=given.closed,
            public_label=given.origin.label,
            decided=given.decided,
            now=now,
        )
