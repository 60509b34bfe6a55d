"""Who must log in with a second factor and does not have one yet."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from raadhus.core.access.models import Account
from raadhus.core.access.queries.decisions import roles_of
from raadhus.core.access.queries.requests import actor_of
from raadhus.kernel.roles import Role

# The library keeps in the session how the person logged in.
_METHODS = "account_authentication_methods"


def lacks_second_factor(request: HttpRequest, *, now: datetime) -> bool:
    """Return True when one of the person's roles works only with a second factor (MFA_ROLES) and there is none.

    Who came through the municipality's log-in service was asked there.
    """
    if not settings.MFA_ROLES or not isinstance(request.user, Account):
        return False
    if not roles_of(actor_of(request), now) & {Role(role) for role in settings.MFA_ROLES}:
        return False
    if any(method.get("method") == "socialaccount" for method in request.session.get(_METHODS, ())):
        return False
    return not Authenticator.objects.filter(user=request.user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
