"""One term from the engine's answers to protected sums: its trees, its people, and each plan in its turn."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

import numpy as np

from raadhus.personnel.batch.beside import Beside, Kept
from raadhus.personnel.batch.columns import Asked, Columns, Engine, KeyBook, columns_of
from raadhus.personnel.batch.keeping import KeptSum, KeptTerm, of_sum
from raadhus.personnel.batch.made_by import Rules
from raadhus.personnel.batch.planning import (
    NO_SHORTER,
    NOTHING_KNOWN,
    Known,
    KnownPlaces,
    ShorterCells,
    TermPlanner,
    TermResult,
    TermSetup,
    in_branches,
    picked,
    population_of,
)
from raadhus.personnel.batch.sums import SUMS, Sum, Table, is_movement
from raadhus.personnel.batch.trees import Trees, mirror
from raadhus.personnel.engines.cube import AS_WAS
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.counting import AGE_BANDS, UNKNOWN, Breakdown
from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.population import Cell, Population, by_branch, cells_of
from raadhus.personnel.rules.measures.definitions import Component
from raadhus.personnel.rules.measures.definitions import Population as Whose
from raadhus.personnel.rules.releasing import first_month_of, last_month_of

_NOVEMBER = 10


class TermJob:
    """Everything of one term. The engine is asked by person; what is returned holds no person.

    `kept` is about people: what a later plan needs of the term, once it is planned.
    """

    kept: KeptTerm

    def __init__(
        self,
        engine: Engine,
        term: Term,
        rules: Rules,
        keys: KeyBook,
        secret: Secret,
        *,
        within: Kept = lambda _term: (),
    ) -> None:
        """`within` gives every plan that is kept of a shorter term."""
        self._engine, self._term, self._rules, self._keys, self._secret = engine, term, rules, keys, secret
        self._within = within
        self._days = [date.fromordinal(month_of(number).reference) for number in _months(term)]

    def plan(self, known: Known = NOTHING_KNOWN, sums: Sequence[Sum] = SUMS) -> TermResult:
        """Return the sums of the term. `known` is what follows from shorter terms."""
        wanted = [one for one in sums if self._term.step is Step.YEAR or not is_movement(one)]
        tables = self.tables(wanted)
        trees, lattice = self.laid_out(tables.values())
        planner = TermPlanner(TermSetup(self._term, lattice, self._rules.limits, self._secret), known)
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
            planner.take(columns, population, one, self._beside(columns, one, shorter, known.about(one.name)))
        planner.result.there = frozenset(lattice.places())
        self.kept = self._kept(trees, lattice, laid, planner)
        if trees.are_alike:
            mirror(planner.result, trees, self._rules.limits.least)
        return planner.result

    def _beside(self, columns: Columns, one: Sum, shorter: ShorterCells, about: KnownPlaces) -> ShorterCells:
        """Return what shorter terms tell of a sum, to be laid upon them month by month where it is audited."""
        if self._term.step is Step.MONTH or not one.is_audited or is_movement(one):
            return shorter
        beside = Beside(self._term, one, about, self._within)
        epochs = [self._epochs[number] for number in _months(self._term)]
        return beside.laid_upon(shorter, columns, lambda: self._month_by_month(one), epochs)

    def _month_by_month(self, one: Sum) -> Columns:
        """Return the columns of a sum's table month by month: the epoch is the month's place in the term."""
        months = _months(self._term)
        apart = {number: place for place, number in enumerate(months)}
        if (one.population, one.table) not in self._by_month:
            asked = Asked(one.table, one.population, months[0], months[-1], apart)
            self._by_month[one.population, one.table] = columns_of(
                self._engine, asked, self._rules.settings, self._keys
            )
        return self._by_month[one.population, one.table]

    @cached_property
    def _by_month(self) -> dict[tuple[Whose, Table], Columns]:
        return {}

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
    ) -> ShorterCells:
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
        return ShorterCells(
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


def _months(term: Term) -> range:
    return range(first_month_of(term), last_month_of(term) + 1)
