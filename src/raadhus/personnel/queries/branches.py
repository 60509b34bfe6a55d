"""What lies above and below a unit in the published cube, as the organisation was in a month or as it is now."""

from collections.abc import Mapping
from functools import lru_cache

from raadhus.personnel.engines.cube import AS_IS, VERSIONS, Cube, CubeUnit

Lineage = Mapping[str, frozenset[str]]


@lru_cache(maxsize=128)
def lineage(cube: Cube, month: int) -> Lineage:
    """Return each unit with itself and all above it, in the month's organisation or today's: a unit that moved has both.

    A month outside the cube counts as its nearest. Worked out once for each: a published cube never changes.
    """
    found: dict[str, frozenset[str]] = {}
    for version in VERSIONS:
        own: dict[str, frozenset[str]] = {}
        for one in cube.units_in(version, within(cube, month)):
            own[one.unit] = frozenset({one.unit}) | own.get(one.parent, frozenset())
        for unit, above in own.items():
            found[unit] = found.get(unit, frozenset()) | above
    return found


def parents(cube: Cube, version: str, month: int) -> Mapping[str, str]:
    """Return each unit's parent in a version and month; "" at the top."""
    return {one.unit: one.parent for one in cube.units_in(version, within(cube, month))}


def within(cube: Cube, month: int) -> int:
    """Return the month, or the nearest that the cube has."""
    return min(max(month, int(cube.about["first_month"])), int(cube.about["last_month"]))


def labels(cube: Cube) -> Mapping[str, str]:
    """Return what each unit is called, today's name before earlier ones."""
    ordered = sorted(cube.units, key=lambda one: (one.version == AS_IS, one.first_month))
    return {one.unit: one.label for one in ordered}


def listed(cube: Cube, month: int | None = None) -> tuple[CubeUnit, ...]:
    """Return today's units in order, as they are in a month or in the cube's last."""
    return cube.units_in(AS_IS, within(cube, int(cube.about["last_month"]) if month is None else month))
