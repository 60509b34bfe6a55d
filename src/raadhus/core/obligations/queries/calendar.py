"""A person's obligations by their secret calendar address."""

import hashlib
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.obligations.models import CalendarAddress, ObligationRecord
from raadhus.core.obligations.queries.shapes import NoSuchObligation, Obligation, shown
from raadhus.core.obligations.rules.status import ACTIVE

_ACTIVE = [status.value for status in ACTIVE]


def token_digest(token: str) -> str:
    """Return what is kept of a calendar address's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def calendar_owner(token: str) -> str | None:
    """Return whose calendar the token opens, or None when it opens none any more."""
    found = CalendarAddress.objects.filter(token_digest=token_digest(token), revoked_at__isnull=True).first()
    return None if found is None else found.person_key


def has_calendar(person_key: str) -> bool:
    """Return whether the person has a calendar address."""
    return CalendarAddress.objects.filter(person_key=person_key, revoked_at__isnull=True).exists()


def calendar(token: str, *, now: datetime) -> tuple[Obligation, ...]:
    """Return the dated, active obligations of the token's owner. Raises NoSuchObligation when it opens nothing."""
    owner_key = calendar_owner(token)
    if owner_key is None:
        raise NoSuchObligation(_("Kalenderadressen findes ikke længere. Hent en ny på siden Mine forpligtelser."))
    rows = ObligationRecord.objects.filter(owner_key=owner_key, status__in=_ACTIVE, due_date__isnull=False)
    return tuple(shown(row, localdate(now)) for row in rows.order_by("due_date", "id"))
