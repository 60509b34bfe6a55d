"""The decision: may this actor do this verb, here, on this day, and why.

Deny by default: a verdict is yes only when a reason for yes was found. See docs/rules/access.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadhus.kernel.actors import ActorKind
from raadhus.kernel.periods import Period
from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import Verb

# Asks for the verb in the whole house: only a grant without a unit will do.
WHOLE_HOUSE = "*"

# Tells whether a unit is another unit, or lies below it, on a day: (ancestor, unit, day).
Covers = Callable[[str, str, date], bool]


class ReasonCode(StrEnum):
    """Why yes, or why not. The sentences are in queries/explanations.py."""

    SYSTEM = "system"
    EVERYBODY = "everybody"
    EVERY_EMPLOYEE = "every_employee"
    GRANTED = "granted"
    TOKEN_NARROWS = "token_narrows"  # noqa: S105 - a reason's name, no secret
    NO_LOGIN = "no_login"
    NO_GRANT = "no_grant"
    OTHER_ROLE = "other_role"
    NOT_BEGUN = "not_begun"
    ENDED = "ended"
    OTHER_UNIT = "other_unit"


ALLOWING = frozenset({ReasonCode.SYSTEM, ReasonCode.EVERYBODY, ReasonCode.EVERY_EMPLOYEE, ReasonCode.GRANTED})


@dataclass(frozen=True, slots=True)
class Grant:
    """A role granted to a person: in a unit and all below it, or (None) everywhere, for a period."""

    role: Role
    unit_key: str | None
    period: Period


@dataclass(frozen=True, slots=True)
class Standing:
    """What the decision needs to know about an actor."""

    kind: ActorKind
    has_login: bool = False
    grants: tuple[Grant, ...] = ()
    token_verbs: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning; `grant` is the grant it speaks of."""

    code: ReasonCode
    grant: Grant | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no, with every reason that was weighed; those for yes come first."""

    verb: Verb
    unit_key: str | None
    on: date
    allowed: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the actor may do a verb: everywhere, or in the named units and all below them."""

    everything: bool
    units: frozenset[str] = frozenset()


def decide(verb: Verb, standing: Standing, *, unit: str | None, on: date, covers: Covers) -> Verdict:
    """Return the verdict. `unit` None asks whether the actor may at all, somewhere; WHOLE_HOUSE asks for everywhere."""
    reasons = tuple(sorted(_reasons(verb, standing, unit, on, covers), key=lambda reason: reason.code not in ALLOWING))
    allowed = any(reason.code in ALLOWING for reason in reasons)
    return Verdict(verb, unit, on, allowed, reasons)


def scope_of(verb: Verb, standing: Standing, *, on: date) -> Scope:
    """Return where the actor may do the verb on that day."""
    reasons = _reasons(verb, standing, None, on, lambda _ancestor, _unit, _on: True)
    allowing = [reason for reason in reasons if reason.code in ALLOWING]
    everything = any(reason.grant is None or reason.grant.unit_key is None for reason in allowing)
    if everything:
        return Scope(everything=True)
    units = (reason.grant.unit_key for reason in allowing if reason.grant is not None)
    return Scope(everything=False, units=frozenset(unit for unit in units if unit is not None))


def roles_held(standing: Standing, *, on: date) -> frozenset[Role]:
    """Return the roles an actor holds somewhere on that day. Everybody is the public; every login is an employee."""
    if not standing.has_login:
        return frozenset({Role.PUBLIC})
    granted = {grant.role for grant in standing.grants if on in grant.period}
    return frozenset({Role.PUBLIC, Role.EMPLOYEE, *granted})


def _reasons(verb: Verb, standing: Standing, unit: str | None, on: date, covers: Covers) -> Iterable[Reason]:
    if standing.kind is ActorKind.SYSTEM:
        return [Reason(ReasonCode.SYSTEM)]
    if Role.PUBLIC in verb.roles:
        return [Reason(ReasonCode.EVERYBODY)]
    if not standing.has_login:
        return [Reason(ReasonCode.NO_LOGIN)]
    if standing.token_verbs is not None and verb.name not in standing.token_verbs:
        return [Reason(ReasonCode.TOKEN_NARROWS)]
    if Role.EMPLOYEE in verb.roles:
        return [Reason(ReasonCode.EVERY_EMPLOYEE)]
    weighed = [Reason(_weigh(verb, grant, unit, on, covers), grant) for grant in standing.grants]
    return weighed or [Reason(ReasonCode.NO_GRANT)]


def _weigh(verb: Verb, grant: Grant, unit: str | None, on: date, covers: Covers) -> ReasonCode:
    if grant.role not in verb.roles:
        return ReasonCode.OTHER_ROLE
    if on < grant.period.start:
        return ReasonCode.NOT_BEGUN
    if on not in grant.period:
        return ReasonCode.ENDED
    if grant.unit_key is None or unit is None:
        return ReasonCode.GRANTED
    if unit == WHOLE_HOUSE or not covers(grant.unit_key, unit, on):
        return ReasonCode.OTHER_UNIT
    return ReasonCode.GRANTED
