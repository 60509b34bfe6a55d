"""The ladder of periods: a place too small for months is shown by quarter, one too small for that by year; never on two grids at once.

Two grids over the same months could be subtracted from each other. What a longer period sums up of shorter ones that are all shown tells
nothing new. This is the one place of the rule; what a place's own plan shows of a period is decided before (`plan.make_plan`).
The rule and its table of examples: docs/rules/personnel-disclosure.md.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term

STEPS = (Step.MONTH, Step.QUARTER, Step.YEAR)
NOWHERE: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class TriedTerm:
    """A term as it was tried: the places there are in it, those that its plan shows, and whether it is out already."""

    there: frozenset[Place]
    shown: frozenset[Place]
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of a year on one step: `whole` are shown in every term so far, `begun` in one that is out and not in every one."""

    whole: frozenset[Place] = NOWHERE
    begun: frozenset[Place] = NOWHERE

    @property
    def places(self) -> frozenset[Place]:
        """Everything on the step."""
        return self.whole | self.begun


def grid(tried: Sequence[TriedTerm], *, finer: frozenset[Place] = NOWHERE, moved: frozenset[Place] = NOWHERE) -> Grid:
    """Return who is on a step, from its terms so far. `finer` are on a shorter step and stay there.

    A place that some term does not show leaves the step for a longer one, unless it is out on this one already: then it stays, with
    holes. `moved` are places that are not what they were in the terms that are out; nothing may follow from those, so they count as begun.
    """
    out = frozenset().union(*(one.shown for one in tried if one.is_out)) | moved
    missed = frozenset().union(*(one.there - one.shown for one in tried))
    whole = frozenset().union(*(one.shown for one in tried)) - missed - moved - finer
    return Grid(whole, out - whole - finer)


def complete_in(tried: Iterable[TriedTerm], places: frozenset[Place]) -> frozenset[Place]:
    """Return those of the places that are shown in each of some terms in which they are there: a longer term is their sum."""
    tried = tuple(tried)
    there = frozenset().union(*(one.there for one in tried))
    missed = frozenset().union(*(one.there - one.shown for one in tried))
    return (places & there) - missed


def may_begin(wanted: Collection[Term], out: Collection[Term]) -> tuple[Term, ...]:
    """Return the terms that may still be made, in order: not those that are out, and no part of a longer one that is out."""
    return tuple(
        term
        for term in sorted(wanted)
        if term not in out and not any(other.step.months > term.step.months and other.overlaps(term) for other in out)
    )
