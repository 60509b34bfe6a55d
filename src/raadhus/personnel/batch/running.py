"""One release from facts to files: step by step up the ladder, in as many processes as are given."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from raadhus.personnel.batch.columns import KeyBook
from raadhus.personnel.batch.keeping import keep_columns
from raadhus.personnel.batch.planning import NOTHING_KNOWN, Known, TermResult
from raadhus.personnel.batch.term import Rules, TermJob
from raadhus.personnel.batch.years import YearOnLadder
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.disclosure.attacks.controls import run_controls
from raadhus.personnel.rules.disclosure.ladder import STEPS
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.disclosure.noise import Secret

Told = Callable[[str, int, int], None]
# What the libraries behind numpy ask for how many threads they may use.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Work:
    """What the terms are planned from: the folder with the tables, the rules and the secret.

    `moved` are the units of today's organisation that are not what they were in the months that are out.
    """

    folder: Path
    rules: Rules
    secret: Secret
    moved: frozenset[str] = frozenset()


@dataclass
class Plans:
    """The terms that were planned, and what stopped them."""

    results: dict[Term, TermResult] = field(default_factory=dict)
    controls: dict[str, bool] = field(default_factory=dict)

    @property
    def found(self) -> tuple[str, ...]:
        """What the attacks found; anything at all stops the release."""
        missed = [
            f"Angrebet {name} blev ikke fanget, som det skulle." for name, caught in self.controls.items() if not caught
        ]
        return (*missed, *(said for _term, one in sorted(self.results.items()) for said in one.found))


class Planner:
    """Plans terms in this process."""

    def __init__(self, work: Work) -> None:
        self._work, self.secret = work, work.secret
        self._engine = DuckEngine(threads=1)
        self._engine.open(work.folder)
        self._engine.lock()
        self._keys = KeyBook(self._engine.stretches(), work.secret)

    def plan(self, term: Term, known: Known = NOTHING_KNOWN) -> TermResult:
        """Return the sums of a term; what a later plan needs of it is kept in the private folder."""
        job = self.job(term)
        result = job.plan(known)
        keep_columns(self._work.folder, job.kept)
        return result

    def job(self, term: Term) -> TermJob:
        """Return what asks the engine about a term."""
        return TermJob(self._engine, term, self._work.rules, self._keys, self._work.secret)


_planner: list[Planner] = []


def _begin(work: Work) -> None:
    _planner[:] = [Planner(work)]


def _plan(term: Term, known: Known) -> TermResult:
    return _planner[0].plan(term, known)


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
def _planned_by(work: Work, workers: int) -> "Iterator[Callable[[Sequence[tuple[Term, Known]]], Iterator[TermResult]]]":
    """Give a function that plans terms in order: in this process, or in as many others as are asked for. The answers are the same."""
    if workers <= 1:
        planner = Planner(work)
        yield lambda jobs: (planner.plan(term, known) for term, known in jobs)
        return
    spawned = get_context("spawn")
    with _one_thread_each(), ProcessPoolExecutor(workers, spawned, initializer=_begin, initargs=(work,)) as pool:
        yield lambda jobs: pool.map(_plan, *zip(*jobs, strict=True)) if jobs else iter(())


def plan_terms(
    work: Work,
    terms: Sequence[Term],
    earlier: Mapping[Term, TermResult],
    told: Told,
    workers: int = 1,
) -> Plans:
    """Return the plans of the terms. `earlier` are months and quarters that are out already; longer terms follow from them too."""
    plans = Plans(controls={one.name: one.caught for one in run_controls()})
    years = {year: _year(year, earlier, work) for year in {term.year for term in terms}}
    with _planned_by(work, workers) as plan:
        for step in STEPS:
            jobs = [(term, years[term.year].known(term)) for term in sorted(terms) if term.step is step]
            for (term, known), result in zip(jobs, plan(jobs), strict=True):
                years[term.year].take(result, known)
                plans.results[term] = result
                told(str(term), len(plans.results), len(terms))
            for year in years.values():
                year.settle(step)
    for year in years.values():
        year.explain()
    return plans


def _year(year: int, earlier: Mapping[Term, TermResult], work: Work) -> YearOnLadder:
    out = [one for term, one in sorted(earlier.items()) if term.year == year]
    return YearOnLadder(out, work.rules.limits.least, work.moved)


def attacks_told(plans: Plans) -> list[dict[str, Any]]:
    """Return what the manifest says of the attacks: each with how often it ran, and the worst it found."""
    found: dict[str, dict[str, Any]] = {}
    for one in (attack for result in plans.results.values() for attack in result.attacks):
        told = found.setdefault(str(one["attack"]), {"attack": one["attack"], "times": 0})
        told["times"] += 1
        for name in ("people", "cells", "differences", "of"):
            if name in one:
                told[name] = told.get(name, 0) + int(one[name])
        if "least_unknown" in one:
            told["least_unknown"] = min(told.get("least_unknown", 1.0), float(one["least_unknown"]))
    controls = [{"attack": "T8", "control": name, "caught": caught} for name, caught in plans.controls.items()]
    return [*(found[name] for name in sorted(found)), *controls]
