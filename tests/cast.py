"""The cast of characters: one invented person per role, made through the house's own actions.

    def test_something(cast, client_of, actor_of, now): ...
    def test_with_units(house, now): ...     # the same cast, placed in an organisation with leaders

`cast[Role.HR]` is an Actor. `cast.outsider` has no login. `client_of(Role.HR)` is a Django client that is logged in as
that person, `client_of(None)` an anonymous one. `actor_of(Role.HR)` is `cast[Role.HR]`; `actor_of(None)` is the public.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from tests.kept import laid

from raadhus.core.access.public import create_account, grant_role
from raadhus.core.organisation import public as organisation
from raadhus.kernel.actors import PUBLIC, Actor, ActorKind, system
from raadhus.kernel.roles import Role

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
PASSWORD = "ræven-springer-over-hegnet"
BEGINNING = date(2025, 1, 1)
STAGE_CREW = system("tests", "Prøverne")


class Character(NamedTuple):
    """One person: role, key, name, and the unit the role is granted in (None: everywhere)."""

    role: Role
    key: str
    name: str
    unit: str | None = None


# The unit leader leads sac-myndighed, which lies under the centre sac that the centre head leads; fdc is nobody's here.
CHARACTERS = (
    Character(Role.SECRETARY, "signe-sand", "Signe Sand"),
    Character(Role.CHIEF_EXECUTIVE, "karl-krage", "Karl Krage"),
    Character(Role.CENTRE_HEAD, "cecilie-ceder", "Cecilie Ceder", "sac"),
    Character(Role.UNIT_LEADER, "uffe-urt", "Uffe Urt", "sac-myndighed"),
    Character(Role.HR, "hanne-hassel", "Hanne Hassel"),
    Character(Role.SECURITY_OFFICER, "ib-isfugl", "Ib Isfugl"),
    Character(Role.DPO, "dorte-due", "Dorte Due"),
    Character(Role.PREPAREDNESS_LEAD, "bent-bavn", "Bent Bavn"),
    Character(Role.AUDITOR, "rita-ravn", "Rita Ravn"),
    Character(Role.ADMINISTRATOR, "anders-birk", "Anders Birk"),
    Character(Role.EMPLOYEE, "mette-mose", "Mette Mose"),
)


# (key, short name, name, parent) of the organisation that `house` makes
UNITS = (
    ("kommunen", "EK", "Eksempelkøbing Kommune", None),
    ("cba", "CBA", "Center for Byråd og Administration", "kommunen"),
    ("sac", "SAC", "Social- og Arbejdsmarkedscenter", "kommunen"),
    ("sac-myndighed", "SAC-M", "Myndighed", "sac"),
    ("fdc", "FDC", "Center for Familie og Dagtilbud", "kommunen"),
)


class Cast(Mapping[Role, Actor]):
    """The characters by role."""

    def __init__(self, actors: dict[Role, Actor]) -> None:
        self._actors = actors
        self.outsider = Actor(ActorKind.PERSON, "otto-ogle", "Otto Øgle")

    def __getitem__(self, role: Role) -> Actor:
        return self._actors[role]

    def __iter__(self) -> Iterator[Role]:
        return iter(self._actors)

    def __len__(self) -> int:
        return len(self._actors)


def email_of(key: str) -> str:
    return f"{key}@eksempelkoebing.example"


def enter(character: Character, moment: datetime) -> None:
    """Give a character a login and the role."""
    create_account(
        actor=STAGE_CREW,
        person_key=character.key,
        name=character.name,
        email=email_of(character.key),
        password=PASSWORD,
        now=moment,
    )
    if character.role is not Role.EMPLOYEE:
        grant_role(
            actor=STAGE_CREW,
            person_key=character.key,
            role=character.role,
            unit=character.unit,
            start=BEGINNING,
            end=None,
            now=moment,
        )


def actor(character: Character) -> Actor:
    return Actor(ActorKind.PERSON, character.key, character.name)


def found(moment: datetime) -> None:
    """Make the units, give everyone a place in one, and give the units their leaders."""
    for key, short_name, name, parent in UNITS:
        organisation.create_unit(
            actor=STAGE_CREW,
            key=key,
            short_name=short_name,
            name=name,
            parent_key=parent,
            start=BEGINNING,
            now=moment,
        )
    for character in CHARACTERS:
        place(character, moment)


def place(character: Character, moment: datetime) -> None:
    """Give a character a place in the organisation; who has a role in a unit leads it."""
    organisation.create_person(
        actor=STAGE_CREW,
        key=character.key,
        name=character.name,
        email=email_of(character.key),
        title=character.role.label,
        unit_key=character.unit or "cba",
        start=BEGINNING,
        now=moment,
    )
    if character.unit:
        organisation.appoint_leader(
            actor=STAGE_CREW,
            person_key=character.key,
            unit_key=character.unit,
            start=BEGINNING,
            now=moment,
        )


@pytest.fixture
def now() -> datetime:
    """A moment in the year that the tests live in."""
    return NOW


@pytest.fixture
def cast(db, now) -> Cast:
    laid(("cast", now), lambda: [enter(character, now) for character in CHARACTERS])
    return Cast({character.role: actor(character) for character in CHARACTERS} | {Role.PUBLIC: PUBLIC})


@pytest.fixture
def house(cast, now) -> Cast:
    """The cast in an organisation: the units of UNITS, everyone placed in one, and its leaders."""
    laid(("house", now), lambda: found(now))
    return cast


@pytest.fixture
def actor_of(cast):
    """Return the actor who plays a role; None is the public."""
    return lambda role: PUBLIC if role is None else cast[role]


@pytest.fixture
def client_of(cast):
    """Return a client logged in as the one who plays a role; None or Role.PUBLIC is anonymous."""
    account = get_user_model().objects

    def enter_as(role: Role | None) -> Client:
        client = Client()
        if role not in {None, Role.PUBLIC}:
            client.force_login(account.get(person_key=cast[role].key))
        return client

    return enter_as
