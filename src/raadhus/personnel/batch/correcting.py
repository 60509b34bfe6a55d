"""One term that is out, made again: what changed of it is corrected where that is safe, and today's new units are told of it.

All sums that a measure is made of are corrected at a place, or none of them is. What was not shown is not shown now either, but for the
units that are new. What cannot be made again stands as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from raadhus.personnel.batch.again import SumAgain, planned_again
from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.figures import REORGANISED
from raadhus.personnel.batch.keeping import KeptTerm, Tables, of_sum
from raadhus.personnel.batch.planning import Published, TermResult
from raadhus.personnel.batch.sums import SHORT, SICK, SUMS, Sum, is_movement, name_of
from raadhus.personnel.batch.term import TermJob
from raadhus.personnel.batch.together import AgainSetup, Generation, LaidTogether, is_of
from raadhus.personnel.batch.trees import mirror
from raadhus.personnel.batch.wanted_again import FEW, GONE, ORGANISATION, PROTECTS, Fails, Waits, Wanted
from raadhus.personnel.engines.cube import AS_IS, AS_WAS
from raadhus.personnel.rules.disclosure.attacks.estimates import TooLittleNoise
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.population import cells_of


@dataclass
class MadeAgain:
    """A term made again: all that is told of it now, which places of each sum are new, why which sums wait, and what is to be kept.

    `corrects` is True when anything else than today's new units is told otherwise than before.
    """

    result: TermResult
    corrects: bool = False
    renewed: dict[str, set[Place]] = field(default_factory=dict)
    waits: dict[str, str] = field(default_factory=dict)
    kept: KeptTerm | None = None

    @property
    def stands(self) -> dict[str, set[Place]]:
        """Where a sum stands as it was, while a correction of it waits."""
        return {name: self.result.sums[name].keys() - self.renewed.get(name, set()) for name in self.waits}


@dataclass(frozen=True)
class _Follows:
    """What of a sum follows from shorter terms: by the name of what is published, the places and what they tell now.

    `broken` are places of new units that some shorter terms tell of and others do not: what is missing there is not to follow.
    """

    told: Mapping[str, Mapping[Place, Published]]
    places: frozenset[Place]
    is_new: bool
    broken: frozenset[Place] = frozenset()


class TermAgain:
    """Makes one term again. Raises Waits when there is nothing to make it of, and Fails."""

    def __init__(
        self, job: TermJob, out: Sequence[Generation], now: TermResult, secret: Secret, wanted: Wanted
    ) -> None:
        self._job, self._out, self._now, self._secret, self._wanted = job, out, now, secret, wanted
        self._sums = [one for one in SUMS if is_of(one, now.term)]
        self._made = MadeAgain(without(now, wanted.moved))
        self._follows: dict[str, _Follows] = {}

    def make(self) -> MadeAgain:
        """Return the term as it is to be told now."""
        setup = self._setup
        if dict(setup.trees.was.parents) != dict(self._out[-1].kept.lattice.trees[0].parents):
            raise Waits(ORGANISATION)
        found = {one.name: again for one in self._sums if (again := self._sum(one)) is not None}
        renewed = {name: self._new_places(again) for name, again in found.items()}
        self._keep_together(found, renewed)
        for name, again in found.items():
            self._take(again, renewed[name])
        self._mirror()
        self._made.corrects = any(
            self._made.result.sums[name].get(place) != told.get(place)
            for name, told in self._now.sums.items()
            for place in self._made.renewed.get(name, ())
            if not self._is_moved(place)
        )
        if any(renewed.values()) or any(one.is_new for one in self._follows.values()):
            self._made.kept = self._kept(found, renewed)
        return self._made

    @cached_property
    def _tables(self) -> Tables:
        return self._job.tables(self._sums) if self._wanted.corrected else {}

    @cached_property
    def _setup(self) -> AgainSetup:
        trees, lattice = self._job.laid_out([*self._tables.values(), *map(self._last, self._sums)])
        return AgainSetup(self._now.term, lattice, trees, self._out[-1].kept.limits, self._secret)

    def _plans_of(self, one: Sum) -> list[Generation]:
        found = [generation for generation in self._out if one.name in generation.kept.sums]
        if not found:
            raise Waits(GONE)
        return found

    def _last(self, one: Sum) -> Columns:
        return self._plans_of(one)[-1].kept.columns(one)

    def _sum(self, one: Sum) -> SumAgain | None:
        """Return a sum made again as far as can be, or None when all of it stands; say why it waits."""
        follows = self._follows[one.name] = self._following(one)
        for corrects, within in self._tries(one, follows):
            present = of_sum(self._tables[one.population, one.table], one) if corrects else self._last(one)
            laid = self._laid(one, present, follows)
            if not laid.is_changed and not follows.is_new and not any(self._is_moved(place) for place in within):
                return None
            try:
                new = frozenset(filter(self._is_moved, within))
                again = planned_again(laid, within, new, self._deviations(one))
            except (Unsafe, TooLittleNoise):
                self._made.waits[one.name] = PROTECTS
            else:
                if again.plan is not None:
                    return again
                self._made.waits[one.name] = FEW
        if follows.is_new:
            raise Fails(one.name)
        return None

    def _tries(self, one: Sum, follows: _Follows) -> Iterator[tuple[bool, frozenset[Place]]]:
        """Yield the ways to make a sum again, the best first: whether it is corrected, and where it may be shown."""
        wanted = self._wanted
        is_longer = bool(wanted.shorter) and not is_movement(one)
        if one.name in wanted.frozen:
            self._made.waits[one.name] = PROTECTS
            return
        own = frozenset(place for place in self._now.sums[one.name] if not place.merged) - follows.places
        here = frozenset(self._setup.lattice.places())
        tells_moved = not is_longer and one.name not in wanted.unmoved
        moved = frozenset(filter(self._is_moved, here)) if tells_moved else frozenset()
        stands = frozenset(place for place in own & here if not self._is_moved(place))
        if wanted.corrected and one.name in wanted.waiting:
            self._made.waits[one.name] = FEW
        elif wanted.corrected:
            yield True, stands | moved
        if is_longer:
            yield wanted.corrected, frozenset()
        elif moved:
            yield False, moved | frozenset(place for place in stands if place.version == AS_IS)

    def _is_moved(self, place: Place) -> bool:
        return place.version == AS_IS and place.unit in self._wanted.moved

    def _following(self, one: Sum) -> _Follows:
        """Return what of a sum follows from shorter terms, as it was and at the new units."""
        shorter, published = self._wanted.shorter, self._now.sums[one.name]
        names = [name_of(one.population, component) for component in (one.component, *one.beside)]
        places = {cell.place for cell in self._plans_of(one)[-1].kept.sums[one.name].derived} & published.keys()
        places |= {replace(place, version=AS_IS) for place in places} & published.keys()
        places = {place for place in places if not self._is_moved(place)}
        if not shorter or is_movement(one) or one.name in self._wanted.frozen:
            return _Follows({}, frozenset(places), is_new=False)
        told = {name: {p: shorter.again(name, self._now.sums[name][p], p) for p in places} for name in names}
        is_new = any(told[name][place] != self._now.sums[name][place] for name in names for place in places)
        broken = set()
        tells_moved = one.name not in self._wanted.unmoved
        for place in filter(self._is_moved, self._setup.lattice.places() if tells_moved else ()):
            if one.is_audited and shorter.tells_some(one.name, place):
                broken.add(place)
            new = {name: follows for name in names if (follows := shorter.new(name, place)) is not None}
            if len(new) == len(names):
                is_new = True
                places.add(place)
                for name, follows in new.items():
                    told[name][place] = follows
        return _Follows(told, frozenset(places), is_new or bool(broken), frozenset(broken))

    def _laid(self, one: Sum, present: Columns, follows: _Follows) -> LaidTogether:
        laid = LaidTogether.of(one, self._setup, self._plans_of(one), present)
        if not follows.places and not follows.broken:
            return laid
        if len(set(present.epoch)) > 1:
            raise Waits(ORGANISATION)
        cells = cells_of(laid.population, self._setup.lattice)
        derived, broken = (
            tuple(cell for cell in cells if cell.place in places) for places in (follows.places, follows.broken)
        )
        return replace(laid, derived=derived, broken=broken)

    def _deviations(self, one: Sum) -> list[Mapping[str, float]]:
        return [generation.kept.sums[one.name].deviations for generation in self._plans_of(one)]

    def _new_places(self, again: SumAgain) -> set[Place]:
        """Return where a sum is told anew: where it was told, and at the new units; merged units only with all others of the sum."""
        follows, out = self._follows[again.one.name].places, self._now.sums[again.one.name]
        told = again.sums[again.one.name].keys() - follows
        found = {place for place in told if place in again.within or (place.merged and self._is_moved(place))}
        stands = {place for place in again.within if not self._is_moved(place)}
        if stands and stands <= found:
            found |= {place for place in told if place.merged and place in out and not self._is_moved(place)}
        elif stands:
            self._made.waits[again.one.name] = PROTECTS
        return found

    def _keep_together(self, found: Mapping[str, SumAgain], renewed: dict[str, set[Place]]) -> None:
        """Let sickness and short sickness be corrected at the same places: long sickness is the difference."""
        for one, other in ((SICK, SHORT), (SHORT, SICK)):
            is_same = other not in found and other not in self._made.waits
            if one in found and not is_same:
                there = {place for place in self._now.sums[other] if not self._is_moved(place)}
                torn = (renewed[one] & there) - renewed.get(other, set())
                renewed[one] -= torn
                if torn:
                    self._made.waits[one] = self._made.waits.get(other, PROTECTS)
        if SHORT in found:
            renewed[SHORT] -= {place for place in renewed[SHORT] - renewed.get(SICK, set()) if self._is_moved(place)}

    def _take(self, again: SumAgain, places: set[Place]) -> None:
        """Put what is told anew in the place of what was."""
        result, follows = self._made.result, self._follows[again.one.name]
        for name, told in again.sums.items():
            now = {place: told[place] for place in places} | dict(follows.told.get(name, {}))
            old = self._now.sums[name]
            self._made.renewed[name] = {place for place, one in now.items() if place in places or one != old.get(place)}
            result.sums[name] |= now
            result.words[name] = {place: said for place, said in result.words[name].items() if place not in now}
            for place in filter(self._is_moved, self._setup.lattice.places()):
                if place not in now:
                    result.words[name][place] = again.words.get(place, REORGANISED)

    def _mirror(self) -> None:
        """Tell today's organisation the same where it is the same; and of its new units what there is."""
        result, setup, moved = self._made.result, self._setup, self._wanted.moved
        there = {place for place in setup.lattice.places() if self._is_moved(place)}
        if setup.trees.are_alike:
            copy = TermResult(self._now.term, _was(result.sums), _was(result.words))
            copy.there = frozenset(place for place in result.there if place.version == AS_WAS)
            mirror(copy, setup.trees, setup.settings.least)
            there = {place for place in copy.there if self._is_moved(place)}
            for name, told in copy.sums.items():
                renewed = self._made.renewed.get(name, set())
                again = {replace(place, version=AS_IS) for place in renewed}
                again |= {place for place in told if self._is_moved(place)}
                again &= told.keys()
                self._made.renewed[name] = renewed | again
                result.sums[name] |= {place: told[place] for place in again}
                words = copy.words[name].items()
                result.words[name] |= {place: said for place, said in words if self._is_moved(place)}
        result.there = frozenset(place for place in result.there if not self._is_moved(place)) | there
        for name in result.sums if moved else ():
            for place in there - result.sums[name].keys():
                result.words[name].setdefault(place, REORGANISED)

    def _kept(self, found: Mapping[str, SumAgain], renewed: Mapping[str, set[Place]]) -> KeptTerm:
        setup, sums, apart = self._setup, {}, {}
        for name, again in found.items():
            sums[name], apart[name] = again.kept(renewed[name])
        homes = {
            tree.version: {unit: tree.order[at] for unit, at in setup.trees.places[tree.version].items()}
            for tree in setup.lattice.trees
        }
        return KeptTerm(self._now.term, setup.lattice, homes, setup.settings, {}, sums, apart)


def without(told: TermResult, moved: frozenset[str]) -> TermResult:
    """Return a copy of a term, without the units of today's organisation that are not what they were."""

    def stands(place: Place) -> bool:
        return not (place.version == AS_IS and place.unit in moved)

    sums = {name: {place: one for place, one in own.items() if stands(place)} for name, own in told.sums.items()}
    words = {name: {place: said for place, said in own.items() if stands(place)} for name, own in told.words.items()}
    found = TermResult(told.term, sums, words)
    found.there = frozenset(filter(stands, told.there))
    return found


def _was(told: Mapping[str, Mapping[Place, Any]]) -> dict[str, dict[Place, Any]]:
    return {name: {place: one for place, one in own.items() if place.version == AS_WAS} for name, own in told.items()}
