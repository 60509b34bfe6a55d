"""One release from facts to files: the months first, in as many processes as are given, then the years that follow from them."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from raadhus.personnel.batch.years import completed, on_one_grid
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.disclosure.attacks.controls import run_controls
from raadhus.personnel.rules.disclosure.lattice import Step, Term
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
        self._work = work
        self._engine = DuckEngine(threads=1)
        self._engine.open(work.folder)
        self._engine.lock()
        self._keys = KeyBook(self._engine.stretches(), work.secret)

    def plan(self, term: Term, known: Known = NOTHING_KNOWN) -> TermResult:
        """Return the sums of a term; what a later plan needs of it is kept in the private folder."""
        job = TermJob(self._engine, term, self._work.rules, self._keys, self._work.secret)
        result = job.plan(known)
        keep_columns(self._work.folder, job.kept)
        return result


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
    """Return the plans of the terms. `earlier` are months that are out already; the years still to come follow from them too."""
    plans = Plans(controls={one.name: one.caught for one in run_controls()})
    least = work.rules.limits.least
    by_year = _by_year(earlier.values())
    months = [term for term in terms if term.step is not Step.YEAR]
    years = [term for term in terms if term.step is Step.YEAR]
    with _planned_by(work, workers) as plan:
        alone = [term for term in years if not by_year.get(term.year) and all(one.year != term.year for one in months)]
        first: list[tuple[Term, Known]] = [(term, NOTHING_KNOWN) for term in sorted([*months, *alone])]
        for result in plan(first):
            plans.results[result.term] = result
            told(str(result.term), len(plans.results), len(terms))
        known: dict[int, Known] = {}
        for year in sorted({term.year for term in months} | {term.year for term in years if term not in alone}):
            fresh = [plans.results[term] for term in months if term.year == year]
            known[year] = on_one_grid(fresh, by_year.get(year, []), least, work.moved)
        rest = [(term, known[term.year]) for term in years if term not in alone]
        for result in plan(rest):
            own = [one for term, one in plans.results.items() if term.year == result.term.year]
            every = sorted([*own, *by_year.get(result.term.year, [])], key=lambda one: one.term)
            completed(result, every, known[result.term.year], least)
            plans.results[result.term] = result
            told(str(result.term), len(plans.results), len(terms))
    return plans


def _by_year(results: Iterable[TermResult]) -> dict[int, list[TermResult]]:
    found: dict[int, list[TermResult]] = defaultdict(list)
    for one in results:
        found[one.term.year].append(one)
    return found


def attacks_told(plans: Plans) -> list[dict[str, Any]]:
    """Return what the manifest says of the attacks: each with how often it ran, and the worst it found."""
    found: dict[str, dict[str, Any]] = {}
    for one in (attack for result in plans.results.values() for attack in result.attacks):
        told = found.setdefault(str(one["attack"]), {"attack": one["attack"], "times": 0})
        told["times"] += 1
        for name in ("people", "cells", "differences"):
            if name in one:
                told[name] = told.get(name, 0) + int(one[name])
        if "least_unknown" in one:
            told["least_unknown"] = min(told.get("least_unknown", 1.0), float(one["least_unknown"]))
    controls = [{"attack": "T8", "control": name, "caught": caught} for name, caught in plans.controls.items()]
    return [*(found[name] for name in sorted(found)), *controls]
