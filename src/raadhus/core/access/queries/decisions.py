"""May this actor do this verb? The pure decision of rules/policy.py, fed from the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.models import Account, RoleGrant
from raadhus.core.access.queries.policy_table import verb_named
from raadhus.core.access.rules.policy import Covers, Grant, Scope, Standing, Verdict, decide, roles_held, scope_of
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.periods import Period
from raadhus.kernel.roles import Role


@dataclass(slots=True)
class _Memory:
    """What is known during one request: standings that were read, and whose account was just seen to be open."""

    standings: dict[str, Standing] = field(default_factory=dict)
    open_accounts: set[str] = field(default_factory=set)


# A page asks for dozens of verbs, the database is asked once.
_remembered: ContextVar[_Memory | None] = ContextVar("raadhus_standings", default=None)


class _UnitResolver:
    """Who lies under whom is known above access; until organisation registers, a unit covers itself only."""

    covers: Covers = staticmethod(lambda ancestor, unit, _on: ancestor == unit)


def register_unit_resolver(resolver: Covers) -> None:
    """Let organisation tell whether a unit is another unit or lies below it on a day: (ancestor_key, unit_key, on)."""
    _UnitResolver.covers = staticmethod(resolver)


def unit_covers(ancestor: str, unit: str, on: date) -> bool:
    """Return True when `unit` is `ancestor` or lies below it on that day."""
    return ancestor == unit or _UnitResolver.covers(ancestor, unit, on)


@contextmanager
def remembering(logged_in: Actor | None = None) -> Iterator[None]:
    """Read each actor's standing at most once inside the block: one request, by the middleware, which just read the account `logged_in`."""
    seen = {logged_in.key} if logged_in is not None and logged_in.kind is ActorKind.PERSON else set()
    token = _remembered.set(_Memory(open_accounts=seen))
    try:
        yield
    finally:
        _remembered.reset(token)


def forget() -> None:
    """Drop what was remembered, after grants or accounts changed."""
    memory = _remembered.get()
    if memory is not None:
        memory.standings.clear()
        memory.open_accounts.clear()


def standing_of(actor: Actor) -> Standing:
    """Return what the decision needs to know about the actor. A closed account stands like no account."""
    if actor.kind is not ActorKind.PERSON:
        return Standing(actor.kind)
    memory = _remembered.get()
    stored = memory.standings.get(actor.key) if memory is not None else None
    if stored is None:
        stored = _read_standing(actor.key, is_open=memory is not None and actor.key in memory.open_accounts)
        if memory is not None:
            memory.standings[actor.key] = stored
    return Standing(stored.kind, stored.has_login, stored.grants, actor.token_verbs)


def _read_standing(person_key: str, *, is_open: bool) -> Standing:
    if not is_open and not Account.objects.filter(person_key=person_key, is_active=True).exists():
        return Standing(ActorKind.PERSON)
    rows = RoleGrant.objects.filter(person_key=person_key).order_by("start_date", "id")
    grants = tuple(Grant(Role(row.role), row.unit_key, Period(row.start_date, row.end_date)) for row in rows)
    return Standing(ActorKind.PERSON, has_login=True, grants=grants)


def explain(actor: Actor, verb: str, *, unit: str | None = None, now: datetime) -> Verdict:
    """Return the verdict with its reasons. Raises UnknownVerb when no room declared the verb.

    `unit` None asks whether the actor may at all, somewhere (a door, a menu); give the unit of the thing when it has
    one, and WHOLE_HOUSE when only a grant for everything will do.
    """
    return decide(verb_named(verb), standing_of(actor), unit=unit, on=localdate(now), covers=unit_covers)


def may(actor: Actor, verb: str, *, unit: str | None = None, now: datetime) -> bool:
    """Return whether the actor may; see `explain` for what `unit` asks."""
    return explain(actor, verb, unit=unit, now=now).allowed


def scope(actor: Actor, verb: str, *, now: datetime) -> Scope:
    """Return where the actor may do the verb: everywhere, or in some units and all below them."""
    return scope_of(verb_named(verb), standing_of(actor), on=localdate(now))


def roles_of(actor: Actor, now: datetime) -> frozenset[Role]:
    """Return the roles the actor holds somewhere today; every login is an employee, everybody is the public."""
    return roles_held(standing_of(actor), on=localdate(now))
