"""Targets: what a unit is to reach in a measure, whether it has, and which units a target holds for (docs/rules/personnel.md)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.measures.definitions import Measure, Unit

_COUNTED = frozenset({Unit.PERSONS, Unit.FULL_TIME})


class Direction(StrEnum):
    """Which side of the value is good; `label` is Danish."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"

    @property
    def label(self) -> str:
        """The Danish words before the value."""
        return _DIRECTION_LABELS[self]


class TargetState(StrEnum):
    """Whether a target is reached; `label` is Danish."""

    REACHED = "reached"
    MISSED = "missed"
    NO_FIGURE = "no_figure"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _STATE_LABELS[self]


_DIRECTION_LABELS = {Direction.AT_MOST: "højst", Direction.AT_LEAST: "mindst"}
_STATE_LABELS = {
    TargetState.REACHED: "Nået",
    TargetState.MISSED: "Ikke nået",
    TargetState.NO_FIGURE: "Intet tal",
}


def state_of(direction: Direction, value: Decimal, figure: Decimal | None) -> TargetState:
    """Return whether the figure, as it is shown, reaches the target; the value itself is enough, and no figure says nothing."""
    if figure is None:
        return TargetState.NO_FIGURE
    good = figure <= value if direction is Direction.AT_MOST else figure >= value
    return TargetState.REACHED if good else TargetState.MISSED


def is_handed_down(measure: Measure) -> bool:
    """Return True when a target also holds for the units below: a share or an average does, a number of people or full-time posts does not."""
    return measure.unit not in _COUNTED


def nearest(unit: str, parents: Mapping[str, str], holding: Sequence[str]) -> str | None:
    """Return the first of `holding` on the way from the unit to the top, itself first; None when there is none."""
    seen: set[str] = set()
    while unit and unit not in seen:
        if unit in holding:
            return unit
        seen.add(unit)
        unit = parents.get(unit, "")
    return None


def years_meet(first: int, last: int | None, other_first: int, other_last: int | None) -> bool:
    """Return True when two spans of whole years share a year; None is still running."""
    return first <= (other_last or other_first + 10_000) and other_first <= (last or first + 10_000)


def check_years(first: int, last: int | None, this_year: int) -> None:
    """Raise WrongInput unless the years are in order and near enough to mean something."""
    earliest, latest = this_year - 30, this_year + 30
    if not earliest <= first <= latest or (last is not None and last > latest):
        raise WrongInput(f"Skriv år mellem {earliest} og {latest}.")
    if last is not None and last < first:
        raise WrongInput("Det sidste år ligger før det første. Byt dem om, eller lad det sidste stå tomt.")
