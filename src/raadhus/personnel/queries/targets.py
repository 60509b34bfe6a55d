"""Targets: which one counts for a unit's figure, and the list with the newest figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import AS_IS, Cube
from raadhus.personnel.models import Target
from raadhus.personnel.queries.branches import labels, parents
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.rules.amounts import shown
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.sentences import with_unit
from raadhus.personnel.rules.targets import Direction, TargetState, is_handed_down, nearest, state_of

_DECEMBER = 11


@dataclass(frozen=True, slots=True)
class TargetNow:
    """The target that counts for a unit in a year. `unit_key` is where it was set; `is_own` is False when that is a unit above."""

    direction: Direction
    value: Decimal
    unit_key: str
    unit: str
    is_own: bool
    measure: str

    @property
    def words(self) -> str:
        """Such as "højst 13,0 dage (sat for Skoler)"."""
        said = f"{_(self.direction.label)} {with_unit(MEASURES[self.measure], self.value)}"
        if self.is_own:
            return said
        return _("%(target)s (sat for %(unit)s)") % {"target": said, "unit": self.unit}

    def state(self, figure: Decimal | None) -> TargetState:
        """Return whether a figure, as it is shown, reaches it."""
        return state_of(self.direction, self.value, figure)


def target_for(
    unit_key: str, measure: str, year: int, *, version: str = AS_IS, cube: Cube | None = None
) -> TargetNow | None:
    """Return the unit's own target in a year, else that of the nearest unit above that has one, else None.

    Above is as in the version of the organisation that the figure is shown in. A target for a number of people or full-time posts holds
    for its own unit only.
    """
    return _counting(_in_year(year).filter(measure=measure).order_by("first_year"), unit_key, year, version, cube)


def targets_for(unit_key: str, year: int, *, version: str = AS_IS, cube: Cube | None = None) -> Mapping[str, TargetNow]:
    """Return what `target_for` says of every measure that has a target, by measure; read at once."""
    by_measure: dict[str, list[Target]] = {}
    for row in _in_year(year).order_by("first_year"):
        by_measure.setdefault(row.measure, []).append(row)
    found = {measure: _counting(rows, unit_key, year, version, cube) for measure, rows in by_measure.items()}
    return {measure: target for measure, target in found.items() if target is not None}


def _counting(rows: Iterable[Target], unit_key: str, year: int, version: str, cube: Cube | None) -> TargetNow | None:
    """Return the target among those of one measure that counts for a unit."""
    held = {row.unit_key: row for row in rows}
    measure = next((row.measure for row in held.values()), "")
    if measure not in MEASURES:
        return None
    if unit_key in held:
        found: str | None = unit_key
    elif not is_handed_down(MEASURES[measure]):
        return None
    else:
        opened = cube or current_cube()
        found = nearest(unit_key, parents(opened, version, year * 12 + _DECEMBER), tuple(held))
    return None if found is None else _now(held[found], unit_key, cube)


def _in_year(year: int) -> "QuerySet[Target]":
    return Target.objects.filter(
        Q(last_year__isnull=True) | Q(last_year__gte=year), removed_at=None, first_year__lte=year
    )


def _now(row: Target, unit_key: str, cube: Cube | None) -> TargetNow:
    is_own = row.unit_key == unit_key
    name = "" if is_own else labels(cube or current_cube()).get(row.unit_key, row.unit_key)
    value = shown(row.value, MEASURES[row.measure])
    return TargetNow(Direction(row.direction), value, row.unit_key, name, is_own, row.measure)
