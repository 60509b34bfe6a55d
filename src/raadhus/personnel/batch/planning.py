"""The plans of one term: which sums are shown where, with what noise, attacked before anything leaves here."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt

import numpy as np

from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.sums import HEADS, Sum, below_of, is_movement, name_of
from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.estimates import enough_noise
from raadhus.personnel.rules.disclosure.attacks.grids import Upon
from raadhus.personnel.rules.disclosure.attacks.months import Month
from raadhus.personnel.rules.disclosure.gate import Blurred, Common, Gate, TriedAttack
from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret, stepped
from raadhus.personnel.rules.disclosure.plan import Before, Plan, make_plan
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, cells_of
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.disclosure.span import Vector
from raadhus.personnel.rules.measures.definitions import FULL_WEEK, Component, Disclosure
from raadhus.personnel.rules.measures.definitions import Population as Whose

# Whole people are counted: less noise than this would round to none at all.
LEAST_COUNT_NOISE = 1.0
_COUNTED = frozenset({Component.JOINED, Component.LEFT, Component.MOVED})
_HUNDRED, _WHOLE = 100, 0.999
# Whoever may be of a group or not is uncertain by at most half a person, as a standard deviation.
_BY_CHANCE = 0.5


# What is told of a month's stocks, by whose columns they are over.
Stocks = dict[tuple[Whose, Component | None], Month]


@dataclass(frozen=True, slots=True)
class Published:
    """A sum as it leaves its plan, with what stands below the line beside it."""

    total: int
    blurred: bool
    below: Mapping[Component, int] = field(default_factory=dict)


@dataclass
class TermResult:
    """All that is known of a term: sums by name and place, words where there are none, and what the attacks said.

    `stocks` are about people, for the attack over all months; they are never kept.
    """

    term: Term
    sums: dict[str, dict[Place, Published]] = field(default_factory=dict)
    words: dict[str, dict[Place, str]] = field(default_factory=dict)
    attacks: list[dict[str, str | int | float]] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    holes: dict[str, int] = field(default_factory=dict)
    there: frozenset[Place] = frozenset()
    stocks: Stocks = field(default_factory=dict)

    def places(self, name: str) -> frozenset[Place]:
        """Return where a sum is shown as a plain unit or value, without the merged ones."""
        return frozenset(place for place in self.sums.get(name, {}) if not place.merged)


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """What of a longer term's sum is shown by shorter ones: the places that follow from all `months` or all `quarters` in it.

    Those `begun` there have no longer term of their own. `broken` are those of them with holes: their sum over the term is nobody's
    to compute, since a hole would be what is left of it. `by_month` and `by_quarter` are all that stay on those steps of the ladder.
    """

    months: frozenset[Place] = frozenset()
    quarters: frozenset[Place] = frozenset()
    begun: frozenset[Place] = frozenset()
    broken: frozenset[Place] = frozenset()
    by_month: frozenset[Place] = field(default=frozenset(), compare=False)
    by_quarter: frozenset[Place] = field(default=frozenset(), compare=False)

    @property
    def follows(self) -> frozenset[Place]:
        """The places of which the term follows."""
        return self.months | self.quarters

    @property
    def taken(self) -> frozenset[Place]:
        """The places that are shown by shorter terms, wholly or in part."""
        return self.follows | self.begun


@dataclass(frozen=True)
class Known:
    """What of a longer term is shown by shorter ones, by sum."""

    sums: Mapping[str, KnownPlaces] = field(default_factory=dict)

    def about(self, name: str) -> KnownPlaces:
        """Return what is shown of a sum."""
        return self.sums.get(name, NO_PLACES)


NO_PLACES = KnownPlaces()
NOTHING_KNOWN = Known()


# What lays a plan of a longer term upon its months; the further cells are nobody's to compute either.
Attack = Callable[[Plan, Sequence[Cell]], Upon]


@dataclass(frozen=True, slots=True)
class ShorterCells:
    """What shorter terms tell of a sum, over the term's columns: the cells that follow from them, and those that they have holes of.

    `upon` lays a plan upon them month by month. `is_blind` is True where something of them is gone: then nothing new is told.
    """

    known: tuple[Cell, ...] = ()
    broken: tuple[Cell, ...] = ()
    upon: Attack | None = None
    is_blind: bool = False


NO_SHORTER = ShorterCells()


@dataclass(frozen=True)
class TermSetup:
    """What every plan of a term takes: its lattice, the limits, the key of the noise."""

    term: Term
    lattice: Lattice
    settings: Settings
    secret: Secret


def population_of(columns: Columns, lattice: Lattice, places: Mapping[str, Mapping[str, int]]) -> Population:
    """Return the columns as the plans take them. `places` holds, for each version, each unit's position in its tree."""
    unit = {
        tree.version: np.array([places[tree.version][one] for one in columns.unit], dtype=np.int64)
        for tree in lattice.trees
    }
    codes = {}
    for name, values in lattice.breakdowns.items():
        at = {value: code for code, value in enumerate(values)}
        codes[name] = np.array([at.get(one, -1) for one in columns.codes[name]], dtype=np.int64)
    return Population(columns.person, unit, codes, columns.keys)


def in_branches(columns: Columns, lattice: Lattice, places: Mapping[str, Mapping[str, int]]) -> Columns:
    """Return the columns in the order of the first tree, so that its branches follow each other."""
    version = lattice.trees[0].version
    where = np.array([places[version][one] for one in columns.unit], dtype=np.int64)
    return picked(columns, np.argsort(where, kind="stable"))


def picked(columns: Columns, order: Numbers) -> Columns:
    """Return some of the columns, in this order."""
    at = order.tolist()
    return Columns(
        tuple(columns.epoch[one] for one in at),
        tuple(columns.unit[one] for one in at),
        {name: tuple(values[one] for one in at) for name, values in columns.codes.items()},
        columns.person[order],
        {name: values[order] for name, values in columns.values.items()},
        columns.keys[order],
        columns.who[order],
        columns.spell[order],
    )


def common_of(component: Component, columns: Columns, settings: Settings) -> Common | None:
    """Return what everybody knows of a flow's values, for T5; None where a value is no time of a person's.

    Nobody is sick for longer than they were to work, and a person is counted once or not.
    """
    possible = columns.values.get(Component.POSSIBLE_UNITS)
    values = columns.values[component]
    if component is Component.SICK_DAYS_100 and possible is not None:
        longest = int(possible.max(initial=0)) * _HUNDRED // FULL_WEEK
        return Common(np.maximum(values, longest), settings.narrow_days * _HUNDRED)
    if possible is not None:
        return Common(np.maximum(values, possible), settings.narrow_days * FULL_WEEK)
    if component in _COUNTED:
        return Common(np.ones_like(values), _WHOLE)
    return None


class TermPlanner:
    """Plans one term, sum after sum."""

    def __init__(self, setup: TermSetup, known: Known = NOTHING_KNOWN) -> None:
        self._setup, self._known = setup, known
        self.result = TermResult(setup.term)
        self.planned: dict[str, tuple[Plan, dict[str, float]]] = {}
        self._stocks: dict[Whose, float] = {}

    def take(self, columns: Columns, population: Population, one: Sum, shorter: ShorterCells = NO_SHORTER) -> None:
        """Plan, attack and publish one sum beside what shorter terms tell of it."""
        plan = self._planned(self._subject(columns, population, one), one, shorter)
        gate = Gate(plan, shorter.broken)
        if one.is_audited:
            self._note(one.name, gate.exact())
        noise = (
            gate.enough_noise() if one.disclosure is Disclosure.PROTECTED_FLOW else self._stock_noise(one, population)
        )
        noise *= sqrt(one.together)
        deviations = {}
        for component in (one.component, *one.beside):
            deviations[name_of(one.population, component)] = self._publish(gate, columns, one, component, noise)
        self.planned[one.name] = plan, deviations
        for hole in plan.holes.values():
            self.result.holes[hole.value] = self.result.holes.get(hole.value, 0) + 1

    def _planned(self, subject: Subject, one: Sum, shorter: ShorterCells) -> Plan:
        """Return the plan, without what gives somebody away beside the shorter terms month by month (T3): less is as safe as more."""
        plan = make_plan(
            subject,
            self._setup.lattice,
            self._setup.settings,
            within=() if shorter.is_blind else self._within(one),
            without=self._known.about(one.name).taken,
            before=Before(known=shorter.known, protected=tuple(Vector.of(cell.columns) for cell in shorter.broken)),
        )
        if shorter.upon is None or not plan.shown:
            return plan
        try:
            laid = shorter.upon(plan, shorter.broken)
            left_out = laid.without_leaks(plan.settings.least, people_are_secret=not one.is_open)
            found = laid.recover(people_are_secret=not one.is_open)
        except np.linalg.LinAlgError:  # what cannot be reckoned is not told
            return self._planned(subject, one, replace(shorter, upon=None, is_blind=True))
        said = "Et kvartal eller et år fortæller, hvad en måned skjuler." if found else ""
        self._note(one.name, [TriedAttack("T3", {"people": len(found.persons), "cells": len(found.hidden)}, said)])
        return plan.less(left_out)

    def _subject(self, columns: Columns, population: Population, one: Sum) -> Subject:
        return Subject(
            one.name,
            one.disclosure,
            one.kind,
            self._setup.term,
            population,
            columns.values[one.component],
            also=tuple(columns.values[component] for component in one.also),
            whole=columns.values[one.only] if one.kind is Kind.SHARE and one.only else None,
        )

    def _is_through_time(self, one: Sum) -> bool:
        """Return True for a share of people that is added up over months: a person then counts once a month."""
        return one.kind is Kind.SHARE and not is_movement(one) and self._setup.term.step.months > 1

    def _within(self, one: Sum) -> Collection[Place]:
        """Return where a sum may be shown: where the one it keeps inside is, and not where shorter terms are shown."""
        inside = self._shown(one.inside) if one.inside else frozenset(self._setup.lattice.places())
        return inside - self._known.about(one.name).taken

    def _shown(self, name: str) -> frozenset[Place]:
        return self.result.places(name) | self._known.about(name).follows

    def _note(self, name: str, tried: Iterable[TriedAttack]) -> None:
        """Keep what the attacks measured, and what they found."""
        for attack in tried:
            self.result.attacks.append(
                {"attack": attack.attack, "sum": name, "term": str(self._setup.term), **attack.numbers}
            )
            if attack.sentence:
                self.result.found.append(f"{self._setup.term}, {name}: {attack.attack}: {attack.sentence}")

    def _stock_noise(self, one: Sum, population: Population) -> float:
        """Return the noise of a stock, in standard deviations of a person's value.

        That of a month is held against all months (T3, `stacking`). Of longer terms T6 is asked once a population, about every cell that
        any stock could be shown in.
        """
        part = float(self._setup.settings.stock_noise)
        if one.disclosure is Disclosure.OPEN or self._setup.term.step is Step.MONTH:
            return part
        if one.population not in self._stocks:
            places = self._shown(HEADS)
            cells = [cell for cell in cells_of(population, self._setup.lattice) if cell.place in places]
            attacked = Compressed(population, [cell for cell in cells if cell.persons >= self._setup.settings.least])
            self._stocks[one.population] = enough_noise(attacked, part, self._setup.settings)
        return self._stocks[one.population]

    def _deviation(self, subject: Subject, one: Sum, noise: float) -> float:
        """Return the standard deviation of the noise on a sum, in its own units; that of a stock is one of a fixed row."""
        if one.disclosure is Disclosure.OPEN:
            return stepped(max(float(self._setup.settings.count_noise), noise * _BY_CHANCE) * subject.size)
        deviation = noise * subject.spread
        if noise and one.kind is Kind.SHARE:
            months = self._setup.term.step.months if self._is_through_time(one) else 1
            deviation = max(deviation, LEAST_COUNT_NOISE * months)
        return deviation if one.disclosure is Disclosure.PROTECTED_FLOW else stepped(deviation)

    def _publish(self, gate: Gate, columns: Columns, one: Sum, component: Component, noise: float) -> float:
        """Publish a sum by its plan; return the standard deviation of the noise on it."""
        plan, name, values = gate.plan, name_of(one.population, component), columns.values[component]
        own = replace(plan, subject=replace(plan.subject, measure=name, values=values, also=()))
        deviation = self._deviation(own.subject, one, noise)
        told = Blurred(own, self._setup.secret, deviation, one.together)
        if one.disclosure is Disclosure.PROTECTED_FLOW:
            common = common_of(component, columns, self._setup.settings)
            told = gate.widened(told, common)
            self._note(name, gate.against(told, common))
        release = told.release
        below = {other: columns.values[other] for other in below_of(one) if other in columns.values}
        cells = {cell.place: cell for cell in (*plan.known, *plan.shown)}
        self.result.sums[name] = {
            address.place: Published(
                figure.total,
                figure.blurred,
                {other: int(numbers[cells[address.place].columns].sum()) for other, numbers in below.items()},
            )
            for address, figure in release.figures.items()
        }
        self.result.words[name] = {address.place: said for address, said in release.words.items()}
        return told.deviation
