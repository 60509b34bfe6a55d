"""One term from the engine's answers to protected sums: its trees, its people, and each plan in its turn."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from raadhus.personnel.batch.columns import Asked, Columns, Engine, KeyBook, columns_of
from raadhus.personnel.batch.keeping import KeptSum, KeptTerm, of_sum
from raadhus.personnel.batch.planning import (
    NO_SHORTER,
    NOTHING_KNOWN,
    Known,
    KnownPlaces,
    Published,
    Setup,
    Shorter,
    TermPlanner,
    TermResult,
    in_branches,
    picked,
    population_of,
)
from raadhus.personnel.batch.sums import OPEN, SUMS, Sum, Table, is_movement
from raadhus.personnel.engines.cube import AS_IS, AS_WAS
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.counting import AGE_BANDS, UNKNOWN, Breakdown
from raadhus.personnel.rules.disclosure.explaining import explanation
from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Step, Term, Tree
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.population import Cell, Population, by_branch, cells_of
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.disclosure.settings import Settings as Limits
from raadhus.personnel.rules.facts import Settings
from raadhus.personnel.rules.history import History
from raadhus.personnel.rules.measures.definitions import Component
from raadhus.personnel.rules.measures.definitions import Population as Whose
from raadhus.personnel.rules.releasing import first_month_of, last_month_of

_NOVEMBER = 10


@dataclass(frozen=True, slots=True)
class Rules:
    """What a release is made by: definitions, limits, the occupation groups, the organisation and the day that "is" stands for."""

    settings: Settings
    limits: Limits
    groups: tuple[str, ...]
    history: History
    today: date


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


class TermJob:
    """Everything of one term. The engine is asked by person; what is returned holds no person.

    `kept` is about people: what a later plan needs of the term, once it is planned.
    """

    kept: KeptTerm

    def __init__(self, engine: Engine, term: Term, rules: Rules, keys: KeyBook, secret: Secret) -> None:
        self._engine, self._term, self._rules, self._keys, self._secret = engine, term, rules, keys, secret
        self._days = [date.fromordinal(month_of(number).reference) for number in _months(term)]

    def plan(self, known: Known = NOTHING_KNOWN, sums: Sequence[Sum] = SUMS) -> TermResult:
        """Return the sums of the term. `known` is what follows from shorter terms."""
        wanted = [one for one in sums if self._term.step is Step.YEAR or not is_movement(one)]
        tables = self.tables(wanted)
        trees, lattice = self.laid_out(tables.values())
        planner = TermPlanner(Setup(self._term, lattice, self._rules.limits, self._secret), known)
        laid = {
            key: in_branches(columns, lattice, trees.places) if len(columns) else columns
            for key, columns in tables.items()
        }
        people: dict[tuple[Whose, Table, Component | None], tuple[Columns, Population]] = {}
        for one in wanted:
            whose = (one.population, one.table, one.only)
            if whose not in people:
                columns = of_sum(laid[one.population, one.table], one)
                people[whose] = columns, self._population(columns, lattice, trees)
            columns, population = people[whose]
            shorter = self._shorter(columns, population, lattice, trees, known.about(one.name))
            planner.take(columns, population, one, shorter)
        planner.result.there = frozenset(lattice.places())
        self.kept = self._kept(trees, lattice, laid, planner)
        if trees.are_alike:
            mirror(planner.result, trees, self._rules.limits.least)
        return planner.result

    def tables(self, sums: Sequence[Sum]) -> dict[tuple[Whose, Table], Columns]:
        """Return the columns of the tables that the sums are over."""
        return {key: self._columns(one) for key, one in {(one.population, one.table): one for one in sums}.items()}

    def laid_out(self, tables: Collection[Columns]) -> tuple[Trees, Lattice]:
        """Return the organisations with cells of their own, and the places of the term, for these columns."""
        units = [unit for columns in tables for unit in columns.unit]
        trees = Trees.of(self._rules.history, self._term, self._rules.today, units)
        return trees, self._lattice(trees, tables)

    def _kept(
        self, trees: Trees, lattice: Lattice, tables: Mapping[tuple[Whose, Table], Columns], planner: TermPlanner
    ) -> KeptTerm:
        homes = {
            tree.version: {unit: tree.order[position] for unit, position in trees.places[tree.version].items()}
            for tree in lattice.trees
        }
        sums = {name: KeptSum.of(*planned) for name, planned in planner.planned.items()}
        return KeptTerm(self._term, lattice, homes, self._rules.limits, tables, sums)

    def _columns(self, one: Sum) -> Columns:
        first, last = first_month_of(self._term), last_month_of(self._term)
        if is_movement(one):
            first = last = self._term.year * 12 + _NOVEMBER
        asked = Asked(one.table, one.population, first, last, self._epochs)
        return columns_of(self._engine, asked, self._rules.settings, self._keys)

    @cached_property
    def _quarter_days(self) -> list[date]:
        """For each month of the term the day whose organisation its quarter is told by: the last one of the quarter, or of the term."""
        last = len(self._days) - 1
        return [self._days[min(place - place % 3 + 2, last)] for place in range(last + 1)]

    @cached_property
    def _epochs(self) -> dict[int, int]:
        """For each month of the term the place of the first of them with the same organisation, in itself and in its quarter."""
        history, days = self._rules.history, zip(self._days, self._quarter_days, strict=True)
        parents = [(history.tree(AS_WAS, own).parents, history.tree(AS_WAS, quarter).parents) for own, quarter in days]
        first = first_month_of(self._term)
        return {first + place: parents.index(there) for place, there in enumerate(parents)}

    def _lattice(self, trees: Trees, tables: Iterable[Columns]) -> Lattice:
        """Return the places of the term: the values that anybody in the municipality has."""
        there: dict[str, set[str]] = {}
        for columns in tables:
            for name, codes in columns.codes.items():
                there.setdefault(name, set()).update(codes)
        values = {
            Breakdown.OCCUPATION: self._rules.groups,
            Breakdown.AGE: (*(name for _year, name in AGE_BANDS), UNKNOWN),
            Breakdown.GENDER: ("K", "M", UNKNOWN),
            Breakdown.CONTRACT: ("full-time", "part-time", "hourly"),
        }
        breakdowns = {
            name.value: tuple(one for one in every if one in there.get(name.value, ()))
            for name, every in values.items()
        }
        return Lattice(trees.used, breakdowns, (), range(self._term.year, self._term.year + 1))

    def _population(self, columns: Columns, lattice: Lattice, trees: Trees) -> Population:
        population = population_of(columns, lattice, trees.places)
        _order, ends = by_branch(lattice.trees[0], population.unit[lattice.trees[0].version])
        return replace(population, ends=ends) if len(population) else population

    def _shorter(
        self, columns: Columns, population: Population, lattice: Lattice, trees: Trees, known: KnownPlaces
    ) -> Shorter:
        """Return what shorter terms tell of a sum: of months each in its own organisation, of quarters in that of their last day."""
        if not len(columns):
            return NO_SHORTER

        def cells(places: frozenset[Place], days: Sequence[date]) -> tuple[Cell, ...]:
            if not places:
                return ()
            history, now = self._rules.history, lattice.trees[0].parents
            if all(history.tree(AS_WAS, days[epoch]).parents == now for epoch in set(columns.epoch)):
                return tuple(cell for cell in cells_of(population, lattice) if cell.place in places)
            return tuple(self._summed(columns, lattice, trees, places, days))

        broken = cells(known.broken, self._days)
        return Shorter(
            (*cells(known.months, self._days), *cells(known.quarters, self._quarter_days)),
            tuple(cell for cell in broken if len(cell.columns)),
        )

    def _summed(
        self, columns: Columns, lattice: Lattice, trees: Trees, places: frozenset[Place], days: Sequence[date]
    ) -> Iterator[Cell]:
        """Yield the cells of these places as the sums of their parts, each in the organisation of its day."""
        found: dict[Place, list[np.ndarray[tuple[int], np.dtype[np.int64]]]] = {}
        epochs = np.array(columns.epoch)
        for epoch in sorted(set(columns.epoch)):
            own = np.flatnonzero(epochs == epoch)
            was = self._rules.history.tree(AS_WAS, days[epoch])
            here = replace(lattice, trees=(was, *lattice.trees[1:]))
            inside = {**trees.places, AS_WAS: trees.position(was, days[epoch])}
            for cell in cells_of(population_of(picked(columns, own), here, inside), here):
                if cell.place in places:
                    found.setdefault(cell.place, []).append(own[cell.columns])
        for place, parts in sorted(found.items()):
            at = np.sort(np.concatenate(parts))
            yield Cell(place, at, len(np.unique(columns.person[at])))


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


def _months(term: Term) -> range:
    return range(first_month_of(term), last_month_of(term) + 1)
