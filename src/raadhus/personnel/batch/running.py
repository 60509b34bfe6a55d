"""One release from facts to files: step by step up the ladder, in as many processes as are given."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from raadhus.personnel.batch.columns import KeyBook
from raadhus.personnel.batch.keeping import KeptTerm, keep_columns, kept_columns
from raadhus.personnel.batch.made_by import Rules
from raadhus.personnel.batch.planning import Known, Stocks, TermResult
from raadhus.personnel.batch.stacking import over_all_months, stocks_of
from raadhus.personnel.batch.term import TermJob
from raadhus.personnel.batch.years import YearOnLadder
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.disclosure.attacks.controls import run_controls
from raadhus.personnel.rules.disclosure.gate import TriedAttack
from raadhus.personnel.rules.disclosure.ladder import STEPS
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret

Told = Callable[[str, int, int], None]
# A term, what it follows from, and the noise on its stocks.
Job = tuple[Term, Known, Fraction]
_MORE, _TRIES = Fraction(6, 5), 6
# What the libraries behind numpy ask for how many threads they may use.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Work:
    """What the terms are planned from: the folder with the tables, the rules and the secret.

    `moved` are the units of today's organisation that are not what they were in the months that are out. `out` are the private folders of every
    plan of the terms that are out.
    """

    folder: Path
    rules: Rules
    secret: Secret
    moved: frozenset[str] = frozenset()
    out: Mapping[Term, Sequence[Path]] = field(default_factory=dict)


@dataclass
class Plans:
    """The terms that were planned, and what stopped them."""

    results: dict[Term, TermResult] = field(default_factory=dict)
    controls: dict[str, bool] = field(default_factory=dict)
    stacked: list[TriedAttack] = field(default_factory=list)

    @property
    def found(self) -> tuple[str, ...]:
        """What the attacks found; anything at all stops the release."""
        missed = [
            f"Angrebet {name} blev ikke fanget, som det skulle." for name, caught in self.controls.items() if not caught
        ]
        missed += [f"{one.attack}: {one.sentence}" for one in self.stacked if one.sentence]
        return (*missed, *(said for _term, one in sorted(self.results.items()) for said in one.found))


class Planner:
    """Plans terms in this process."""

    def __init__(self, work: Work) -> None:
        self._work, self.secret = work, work.secret
        self._engine = DuckEngine(threads=1)
        self._engine.open(work.folder)
        self._engine.lock()
        self._keys = KeyBook(self._engine.stretches(), work.secret)
        self._year, self._terms = 0, dict[Term, Sequence[KeptTerm] | None]()

    def plan(self, term: Term, known: Known, stock_noise: Fraction) -> TermResult:
        """Return the sums of a term; what a later plan needs of it is kept in the private folder."""
        job = self.job(term, stock_noise)
        result = job.plan(known)
        keep_columns(self._work.folder, job.kept)
        if term.step is Step.MONTH:
            result.stocks = stocks_of(job.kept)
        return result

    def job(self, term: Term, stock_noise: Fraction | None = None) -> TermJob:
        """Return what asks the engine about a term. `stock_noise` may be more than the setting."""
        rules = self._work.rules
        if stock_noise is not None:
            rules = replace(rules, limits=replace(rules.limits, stock_noise=stock_noise))
        return TermJob(self._engine, term, rules, self._keys, self._work.secret, within=self._kept_of)

    def _kept_of(self, term: Term) -> Sequence[KeptTerm] | None:
        """Return every plan of a shorter term, those of this release last; None where one of them is gone."""
        if term.year != self._year:
            self._year, self._terms = term.year, {}
        if term not in self._terms:
            out = [kept_columns(folder, term) for folder in self._work.out.get(term, ())]
            plans = [*out, kept_columns(self._work.folder, term)]
            self._terms[term] = None if None in out else [one for one in plans if one is not None]
        return self._terms[term]


_planner: list[Planner] = []


def _begin(work: Work) -> None:
    _planner[:] = [Planner(work)]


def _plan(term: Term, known: Known, stock_noise: Fraction) -> TermResult:
    return _planner[0].plan(term, known, stock_noise)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let processes that are begun meanwhile count with one thread: several of them with one for each core would be in each other's way."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _planned_by(work: Work, workers: int) -> "Iterator[Callable[[Sequence[Job]], Iterator[TermResult]]]":
    """Give a function that plans terms in order: in this process, or in as many others as are asked for. The answers are the same."""
    if workers <= 1:
        planner = Planner(work)
        yield lambda jobs: (planner.plan(*job) for job in jobs)
        return
    spawned = get_context("spawn")
    with _one_thread_each(), ProcessPoolExecutor(workers, spawned, initializer=_begin, initargs=(work,)) as pool:
        yield lambda jobs: pool.map(_plan, *zip(*jobs, strict=True)) if jobs else iter(())


def plan_terms(
    work: Work,
    terms: Sequence[Term],
    earlier: Mapping[Term, TermResult],
    told: Told,
    *,
    workers: int = 1,
    out: Callable[[], Sequence[Stocks]] = lambda: (),
) -> Plans:
    """Return the plans of the terms. `earlier` are months and quarters that are out already; longer terms follow from them too.

    `out` gives what is told of stocks in every month that is out, for the attack over all months.
    """
    plans = Plans(controls={one.name: one.caught for one in run_controls()})
    years = {year: _year(year, earlier, work) for year in {term.year for term in terms}}

    def tell(results: Iterator[TermResult]) -> Iterator[TermResult]:
        for result in results:
            plans.results[result.term] = result
            told(str(result.term), len(plans.results), len(terms))
            yield result

    with _planned_by(work, workers) as plan:
        for step in STEPS:
            jobs = [(term, years[term.year].known(term)) for term in sorted(terms) if term.step is step]
            noises = _noises(work.rules.limits.stock_noise) if step is Step.MONTH else [work.rules.limits.stock_noise]
            for noise in noises if jobs else ():
                results = list(tell(plan([(*job, noise) for job in jobs])))
                if step is Step.MONTH:
                    plans.stacked = over_all_months(out(), [one.stocks for one in results], work.rules.limits)
                if not any(one.sentence for one in plans.stacked):
                    break
            for term, known in jobs:
                years[term.year].take(plans.results[term], known)
            for year in years.values():
                year.settle(step)
    for year in years.values():
        year.explain()
    return plans


def _noises(noise: Fraction) -> list[Fraction]:
    """Return what is tried in turn as noise on the stocks of months."""
    return [noise * _MORE**times for times in range(_TRIES)]


def _year(year: int, earlier: Mapping[Term, TermResult], work: Work) -> YearOnLadder:
    out = [one for term, one in sorted(earlier.items()) if term.year == year]
    return YearOnLadder(out, work.rules.limits.least, work.moved)


def attacks_told(plans: Plans) -> list[dict[str, Any]]:
    """Return what the manifest says of the attacks: each with how often it ran, and the worst it found."""
    found: dict[str, dict[str, Any]] = {}
    stacked = [{"attack": one.attack, **one.numbers} for one in plans.stacked]
    for one in (*(attack for result in plans.results.values() for attack in result.attacks), *stacked):
        told = found.setdefault(str(one["attack"]), {"attack": one["attack"], "times": 0})
        told["times"] += 1
        for name in ("people", "cells", "differences", "of"):
            if name in one:
                told[name] = told.get(name, 0) + int(one[name])
        if "months" in one:
            told["months"] = max(told.get("months", 0), int(one["months"]))
        if "least_unknown" in one:
            told["least_unknown"] = min(told.get("least_unknown", 1.0), float(one["least_unknown"]))
    controls = [{"attack": "T8", "control": name, "caught": caught} for name, caught in plans.controls.items()]
    return [*(found[name] for name in sorted(found)), *controls]
