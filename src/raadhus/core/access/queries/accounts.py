"""Accounts and granted roles, as those who may see them see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account, RoleGrant
from raadhus.core.access.queries.decisions import roles_of
from raadhus.core.access.queries.policy_table import policy_table, rooms
from raadhus.core.access.queries.requirement import require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import Verb


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A granted role as a list shows it; `standing` is "now", "later" or "ended"."""

    id: int
    role: Role
    unit_key: str | None
    start: date
    end: date | None
    standing: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with the roles its person holds today."""

    person_key: str
    name: str
    email: str
    is_open: bool
    latest_login_at: datetime | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One account with every role it was ever granted."""

    account: AccountRow
    grants: tuple[GrantRow, ...]


@dataclass(frozen=True, slots=True)
class PolicyRoom:
    """A room's part of the policy table."""

    label: str
    verbs: tuple[Verb, ...]


def accounts(
    *, viewer: Actor, text: str = "", role: str = "", only_open: bool = False, now: datetime
) -> list[AccountRow]:
    """Return accounts by name; `text` is found in name, e-mail and person key, `role` must be held today."""
    require(viewer, "access.read_accounts", now=now)
    found: QuerySet[Account] = Account.objects.order_by("name", "person_key")
    if text:
        found = found.filter(Q(name__icontains=text) | Q(email__icontains=text) | Q(person_key__icontains=text))
    if only_open:
        found = found.filter(is_active=True)
    if role:
        holders = _running(localdate(now)).filter(role=role).values("person_key")
        found = found.filter(person_key__in=holders)
    return _rows(found, localdate(now))


def account(*, viewer: Actor, person_key: str, now: datetime) -> AccountPage:
    """Return one account with its roles, the running ones first. Raises NotFound."""
    found = Account.objects.filter(person_key=person_key)
    name = found.values_list("name", flat=True).first()
    require(viewer, "access.read_accounts", now=now, subject=Subject("account", person_key, name or person_key))
    rows = _rows(found, localdate(now))
    if not rows:
        raise NotFound(_("Der findes ingen konto for %(person)s.") % {"person": person_key})
    return AccountPage(rows[0], _grants(person_key, localdate(now)))


def own_account(*, viewer: Actor, now: datetime) -> AccountPage:
    """Return the viewer's own account with its roles."""
    require(viewer, "access.read_own_account", now=now)
    rows = _rows(Account.objects.filter(person_key=viewer.key), localdate(now))
    if not rows:
        raise NotFound(_("Du har ingen konto."))
    return AccountPage(rows[0], _grants(viewer.key, localdate(now)))


def policy_rooms(*, viewer: Actor, now: datetime) -> tuple[PolicyRoom, ...]:
    """Return the policy table by room."""
    require(viewer, "access.read_policy", now=now)
    policy_table()
    return tuple(PolicyRoom(_(room.label), room.verbs) for room in rooms() if room.verbs)


def roles_in_order(viewer: Actor, now: datetime) -> tuple[Role, ...]:
    """Return the viewer's roles today in the house's order."""
    held = roles_of(viewer, now)
    return tuple(role for role in Role if role in held)


def _running(on: date) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(Q(end_date__isnull=True) | Q(end_date__gt=on), start_date__lte=on)


def _rows(found: QuerySet[Account], on: date) -> list[AccountRow]:
    people = list(found)
    held: dict[str, set[Role]] = {}
    for person_key, role in (
        _running(on).filter(person_key__in=[one.person_key for one in people]).values_list("person_key", "role")
    ):
        held.setdefault(person_key, set()).add(Role(role))
    return [_row(one, held.get(one.person_key, ())) for one in people]


def _row(one: Account, held: Iterable[Role]) -> AccountRow:
    roles = tuple(role for role in Role if role in held)
    return AccountRow(one.person_key, one.name, one.email, one.is_active, one.last_login, roles)


def _grants(person_key: str, on: date) -> tuple[GrantRow, ...]:
    rows = [
        GrantRow(row.id, Role(row.role), row.unit_key, row.start_date, row.end_date, _standing(row, on))
        for row in RoleGrant.objects.filter(person_key=person_key).order_by("-start_date", "role", "id")
    ]
    return tuple(sorted(rows, key=lambda row: ("now", "later", "ended").index(row.standing)))


def _standing(row: RoleGrant, on: date) -> str:
    if on < row.start_date:
        return "later"
    return "now" if row.end_date is None or on < row.end_date else "ended"
