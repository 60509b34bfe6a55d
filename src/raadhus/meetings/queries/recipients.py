"""Who gets an e-mail about a meeting, and the address that stands in it."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from raadhus.core.organisation.public import person
from raadhus.meetings.models import BodyMember
from raadhus.meetings.rules.membership import MemberRole


def link_to(url_name: str, *args: object) -> str:
    """Return the whole address of a page."""
    return f"{settings.ADDRESS.rstrip('/')}{reverse(url_name, args=args)}"


def emails_of(keys: Iterable[str], on: date) -> list[tuple[str, str]]:
    """Return (person key, e-mail) of those who have one, each once."""
    found = ((key, person(key, on)) for key in dict.fromkeys(keys))
    return [(key, known.email) for key, known in found if known is not None and known.email]


def members_on(body_key: str, on: date) -> list[BodyMember]:
    """Return who belongs to a body on a day, in the body's order; substitutes stand last."""
    rows = BodyMember.objects.filter(body_id=body_key, start_date__lte=on)
    rows = rows.filter(Q(end_date__isnull=True) | Q(end_date__gt=on))
    return sorted(rows.order_by("position", "name"), key=lambda one: one.role == MemberRole.SUBSTITUTE.value)
