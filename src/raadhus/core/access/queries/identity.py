"""When the person behind a request last showed who it is: logged in, or confirmed it again."""

from datetime import UTC, datetime
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest
from django.urls import reverse

from raadhus.core.access.models import Account


def identity_confirmed_at(request: HttpRequest) -> datetime | None:
    """Return the moment, or None when this session never did: an API key shows what a program may, not who is there."""
    if not isinstance(request.user, Account) or request.headers.get("Authorization"):
        return None
    moments = [record["at"] for record in get_authentication_records(request, request.user) if "at" in record]
    return datetime.fromtimestamp(max(moments), UTC) if moments else None


def confirm_identity_address(back: str) -> str:
    """Return the address where one confirms who one is, and comes back from."""
    return f"{reverse('account_reauthenticate')}?{urlencode({'next': back})}"
