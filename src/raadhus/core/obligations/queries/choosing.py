"""What a form lets a person choose in an obligation's place."""

from datetime import datetime

from raadhus.core.obligations.queries.lists import open_obligations
from raadhus.core.obligations.queries.standing import StandingAsked, standing_decisions
from raadhus.core.obligations.rules.standing import State
from raadhus.kernel.actors import Actor

MOST_SUCCESSORS = 500
LONGEST_CHOICE = 100


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
