"""What a form lets a person choose: owners, units, and what may take an obligation's place."""

from datetime import date, datetime

from raadhus.core.obligations.queries.lists import open_obligations
from raadhus.core.obligations.queries.standing import StandingAsked, standing_decisions
from raadhus.core.obligations.rules.standing import State
from raadhus.core.organisation.public import people, units
from raadhus.kernel.actors import Actor

MOST_SUCCESSORS = 500
LONGEST_CHOICE = 100


def people_to_choose(on: date) -> list[tuple[str, str]]:
    """Return everybody placed on a day, by name, with their title."""
    found = {person.key: f"{person.name}, {person.title}" if person.title else person.name for person in people(on)}
    return list(found.items())


def units_to_choose(on: date) -> list[tuple[str, str]]:
    """Return every unit of a day, by short name."""
    return [(unit.key, f"{unit.short_name} {unit.name}".strip()) for unit in units(on)]


def successors(viewer: Actor, key: str, *, now: datetime) -> list[tuple[str, str]]:
    """Return the active obligations that the viewer may see, but for this one."""
    found = (one for one in open_obligations(viewer, now) if one.key != key)
    return [(one.key, _short(one.text)) for one in found][:MOST_SUCCESSORS]


def standing_successors(viewer: Actor, key: str, *, now: datetime) -> list[tuple[str, str]]:
    """Return the standing decisions in force that the viewer may see, but for this one."""
    live = standing_decisions(viewer, StandingAsked(state=State.IN_FORCE.value), now=now)
    return [(one.key, _short(f"{one.body}: {one.title}")) for one in live if one.key != key]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_CHOICE else f"{text[:LONGEST_CHOICE].rstrip()}…"
