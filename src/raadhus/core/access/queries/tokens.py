"""API keys: whose is this one, and which are mine."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from raadhus.core.access.models import ApiToken
from raadhus.core.access.queries.actors import actor_of_user
from raadhus.core.access.queries.decisions import may
from raadhus.core.access.queries.policy_table import policy_table
from raadhus.core.access.queries.requirement import require
from raadhus.core.access.rules.tokens import hashed, is_usable
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import Verb


class Bearer(NamedTuple):
    """Who a key speaks for: its owner, narrowed to the key's verbs."""

    actor: Actor
    token_id: int


def bearer_of(key: str, *, now: datetime) -> Bearer | None:
    """Return who the key speaks for, or None when it is unknown, expired or revoked, or its owner's account is closed."""
    token = ApiToken.objects.select_related("account").filter(hashed_key=hashed(key)).first()
    if token is None or not is_usable(expires_at=token.expires_at, revoked_at=token.revoked_at, now=now):
        return None
    owner = actor_of_user(token.account)
    if owner.is_public:
        return None
    return Bearer(Actor(ActorKind.PERSON, owner.key, owner.name, frozenset(token.verbs)), token.id)


def own_tokens(viewer: Actor) -> QuerySet[ApiToken]:
    """Return the viewer's own keys, the newest first."""
    return ApiToken.objects.filter(account__person_key=viewer.key).order_by("-created_at", "-id")


def verbs_for_token(*, viewer: Actor, now: datetime) -> tuple[Verb, ...]:
    """Return the verbs a key of the viewer's could be made for: those beyond everybody's that the viewer has."""
    require(viewer, "access.create_token", now=now)
    return tuple(
        verb for verb in policy_table().values() if Role.PUBLIC not in verb.roles and may(viewer, verb.name, now=now)
    )
