"""Recording: every other part of the house says what it did, in the transaction in which it did it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import transaction

from raadhus.core.audit.actions.appending import Subject, append
from raadhus.core.audit.actions.segments import close_segment
from raadhus.core.audit.queries.chain import hold_chain
from raadhus.core.audit.queries.events import event_types
from raadhus.core.audit.rules.canonical import JSON
from raadhus.core.audit.rules.segments import must_seal
from raadhus.kernel.actors import Actor, system

_SEALER = system("audit", "Revisionssporet")


class UnknownEvent(LookupError):
    """An event was recorded that no part of the house has registered: a mistake in the code, not of a person."""


def record(
    *,
    actor: Actor,
    event: str,
    subject: Subject,
    data: Mapping[str, JSON] | None = None,
    personal: Mapping[str, JSON] | None = None,
    now: datetime,
) -> None:
    """Append one entry to the chain, in the caller's transaction.

    `event` must be registered in some Room.events, else UnknownEvent. `data` is JSON and stays as long as the segment;
    `personal` is JSON that can be erased later: only a salted digest of it enters the chain.
    """
    if event not in event_types():
        raise UnknownEvent(event)
    with transaction.atomic():
        end = hold_chain(now)
        opened, entries = datetime.fromisoformat(end.segment_opened), end.sequence - end.segment_first + 1
        if must_seal(opened=opened, entries=entries, now=now.astimezone(UTC)):
            end = close_segment(actor=_SEALER, end=end, now=now)
        append(actor=actor, end=end, event=event, subject=subject, data=data or {}, personal=personal, now=now)
