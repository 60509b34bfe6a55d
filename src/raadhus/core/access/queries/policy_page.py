"""The policy table as a page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.access.queries.policy_table import policy_table, rooms
from raadhus.core.access.queries.requirement import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import Verb


@dataclass(frozen=True, slots=True)
class PolicyRoom:
    """A room's part of the policy table."""

    label: str
    verbs: tuple[Verb, ...]


def policy_rooms(*, viewer: Actor, now: datetime) -> tuple[PolicyRoom, ...]:
    """Return the policy table by room."""
    require(viewer, "access.read_policy", now=now)
    policy_table()
    return tuple(PolicyRoom(_(room.label), room.verbs) for room in rooms() if room.verbs)
