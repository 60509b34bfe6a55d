"""The terms that are out, at the next release: corrected where payroll tells otherwise now, and told of units that are new since.

The terms of a year are made again together: a longer one follows its months and quarters, or they wait with it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from raadhus.personnel.batch.correcting import MadeAgain, TermAgain, without
from raadhus.personnel.batch.figures import REORGANISED
from raadhus.personnel.batch.following import ShorterTerms
from raadhus.personnel.batch.keeping import FOLDER, keep_columns, kept_columns
from raadhus.personnel.batch.planning import Stocks, TermResult
from raadhus.personnel.batch.running import Planner, Told
from raadhus.personnel.batch.stacking import stocks_of
from raadhus.personnel.batch.store import Store, file_hash, keep_term, kept_term, term_of
from raadhus.personnel.batch.sums import SUMS, Table
from raadhus.personnel.batch.together import Generation
from raadhus.personnel.batch.wanted_again import GONE, SERIES, Fails, Waits, Wanted
from raadhus.personnel.engines.cube import AS_IS
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term

_Entry = Mapping[str, Any]
STOCKS = frozenset(one.name for one in SUMS if one.table is Table.STOCK)


@dataclass(frozen=True)
class Reopened:
    """What became of the terms that are out: those made again, and why which others wait (`PROTECTS`, ...)."""

    made: Mapping[Term, MadeAgain] = field(default_factory=dict)
    waits: Mapping[Term, str] = field(default_factory=dict)

    def stocks(self) -> list[Stocks]:
        """Return what is told again of stocks in months, for the attack over all months."""
        return [stocks_of(one.kept) for term, one in sorted(self.made.items()) if term.step is Step.MONTH and one.kept]

    def entry(self, number: int, term: Term, told: _Entry, now: str | None) -> dict[str, Any]:
        """Return what the manifest of this release says of a term that was out; `now` is the hash of what changed in payroll, if anything did.

        `since` is the release in which a correction that waits was first held back.
        """
        made, found = self.made.get(term), dict(told)
        if now is not None:
            why = self.waits.get(term, "")
            found |= {"waits": bool(why), "why": why, "tried": now}
            if not why:
                found.pop("since", None)
            elif not told["waits"]:
                found["since"] = number
        if made is not None:
            found |= {"told": number, "kept": [*told.get("kept", [told["release"]]), *([number] if made.kept else [])]}
        if made is not None and made.corrects:
            found["corrected"] = number
        return found


@dataclass(frozen=True)
class Before:
    """What was before the release that is made: the terms that are out, today's new units, and how measures are made now (`makings`).

    `frozen` sums are to stand in all terms.
    """

    out: Mapping[str, _Entry]
    moved: frozenset[str] = frozenset()
    makings: Any = None
    frozen: frozenset[str] = frozenset()


class Reopening:
    """Makes the terms again that a release is to tell otherwise."""

    def __init__(self, store: Store, planner: Planner, before: Before) -> None:
        self._store, self._planner, self._moved, self._makings = store, planner, before.moved, before.makings
        self._frozen = before.frozen
        self._out = {term_of(written): one for written, one in before.out.items()}

    def make(self, changed: Collection[Term], told: Told) -> Reopened:
        """Return the terms made again. `changed` are those of which payroll tells otherwise now than when they were last made."""
        made: dict[Term, MadeAgain] = {}
        waits: dict[Term, str] = {}
        years: dict[int, list[Term]] = defaultdict(list)
        for term in sorted(self._out, key=lambda one: (one.step.months, one)):
            years[term.year].append(term)
        for terms in years.values():
            if self._moved or set(changed) & set(terms):
                found = self._year(terms, changed)
                made |= found.made
                waits |= found.waits
                told(str(terms[0].year), 0, 0)
        return Reopened(made, waits)

    def _year(self, terms: Sequence[Term], changed: Collection[Term]) -> Reopened:
        """Return the terms of a year made again. Where a longer one cannot follow, a sum tells nothing of new units, and then it stands."""
        unmoved = frozen = self._frozen
        while True:
            try:
                return self._tried(terms, changed, unmoved, frozen)
            except Fails as failed:
                frozen |= {failed.name} & unmoved
                unmoved |= {failed.name}

    def _tried(
        self, terms: Sequence[Term], changed: Collection[Term], unmoved: frozenset[str], frozen: frozenset[str]
    ) -> Reopened:
        """Return the terms of a year made again, shorter ones first. Raises Fails when a longer one cannot follow."""
        before: dict[Term, TermResult] = {}
        now: dict[Term, TermResult] = {}
        made: dict[Term, MadeAgain] = {}
        waits: dict[Term, str] = {}
        for term in terms:
            told, is_changed = self._told(term), term in changed
            if told is None:
                waits |= {term: GONE} if is_changed else {}
                continue
            if is_changed and not self._is_made_alike(term):
                waits[term], is_changed = SERIES, False
            before[term] = now[term] = told
            shorter = ShorterTerms.within(
                term, [before[one] for one in now if one != term], [now[one] for one in now if one != term]
            )
            waiting = frozenset(name for part in made if part.overlaps(term) for name in made[part].waits)
            wanted = Wanted(is_changed, shorter, self._moved, waiting, unmoved, frozen)
            try:
                again = self._again(term, told, wanted)
            except Waits as waited:
                self._must_not_follow(shorter, frozen)
                waits |= {term: waited.why} if is_changed else {}
                again = MadeAgain(stale(told, self._moved)) if self._moved else None
            if again is not None:
                made[term], now[term] = again, again.result
                why = sorted(set(again.waits.values()), reverse=True) if is_changed else []
                waits |= {term: why[0]} if why else {}
        return Reopened(made, waits)

    def _again(self, term: Term, told: TermResult, wanted: Wanted) -> MadeAgain | None:
        """Return a term made again, or None when nothing is to be made."""
        if not (wanted.corrected or wanted.moved or wanted.shorter.is_changed):
            return None
        generations = self._generations(term)
        return TermAgain(self._planner.job(term), generations, told, self._planner.secret, wanted).make()

    def _must_not_follow(self, shorter: ShorterTerms, frozen: frozenset[str]) -> None:
        """Let the shorter terms of one that cannot be made again stand too."""
        for one in SUMS:
            if shorter.is_changed and one.name not in frozen:
                raise Fails(one.name)

    def _is_made_alike(self, term: Term) -> bool:
        """Return True when measures are made today as they were when the term was planned: corrections are no change of definitions."""
        number = self._out[term].get("kept", [self._out[term]["release"]])[-1]
        return are_alike(self._store.manifest(number)["made_of"].get("series"), self._makings)

    def _told(self, term: Term) -> TermResult | None:
        entry = self._out[term]
        return kept_term(self._store.private(entry.get("told", entry["release"])), term)

    def _generations(self, term: Term) -> list[Generation]:
        """Return every plan of a term. Raises Waits when one of them is gone or is not what it was."""
        found = []
        for number in self._out[term].get("kept", [self._out[term]["release"]]):
            folder, path = self._store.private(number), f"{FOLDER}/{term}.npz"
            wanted = self._store.manifest(number)["private"].get(path)
            if not (folder / path).is_file() or file_hash(folder / path) != wanted:
                raise Waits(GONE)
            kept, out = kept_columns(folder, term), kept_term(folder, term)
            if kept is None or out is None:
                raise Waits(GONE)
            found.append(Generation(kept, out))
        return found


def keep_again(folder: Path, reopened: Reopened) -> None:
    """Keep the terms that were made again in a private folder."""
    for one in reopened.made.values():
        keep_term(folder, one.result)
        if one.kept is not None:
            keep_columns(folder, one.kept)


def are_alike(then: Any, now: Any) -> bool:
    """Return True when two releases made measures by the same settings, definitions, and groups of the job codes that both knew (`makings`)."""
    if then is None or now is None:
        return then is now
    both = then["codes"].keys() & now["codes"].keys()
    alike = all(list(then["codes"][code]) == list(now["codes"][code]) for code in both)
    return alike and then["settings"] == now["settings"] and then["definitions"] == now["definitions"]


def stale(told: TermResult, moved: frozenset[str]) -> TermResult:
    """Return a term that nothing can be made of again: of units that are put together anew it tells nothing."""
    values = sorted({(place.breakdown, place.value) for place in told.there})
    there = frozenset(Place(AS_IS, unit, *value) for unit in moved for value in values)
    found = without(told, moved)
    found.there |= there
    for words in found.words.values():
        words.update(dict.fromkeys(there, REORGANISED))
    return found
