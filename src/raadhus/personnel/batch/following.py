"""What follows from shorter terms when some of those are told otherwise now: the longer term changes by what they do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raadhus.personnel.batch.planning import Published, TermResult
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.measures.finishing import added


@dataclass(frozen=True)
class ShorterTerms:
    """The months and quarters within a term that are out: each as it was told and as it is now."""

    term: Term
    parts: tuple[tuple[TermResult, TermResult], ...] = ()

    @classmethod
    def within(cls, term: Term, before: Sequence[TermResult], now: Sequence[TermResult]) -> "ShorterTerms":
        """Return the parts of a term."""
        inside = [
            (was, one)
            for was, one in zip(before, now, strict=True)
            if was.term.step.months < term.step.months and was.term.overlaps(term)
        ]
        return cls(term, tuple(inside))

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def is_changed(self) -> bool:
        """True when any of them is told otherwise now."""
        return any(was.sums != now.sums for was, now in self.parts)

    def again(self, name: str, told: Published, place: Place) -> Published:
        """Return what is told at a place that follows from them, as it follows now."""
        changed = [
            (was.sums[name][place], now.sums[name][place])
            for was, now in self._telling(name, place)
            if was.sums[name][place] != now.sums[name].get(place, was.sums[name][place])
        ]
        total = told.total + sum(now.total - was.total for was, now in changed)
        less = [{one: -value for one, value in was.below.items()} for was, _now in changed]
        below = added([told.below, *(now.below for _was, now in changed), *less])
        return Published(total, told.blurred or any(now.blurred for _was, now in changed), below)

    def _telling(self, name: str, place: Place) -> Iterator[tuple[TermResult, TermResult]]:
        """Yield the parts that tell of a place: its months, or its quarters where it has no months."""
        there = [(was, now) for was, now in self.parts if place in was.sums.get(name, {})]
        step = min((was.term.step for was, _now in there), key=lambda one: one.months, default=Step.MONTH)
        yield from (pair for pair in there if pair[0].term.step is step)

    def new(self, name: str, place: Place) -> Published | None:
        """Return what follows at a new unit's place from its months, or None when not all of them are out and show it."""
        months = [now for _was, now in self.parts if now.term.step is Step.MONTH]
        there = [one for one in months if place in one.there]
        shown = [one.sums[name][place] for one in there if place in one.sums.get(name, {})]
        if len(months) < self.term.step.months or not shown or len(shown) < len(there):
            return None
        total = sum(one.total for one in shown)
        return Published(total, any(one.blurred for one in shown), added(one.below for one in shown))

    def tells_some(self, name: str, place: Place) -> bool:
        """Return True when some months show a place and others do not, so that the rest of the term would tell what those hide."""
        there = [now for _was, now in self.parts if now.term.step is Step.MONTH and place in now.there]
        shown = sum(place in one.sums.get(name, {}) for one in there)
        return 0 < shown < len(there)
