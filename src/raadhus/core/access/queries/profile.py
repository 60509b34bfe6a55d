"""One's own account, as one sees it oneself."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account, ApiToken
from raadhus.core.access.queries.accounts import AccountPage, AccountRow, GrantRow, account_rows, grant_rows
from raadhus.core.access.queries.decisions import roles_of
from raadhus.core.access.queries.requirement import require
from raadhus.core.access.queries.tokens import own_tokens
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.roles import Role


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """What one sees of oneself."""

    account: AccountRow
    grants: tuple[GrantRow, ...]
    roles: tuple[Role, ...]
    tokens: tuple[ApiToken, ...]
    language: str
    has_second_factor: bool


def own_account(*, viewer: Actor, now: datetime) -> AccountPage:
    """Return the viewer's own account with its roles."""
    require(viewer, "access.read_own_account", now=now)
    rows = account_rows(Account.objects.filter(person_key=viewer.key), localdate(now))
    if not rows:
        raise NotFound(_("Du har ingen konto."))
    return AccountPage(rows[0], grant_rows(viewer.key, localdate(now)))


def own_profile(*, viewer: Actor, now: datetime) -> OwnProfile:
    """Return everything of the viewer's own account that the profile page shows."""
    page = own_account(viewer=viewer, now=now)
    own = Account.objects.get(person_key=viewer.key)
    return OwnProfile(
        account=page.account,
        grants=page.grants,
        roles=roles_in_order(viewer, now),
        tokens=tuple(own_tokens(viewer)),
        language=own.language,
        has_second_factor=Authenticator.objects.filter(user=own).exists(),
    )


def roles_in_order(viewer: Actor, now: datetime) -> tuple[Role, ...]:
    """Return the viewer's roles today in the house's order."""
    held = roles_of(viewer, now)
    return tuple(role for role in Role if role in held)
