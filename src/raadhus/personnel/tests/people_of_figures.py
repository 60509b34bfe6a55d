"""Leaders of the invented cube's units, for tests of who sees what."""

from datetime import date

from django.contrib.auth import get_user_model
from django.test import Client
from tests.cast import NOW, PASSWORD, STAGE_CREW

from raadhus.core.access.public import create_account, grant_role
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.roles import Role


def make_leader(unit, role=Role.UNIT_LEADER, *, key="lene-linde", start=date(2020, 1, 1), end=None):
    """Return somebody who leads one unit of the cube in a period."""
    create_account(
        actor=STAGE_CREW, person_key=key, name=key.title(), email=f"{key}@a.example", password=PASSWORD, now=NOW
    )
    grant_role(actor=STAGE_CREW, person_key=key, role=role, unit=unit, start=start, end=end, now=NOW)
    return Actor(ActorKind.PERSON, key, key.title())


def client_as(actor):
    """Return a client that is logged in as somebody."""
    client = Client()
    client.force_login(get_user_model().objects.get(person_key=actor.key))
    return client
