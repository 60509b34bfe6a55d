"""The organisation of a term and today's beside each other: where everybody lies in both, and what is told alike of both."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from raadhus.personnel.batch.planning import Published, TermResult
from raadhus.personnel.batch.sums import OPEN
from raadhus.personnel.engines.cube import AS_IS, AS_WAS
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.disclosure.explaining import explanation
from raadhus.personnel.rules.disclosure.lattice import Place, Term, Tree
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.history import History
from raadhus.personnel.rules.releasing import last_month_of


@dataclass(frozen=True)
class Trees:
    """The organisation of a term and today's, and where each unit of payroll lies in them."""

    history: History
    was: Tree
    now: Tree
    was_day: date
    today: date
    units: tuple[str, ...]

    @classmethod
    def of(cls, history: History, term: Term, today: date, units: Iterable[str]) -> "Trees":
        """Return the trees of a term: the organisation of its last day, and today's."""
        day = date.fromordinal(month_of(last_month_of(term)).reference)
        was, now = history.tree(AS_WAS, day), history.tree(AS_IS, today)
        return cls(history, was, now, day, today, tuple(sorted(set(units))))

    def position(self, tree: Tree, day: date) -> dict[str, int]:
        """Return each unit's position in a tree; one that never was counts at the top."""
        top = tree.order[0]
        return {unit: tree.positions[self.history.home(unit, day) or top] for unit in self.units}

    @cached_property
    def places(self) -> dict[str, dict[str, int]]:
        """Each unit's position in both trees."""
        return {AS_WAS: self.position(self.was, self.was_day), AS_IS: self.position(self.now, self.today)}

    @cached_property
    def are_alike(self) -> bool:
        """True when today's tree has the same people in every unit with people, under the same parent."""
        was, now = (_under(tree, self.places[tree.version]) for tree in (self.was, self.now))
        return all(
            was.get(unit) == inside and self.was.parents.get(unit) == self.now.parents[unit]
            for unit, inside in now.items()
        )

    @property
    def used(self) -> tuple[Tree, ...]:
        """The trees that have cells of their own."""
        return (self.was,) if self.are_alike else (self.was, self.now)


def _under(tree: Tree, places: Mapping[str, int]) -> dict[str, frozenset[str]]:
    """Return, for each unit with somebody below it, whose they are."""
    found: dict[str, set[str]] = {}
    for unit, position in places.items():
        at: str | None = tree.order[position]
        while at is not None:
            found.setdefault(at, set()).add(unit)
            at = tree.parents[at]
    return {node: frozenset(inside) for node, inside in found.items()}


def mirror(result: TermResult, trees: Trees, least: int) -> None:
    """Tell the same figures of today's organisation, where it has the same people in the same places."""
    was, now = (_under(tree, trees.places[tree.version]) for tree in (trees.was, trees.now))
    alike = {
        unit
        for unit in trees.now.parents
        if unit in was
        and {one for one in trees.was.children[unit] if one in was} == set(trees.now.children[unit]) & now.keys()
    }
    for name in sorted(result.sums):
        for told in (result.sums[name], result.words[name]):
            _copied(told, now.keys(), alike)
        for place in _empty(result.there, trees.now, now.keys()):
            if place.breakdown or name not in OPEN:
                result.words[name][place] = explanation(Hole.TOO_FEW, least)
            else:
                result.sums[name][place] = Published(0, blurred=False)
    result.there |= {replace(place, version=AS_IS) for place in result.there if place.unit in trees.now.parents}


def _copied(told: dict[Place, Any], units: Collection[str], alike: Collection[str]) -> None:
    for place, said in list(told.items()):
        if place.unit in (alike if place.merged else units):
            told[replace(place, version=AS_IS)] = said


def _empty(there: Iterable[Place], tree: Tree, filled: Collection[str]) -> Iterator[Place]:
    """Yield the places of today's units that nobody was in."""
    values = sorted({(place.breakdown, place.value) for place in there})
    for unit in tree.order:
        if unit not in filled:
            yield from (Place(AS_IS, unit, *value) for value in values)
