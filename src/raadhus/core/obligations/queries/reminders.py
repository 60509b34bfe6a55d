"""Whom to remind today, and of what."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from django.urls import reverse
from django.utils.timezone import localdate

from raadhus.core.obligations.models import ObligationRecord, Reminder
from raadhus.core.obligations.queries.shapes import Obligation, shown
from raadhus.core.obligations.rules import digest
from raadhus.core.obligations.rules.digest import Digest
from raadhus.core.obligations.rules.due import SOON
from raadhus.core.obligations.rules.status import ACTIVE
from raadhus.core.organisation.public import Person, person

_ACTIVE = [status.value for status in ACTIVE]


def reminder_digests(now: datetime, *, address: str, house: str) -> tuple[Digest, ...]:
    """Return the reminders that are due today, one per owner with an e-mail address who was not yet reminded today."""
    today = localdate(now)
    reminded = Reminder.objects.filter(sent_date=today).values("owner_key")
    rows = (
        ObligationRecord.objects.filter(status__in=_ACTIVE, due_date__lte=today + SOON)
        .exclude(owner_key="")
        .exclude(owner_key__in=reminded)
        .order_by("owner_key", "due_date", "id")
    )
    digests = []
    for owner_key, group in groupby(rows, key=lambda row: row.owner_key):
        owner = person(owner_key)
        if owner is not None and owner.email:
            items = [shown(row, today) for row in group]
            digests.append(_digest(owner, items, today, address=address, house=house))
    return tuple(digests)


def _digest(owner: Person, items: Sequence[Obligation], today: date, *, address: str, house: str) -> Digest:
    named = [
        digest.Reminded(item.outward_name, item.due_label, item.due_date, f"{address}{item.url}")
        for item in items
        if item.due_date is not None
    ]
    board = f"{address}{reverse('obligations:mine')}"
    late = sum(item.is_late for item in items)
    return Digest(
        owner_key=owner.key,
        owner_name=owner.name,
        email=owner.email,
        subject=digest.subject(late, len(items) - late),
        text=digest.text(owner_name=owner.name, items=named, today=today, house=house, board=board),
        keys=tuple(item.key for item in items),
    )
