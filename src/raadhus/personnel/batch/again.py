"""A sum of a term that is out, planned again beside all its earlier plans, attacked, and published with the noise that it had."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import sqrt

import numpy as np

from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.keeping import KeptSum, KeptTerm
from raadhus.personnel.batch.planning import Published, TermResult, picked
from raadhus.personnel.batch.sums import Sum, below_of, is_movement, name_of
from raadhus.personnel.batch.term import Trees
from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed, Difference
from raadhus.personnel.rules.disclosure.attacks.estimates import Unknown, enough_noise
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.corrections import (
    Again,
    Out,
    Told,
    changed_people,
    changes,
    lay_together,
    plan_again,
)
from raadhus.personnel.rules.disclosure.gate import Gate
from raadhus.personnel.rules.disclosure.lattice import Address, Lattice, Place, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret, stepped
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, Reals, by_branch
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.release import Figure, publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Component, Disclosure

NEW = -1.0


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
class Setup:
    """What every sum of a term that is planned again takes."""

    term: Term
    lattice: Lattice
    trees: Trees
    settings: Settings
    secret: Secret


@dataclass
class SumAgain:
    """A sum planned again: what is published of it now, or None while the change is about too few people."""

    one: Sum
    laid: "LaidTogether"
    within: Collection[Place]
    plan: Plan | None = None
    sums: dict[str, dict[Place, Published]] = field(default_factory=dict)
    words: dict[Place, str] = field(default_factory=dict)
    deviations: dict[str, float] = field(default_factory=dict)

    def kept(self, places: Collection[Place]) -> tuple[KeptSum, Columns]:
        """Return what is to be kept of it, and the columns that count now; of what was planned only these places went out."""
        assert self.plan is not None  # noqa: S101 - nothing is kept of what was not planned
        plan, at = self.plan, np.full(len(self.laid.population), -1, dtype=np.int64)
        now = np.sort(self.laid.now)
        at[now] = np.arange(len(now))

        def own(cells: Sequence[Cell]) -> tuple[Cell, ...]:
            return tuple(replace(cell, columns=np.sort(at[cell.columns])) for cell in cells)

        shown = [cell for cell in plan.shown if cell.place in places]
        kept = KeptSum(own(shown), own(plan.known), own(plan.hidden), own(self.laid.derived), self.deviations)
        return kept, picked(self.laid.columns, now)


@dataclass(frozen=True)
class LaidTogether:
    """The columns of all plans of a sum and of what is to be published now (`now`), in one row, in the order of the branches.

    `derived` are the cells that follow from shorter terms, `broken` those that would tell what is a hole in one of them.
    """

    one: Sum
    setup: Setup
    columns: Columns
    out: Out
    now: Numbers
    derived: tuple[Cell, ...] = ()
    broken: tuple[Cell, ...] = ()

    @classmethod
    def of(cls, one: Sum, setup: Setup, generations: Sequence[Generation], present: Columns) -> "LaidTogether":
        """Lay the present columns of a sum together with those of its plans."""
        plans = [*(generation.kept.columns(one) for generation in generations), present]
        at, first = lay_together([_said(columns, one) for columns in plans])
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


def _said(columns: Columns, one: Sum) -> list[tuple[int | str, ...]]:
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


def planned_again(
    laid: LaidTogether, within: Collection[Place], new: Collection[Place], deviations: Sequence[Mapping[str, float]]
) -> SumAgain:
    """Plan, attack and publish a sum beside all that is out of it. Raises Unsafe when an attack succeeds, and TooLittleNoise.

    `new` are the places within where nothing is out yet, `deviations` the noise of each of its plans, by the name of what was published.
    """
    one = laid.one
    again = Again(laid.out, laid.subject(one.component, one.name), laid.now, within, laid.derived, new)
    found = SumAgain(one, laid, within, plan_again(again, laid.setup.lattice, laid.setup.settings))
    if found.plan is None:
        return found
    said = list(_exact(found.plan, again, laid.broken)) if one.is_audited else []
    if said:
        raise Unsafe(f"{laid.setup.term}, {one.name}: {' '.join(said)}")
    for component in (one.component, *one.beside):
        name = name_of(one.population, component)
        noise = [told[name] for told in deviations]
        found.deviations[name] = _enough(found.plan, laid, component, noise)
        own = replace(found.plan, subject=laid.subject(component, name))
        figures: dict[Address, Figure] = {}
        for deviation, cells in _by_noise(laid, found.plan.shown, [*noise, found.deviations[name]]).items():
            released = publish(replace(own, shown=tuple(cells)), laid.setup.secret, deviation)
            figures |= released.figures
        found.sums[name] = _published(found.plan, laid, figures)
        found.words = {address.place: said for address, said in publish(own, laid.setup.secret, 0.0).words.items()}
    return found


def _by_noise(laid: LaidTogether, cells: Iterable[Cell], deviations: Sequence[float]) -> dict[float, list[Cell]]:
    """Return cells by their noise: what was told of just these people stands to the digit, and the rest is of this plan, the last one."""
    found: dict[float, list[Cell]] = {deviations[-1]: []}
    for cell in cells:
        deviation = deviations[laid.out.first.get(cell.columns.tobytes(), -1)]
        found.setdefault(deviation, []).append(cell)
    return found


def _exact(plan: Plan, again: Again, broken: Sequence[Cell]) -> Iterator[str]:
    """Yield what T1, T2 and T4 find beyond what is out and open: hidden cells of all plans, people, and changes."""
    gate = Gate(plan, (*again.out.hidden, *broken))
    yield from (f"{one.attack}: {one.sentence}" for one in gate.exact() if one.sentence)
    population, known = plan.subject.population, (*plan.known, *plan.before.known)
    now, then = Compressed(population, (*known, *plan.shown)), Compressed(population, known)
    nowhere = Place("", "")
    moves = [
        Difference(nowhere, nowhere, 1, one.columns[one.weights > 0], one.columns[one.weights < 0])
        for one in changes(again)
    ]
    changed = sum(now.knows(one) and not then.knows(one) for one in moves)
    if changed:
        yield f"T1: {changed} ændringer af enkeltpersoner kan regnes ud."
    if Compressed(population, (*known, *plan.shown), broken).following(broken):
        yield "T1: det, der mangler i en kortere periode, kan regnes ud af en længere."


def _enough(plan: Plan, laid: LaidTogether, component: Component, deviations: Sequence[float]) -> float:
    """Return the noise on what is new: the last plan's, or as much more as hides everybody from all figures old and new (T6).

    What somebody added before and after a change are two secrets here. Raises TooLittleNoise.
    """
    one, cells = laid.one, (*laid.out.shown, *plan.shown)
    spread = float(laid.columns.values[component][laid.now].std()) if len(laid.now) else 0.0
    if one.disclosure is Disclosure.OPEN or not cells or not spread:
        return deviations[-1]
    apart = replace(laid.population, person=np.arange(len(laid.population)))
    unit = spread * sqrt(one.together)
    told = _by_noise(laid, cells, [*(deviation / unit for deviation in deviations), NEW])
    fresh = {cell.columns.tobytes(): cell for cell in told.pop(NEW)}
    parts = [(cell, part) for part, own in told.items() for cell in {c.columns.tobytes(): c for c in own}.values()]
    attacked = OwnNoise(apart, parts, list(fresh.values()))
    needed = enough_noise(attacked, deviations[-1] / unit, plan.settings) * unit
    return needed if one.disclosure is Disclosure.PROTECTED_FLOW else stepped(needed)


class OwnNoise(Compressed):
    """T6 where the figures have different noise: some have their own, in standard deviations of a person's value, and the others are asked about."""

    def __init__(self, population: Population, told: Sequence[tuple[Cell, float]], fresh: Sequence[Cell]) -> None:
        """Lay the columns together by the cells they are in. No two cells are of the same columns."""
        super().__init__(population, [*(cell for cell, _ in told), *fresh])
        self._told, self._fresh, self._new = told, fresh, 1.0

    def unknown(self, noise_part: float) -> Unknown:
        """Return what is left unknown of each when the others have this noise."""
        self._new = noise_part
        self.__dict__.pop("_decomposed", None)
        return super().unknown(1.0)

    @cached_property
    def _decomposed(self) -> tuple[Reals, Reals]:
        """The singular values and vectors of the figures, each in its own noise."""
        parts = [part for _cell, part in self._told] + [self._new] * len(self._fresh)
        rows = np.array([self.members(cell) for cell in self.published], dtype=float)
        _left, values, basis = np.linalg.svd(rows * np.sqrt(self.sizes) / np.array(parts)[:, None], full_matrices=False)
        return values, basis


def _published(plan: Plan, laid: LaidTogether, figures: Mapping[Address, Figure]) -> dict[Place, Published]:
    below = {other: laid.values(other) for other in below_of(laid.one) if other in laid.columns.values}
    cells = {cell.place: cell for cell in (*plan.known, *plan.shown)}
    return {
        address.place: Published(
            figure.total,
            figure.blurred,
            {other: int(numbers[cells[address.place].columns].sum()) for other, numbers in below.items()},
        )
        for address, figure in figures.items()
    }


def is_of(one: Sum, term: Term) -> bool:
    """Return True when the term has the sum."""
    return term.step is Step.YEAR or not is_movement(one)
