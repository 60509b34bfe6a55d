"""Accounts and granted roles, as those who may see them see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account, RoleGrant
from raadhus.core.access.queries.decisions import may
from raadhus.core.access.queries.requirement import require
from raadhus.core.access.queries.units import unit_choices
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.roles import Role


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A granted role as a list shows it; `standing` is "now", "later" or "ended"."""

    id: int
    role: Role
    unit_key: str | None
    start: date
    end: date | None
    standing: str
    unit: str


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
    """One account with every role it was ever granted, and what the viewer may do with it."""

    account: AccountRow
    grants: tuple[GrantRow, ...]
    may: frozenset[str] = frozenset()


def accounts(
    *,
    viewer: Actor,
    text: str = "",
    role: str = "",
    standing: str = "",
    ordering: tuple[str, bool] = ("name", False),
    now: datetime,
) -> list[AccountRow]:
    """Return accounts; `text` is found in name, e-mail and person key, `role` must be held today.

    `standing` is "open", "closed" or both (""); `ordering` is a column of the list and whether it descends.
    """
    require(viewer, "access.read_accounts", now=now)
    found: QuerySet[Account] = Account.objects.all()
    if text:
        found = found.filter(Q(name__icontains=text) | Q(email__icontains=text) | Q(person_key__icontains=text))
    if standing:
        found = found.filter(is_active=standing == "open")
    if role:
        holders = _running(localdate(now)).filter(role=role).values("person_key")
        found = found.filter(person_key__in=holders)
    column, descends = ordering
    order = F({"email": "email", "latest_login_at": "last_login"}.get(column, "name"))
    found = found.order_by(order.desc(nulls_last=True) if descends else order.asc(nulls_first=True), "person_key")
    return account_rows(found, localdate(now))


def account(*, viewer: Actor, person_key: str, now: datetime) -> AccountPage:
    """Return one account with its roles, the running ones first. Raises NotFound."""
    found = Account.objects.filter(person_key=person_key)
    name = found.values_list("name", flat=True).first()
    require(viewer, "access.read_accounts", now=now, subject=Subject("account", person_key, name or person_key))
    rows = account_rows(found, localdate(now))
    if not rows:
        raise NotFound(_("Der findes ingen konto for %(person)s.") % {"person": person_key})
    return AccountPage(rows[0], grant_rows(person_key, localdate(now)), _deeds(viewer, person_key, now))


def may_create_account(viewer: Actor, now: datetime) -> bool:
    """Return whether the list offers a new account."""
    return may(viewer, "access.create_account", now=now)


def people_to_ask_about(*, viewer: Actor, now: datetime) -> list[tuple[str, str]]:
    """Return (person key, name) of everyone with an account, for the page that explains."""
    require(viewer, "access.explain", now=now)
    return list(Account.objects.order_by("name", "person_key").values_list("person_key", "name"))


def _deeds(viewer: Actor, person_key: str, now: datetime) -> frozenset[str]:
    """Return what the page offers: "grant", "end", "close", "explain". One's own roles and account are for others."""
    offered = {"end": "access.end_role", "explain": "access.explain"}
    if viewer.key != person_key:
        offered |= {"grant": "access.grant_role", "close": "access.close_account"}
    return frozenset(deed for deed, verb in offered.items() if may(viewer, verb, now=now))


def _running(on: date) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(Q(end_date__isnull=True) | Q(end_date__gt=on), start_date__lte=on)


def account_rows(found: QuerySet[Account], on: date) -> list[AccountRow]:
    """Return accounts with the roles held on that day."""
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


def grant_rows(person_key: str, on: date) -> tuple[GrantRow, ...]:
    """Return every role a person was granted, the running ones first."""
    units = dict(unit_choices(on))
    rows = [
        GrantRow(
            row.id,
            Role(row.role),
            row.unit_key,
            row.start_date,
            row.end_date,
            _standing(row, on),
            units.get(row.unit_key or "", row.unit_key or ""),
        )
        for row in RoleGrant.objects.filter(person_key=person_key).order_by("-start_date", "role", "id")
    ]
    return tuple(sorted(rows, key=lambda row: ("now", "later", "ended").index(row.standing)))


def _standing(row: RoleGrant, on: date) -> str:
    if on < row.start_date:
        return "later"
    return "now" if row.end_date is None or on < row.end_date else "ended"
