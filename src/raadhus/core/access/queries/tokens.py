"""API keys: whose is this one, and which are mine."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from raadhus.core.access.models import ApiToken
from raadhus.core.access.queries.actors import actor_of_user
from raadhus.core.access.rules.tokens import hashed, is_usable
from raadhus.kernel.actors import Actor, ActorKind


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
