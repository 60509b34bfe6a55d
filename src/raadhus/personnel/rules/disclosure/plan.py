"""The release plan (frigivelsesplan) of one measure in one term: which cells are shown, which are holes and why, and with what noise.

Everything here is done by the batch. What leaves it is a `release.Release`, which holds no exact sum of a protected measure.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from raadhus.personnel.rules.disclosure.audit import Question, audit
from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Tree
from raadhus.personnel.rules.disclosure.population import Cell, Population, by_priority, cells_of
from raadhus.personnel.rules.disclosure.primary import Band, Hole, Subject, band, hole, split
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.disclosure.span import Vector
from raadhus.personnel.rules.measures.definitions import Disclosure


@dataclass(frozen=True)
class Before:
    """What is out already, over the same columns.

    The cells, the trees they are told by, the sums that they oblige to protect, and those of them that are open.
    """

    given: tuple[Cell, ...] = ()
    trees: tuple[Tree, ...] = ()
    protected: tuple[Vector, ...] = ()
    known: tuple[Cell, ...] = ()


NOTHING = Before()


@dataclass(frozen=True)
class Plan:
    """What is shown of a subject, cell by cell (`merged` ones among them), and why not the rest.

    `known` are the open cells among those shown. `hidden` are the cells that the first rules keep back, `refused` those that the audit
    leaves out to protect others.
    """

    subject: Subject
    settings: Settings
    lattice: Lattice
    known: tuple[Cell, ...]
    shown: tuple[Cell, ...]
    hidden: tuple[Cell, ...]
    refused: tuple[Cell, ...]
    holes: Mapping[Place, Hole]
    bands: Mapping[Place, Band]
    before: Before

    @property
    def places(self) -> frozenset[Place]:
        """The places where something is shown."""
        return frozenset(cell.place for cell in (*self.known, *self.shown))

    def less(self, places: Collection[Place]) -> "Plan":
        """Return the plan without some of what it shows: whatever does not follow from all of it does not follow from less."""
        left = [cell for cell in self.shown if cell.place in places]
        holes = {cell.place: Hole.PROTECTS for cell in left if not cell.place.merged}
        shown = tuple(cell for cell in self.shown if cell.place not in places)
        return replace(self, shown=shown, refused=(*self.refused, *left), holes={**self.holes, **holes})


def is_audited(subject: Subject) -> bool:
    """Return True where cells are left out so that exact sums protect each other.

    Stocks in monthly series are protected by more noise instead: what is hidden would change from month to month, and a complete
    audit over the months would hide half of the units (docs/rules/personnel-disclosure.md).
    """
    return subject.disclosure is not Disclosure.PROTECTED_STOCK


def make_plan(
    subject: Subject,
    lattice: Lattice,
    settings: Settings,
    *,
    within: Collection[Place] | None = None,
    without: Collection[Place] = (),
    before: Before = NOTHING,
) -> Plan:
    """Return the plan of a subject. Raises Unsafe when there is no safe one.

    `within` are the places whose number of people is published; a breakdown whose count is a hole gets no other figure either.
    `without` are those that shorter terms show: here they are not planned, nor hidden.
    """
    cells = tuple(cell for cell in cells_of(subject.population, lattice) if cell.place not in without)
    first = split(subject, by_priority(cells, lattice.trees), settings)
    holes = dict(first.holes)
    known = tuple(cell for cell in first.candidates if subject.class_of(cell) is Disclosure.OPEN)
    candidates = [cell for cell in first.candidates if subject.class_of(cell) is not Disclosure.OPEN]
    if within is not None:
        holes |= {cell.place: Hole.PROTECTS for cell in candidates if cell.place not in within}
        candidates = [cell for cell in candidates if cell.place in within]
    hidden = tuple(cell for cell in cells if cell.place in first.holes or cell.place in first.bands)
    draft = Plan(subject, settings, lattice, known, tuple(candidates), hidden, (), holes, first.bands, before)
    return _audited(draft) if is_audited(subject) and candidates else draft


def _audited(draft: Plan) -> Plan:
    """Return the plan with what the audit lets through."""
    subject, before = draft.subject, draft.before

    def others(shown: Sequence[Cell]) -> list[Cell]:
        merged = merged_siblings(subject.population, draft.lattice.trees, (*draft.shown, *draft.hidden), shown)
        return [
            cell for cell in merged if not (hole(subject, cell, draft.settings) or band(subject, cell, draft.settings))
        ]

    question = Question(
        population=subject.population,
        trees=(*draft.lattice.trees, *before.trees),
        candidates=draft.shown,
        hidden=draft.hidden,
        least=draft.settings.least,
        given=before.given,
        known=(*draft.known, *before.known),
        protected=before.protected,
        people_are_secret=subject.disclosure is not Disclosure.OPEN,
        further=others,
    )
    verdict = audit(question)
    holes = {**draft.holes, **{cell.place: Hole.PROTECTS for cell in verdict.refused}}
    return replace(draft, shown=verdict.shown, refused=verdict.refused, holes=holes)


def merged_siblings(
    population: Population,
    trees: Sequence[Tree],
    cells: Sequence[Cell],
    shown: Sequence[Cell],
) -> list[Cell]:
    """Return "Øvrige enheder": for each parent the two or more units with people that are not shown, as one."""
    out = {cell.place for cell in shown}
    parents = {(tree.version, unit): parent for tree in trees for unit, parent in tree.parents.items()}
    groups: dict[Place, list[Cell]] = defaultdict(list)
    for cell in cells:
        place = cell.place
        parent = parents[place.version, place.unit]
        if parent is not None and cell.persons and place not in out:
            groups[Place(place.version, parent, place.breakdown, place.value, merged=True)].append(cell)
    found = []
    for place in sorted(groups):
        if len(groups[place]) > 1:
            columns = np.unique(np.concatenate([cell.columns for cell in groups[place]]))
            found.append(Cell(place, columns, population.persons_in(columns)))
    return found
