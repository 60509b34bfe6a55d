"""The list of targets with the newest figure of each, and which of them one may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import scope
from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import AS_IS, Cube, CubeFigure
from raadhus.personnel.models import Target
from raadhus.personnel.queries.aiming import SET_TARGET
from raadhus.personnel.queries.branches import Lineage, labels, lineage
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.rules.amounts import shown, written
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.sentences import with_unit
from raadhus.personnel.rules.targets import Direction, TargetState, state_of


@dataclass(frozen=True, slots=True)
class TargetShown:
    """A target with the newest figure of its years. `figure` is empty when there is none, and `period` says of when it is."""

    key: str
    unit_key: str
    unit: str
    measure: Measure
    direction: Direction
    value: str
    plain_value: str
    number: Decimal
    first_year: int
    last_year: int | None
    reason: str
    set_by: str
    set_at: datetime
    removed_at: datetime | None
    figure: str
    plain_figure: str
    figure_number: Decimal | None
    period: str
    state: TargetState
    may_change: bool

    @property
    def years(self) -> str:
        """Such as "fra 2025" or "2024-2026"."""
        if self.last_year is None:
            return _("fra %(year)s") % {"year": self.first_year}
        return str(self.first_year) if self.last_year == self.first_year else f"{self.first_year}-{self.last_year}"

    @property
    def kind(self) -> str:
        """The kind of status tag."""
        kinds = {TargetState.REACHED: "success", TargetState.MISSED: "warning", TargetState.NO_FIGURE: "neutral"}
        return kinds[self.state]


@dataclass(frozen=True, slots=True)
class TargetsAsked:
    """What the list is narrowed to; empty is everything that holds. `removed` asks for those that were removed."""

    unit: str = ""
    measure: str = ""
    state: str = ""
    removed: bool = False


def targets(viewer: Actor, now: datetime, asked: TargetsAsked) -> tuple[TargetShown, ...]:
    """Return the targets of the units reached and of all above them, by measure, unit and year, the newest first."""
    cube = current_cube()
    reach = Reach(viewer, cube, now)
    tree = lineage(cube, int(cube.about["last_month"]))
    names, where = labels(cube), scope(viewer, SET_TARGET, now=now)
    found = []
    for row in _rows(asked):
        above = tree.get(row.unit_key, frozenset())
        if row.measure not in MEASURES or not (reach.everything or _concerns(row.unit_key, tree, reach)):
            continue
        may_change = where.everything or bool(above & where.units)
        if may_change or not asked.removed:
            found.append(_shown(row, names, _newest(cube, reach, row), may_change=may_change))
    found.sort(key=lambda one: (one.measure.name, one.unit, -one.first_year))
    return tuple(one for one in found if not asked.state or one.state == asked.state)


def _concerns(unit: str, tree: Lineage, reach: Reach) -> bool:
    """Return True for a unit that is led, lies below one that is, or above."""
    led_above = bool(tree.get(unit, frozenset()) & reach.roots)
    return led_above or any(unit in tree.get(root, frozenset()) for root in reach.roots)


def _rows(asked: TargetsAsked) -> QuerySet[Target]:
    rows = Target.objects.filter(removed_at__isnull=not asked.removed)
    if asked.unit:
        rows = rows.filter(unit_key=asked.unit)
    if asked.measure:
        rows = rows.filter(measure=asked.measure)
    return rows.order_by("id")


def _newest(cube: Cube, reach: Reach, row: Target) -> CubeFigure | None:
    """Return the newest published year of the target's years that the viewer may see."""
    last = row.last_year or int(cube.about["last_month"]) // 12
    years = [one for one in cube.series(AS_IS, row.unit_key, row.measure, step=Step.YEAR) if one.term.year <= last]
    seen = [one for one in reach.seen(years) if one.term.year >= row.first_year]
    return max(seen, key=lambda one: one.term, default=None)


def _shown(row: Target, names: Mapping[str, str], figure: CubeFigure | None, *, may_change: bool) -> TargetShown:
    measure, direction = MEASURES[row.measure], Direction(row.direction)
    value = shown(row.value, measure)
    known = None if figure is None else figure.value
    told = "" if figure is None else figure.words
    return TargetShown(
        key=str(row.pk),
        unit_key=row.unit_key,
        unit=names.get(row.unit_key, row.unit_key),
        measure=measure,
        direction=direction,
        value=f"{_(direction.label)} {with_unit(measure, value)}",
        plain_value=written(value, measure),
        number=value,
        first_year=row.first_year,
        last_year=row.last_year,
        reason=row.reason,
        set_by=row.set_by,
        set_at=row.set_at,
        removed_at=row.removed_at,
        figure=told if known is None else with_unit(measure, known),
        plain_figure="" if known is None else written(known, measure),
        figure_number=known,
        period="" if figure is None else str(figure.term.year),
        state=state_of(direction, value, known),
        may_change=may_change,
    )
