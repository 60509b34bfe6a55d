"""A person's secret calendar address is opened and closed."""

import secrets
from datetime import datetime

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.core.obligations.models import CalendarAddress
from raadhus.core.obligations.queries.calendar import token_digest
from raadhus.kernel.actors import Actor


def open_calendar(*, actor: Actor, now: datetime) -> str:
    """Give the actor a new secret calendar token and return it, this once; an earlier one opens nothing any more."""
    require(actor, "obligations.follow_calendar", now=now)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarAddress.objects.filter(person_key=actor.key, revoked_at__isnull=True).update(revoked_at=now)
        CalendarAddress.objects.create(person_key=actor.key, token_digest=token_digest(token), created_at=now)
        record(
            actor=actor, event="obligations.calendar_opened", subject=Subject("person", actor.key, actor.name), now=now
        )
    return token


def close_calendar(*, actor: Actor, now: datetime) -> None:
    """Revoke the actor's calendar address."""
    require(actor, "obligations.follow_calendar", now=now)
    with transaction.atomic():
        CalendarAddress.objects.filter(person_key=actor.key, revoked_at__isnull=True).update(revoked_at=now)
        record(
            actor=actor, event="obligations.calendar_closed", subject=Subject("person", actor.key, actor.name), now=now
        )
