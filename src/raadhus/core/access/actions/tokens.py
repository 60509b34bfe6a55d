"""API keys: create, use, revoke."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account, ApiToken
from raadhus.core.access.queries.decisions import may
from raadhus.core.access.queries.policy_table import policy_table
from raadhus.core.access.queries.requirement import require
from raadhus.core.access.rules.tokens import LONGEST_LIFE, hashed, new_key, use_is_news
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import NotFound, WrongInput


class CannotCreateToken(WrongInput):
    """The key cannot be made like that; the sentence says why."""


class NewToken(NamedTuple):
    """A key that was just made: `key` is shown to its owner this once."""

    id: int
    key: str


@transaction.atomic
def create_token(*, actor: Actor, name: str, verbs: Collection[str], expires_at: datetime, now: datetime) -> NewToken:
    """Make a key for the API that may some of what its owner may, until a moment at most a year ahead.

    Raises CannotCreateToken: no name, no verb, a verb the owner does not have, a period that is past or too long.
    """
    require(actor, "access.create_token", now=now)
    _check(actor, name, verbs, expires_at, now=now)
    key = new_key()
    token = ApiToken.objects.create(
        account=Account.objects.get(person_key=actor.key),
        name=name.strip(),
        hashed_key=hashed(key),
        verbs=sorted(set(verbs)),
        created_at=now,
        expires_at=expires_at,
    )
    record(
        actor=actor,
        event="access.token_created",
        subject=Subject("account", actor.key, actor.name),
        data={"token": token.name, "verbs": token.verbs, "expires_at": expires_at.isoformat()},
        now=now,
    )
    return NewToken(token.id, key)


@transaction.atomic
def revoke_token(*, actor: Actor, token_id: int, now: datetime) -> None:
    """Stop one of one's own keys at once. Raises NotFound for other people's."""
    require(actor, "access.revoke_token", now=now)
    own = ApiToken.objects.select_for_update().filter(account__person_key=actor.key)
    token = own.filter(id=token_id).first()
    if token is None:
        raise NotFound(_("Du har ingen sådan API-nøgle."))
    if token.revoked_at is not None:
        return
    token.revoked_at = now
    token.save(update_fields=["revoked_at"])
    record(
        actor=actor,
        event="access.token_revoked",
        subject=Subject("account", actor.key, actor.name),
        data={"token": token.name},
        now=now,
    )


def _check(actor: Actor, name: str, verbs: Collection[str], expires_at: datetime, *, now: datetime) -> None:
    if actor.kind is not ActorKind.PERSON or actor.token_verbs is not None:
        raise CannotCreateToken(_("En API-nøgle oprettes af en person, der er logget ind."))
    if not name.strip():
        raise CannotCreateToken(_("Giv nøglen et navn, så du kan kende den igen."))
    if not verbs:
        raise CannotCreateToken(_("Vælg mindst én handling, som nøglen må bruges til."))
    beyond = [verb for verb in verbs if verb not in policy_table() or not may(actor, verb, now=now)]
    if beyond:
        raise CannotCreateToken(_("Nøglen kan ikke mere end dig selv: %(verbs)s.") % {"verbs": ", ".join(beyond)})
    if not now < expires_at <= now + LONGEST_LIFE:
        raise CannotCreateToken(_("Nøglen skal udløbe i fremtiden og senest om et år."))


def note_use(*, actor: Actor, token_id: int, now: datetime) -> None:
    """Write down that a key was used, with a few minutes' precision. Not audited: what it was used for is."""
    token = ApiToken.objects.filter(id=token_id, account__person_key=actor.key).first()
    if token is not None and use_is_news(token.used_at, now):
        ApiToken.objects.filter(id=token.id).update(used_at=now)
