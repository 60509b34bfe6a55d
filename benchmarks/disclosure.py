# ruff: noqa: INP001 - a folder of programs, not a package
"""What the release plan shows of the reference municipality, what the attacks find, and how long both take.

    python benchmarks/disclosure.py [--seeds 5] [--write docs/benchmarks/personnel-disclosure.md]

The people are invented (raadhus.personnel.rules.disclosure.reference), the same ones for the same seed.
"""

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import numpy as np

from raadhus.personnel.rules.disclosure import gate
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import Question, audit
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import Cell, by_priority, cells_of
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.reference import Reference, municipality
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure

_Answer = TypeVar("_Answer")
ASKED = 0.41
SECRET = Secret(b"a secret of the measurements, 32")


def timed(work: Callable[[], _Answer]) -> tuple[_Answer, float]:
    """Return what the work gives and the seconds of processor time it took."""
    begun = time.process_time()
    answer = work()
    return answer, time.process_time() - begun


@dataclass(frozen=True)
class Row:
    """One municipality at one limit."""

    least: int
    seed: int
    cells: int
    threshold_shown: float
    threshold_people: float
    threshold_hidden: int
    linear_shown: float
    shown: float
    people: int
    hidden: int
    hidden_cells: int
    differences: int
    seconds: float
    attack_seconds: float


def exact(reference: Reference, seed: int, least: int) -> Row:
    """Return what a threshold alone and what the audit show and give away."""
    population, trees = reference.population, reference.lattice.trees
    cells = [cell for cell in cells_of(population, reference.lattice) if cell.persons]
    large = [cell for cell in by_priority(cells, trees) if cell.persons >= least]
    small = [cell for cell in cells if cell.persons < least]
    verdict, seconds = timed(lambda: audit(Question(population, trees, large, small, least)))
    linear = audit(Question(population, trees, large, small, least=1))
    naive = recover(population, large, small)
    found, first = timed(lambda: recover(population, verdict.shown, small))
    close, second = timed(lambda: small_differences(population, trees, verdict.shown, verdict.refused, least))
    shares = (len(large) / len(cells), len(naive.persons) / len(population))
    shown = (len(linear.shown) / len(cells), len(verdict.shown) / len(cells))
    counts = (len(found.persons), len(found.hidden), len(small), len(close))
    return Row(least, seed, len(cells), *shares, len(naive.hidden), *shown, *counts, seconds, first + second)


@dataclass(frozen=True)
class Blurred:
    """Days of sickness of a month as they would be published."""

    dominance: int
    shown: float
    merged: int
    noise_part: float
    least_unknown: float
    findings: int
    leaf_error: float
    plan_seconds: float
    gate_seconds: float


def blurred(reference: Reference, dominance: int) -> Blurred:
    """Return how a protected flow comes through the plan and the gate."""
    settings, population = Settings(dominance_percent=dominance), reference.population
    values = np.rint(reference.days * 100).astype(np.int64)
    term = Term(2025, Step.MONTH, 3)
    subject = Subject("sick_days", Disclosure.PROTECTED_FLOW, Kind.TOTAL, term, population, values)
    plan, planning = timed(lambda: make_plan(subject, reference.lattice, settings))
    deviation = gate.Gate(plan).enough_noise() * subject.spread
    common = gate.Common(np.full(len(population), 31_00), 1_00)
    tried, examining = timed(lambda: list(gate.examine(plan, SECRET, deviation, common)))
    own = [cell for cell in plan.shown if not cell.place.merged]
    filled = sum(cell.persons > 0 for cell in cells_of(population, reference.lattice))
    left = next(float(one.numbers["least_unknown"]) for one in tried if one.attack == "T6")
    error = _leaf_error(reference, plan.shown, deviation, float(values.mean()))
    merged = len(plan.shown) - len(own)
    part = deviation / subject.spread
    return Blurred(
        dominance,
        len(own) / filled,
        merged,
        part,
        left,
        sum(bool(one.sentence) for one in tried),
        error,
        planning,
        examining,
    )


def _leaf_error(reference: Reference, shown: tuple[Cell, ...], deviation: float, mean: float) -> float:
    """Return the noise on a bottom unit's average, as a part of the average itself; the median unit."""
    tree = reference.lattice.trees[0]
    leaves = [cell.persons for cell in shown if not cell.place.breakdown and not tree.children[cell.place.unit]]
    return deviation / statistics.median(leaves) / mean


_EXACT = (
    "| least | seed | cells | threshold alone: shown | people recovered | hidden cells recovered | linear audit alone: shown | "
    "all rules: shown | people | hidden cells | small differences | audit, s | T1 and T2, s |"
)
_FLOWS = (
    "| p % | shown | Øvrige enheder | noise, sd of a person | least left unknown | attacks that succeed | "
    "noise on a bottom unit's average | plan, s | gate, s |"
)


def _sizes() -> Iterator[str]:
    for people, shape in ((1500, (4, 5, 4)), (4600, (8, 6, 5))):
        reference = municipality(1, people, shape)
        row = exact(reference, 1, 5)
        units = len(reference.lattice.trees[0].order)
        yield f"| {people} | {units} | {row.cells} | {row.shown:.1%} | {row.seconds:.1f} | {row.attack_seconds:.1f} |"


def page(rows: list[Row], flows: list[Blurred]) -> Iterator[str]:
    """Yield the lines of the page."""
    today = datetime.now(tz=UTC).date().isoformat()
    yield "# Protecting small groups, measured\n"
    yield f"`python benchmarks/disclosure.py`, {today}, {os.cpu_count()} processors, Python {platform.python_version()},"
    yield f"numpy {np.__version__}. Seconds are of processor time; others used the machine too (load {os.getloadavg()[0]:.1f}).\n"
    yield "1,500 invented people, units 1-4-20-80, each seen whole and by sex (2), age (5), occupation (12) and contract (2). Of those"
    yield "105 x 22 = 2,310 places the ones with anybody in them are the cells; shares are of them."
    yield "The median bottom unit has 14 people (over the five seeds). The rules: [personnel-disclosure](../rules/personnel-disclosure.md).\n"
    yield "## What is shown, and what is given away\n"
    yield _EXACT
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|---|"
    for row in rows:
        yield (
            f"| {row.least} | {row.seed} | {row.cells} | {row.threshold_shown:.1%} | {row.threshold_people:.1%} | "
            f"{row.threshold_hidden} of {row.hidden_cells} | {row.linear_shown:.1%} | "
            f"{row.shown:.1%} | {row.people} | {row.hidden} of {row.hidden_cells} | "
            f"{row.differences} | {row.seconds:.1f} | {row.attack_seconds:.1f} |"
        )
    for least in sorted({row.least for row in rows}):
        shares = [row.shown for row in rows if row.least == least]
        yield f"\nAt {least}: {statistics.mean(shares):.1%} shown on average, {min(shares):.1%} to {max(shares):.1%}."
    yield "\nThe linear audit alone hides people and cells; that no difference is about fewer than `least` people (T2) costs two to four points more."
    yield "At 5 the average is what is held to 41 %: a single municipality, like seed 5, may lie below."
    yield '"Shown" counts neither "Øvrige enheder" nor averages, which need 10.'
    yield "\n## By size\n"
    yield "Seed 1, least 5; bottom units of about the same size. The branches below the top are blocks of the audit.\n"
    yield "| people | units | cells | shown | audit, s | T1 and T2, s |"
    yield "|---|---|---|---|---|---|"
    yield from _sizes()
    yield "\n## Days of sickness of a month, through the whole gate\n"
    yield "Seed 1, at least 5 people. The gate is T1, T2, T5 (60 people, 0 to 31 days), T6 and T7.\n"
    yield _FLOWS
    yield "|---|---|---|---|---|---|---|---|---|"
    for flow in flows:
        yield (
            f"| {flow.dominance or 'off'} | {flow.shown:.1%} | {flow.merged} | {flow.noise_part:.2f} | {flow.least_unknown:.2f} | "
            f"{flow.findings} | {flow.leaf_error:.1%} | {flow.plan_seconds:.1f} | {flow.gate_seconds:.1f} |"
        )


def main() -> int:
    """Measure, print and perhaps write; 1 when somebody is given away or less is shown than asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    rows = [exact(municipality(seed), seed, least) for least in (5, 3) for seed in range(1, options.seeds + 1)]
    flows = [blurred(municipality(), dominance) for dominance in (0, 15)]
    text = "\n".join(page(rows, flows)) + "\n"
    sys.stdout.write(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    leaks = sum(row.people + row.hidden + row.differences for row in rows) + sum(flow.findings for flow in flows)
    mean = statistics.mean(row.shown for row in rows if row.least == rows[0].least)
    return 0 if not leaks and mean >= ASKED else 1


if __name__ == "__main__":
    sys.exit(main())
