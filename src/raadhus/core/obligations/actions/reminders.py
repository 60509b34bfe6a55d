"""Reminders are sent, once a day to each owner."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.obligations.models import Reminder
from raadhus.core.obligations.queries.reminders import reminder_digests
from raadhus.core.obligations.rules.digest import Digest
from raadhus.kernel.actors import Actor


def remind(
    *, actor: Actor, send: Callable[[Digest], None], address: str, house: str, now: datetime
) -> tuple[Digest, ...]:
    """Remind every owner of what is late or due within a week, at most once a day; `send` sends one e-mail.

    Each owner is a transaction of their own: what could not be sent is not written down as sent, and stops the run.
    """
    require(actor, "obligations.remind", now=now)
    sent = []
    for digest in reminder_digests(now, address=address, house=house):
        with transaction.atomic():
            _row, is_first = Reminder.objects.get_or_create(owner_key=digest.owner_key, sent_date=localdate(now))
            if not is_first:
                continue
            subject = Subject("person", digest.owner_key, digest.owner_name)
            data: dict[str, JSON] = {"count": len(digest.keys), "keys": list(digest.keys)}
            record(actor=actor, event="obligations.reminded", subject=subject, data=data, now=now)
            send(digest)
            sent.append(digest)
    return tuple(sent)
