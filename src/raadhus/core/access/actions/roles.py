"""Roles: grant, end."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account, RoleGrant
from raadhus.core.access.queries.decisions import forget
from raadhus.core.access.queries.requirement import require
from raadhus.core.access.rules.policy import WHOLE_HOUSE
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, DomainError, NotFound
from raadhus.kernel.periods import Period
from raadhus.kernel.roles import Role


class CannotGrantRole(DomainError):
    """The role cannot be given like that; the sentence says why."""


class CannotEndRole(DomainError):
    """The role cannot be ended on that day; the sentence says why."""


@transaction.atomic
def grant_role(
    *,
    actor: Actor,
    person_key: str,
    role: Role,
    unit: str | None,
    start: date,
    end: date | None = None,
    now: datetime,
) -> RoleGrant:
    """Give a person a role in a unit and all below it (None: everywhere) from `start` until `end`, exclusive.

    Raises CannotGrantRole for a role that nobody is granted, an empty period, an overlap, or to oneself.
    """
    require(actor, "access.grant_role", unit=unit or WHOLE_HOUSE, now=now)
    _check_grant(actor, person_key, role)
    _check_period(person_key, role, unit, start, end)
    grant = RoleGrant.objects.create(
        person_key=person_key, role=role, unit_key=unit, start_date=start, end_date=end, granted_at=now
    )
    forget()
    record(
        actor=actor,
        event="access.role_granted",
        subject=_subject(person_key),
        data={
            "role": role.value,
            "label": role.label,
            "unit": unit or "",
            "where": unit or _("hele kommunen"),
            "start": start.isoformat(),
            "end": end.isoformat() if end else "",
        },
        now=now,
    )
    return grant


@transaction.atomic
def end_role(*, actor: Actor, grant_id: int, end: date, now: datetime) -> RoleGrant:
    """Let a granted role end on a day (exclusive). A day that has passed is refused: history is not rewritten."""
    grant = RoleGrant.objects.select_for_update().filter(id=grant_id).first()
    if grant is None:
        raise NotFound(_("Rollen findes ikke."))
    require(actor, "access.end_role", unit=grant.unit_key or WHOLE_HOUSE, now=now)
    if end < localdate(now) or end <= grant.start_date:
        raise CannotEndRole(_("Rollen kan tidligst slutte i dag og skal have varet mindst en dag."))
    if grant.end_date is not None and grant.end_date <= end:
        raise CannotEndRole(_("Rollen slutter allerede %(day)s.") % {"day": grant.end_date})
    grant.end_date = end
    grant.save(update_fields=["end_date"])
    forget()
    record(
        actor=actor,
        event="access.role_ended",
        subject=_subject(grant.person_key),
        data={"role": grant.role, "label": Role(grant.role).label, "end": end.isoformat()},
        now=now,
    )
    return grant


def _check_grant(actor: Actor, person_key: str, role: Role) -> None:
    if role in {Role.EMPLOYEE, Role.PUBLIC}:
        raise CannotGrantRole(_("%(role)s er ikke en rolle, man får tildelt.") % {"role": _(role.label)})
    if actor.key == person_key:
        raise CannotGrantRole(_("Du kan ikke give dig selv en rolle. Bed en anden administrator om det."))


def _check_period(person_key: str, role: Role, unit: str | None, start: date, end: date | None) -> None:
    if end is not None and end <= start:
        raise CannotGrantRole(_("Rollen skal slutte efter den dag, den begynder."))
    period = Period(start, end)
    same = RoleGrant.objects.select_for_update().filter(person_key=person_key, role=role, unit_key=unit)
    if any(period.overlaps(Period(grant.start_date, grant.end_date)) for grant in same):
        raise Conflict(_("Personen har allerede rollen %(role)s der i den periode.") % {"role": _(role.label)})


def _subject(person_key: str) -> Subject:
    name = Account.objects.filter(person_key=person_key).values_list("name", flat=True).first()
    return Subject("account", person_key, name or person_key)
