"""Names of units and centres, and which of them the viewer answers for."""

from datetime import date, datetime

from django.utils.timezone import localdate

from raadhus.core.access.public import scope, unit_covers
from raadhus.core.organisation.public import all_versions
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

    def under(self, units: frozenset[str], on: date) -> list[str]:
        """Return the keys of the given units and of all below them."""
        return sorted(key for key in self._names if any(unit_covers(unit, key, on) for unit in units))


def units_answered_for(viewer: Actor, verb: str, now: datetime) -> list[str] | None:
    """Return the units in which the viewer may use the verb; None when it is all of them."""
    given = scope(viewer, verb, now=now)
    return None if given.everything else UnitNames().under(given.units, localdate(now))
