"""A year on the ladder of periods: its months, the quarters of the places that are too small for those, and the year of the rest.

What follows from shorter terms is their sum and tells nothing new; what they do not show alike is shown by a longer one or not at all
(rules/disclosure/ladder.py).
"""

from collections.abc import Sequence

from raadhus.personnel.batch.planning import Known, KnownPlaces, Published, TermResult
from raadhus.personnel.batch.sums import BY_NAME, is_movement
from raadhus.personnel.engines.cube import AS_IS
from raadhus.personnel.rules.disclosure.explaining import explanation, grid_explanation, is_hole
from raadhus.personnel.rules.disclosure.ladder import NOWHERE, Grid, TriedTerm, complete_in, grid
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.measures.finishing import added

# The sums that have months, and so quarters; movements are counted from November to November and have neither.
BY_MONTH = tuple(sorted(name for name, one in BY_NAME.items() if not is_movement(one)))


class YearOnLadder:
    """The terms of one year: those that are out, and those that are made now, taken step by step.

    `out` are the kept results of months and quarters that are out. Units of today's organisation that have `moved` since are other units
    there than here: nothing follows from those.
    """

    def __init__(self, out: Sequence[TermResult], least: int, moved: frozenset[str] = frozenset()) -> None:
        self._out, self._fresh, self._least = {one.term: one for one in out}, dict[Term, TermResult](), least
        there = frozenset().union(*(one.there for one in out))
        self._moved = frozenset(place for place in there if place.version == AS_IS and place.unit in moved)
        self._grids: dict[tuple[Step, str], Grid] = {}

    def known(self, term: Term) -> Known:
        """Return what a term follows from; of months nothing is known before."""
        return Known({} if term.step is Step.MONTH else {name: self._known_of(term, name) for name in BY_MONTH})

    def _known_of(self, term: Term, name: str) -> KnownPlaces:
        is_year, is_audited = term.step is Step.YEAR, BY_NAME[name].is_audited
        months = self._complete(term, Step.MONTH, name)
        quarters = self._complete(term, Step.QUARTER, name) if is_year else NOWHERE
        by_month, by_quarter = self._grid(Step.MONTH, name).places, NOWHERE
        if is_year:
            by_quarter = self._grid(Step.QUARTER, name).places
        rest = (by_month | by_quarter) - months - quarters
        return KnownPlaces(
            months,
            quarters,
            NOWHERE if is_year and not is_audited else rest,
            rest - self._moved if is_audited else NOWHERE,
            by_month,
            by_quarter,
        )

    def take(self, result: TermResult, known: Known) -> None:
        """Take a term that was made now, with the sums that follow from what was `known` to it."""
        for name in known.sums:
            about = known.about(name)
            self._sum_up(result, name, Step.MONTH, about.months)
            self._sum_up(result, name, Step.QUARTER, about.quarters)
            for place in sorted(about.begun & result.there):
                result.sums[name].pop(place, None)
                result.words[name][place] = explanation(Hole.PROTECTS, self._least)
        self._fresh[result.term] = result

    def settle(self, step: Step) -> None:
        """Decide who stays on a step when all its terms are made: the others leave it for a longer one."""
        for name in BY_MONTH if step is not Step.YEAR else ():
            finer = self._grid(Step.MONTH, name).places if step is Step.QUARTER else NOWHERE
            found = grid([self._tried(one, name, finer) for one in self._every(step)], finer=finer, moved=self._moved)
            self._grids[step, name] = found
            for one in self._own(step):
                for place in sorted(one.places(name) - found.places - finer):
                    del one.sums[name][place]
                    one.words[name][place] = grid_explanation(None)

    def explain(self) -> None:
        """Let what left a step say where it is shown, when all terms are made."""
        year = next(iter(self._own(Step.YEAR)), None)
        for name in BY_MONTH:
            by_quarter = self._grid(Step.QUARTER, name).places - self._moved
            for one in self._own(Step.MONTH):
                for place in [
                    place for place, said in one.words[name].items() if place in by_quarter and is_hole(said)
                ]:
                    one.words[name][place] = grid_explanation(Step.QUARTER)
            if year:
                for one in (*self._own(Step.MONTH), *self._own(Step.QUARTER)):
                    for place in [place for place, said in one.words[name].items() if said == grid_explanation(None)]:
                        one.words[name][place] = self._in_year(year, name, place)

    def _in_year(self, year: TermResult, name: str, place: Place) -> str:
        if place in year.sums[name]:
            return grid_explanation(Step.YEAR)
        return year.words[name].get(place, explanation(Hole.PROTECTS, self._least))

    def _grid(self, step: Step, name: str) -> Grid:
        return self._grids.get((step, name), Grid())

    def _own(self, step: Step) -> list[TermResult]:
        return [one for term, one in sorted(self._fresh.items()) if term.step is step]

    def _every(self, step: Step) -> list[TermResult]:
        return [one for term, one in sorted({**self._out, **self._fresh}.items()) if term.step is step]

    def _tried(self, one: TermResult, name: str, finer: frozenset[Place] = NOWHERE) -> TriedTerm:
        """Return a term as the ladder takes it. What a stock's term shows stays as if it were out: its cells do not protect each other."""
        stays = one.term in self._out or not BY_NAME[name].is_audited
        return TriedTerm(one.there - finer, one.places(name) - finer, stays)

    def _complete(self, term: Term, step: Step, name: str) -> frozenset[Place]:
        """Return the places on a step's grid that every term of the step within `term` shows."""
        parts = [one for one in self._every(step) if one.term.overlaps(term)]
        if len(parts) != term.step.months // step.months:
            return NOWHERE
        found = complete_in((self._tried(one, name) for one in parts), self._grid(step, name).places)
        return found - self._moved

    def _sum_up(self, result: TermResult, name: str, step: Step, places: frozenset[Place]) -> None:
        for place in sorted(places & result.there):
            within = [one.sums[name] for one in self._every(step) if one.term.overlaps(result.term)]
            result.sums[name][place] = _added([sums[place] for sums in within if place in sums])
            result.words[name].pop(place, None)


def _added(parts: Sequence[Published]) -> Published:
    below = added(part.below for part in parts)
    return Published(sum(part.total for part in parts), any(part.blurred for part in parts), below)
