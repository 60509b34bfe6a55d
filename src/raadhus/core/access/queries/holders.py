"""Who holds a role, for those parts of the house that must tell them something."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from raadhus.core.access.models import Account, RoleGrant
from raadhus.kernel.roles import Role


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an open account."""

    person_key: str
    name: str
    email: str


def holders_of(role: Role, on: date) -> tuple[Holder, ...]:
    """Return who holds a role on a day, in a unit or everywhere, by name."""
    alive = Q(start_date__lte=on) & (Q(end_date__isnull=True) | Q(end_date__gt=on))
    keys = RoleGrant.objects.filter(alive, role=role.value).values("person_key")
    rows = Account.objects.filter(is_active=True, person_key__in=keys).order_by("name", "person_key")
    return tuple(Holder(row.person_key, row.name, row.email) for row in rows)
