"""The units of a cube as trees, worked out once for each cube: who lies above whom in a month, and who below."""

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache

from raadhus.personnel.engines.cube import Cube, CubeUnit


class Trees:
    """Both versions of the organisation. A month after the last of the cube (a year that runs) is the last."""

    def __init__(self, cube: Cube) -> None:
        self._rows: dict[tuple[str, str], list[CubeUnit]] = defaultdict(list)
        changes: dict[str, set[int]] = defaultdict(set)
        for row in cube.units:
            self._rows[row.version, row.unit].append(row)
            changes[row.version] |= {row.first_month, row.after_month}
        self._changes = {version: sorted(months) for version, months in changes.items()}
        self._all = cube.units
        self._last = int(cube.about["last_month"])
        self._below: dict[tuple[str, int], dict[str, tuple[CubeUnit, ...]]] = {}

    def unit(self, version: str, key: str, month: int) -> CubeUnit | None:
        """Return a unit as it was in a month, or None."""
        month = min(month, self._last)
        found = self._rows.get((version, key), ())
        return next((row for row in found if row.first_month <= month < row.after_month), None)

    def latest(self, version: str, key: str) -> CubeUnit | None:
        """Return a unit as it was last, or None."""
        return max(self._rows.get((version, key), ()), key=lambda row: row.first_month, default=None)

    def path(self, version: str, key: str, month: int) -> tuple[CubeUnit, ...]:
        """Return the unit and all above it, itself first; nothing of a unit that was not there."""
        found: list[CubeUnit] = []
        here = self.unit(version, key, month)
        while here is not None and here not in found:
            found.append(here)
            here = self.unit(version, here.parent, month) if here.parent else None
        return tuple(found)

    def ever_above(self, version: str, key: str) -> frozenset[str]:
        """Return the unit and all that ever lay above it, and "" when it was at the top; nothing for a unit that never was."""
        found: set[str] = set()
        waiting = [key] if (version, key) in self._rows else []
        while waiting:
            here = waiting.pop()
            found.add(here)
            waiting += {row.parent for row in self._rows.get((version, here), ())} - found
        return frozenset(found)

    def below(self, version: str, key: str, month: int) -> tuple[CubeUnit, ...]:
        """Return the units right below one in a month, in order; below "" is the one at the top."""
        month = min(month, self._last)
        # Between two changes the organisation is the same: it is gone through once for each, not for each month.
        since = bisect_right(self._changes.get(version, []), month)
        if (version, since) not in self._below:
            found: dict[str, list[CubeUnit]] = defaultdict(list)
            for row in self._all:
                if row.version == version and row.first_month <= month < row.after_month:
                    found[row.parent].append(row)
            self._below[version, since] = {parent: tuple(rows) for parent, rows in found.items()}
        return self._below[version, since].get(key, ())

    def order(self, version: str, month: int, root: str = "") -> tuple[tuple[CubeUnit, int], ...]:
        """Return all units below one in a month, each right before those below it, with how deep it lies from there."""
        found: list[tuple[CubeUnit, int]] = []
        waiting = [(row, 0) for row in reversed(self.below(version, root, month))]
        while waiting:
            row, depth = waiting.pop()
            found.append((row, depth))
            waiting += [(one, depth + 1) for one in reversed(self.below(version, row.unit, month)) if one.unit != root]
        return tuple(found)

    def top(self, version: str, month: int) -> CubeUnit | None:
        """Return the municipality as a whole."""
        return next(iter(self.below(version, "", month)), None)


@lru_cache(maxsize=8)
def trees_of(cube: Cube) -> Trees:
    """Return the trees of a cube, made once; a published cube never changes."""
    return Trees(cube)
