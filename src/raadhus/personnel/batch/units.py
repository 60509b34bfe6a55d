"""The units of a cube: as the organisation was month by month, and as it is on the release's day."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from raadhus.personnel.engines.cube import AS_IS, AS_WAS, CubeUnit
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.history import History, UnitSpan


def cube_units(history: History, first: int, last: int, today: date) -> Iterator[CubeUnit]:
    """Yield the units of both versions for the months from first to last."""
    begun, shape = first, _shape(history, _day(first))
    for month in range(first + 1, last + 2):
        there = _shape(history, _day(month)) if month <= last else None
        if there != shape:
            yield from _rows(AS_WAS, history, _day(begun), begun, month)
            begun, shape = month, there or {}
    yield from _rows(AS_IS, history, today, first, last + 1)


def _rows(version: str, history: History, day: date, first: int, after: int) -> Iterator[CubeUnit]:
    tree, there = history.tree(version, day), history.on(day)
    for position, unit in enumerate(tree.order):
        yield CubeUnit(
            *(version, unit, tree.parents[unit] or "", there[unit].label),
            position=position,
            depth=tree.depths[unit],
            first_month=first,
            after_month=after,
        )


def _shape(history: History, day: date) -> Mapping[str, tuple[str | None, str]]:
    return {key: (span.parent, span.label) for key, span in history.on(day).items()}


def _day(month: int) -> date:
    return date.fromordinal(month_of(month).reference)


def tree_hash(history: History, day: date) -> str:
    """Return the hash of the organisation of a day."""
    there: Mapping[str, UnitSpan] = history.on(day)
    return sha256(repr(sorted((key, span.parent) for key, span in there.items())).encode()).hexdigest()


def homes(history: History, units: frozenset[str], day: date) -> dict[str, frozenset[str]]:
    """Return, for each unit of a day, which of the units of payroll count in it."""
    tree = history.tree(AS_IS, day)
    found: dict[str, set[str]] = {unit: set() for unit in tree.order}
    for unit in units:
        at: str | None = history.home(unit, day) or tree.order[0]
        while at is not None:
            found[at].add(unit)
            at = tree.parents[at]
    return {unit: frozenset(inside) for unit, inside in found.items()}
