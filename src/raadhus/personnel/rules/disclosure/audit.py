"""The linear audit: which cells can be shown so that no protected value can be computed from all of them together.

Cells are tried one after the other, the most useful first. A cell is left out when a person, a hidden cell or a small rest of people
would become computable: over all linked cells, both versions of the organisation and what was published earlier at once.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from raadhus.kernel.errors import DomainError
from raadhus.personnel.rules.disclosure.differences import Rests, close_pairs, is_small, twins
from raadhus.personnel.rules.disclosure.lattice import Tree
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, columns_by_person
from raadhus.personnel.rules.disclosure.span import Guard, Span, Vector

_ROUNDS = 8


class Unsafe(DomainError):
    """Figures would give something protected away. Nothing is published; the sentence says what was found."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be decided.

    `candidates` stand in order of priority; `hidden` are the cells that the primary rules keep back. `given` is out already and cannot be
    taken back; `known` are open figures that everybody may compute with, and are not judged. `protected` are further sums that nobody
    may compute. `least` is the fewest people a difference may be about. Where `people_are_secret` is False (counts), a person's own
    contribution is no secret, but the hidden cells are. `further` is asked, when the candidates are decided, for cells that depend on
    what is shown ("Øvrige enheder").
    """

    population: Population
    trees: Sequence[Tree]
    candidates: Sequence[Cell]
    hidden: Sequence[Cell]
    least: int
    given: Sequence[Cell] = ()
    known: Sequence[Cell] = ()
    protected: Sequence[Vector] = ()
    people_are_secret: bool = True
    further: Callable[[Sequence[Cell]], Sequence[Cell]] = lambda _shown: ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be shown, and what is left out although it is large enough; `rank` is how many independent sums are then known."""

    shown: tuple[Cell, ...]
    refused: tuple[Cell, ...]
    rank: int


def protected_sums(question: Question) -> list[Vector]:
    """Return what nobody may compute: each contribution, each person with several, each hidden cell, and the further ones."""
    hidden = [Vector.of(cell.columns) for cell in question.hidden]
    if not question.people_are_secret:
        return [*hidden, *question.protected]
    columns = np.arange(len(question.population))
    several = [own for own in columns_by_person(question.population) if len(own) > 1]
    people = [Vector.of(own) for own in (*np.split(columns, len(columns)), *several)]
    return [*people, *hidden, *question.protected]


class Auditor:
    """Decides one cell after the other about one question."""

    def __init__(self, question: Question) -> None:
        self._question = question
        cells = [*question.known, *question.given, *question.candidates]
        pairs = close_pairs(question.population, cells, question.least, len(question.known))
        self._guard = Guard([*protected_sums(question), *pairs])
        self._rests = Rests(question.trees)
        self.span = Span(question.population.blocks)
        for cell in question.known:
            self._learn(cell)

    def admits(self, cell: Cell) -> bool:
        """Take the cell and return True, or return False and know no more than before."""
        small = [rest for rest in self._rests.beside(cell) if self._is_small(rest)]
        for rest in small:
            self._guard.watch(Vector.of(rest), self.span)
        if small:
            return False
        vector = Vector.of(cell.columns)
        direction = self.span.residual(vector)
        if direction is not None:
            left = self._guard.after(direction)
            if self._guard.would_expose(left):
                return False
            self._guard.accept(left)
            self.span.add(vector, direction)
        self._rests.take(cell)
        return True

    def keeps(self, secrets: Sequence[Vector]) -> bool:
        """Protect further sums from here on; return False when one of them is known already."""
        known = [self._guard.watch(vector, self.span) for vector in secrets]
        return not any(known)

    def _learn(self, cell: Cell) -> None:
        """Take what is known whether it is wise or not."""
        vector = Vector.of(cell.columns)
        direction = self.span.residual(vector)
        if direction is not None:
            self._guard.accept(self._guard.after(direction))
            self.span.add(vector, direction)
        self._rests.take(cell)

    def _is_small(self, columns: Numbers) -> bool:
        return is_small(self._question.population, columns, self._question.least)


def audit(question: Question) -> Verdict:
    """Return which candidates may be shown beside what is given. Raises Unsafe when no answer is found that is safe.

    What can be computed from the figures that are shown counts as known. A small rest that only shows then is protected from
    the beginning, and everything is decided again.
    """
    protected = list(question.protected)
    for _round in range(_ROUNDS):
        verdict, found = _decide(replace(question, protected=protected))
        if not found:
            return verdict
        protected += found
    raise Unsafe("Der findes ingen sikker måde at vise tallene på, som programmet kan finde. Intet offentliggøres.")


def _decide(question: Question) -> tuple[Verdict, list[Vector]]:
    """Return a verdict, and the small rests that can be computed in spite of it."""
    auditor = Auditor(question)
    for cell in question.given:
        if not auditor.admits(cell):
            raise Unsafe(
                f"Det, der allerede er offentliggjort, kan røbe enkeltpersoner ({cell.place.unit}). Intet nyt offentliggøres; "
                "en dataansvarlig må se på det."
            )
    shown: list[Cell] = []
    refused: list[Cell] = []
    for cell in question.candidates:
        (shown if auditor.admits(cell) else refused).append(cell)
    shown += _further(question, auditor, shown)
    derived = [cell for cell in refused if auditor.span.residual(Vector.of(cell.columns)) is None]
    rests = Rests(question.trees, [*question.known, *question.given, *shown, *derived]).every()
    small = [Vector.of(rest) for rest in rests if is_small(question.population, rest, question.least)]
    return Verdict(tuple(shown), tuple(refused), auditor.span.rank), _not_open(question, small)


def _not_open(question: Question, rests: list[Vector]) -> list[Vector]:
    """Return the rests that do not follow from the open figures alone: nothing that is decided here could hide those."""
    if not rests or not question.known:
        return rests
    span = Span(question.population.blocks)
    for cell in question.known:
        vector = Vector.of(cell.columns)
        direction = span.residual(vector)
        if direction is not None:
            span.add(vector, direction)
    return [rest for rest in rests if span.residual(rest) is not None]


def _further(question: Question, auditor: Auditor, shown: Sequence[Cell]) -> list[Cell]:
    """Return which of the further cells may be shown too: none that would give away how it differs from a cell of the same people but few."""
    asked = list(question.further(shown))
    listed = [*question.known, *question.given, *question.candidates]
    close: dict[int, list[Vector]] = defaultdict(list)
    for number, vector in twins(question.population, [*listed, *asked], question.least, len(listed)):
        close[number].append(vector)
    return [
        cell for number, cell in enumerate(asked, len(listed)) if auditor.keeps(close[number]) and auditor.admits(cell)
    ]
