# ruff: noqa: INP001 - a folder of programs, not a package
"""A whole country's personnel figures: 600,000 invented employments at a time through 240 months, added up to one cube for each of 98 municipalities.

    python benchmarks/national.py [--part 0.05] [--folder var/national] [--write docs/benchmarks/personnel-national.md]

The people are those of national_people.py. Two processes build the cubes, a municipality at a time, by the same roll-up as the ordinary batch
(personnel/engines/rollup.py). The linear audit of what may be published is no part of that; it is measured for one municipality by itself.
"""

import argparse
import multiprocessing
import os
import platform
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
from national_people import FIRST_MONTH, MONTHS_IN_ALL, Municipality, municipalities, write

from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.engines.rollup import MONTHLY, YEARLY, RollUp
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.disclosure import lattice, plan
from raadhus.personnel.rules.disclosure.population import Numbers, Population, by_branch
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.settings import Settings as Limits
from raadhus.personnel.rules.facts import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.rules.measures.definitions import Population as Whom
from raadhus.personnel.rules.shapes.questions import Question, Shape

LEAST, PROCESSES, SECONDS, MEGABYTES, CUBE_BYTES = 5, 2, 360, 6_000, 1_000_000_000
NOVEMBER, AREA, MEASURES = 11, 2, 5
SETTINGS = Settings(known_to=date.fromordinal(month_of(FIRST_MONTH + MONTHS_IN_ALL - 1).reference))
LAST = FIRST_MONTH + MONTHS_IN_ALL - 1
TWO = ("monthly.parquet", "yearly.parquet")


class Built(NamedTuple):
    """What it took to build (or to invent) one municipality."""

    rows: dict[str, int]
    seconds: float
    at_work: float
    most_mb: float


class Task(NamedTuple):
    """A municipality and where its tables and its cube lie."""

    town: Municipality
    tables: Path
    cube: Path


def invent(task: Task) -> Built:
    """Write a municipality's tables."""
    return _measured(lambda: write(task.town, task.tables))


def build(task: Task) -> Built:
    """Write a municipality's cube: all nodes, months and breakdowns, and the movements from November to November."""
    return _measured(lambda: _build(task))


def _measured(work: Callable[[], dict[str, int]]) -> Built:
    begun, at_work = time.perf_counter(), time.process_time()
    rows = work()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return Built(rows, time.perf_counter() - begun, time.process_time() - at_work, most)


def _build(task: Task) -> dict[str, int]:
    task.cube.mkdir(parents=True)
    with DuckEngine(threads=1, memory_limit="2GB") as engine:
        engine.open(task.tables)
        monthly = engine.save_cells(_asked(MONTHLY), task.cube / TWO[0], LEAST)
        engine.keep_months(NOVEMBER)
        yearly = engine.save_cells(_asked(YEARLY), task.cube / TWO[1], LEAST)
    return {"monthly": monthly, "yearly": yearly}


def _asked(shapes: tuple[Shape, ...]) -> RollUp:
    return RollUp(shapes, Scope(Whom.ORDINARY, Breakdown.NONE, SETTINGS), FIRST_MONTH, LAST)


@dataclass(frozen=True)
class Audited:
    """The release plan of one measure in one month of one municipality."""

    people: int
    units: int
    cells: int
    shown: int
    seconds: float


def audited(tables: Path) -> Audited:
    """Return what planning the days of sickness of one month takes, by the plan that the ordinary batch makes."""
    month = month_of(LAST - 1)
    with DuckEngine(threads=1) as engine:
        engine.open(tables)
        scope = Scope(Whom.ORDINARY, Breakdown.NONE, SETTINGS, by_person=True)
        there = [row[1:9] for row in engine.answer(Question(Shape.STOCK, scope, month.number, month.number))]
        absent = engine.answer(Question(Shape.ABSENCE, scope, month.number, month.number))
        homes = engine.homes_on(month.reference)
    tree = lattice.Tree("was", _parents(homes))
    days = {row[1:9]: int(row[12]) for row in absent}
    values = np.array([days.get(row, 0) for row in there], dtype=np.int64)
    subject, breakdowns = _subject(there, values, tree)
    whole = lattice.Lattice((tree,), breakdowns, ("sick_days",), range(2025, 2026))
    begun = time.process_time()
    found = plan.make_plan(subject, whole, Limits())
    seconds = time.process_time() - begun
    cells = len(found.shown) + len(found.hidden) + len(found.refused)
    return Audited(len(np.unique(subject.population.person)), len(tree.order), cells, len(found.shown), seconds)


def _parents(homes: list[tuple[str, str]]) -> dict[str, str | None]:
    """Return each node's parent: the area is the longest of the other names that a unit lies under, and the names of nodes tell the rest."""
    parents: dict[str, str | None] = {"K": None}
    for node, unit in homes:
        if node.count(".") == AREA:
            parents |= {unit: node, node: node.rsplit(".", 1)[0], node.split(".")[0] + "." + node.split(".")[1]: "K"}
    return parents


def _subject(
    rows: list[tuple[str | int, ...]], values: Numbers, tree: lattice.Tree
) -> tuple[Subject, dict[str, tuple[str, ...]]]:
    """Return the people of a month, by unit, value, occupation, age, gender, contract, person and employment, with their days of sickness."""
    unit = np.array([tree.positions[str(row[0])] for row in rows], dtype=np.int64)
    order, ends = by_branch(tree, unit)
    names = (Breakdown.OCCUPATION, Breakdown.AGE, Breakdown.GENDER, Breakdown.CONTRACT)
    breakdowns, codes = {}, {}
    for place, name in enumerate(names, start=2):
        words = np.array([str(row[place]) for row in rows])
        found, numbers = np.unique(words, return_inverse=True)
        breakdowns[name.value], codes[name.value] = tuple(map(str, found)), numbers[order].astype(np.int64)
    _, person = np.unique(np.array([str(row[6]) for row in rows]), return_inverse=True)
    keys = np.arange(1, len(rows) + 1)
    population = Population(person[order], {tree.version: unit[order]}, codes, keys[order], ends)
    term = lattice.Term(2025, lattice.Step.MONTH, 11)
    return Subject("sick_days", Disclosure.PROTECTED_FLOW, Kind.TOTAL, term, population, values[order]), breakdowns


@dataclass(frozen=True)
class Whole:
    """Everything that was measured."""

    part: float
    invented: list[Built]
    built: list[Built]
    towns: list[Municipality]
    seconds: tuple[float, float]
    parent_mb: float
    bytes_in: int
    bytes_out: int
    audit: Audited
    load: tuple[float, float]

    @property
    def most_mb(self) -> float:
        """The most memory at once, at most: the largest of the building processes for each of them, and the one that waits."""
        return PROCESSES * max(one.most_mb for one in self.built) + self.parent_mb

    @property
    def is_within(self) -> bool:
        """True when every limit is kept; of a part of the municipalities, its part of the time and the bytes."""
        time_kept = self.seconds[1] <= SECONDS * self.part
        return time_kept and self.most_mb <= MEGABYTES and self.bytes_out <= CUBE_BYTES * self.part


def measure(part: float, folder: Path) -> Whole:
    """Invent, build, and audit one municipality of median size."""
    towns = municipalities(part)
    tasks = [Task(town, folder / "tables" / town.name, folder / "cubes" / town.name) for town in towns]
    load = os.getloadavg()[0]
    with multiprocessing.get_context("spawn").Pool(PROCESSES, maxtasksperchild=8) as pool:
        invented, inventing = timed(lambda: pool.map(invent, tasks, chunksize=1))
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        built, building = timed(lambda: pool.map(build, tasks, chunksize=1))
    after = os.getloadavg()[0]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    audit = audited(tasks[len(tasks) // 2].tables)
    share = sum(town.posts for town in towns) / sum(town.posts for town in municipalities())
    sizes = size_of(folder / "tables"), size_of(folder / "cubes")
    return Whole(share, invented, built, towns, (inventing, building), own, *sizes, audit, (load, after))


def timed(work: Callable[[], list[Built]]) -> tuple[list[Built], float]:
    """Return what the work gives, and the seconds that pass."""
    begun = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begun


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*.parquet"))


def page(found: Whole) -> Iterator[str]:
    """Yield the lines of the page."""
    today = datetime.now(tz=UTC).date().isoformat()
    cells = {name: sum(one.rows[name] for one in found.built) for name in ("monthly", "yearly")}
    tables = {name: sum(one.rows[name] for one in found.invented) for name in ("stretches", "absence_parts", "homes")}
    nodes = sum(_nodes(one) for one in found.invented)
    posts = sum(town.posts for town in found.towns)
    yield "# A whole country's personnel figures, measured\n"
    yield f"`make bench-national`, {today}, {os.cpu_count()} processors, Python {platform.python_version()}, DuckDB {duckdb.__version__};"
    yield f"load {found.load[0]:.1f} before and {found.load[1]:.1f} after.\n"
    if found.part < 1:
        yield f"**Only {found.part:.1%} of the employments, for a quick look; the limits are taken in that proportion.**\n"
    yield f"{posts:,} invented employments at a time in {len(found.towns)} municipalities through {MONTHS_IN_ALL} months:"
    yield f"{posts * MONTHS_IN_ALL:,} monthly snapshots, kept as {tables['stretches']:,} stretches and {tables['absence_parts']:,} parts of absences"
    yield f"under about {nodes:,} nodes; how they are made is told in `benchmarks/national_people.py`. The cubes hold every node as it was x month x"
    yield "{whole, occupation, age, gender, contract}, one breakdown at a time, with the sums of stock, absence and possible time, and for each"
    yield f"November those of movement since the one before; cells of at least {LEAST} people, sorted by node, breakdown, value and month."
    yield f"{PROCESSES} processes of one thread, a municipality at a time, the largest first.\n"
    yield "| | seconds | at work, s | bytes | limit |"
    yield "|---|---|---|---|---|"
    work = [sum(one.at_work for one in some) for some in (found.invented, found.built)]
    yield f"| inventing the tables | {found.seconds[0]:.0f} | {work[0]:.0f} | {found.bytes_in / 1e6:,.0f} MB | |"
    yield (
        f"| **building the cubes** | **{found.seconds[1]:.0f}** | {work[1]:.0f} | **{found.bytes_out / 1e6:,.0f} MB** | "
        f"{SECONDS * found.part:.0f} s, {CUBE_BYTES * found.part / 1e6:,.0f} MB |"
    )
    yield f"\nCells: {cells['monthly']:,} monthly and {cells['yearly']:,} yearly. Memory: at most {found.most_mb:,.0f} MB in all processes"
    yield f"together (limit {MEGABYTES:,}). At work is processor time, which other work on the machine changes less than it changes seconds.\n"
    yield "| municipality | employments | cells | building, at work, s | its memory, MB |"
    yield "|---|---|---|---|---|"
    for name, place in (("largest", 0), ("median", len(found.towns) // 2), ("smallest", -1)):
        town, built = found.towns[place], found.built[place]
        yield f"| {name} | {town.posts:,} | {sum(built.rows.values()):,} | {built.at_work:.1f} | {built.most_mb:.0f} |"
    yield from _audit(found)


def _nodes(one: Built) -> int:
    """Return how many nodes a municipality has: four homes a unit at least, areas of eight and centres of forty."""
    units = one.rows["homes"] // 4
    return units + -(-units // 8) + -(-units // 40) + 1


def _audit(found: Whole) -> Iterator[str]:
    audit, posts = found.audit, statistics.median(town.posts for town in found.towns)
    everything = audit.seconds * sum(town.posts for town in municipalities()) / posts
    yield "\n## What is not in that time: the linear audit\n"
    yield "The sums above are the batch's own and are not published. What may be published is decided by the release plan"
    yield "([rules](../rules/personnel-disclosure.md)), measure by measure and term by term, with noise and attacks after it. One plan was made,"
    yield "for days of sickness in one month of the municipality of median size, with its organisation as it was alone:\n"
    yield "| people | units | cells | shown | plan, processor seconds |"
    yield "|---|---|---|---|---|"
    yield f"| {audit.people:,} | {audit.units} | {audit.cells:,} | {audit.shown:,} | {audit.seconds:.1f} |"
    minutes, hours = (MEASURES * everything / PROCESSES / 60, MEASURES * everything * MONTHS_IN_ALL / PROCESSES / 3600)
    yield "\n**Extrapolated, not measured:** in proportion to the employments, one measure in one month would take the whole country"
    yield f"{everything:,.0f} processor seconds, and {MEASURES} measures of sickness {minutes:,.0f} minutes a new month on {PROCESSES} processors."
    yield "Large municipalities cost more than in proportion; the second organisation, earlier releases and the attacks are not counted."
    yield f"All {MONTHS_IN_ALL} months from the beginning would take {hours:,.0f} hours. A release is frozen, so that is done once,"
    yield "each municipality by itself."


def main() -> int:
    """Measure, print and perhaps write; 1 when a limit is not kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--folder", type=Path, help="kept afterwards; a passing one when not given")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp())
    try:
        found = measure(options.part, folder)
    finally:
        if not options.folder:
            shutil.rmtree(folder)
    text = "\n".join(page(found)) + "\n"
    sys.stdout.write(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    return 0 if found.is_within else 1


if __name__ == "__main__":
    sys.exit(main())
