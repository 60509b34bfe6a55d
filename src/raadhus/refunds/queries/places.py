"""Names of units and centres, and which of them the viewer answers for."""

from datetime import datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import scope
from raadhus.core.organisation.public import all_versions, units_under
from raadhus.kernel.actors import Actor


class UnitNames:
    """Every unit's newest name, read once."""

    def __init__(self) -> None:
        self._names = {version.key: version for version in all_versions()}

    def label(self, key: str) -> str:
        """Return the short name, else the name, else the key."""
        found = self._names.get(key)
        return found.label if found else key

    def name(self, key: str) -> str:
        """Return the full name, or the key."""
        found = self._names.get(key)
        return found.name if found else key


def units_answered_for(viewer: Actor, verb: str, now: datetime) -> list[str] | None:
    """Return the units in which the viewer may use the verb; None when it is all of them."""
    given = scope(viewer, verb, now=now)
    return None if given.everything else sorted(units_under(given.units, localdate(now)))
