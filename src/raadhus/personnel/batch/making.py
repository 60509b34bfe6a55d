"""A release as files: the tables the batch reads, the plans, the cube, and the manifest that says what was made of what."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from raadhus.personnel.batch.asked import Asked, Facts, Made
from raadhus.personnel.batch.figures import figures_again, figures_of, unmade
from raadhus.personnel.batch.inputs import hashes
from raadhus.personnel.batch.planning import TermResult
from raadhus.personnel.batch.reopening import STOCKS, Before, Reopened, Reopening, keep_again
from raadhus.personnel.batch.running import Planner, Plans, Told, Work, attacks_told, plan_terms
from raadhus.personnel.batch.stacking import over_all_months, stocks_out
from raadhus.personnel.batch.store import (
    CUBE,
    Store,
    file_hash,
    keep_term,
    kept_term,
    private_hashes,
    term_of,
    write_manifest,
)
from raadhus.personnel.batch.units import cube_units, homes, tree_hash
from raadhus.personnel.engines.cube import CubeFigure, write_cube
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.disclosure.ladder import may_begin
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.releasing import first_month_of, last_month_of

FORMAT = "raadhus-personnel-release/1"


class Making:
    """Makes one release in a pair of draft folders."""

    def __init__(self, store: Store, facts: Facts, asked: Asked) -> None:
        self._store, self._facts, self._asked = store, facts, asked
        self._before = store.manifest(asked.earlier) if asked.earlier else {}
        self._out: dict[str, dict[str, Any]] = self._before.get("terms", {})

    @cached_property
    def fresh(self) -> tuple[Term, ...]:
        """The terms that may be begun, without the longer ones whose parts are out and their sums gone: those could not be made safely."""
        new = may_begin(self._asked.terms, {term_of(written) for written in self._out})
        return tuple(term for term in new if term.step is Step.MONTH or self._has_sums(term.year))

    def _has_sums(self, year: int) -> bool:
        out = [(term_of(written), one) for written, one in self._out.items()]
        parts = [(term, one) for term, one in out if term.year == year and term.step is not Step.YEAR]
        return all(kept_term(self._store.private(one["release"]), term) is not None for term, one in parts)

    def make(self, drafts: tuple[Path, Path], told: Told) -> Made:
        """Write the release into the drafts, unless an attack succeeds: then nothing of it may be used."""
        public, private = drafts
        inputs = hashes(self._every_term(), self._facts.stretches, self._facts.parts, self._facts.rules.history)
        self._save_tables(private)
        secret, changed = self._store.secret_after(self._before), self._changed(inputs)
        reopened = self._reopened(private, changed, secret, told)
        plans = plan_terms(
            Work(private, self._facts.rules, secret, self._stale(reopened), self._folders()),
            self.fresh,
            {one.term: one for one in self._kept_parts(reopened)},
            told,
            workers=self._asked.workers,
            out=lambda: (*stocks_out(self._store, self._out), *reopened.stocks()),
        )
        if plans.found:
            return Made(stopped=plans.found)
        self._keep_terms(private, plans)
        fresh = {
            str(term): {"release": self._asked.number, "input": inputs[term], "waits": False, **_counts(result)}
            for term, result in sorted(plans.results.items())
        }
        out = {
            written: reopened.entry(self._asked.number, term_of(written), one, changed.get(term_of(written)))
            for written, one in self._out.items()
        }
        terms = {**{written: self._forgotten(written, one) for written, one in out.items()}, **fresh}
        self._write_cube(public, plans, reopened, terms)
        manifest = self._manifest(public, private, plans, terms)
        return Made(manifest, write_manifest(public, manifest), told=tuple(said_of(terms, self._asked.number)))

    def _reopened(self, private: Path, changed: Mapping[Term, str], secret: Secret, told: Told) -> Reopened:
        """Return the terms that are out made again, where payroll tells otherwise now or units are new."""
        if not changed and not self._moved:
            return Reopened()
        planner = Planner(Work(private, self._facts.rules, secret))
        before = Before(self._out, self._moved, self._facts.about.get("series"))
        reopened = Reopening(self._store, planner, before).make(changed, told)
        again = reopened.stocks()
        stacked = over_all_months(stocks_out(self._store, self._out), again, self._facts.rules.limits) if again else []
        if any(
            one.sentence for one in stacked
        ):  # over all months what is told again would tell too much of somebody's stocks
            reopened = Reopening(self._store, planner, replace(before, frozen=STOCKS)).make(changed, told)
        keep_again(private, reopened)
        return reopened

    def _changed(self, inputs: Mapping[Term, str]) -> dict[Term, str]:
        """Return the terms of which payroll tells otherwise now than when they were last tried; of what is deleted it tells nothing."""
        out = {term_of(written): one.get("tried", one["input"]) for written, one in self._out.items()}
        return {term: inputs[term] for term, then in out.items() if then != inputs[term] and not self._is_deleted(term)}

    def _is_deleted(self, term: Term) -> bool:
        reach = MONTHS_OF_A_YEAR if term.step is Step.YEAR else 0
        kept = self._facts.kept_from
        return kept is not None and month_of(first_month_of(term) - reach).first < kept.toordinal()

    def _forgotten(self, written: str, one: dict[str, Any]) -> dict[str, Any]:
        return {**one, "waits": False} if self._is_deleted(term_of(written)) else one

    def _folders(self) -> dict[Term, list[Path]]:
        """Return where every plan of the months and quarters that are out is kept."""
        out = [(term_of(written), one) for written, one in self._out.items()]
        return {
            term: [self._store.private(number) for number in one.get("kept", [one["release"]])]
            for term, one in out
            if term.step is not Step.YEAR
        }

    def _stale(self, reopened: Reopened) -> frozenset[str]:
        """Return the new units that some month of a year to come says nothing of."""
        years = {term.year for term in self.fresh}
        out = {term for term in map(term_of, self._out) if term.year in years and term.step is not Step.YEAR}
        return self._moved if out - {term for term, one in reopened.made.items() if one.kept} else frozenset()

    def _every_term(self) -> tuple[Term, ...]:
        return tuple(sorted({*self._asked.terms, *(term_of(one) for one in self._out)}))

    def _save_tables(self, private: Path) -> None:
        facts, every = self._facts, self._every_term()
        first = min(first_month_of(term) for term in every) - MONTHS_OF_A_YEAR
        last = max(last_month_of(term) for term in every)
        with DuckEngine(threads=1) as engine:
            months = [month_of(number) for number in range(first, last + 1)]
            engine.fill_all(facts.stretches, facts.parts, months, facts.days)
            engine.save(private)

    def _kept_parts(self, reopened: Reopened) -> list[TermResult]:
        """Return the months and quarters that are out of the years still to come."""
        open_years = {term.year for term in self.fresh}
        found = []
        for written, one in self._out.items():
            term = term_of(written)
            if term.step is not Step.YEAR and term.year in open_years:
                again = reopened.made.get(term)
                number = one.get("told", one["release"])
                kept = again.result if again else kept_term(self._store.private(number), term)
                if kept is not None:
                    found.append(kept)
        return found

    def _keep_terms(self, private: Path, plans: Plans) -> None:
        for result in plans.results.values():
            keep_term(private, result)

    def _write_cube(
        self, public: Path, plans: Plans, reopened: Reopened, terms: Mapping[str, Mapping[str, Any]]
    ) -> None:
        rules, every = self._facts.rules, self._every_term()
        first, last = min(map(first_month_of, every)), max(map(last_month_of, every))
        about = {
            "number": str(self._asked.number),
            "first_month": str(first),
            "last_month": str(last),
            "least": str(rules.limits.least),
            "breaks": json.dumps(self._facts.about.get("breaks", [])),
            **{f"corrected {term}": str(one["corrected"]) for term, one in terms.items() if "corrected" in one},
            **{f"waits {term}": one.get("why") or "few" for term, one in terms.items() if one["waits"]},
        }
        write_cube(
            public / CUBE,
            units=cube_units(rules.history, first, last, rules.today),
            figures=self._figures(plans, reopened),
            about=about,
            earlier=self._store.published(self._asked.earlier) / CUBE if self._asked.earlier else None,
            without=self._moved,
        )

    def _figures(self, plans: Plans, reopened: Reopened) -> Iterator[CubeFigure]:
        least = self._facts.rules.limits.least
        for _term, result in sorted(plans.results.items()):
            yield from figures_of(result, least)
        for term in map(term_of, self._out):
            made = reopened.made.get(term)
            if made is not None:
                yield from figures_again(made.result, least, made.renewed, made.stands, self._moved)
            else:
                yield from unmade(self._moved, term)

    @cached_property
    def _moved(self) -> frozenset[str]:
        """The units of today's organisation that do not hold the same units as when the earlier release was made, or were not there."""
        if not self._before:
            return frozenset()
        rules, told = self._facts.rules, self._before["organisation"]
        then = date.fromisoformat(told["as_is_on"])
        units = frozenset(row.unit for row in self._facts.stretches)
        now = homes(rules.history, units, rules.today)
        if tree_hash(rules.history, then) != told["sha256"]:
            return frozenset(now)
        before = homes(rules.history, units, then)
        return frozenset(unit for unit, inside in now.items() if before.get(unit) != inside)

    def _manifest(self, public: Path, private: Path, plans: Plans, terms: Mapping[str, Any]) -> dict[str, Any]:
        asked, rules = self._asked, self._facts.rules
        return {
            "format": FORMAT,
            "number": asked.number,
            "earlier": asked.earlier,
            "made_by": asked.made_by,
            "made_at": asked.made_at.isoformat(),
            "version": version("raadhus"),
            "known_to": rules.settings.known_to.isoformat(),
            "organisation": {"as_is_on": rules.today.isoformat(), "sha256": tree_hash(rules.history, rules.today)},
            "terms": terms,
            "attacks": attacks_told(plans),
            "key": self._store.secret().mark,
            "made_of": dict(self._facts.about),
            "files": {CUBE: file_hash(public / CUBE)},
            "private": private_hashes(private),
        }


def said_of(terms: Mapping[str, Mapping[str, Any]], number: int) -> Iterator[str]:
    """Yield what is to be told of the terms that were out: those corrected in this release, and those of which corrections wait."""
    corrected = [term for term, one in terms.items() if one.get("corrected") == number]
    waiting = [term for term, one in terms.items() if one["waits"]]
    if corrected:
        yield f"Tallene for {', '.join(corrected)} er rettet efter løndata."
    if waiting:
        yield f"Rettelser i løndata for {', '.join(waiting)} venter: det udgivne står, som det er."


def _counts(result: TermResult) -> dict[str, Any]:
    shown = sum(len(places) for places in result.sums.values())
    merged = sum(place.merged for places in result.sums.values() for place in places)
    hidden = sum(len(words.keys() - result.sums[name].keys()) for name, words in result.words.items())
    return {"shown": shown, "hidden": hidden, "merged": merged, "holes": dict(sorted(result.holes.items()))}


def values_hash(values: object) -> str:
    """Return the hash of plain values, for the manifest."""
    return sha256(repr(values).encode()).hexdigest()
