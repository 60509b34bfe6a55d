"""The job codes that no line of the list fits: the codes and how many people, as the newest release counted them."""

from datetime import datetime

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.personnel.queries.cubes import newest_release


def codes_without_group(viewer: Actor, *, now: datetime) -> tuple[tuple[str, int], ...]:
    """Return (code, people), most people first; nothing before anything has been released. No record about a person is read."""
    require(viewer, "personnel.read_settings", unit=WHOLE_HOUSE, now=now)
    newest = newest_release()
    counts = {} if newest is None else newest.manifest.get("made_of", {}).get("without_group", {})
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
