"""Which centre a unit lay in on a day: the unit directly below the top."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from raadhus.kernel.periods import Period

_DEEPEST = 30


class UnitThen(Protocol):
    """A unit as it was through a period."""

    @property
    def key(self) -> str:
        """The unit's key."""

    @property
    def parent_key(self) -> str | None:
        """What it lay under; None at the top."""

    @property
    def period(self) -> Period:
        """When it was so."""


class Centres:
    """The tree of units through time, asked for centres."""

    def __init__(self, versions: Iterable[UnitThen]) -> None:
        self._versions: dict[str, list[UnitThen]] = defaultdict(list)
        for version in sorted(versions, key=lambda one: one.period.start):
            self._versions[version.key].append(version)

    def of(self, unit: str, day: date) -> str:
        """Return the key of the unit's centre that day: the unit itself when it is the top, or when nothing is known of it."""
        current = unit
        for _ in range(_DEEPEST):
            above = self._parent(current, day)
            if above is None or self._parent(above, day) is None:
                return current
            current = above
        return current

    def _parent(self, unit: str, day: date) -> str | None:
        """Return what it lay under that day, or as it was known nearest to it: payroll may be ahead of the organisation."""
        known = self._versions.get(unit)
        if not known:
            return None
        begun = [version for version in known if version.period.start <= day]
        return (begun[-1] if begun else known[0]).parent_key
