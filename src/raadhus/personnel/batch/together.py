"""The columns of every plan of a sum in one row, with those that are to be told now."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.keeping import KeptTerm
from raadhus.personnel.batch.planning import TermResult
from raadhus.personnel.batch.sums import Sum, below_of, is_movement
from raadhus.personnel.batch.trees import Trees
from raadhus.personnel.rules.disclosure.corrections import (
    Out,
    Told,
    changed_people,
    lay_together,
)
from raadhus.personnel.rules.disclosure.lattice import Lattice, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, by_branch
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Component


@dataclass(frozen=True)
class Generation:
    """One plan of a term as it was kept, and what was published by it in the end."""

    kept: KeptTerm
    out: TermResult

    def told(self, one: Sum) -> Told:
        """Return the sum's cells that went out; a month's places that the year shows instead did not."""
        own, published = self.kept.sums[one.name], self.out.sums.get(one.name, {})
        shown, derived = (
            tuple(cell for cell in cells if cell.place in published) for cells in (own.shown, own.derived)
        )
        return Told(shown, (*own.known, *derived), own.hidden, tuple(self.kept.lattice.trees))


@dataclass(frozen=True)
class AgainSetup:
    """What every sum of a term that is planned again takes."""

    term: Term
    lattice: Lattice
    trees: Trees
    settings: Settings
    secret: Secret


@dataclass(frozen=True)
class LaidTogether:
    """The columns of all plans of a sum and of what is to be published now (`now`), in one row, in the order of the branches.

    `derived` are the cells that follow from shorter terms, `broken` those that would tell what is a hole in one of them.
    """

    one: Sum
    setup: AgainSetup
    columns: Columns
    out: Out
    now: Numbers
    derived: tuple[Cell, ...] = ()
    broken: tuple[Cell, ...] = ()

    @classmethod
    def of(cls, one: Sum, setup: AgainSetup, generations: Sequence[Generation], present: Columns) -> "LaidTogether":
        """Lay the present columns of a sum together with those of its plans."""
        plans = [*(generation.kept.columns(one) for generation in generations), present]
        at, first = lay_together([what_is_said(columns, one) for columns in plans])
        where = np.array([setup.trees.places["was"].get(plans[n].unit[c], 0) for n, c in first], dtype=np.int64)
        order = np.argsort(where, kind="stable")
        turned = np.empty_like(order)
        turned[order] = np.arange(len(order))
        states = [turned[found] for found in at]
        columns = _gathered(plans, [first[place] for place in order.tolist()], one)
        out = Out.of([generation.told(one) for generation in generations], states[:-1])
        return cls(one, setup, columns, out, states[-1])

    @cached_property
    def population(self) -> Population:
        """The columns as the plans take them; what counts no longer is nowhere."""
        columns, lattice, counts = self.columns, self.setup.lattice, self._counts
        unit = {
            tree.version: _only(
                np.array([self.setup.trees.places[tree.version].get(one, 0) for one in columns.unit], np.int64), counts
            )
            for tree in lattice.trees
        }
        codes = {}
        for name, values in lattice.breakdowns.items():
            place = {value: code for code, value in enumerate(values)}
            codes[name] = _only(np.array([place.get(one, -1) for one in columns.codes[name]], np.int64), counts)
        first = lattice.trees[0]
        where = np.array([self.setup.trees.places[first.version].get(one, 0) for one in columns.unit], np.int64)
        _order, ends = by_branch(first, where)
        return Population(columns.person, unit, codes, columns.keys, ends)

    @cached_property
    def _counts(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        counts = np.zeros(len(self.columns), dtype=bool)
        counts[self.now] = True
        return counts

    @property
    def is_changed(self) -> bool:
        """True when anybody is not what the last plan said."""
        return bool(len(changed_people(self.population, self.out.states[-1], self.now)))

    def values(self, component: Component) -> Numbers:
        """Return what each column adds to a sum now."""
        return np.where(self._counts, self.columns.values[component], 0)

    def spread(self, component: Component) -> float:
        """Return the standard deviation of what counts now; 0 when there is nobody."""
        return float(self.columns.values[component][self.now].std()) if len(self.now) else 0.0

    def subject(self, component: Component, name: str) -> Subject:
        """Return a sum over the columns in common."""
        one = self.one
        whole = self.values(one.only) if one.kind is Kind.SHARE and one.only else None
        also = tuple(self.values(other) for other in one.also) if component is one.component else ()
        values = self.values(component)
        return Subject(name, one.disclosure, one.kind, self.setup.term, self.population, values, also=also, whole=whole)


def _only(numbers: Numbers, counts: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> Numbers:
    return np.where(counts, numbers, -1)


def _components(columns: Columns, one: Sum) -> list[Component]:
    """Return what a column says of a sum: its own values, and those that are published or judged beside them."""
    listed = {one.component, *one.beside, *one.also, *below_of(one)} | ({one.only} if one.only else set())
    return sorted(listed & columns.values.keys())


def what_is_said(columns: Columns, one: Sum) -> list[tuple[int | str, ...]]:
    """Return what each column says of the sum and of whom; the same person with the same is the same column."""
    parts = (
        *(columns.who.tolist(), columns.epoch, columns.unit),
        *(columns.codes[name] for name in sorted(columns.codes)),
        *(columns.values[component].tolist() for component in _components(columns, one)),
    )
    return list(zip(*parts, strict=True))


def _gathered(plans: Sequence[Columns], first: Sequence[tuple[int, int]], one: Sum) -> Columns:
    """Return the columns, each as it was first told: with that key its noise is the same as long as nothing changes."""
    who = np.array([plans[n].who[c] for n, c in first], dtype=np.int64)
    return Columns(
        tuple(plans[n].epoch[c] for n, c in first),
        tuple(plans[n].unit[c] for n, c in first),
        {name: tuple(plans[n].codes[name][c] for n, c in first) for name in plans[-1].codes},
        np.unique(who, return_inverse=True)[1].reshape(-1).astype(np.int64),
        {
            component: np.array([plans[n].values[component][c] for n, c in first], dtype=np.int64)
            for component in _components(plans[-1], one)
        },
        np.array([plans[n].keys[c] for n, c in first], dtype=np.int64),
        who,
        np.array([plans[n].spell[c] for n, c in first], dtype=np.int64),
    )


def is_of(one: Sum, term: Term) -> bool:
    """Return True when the term has the sum."""
    return term.step is Step.YEAR or not is_movement(one)
