"""Who stands behind a cell, and how cells of units become cells of nodes: by plain Python, as the engines must answer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from raadhus.personnel.rules.absences import AbsencePart
from raadhus.personnel.rules.calendar import Month
from raadhus.personnel.rules.counting import AnyCell, Counted, Scope, absence, stock
from raadhus.personnel.rules.measures.definitions import Component
from raadhus.personnel.rules.measures.finishing import added
from raadhus.personnel.rules.timeline import Stretch


class Contributors(NamedTuple):
    """The people behind one component of a cell: how many, how many with something, their sum, the largest and the second largest."""

    people: int
    contributing: int
    amount: int
    largest: int
    second: int


def placed(counted: Counted, nodes: Mapping[str, Iterable[str]]) -> Counted:
    """Return the cells of nodes: `nodes` names, for each unit, every node it lies under. A unit under none is in no cell."""
    gathered: dict[AnyCell, list[dict[Component, int]]] = defaultdict(list)
    for cell, components in counted.items():
        for node in nodes.get(cell.unit, ()):
            gathered[cell._replace(unit=node)].append(components)
    return {cell: added(parts) for cell, parts in gathered.items()}


def contributors(
    rows: Iterable[Stretch | AbsencePart],
    month: Month,
    scope: Scope,
    component: Component,
    nodes: Mapping[str, Iterable[str]] | None = None,
) -> dict[AnyCell, Contributors]:
    """Return the people behind one component of each cell; the rows are all stretches or all parts of absences."""
    amounts: dict[AnyCell, list[int]] = defaultdict(list)
    for own in _by_person(rows).values():
        stretches = [row for row in own if isinstance(row, Stretch)]
        parts = [row for row in own if isinstance(row, AbsencePart)]
        counted = stock(stretches, month, scope) | absence(parts, month, scope)
        for cell, components in (counted if nodes is None else placed(counted, nodes)).items():
            amounts[cell].append(components[component])
    return {cell: _contributors(sorted(found, reverse=True)) for cell, found in amounts.items()}


def _by_person(rows: Iterable[Stretch | AbsencePart]) -> dict[str, list[Stretch | AbsencePart]]:
    found: dict[str, list[Stretch | AbsencePart]] = defaultdict(list)
    for row in rows:
        found[row.person].append(row)
    return found


def _contributors(amounts: list[int]) -> Contributors:
    second = amounts[1] if len(amounts) > 1 else 0
    return Contributors(len(amounts), sum(amount > 0 for amount in amounts), sum(amounts), amounts[0], second)
