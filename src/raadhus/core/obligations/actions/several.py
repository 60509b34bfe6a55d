"""Several obligations of one decision, in one act: all of them or none."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from raadhus.core.obligations.actions.promises import create_obligation
from raadhus.core.obligations.queries.shapes import Obligation, Origin
from raadhus.core.obligations.rules.promise import Promise
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
