"""The demonstration's organisation, people and logins, made through the house's own actions. Safe to repeat."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from django.db import transaction

from raadhus.core.access.public import create_account, grant_role
from raadhus.core.organisation.public import appoint_leader, create_person, create_unit, move_unit, person, unit
from raadhus.kernel.actors import Actor
from raadhus.kernel.roles import Role

PASSWORD = "solen-staar-op-over-fjorden"  # noqa: S105 - printed to whoever runs the demonstration, on a loopback address


@dataclass(frozen=True, slots=True)
class Login:
    """What the demonstration prints for one role."""

    role: Role
    name: str
    email: str


def described() -> dict[str, Any]:
    """Return data/organisation.toml."""
    return tomllib.loads((files(__package__) / "data" / "organisation.toml").read_text(encoding="utf-8"))


def email_of(key: str) -> str:
    """Return the address of an invented person; the domain can never exist."""
    return f"{key}@eksempelkoebing.invalid"


def logins() -> tuple[Login, ...]:
    """Return one login per role, in the order of the file."""
    return tuple(
        Login(Role(row["role"]), row["name"], email_of(row["key"])) for row in described()["people"] if "role" in row
    )


def load_people(*, actor: Actor, now: datetime) -> Iterator[str]:
    """Make units, people, leaderships, accounts and roles that are not there yet; yield the name of each person made."""
    data = described()
    first_day: date = data["first_day"]
    for row in data["units"]:
        if unit(row["key"], now.date()) is None:
            create_unit(
                actor=actor,
                key=row["key"],
                short_name=row["short_name"],
                name=row["name"],
                parent_key=row.get("parent"),
                start=first_day,
                now=now,
            )
    _reorganise(data["moves"], actor=actor, now=now)
    for row in data["people"]:
        if person(row["key"], now.date()) is None:
            _make_person(row, actor=actor, first_day=first_day, now=now)
            yield row["name"]


def _reorganise(moves: list[dict[str, Any]], *, actor: Actor, now: datetime) -> None:
    """Put units under other units from a day on, where they are not there yet."""
    for row in moves:
        before = unit(row["unit"], row["on"])
        if before is not None and before.parent_key != row["parent"]:
            move_unit(actor=actor, key=row["unit"], parent_key=row["parent"], on=row["on"], now=now)


@transaction.atomic
def _make_person(row: dict[str, Any], *, actor: Actor, first_day: date, now: datetime) -> None:
    key = row["key"]
    create_person(
        actor=actor,
        key=key,
        name=row["name"],
        email=email_of(key),
        title=row["title"],
        unit_key=row["unit"],
        start=first_day,
        now=now,
    )
    if "leads" in row:
        appoint_leader(actor=actor, unit_key=row["leads"], person_key=key, start=first_day, now=now)
    if "role" in row:
        _make_login(row, actor=actor, first_day=first_day, now=now)


def _make_login(row: dict[str, Any], *, actor: Actor, first_day: date, now: datetime) -> None:
    key, role = row["key"], Role(row["role"])
    create_account(actor=actor, person_key=key, name=row["name"], email=email_of(key), password=PASSWORD, now=now)
    if role is not Role.EMPLOYEE:
        grant_role(actor=actor, person_key=key, role=role, unit=row.get("role_unit"), start=first_day, now=now)
