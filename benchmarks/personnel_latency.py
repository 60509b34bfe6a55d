# ruff: noqa: INP001 - a folder of programs, not a package
"""How long a drill-down figure takes: from the published cube, and from the records themselves by DuckDB, Polars and pandas, in one run.

    python benchmarks/personnel_latency.py [--people 600000] [--write docs/benchmarks/personnel-latency.md]

A figure is what a page shows of one measure: a unit's twelve months, as a whole or in the parts of one breakdown. The addresses are drawn evenly from
the levels of the organisation and are the same for all. The records are a row for each employment and month, sorted by unit, of whole numbers.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pandas as pd
import polars as pl

from raadhus.personnel.engines.cube import AS_IS, Cube, CubeUnit, write_cube
from raadhus.personnel.rules.counting import AGE_BANDS, Breakdown
from raadhus.personnel.rules.disclosure.lattice import Step

SMALL, LARGE, UNIT_SIZE, LEAST = 4_600, 600_000, 19.13, 5
YEAR, MONTHS = 2025, 12
ADDRESSES, LIMIT = 120, 5.0
CUBE = "the published cube"
VALUES = {
    Breakdown.OCCUPATION: tuple(f"gruppe {number:02}" for number in range(12)),
    Breakdown.AGE: tuple(name for _, name in AGE_BANDS),
    Breakdown.GENDER: ("K", "M"),
    Breakdown.CONTRACT: ("full-time", "part-time", "hourly"),
}
# Measure by measure: its figure of the sums, and its decimals.
MEASURES = {
    "headcount": ("heads", 0),
    "full_time_equivalents": ("(hours * 10 + 1850) // 3700", 1),
    "average_salary": ("pay // hours", 0),
    "average_age": ("age_months * 10 // (12 * heads)", 1),
    "sick_days_per_employee": ("sick * 10 // (100 * heads)", 1),
}
SUMS = ("heads", "hours", "pay", "age_months", "sick")


@dataclass(frozen=True)
class Node:
    """A node of the organisation and the bottom units below it, [first, after)."""

    name: str
    parent: str
    depth: int
    first: int
    after: int


def organisation(people: int) -> list[Node]:
    """Return the nodes so that everything below one follows it: eight bottom units in an area, five areas in a centre."""
    leaves = round(people / UNIT_SIZE)
    found = [Node("K", "", 0, 0, leaves)]
    for leaf in range(leaves):
        centre, area = f"K.{leaf // 40}", f"K.{leaf // 40}.{leaf // 8 % 5}"
        if leaf % 40 == 0:
            found.append(Node(centre, "K", 1, leaf, min(leaf + 40, leaves)))
        if leaf % 8 == 0:
            found.append(Node(area, centre, 2, leaf, min(leaf + 8, leaves)))
        found.append(Node(f"{area}.{leaf % 8}", area, 3, leaf, leaf + 1))
    return found


def records(people: int) -> dict[str, np.ndarray]:
    """Return a row for each employment and month, sorted by bottom unit and month; three in ten posts get somebody else within the year."""
    draw = np.random.default_rng(people)
    leaves = round(people / UNIT_SIZE)
    weights = draw.lognormal(0, 0.764, leaves)
    leaf = np.sort(draw.choice(leaves, people, p=weights / weights.sum()))
    changes = np.where(draw.random(people) < 0.3, draw.integers(1, MONTHS, people), MONTHS)  # noqa: PLR2004 - how often
    rows: dict[str, list[np.ndarray]] = {}
    who = [_people(draw, leaf) for _ in range(2)]
    for month in range(MONTHS):
        later = month >= changes
        values = {name: np.where(later, who[1][name], who[0][name]) for name in who[0]}
        sick = np.where(draw.random(people) < 0.15, draw.integers(1, 15, people) * 100, 0)  # noqa: PLR2004 - the same
        values |= {"leaf": leaf, "month": np.full(people, month + 1), "heads": np.ones(people, np.int64), "sick": sick}
        for name, column in values.items():
            rows.setdefault(name, []).append(column)
    table = {name: np.concatenate(parts) for name, parts in rows.items()}
    order = np.lexsort((table["month"], table["leaf"]))
    return {name: column[order].astype(np.int32) for name, column in table.items()}


def _people(draw: np.random.Generator, leaf: np.ndarray) -> dict[str, np.ndarray]:
    size = len(leaf)
    hours = draw.choice(np.array([3700, 3200, 2800, 1500]), size, p=(0.6, 0.25, 0.1, 0.05))
    age = draw.integers(19 * 12, 68 * 12, size)
    own = draw.random(size) < 0.7  # noqa: PLR2004 - how often
    return {
        "hours": hours,
        "pay": hours * draw.integers(250, 500, size),
        "age_months": age,
        "occupation": np.where(own, leaf * 5 % 12, draw.integers(0, 12, size)),
        "age": np.clip(age // 120 - 2, 0, 4),
        "gender": (draw.random(size) > 0.77).astype(np.int64),  # noqa: PLR2004 - the same
        "contract": np.where(hours == 3700, 0, np.where(draw.random(size) < 0.9, 1, 2)),  # noqa: PLR2004 - the same
    }


def make_cube(path: Path, nodes: list[Node], table: dict[str, np.ndarray]) -> int:
    """Write the figures in the layout of the published cube, only those of enough people; return how many there are."""
    span = (YEAR * 12, (YEAR + 1) * 12)
    units = [
        CubeUnit(AS_IS, one.name, one.parent, one.name, place, one.depth, *span) for place, one in enumerate(nodes)
    ]
    write_cube(path, units=units, figures=(), about={"number": "1"})
    connection = duckdb.connect(str(path))
    connection.execute("SET enable_progress_bar = false")
    spread = {
        "unit": [one.name for one in nodes],
        "first": [one.first for one in nodes],
        "after": [one.after for one in nodes],
    }
    frame = {name: np.array(values) for name, values in spread.items()}
    connection.register("facts", table)
    connection.register(
        "spread", {name: values.astype(object) if name == "unit" else values for name, values in frame.items()}
    )
    connection.execute(
        "CREATE TEMP TABLE homes AS SELECT n.node, s.first, s.after FROM spread AS s JOIN nodes AS n USING (unit)"
    )
    for breakdown in (None, *VALUES):
        connection.execute(_cells(breakdown))
    figures = " UNION ALL ".join(_figures(measure, sums, decimals) for measure, (sums, decimals) in MEASURES.items())
    connection.execute(f"INSERT INTO figures {figures} ORDER BY node, measure, breakdown, value, year, step, number")
    number = connection.execute("SELECT COUNT(*) FROM figures").fetchone()
    connection.execute("DROP TABLE cells")
    connection.execute("CHECKPOINT")
    connection.close()
    return int(number[0]) if number else 0


def _cells(breakdown: Breakdown | None) -> str:
    """Return the statement that adds a breakdown's cells of all nodes: bottom units first."""
    name = breakdown.value if breakdown else ""
    value = f"list_extract({list(VALUES[breakdown])!r}, {name} + 1)" if breakdown else "''"
    sums = ", ".join(f"SUM({one}) AS {one}" for one in SUMS)
    units = f"SELECT leaf, month, {value} AS value, {sums} FROM facts GROUP BY ALL"  # noqa: S608 - our own words
    added = ", ".join(f"CAST(SUM({one}) AS BIGINT) AS {one}" for one in SUMS)
    rows = (
        f"SELECT h.node, '{name}' AS breakdown, u.value, u.month, {added} FROM ({units}) AS u JOIN homes AS h "  # noqa: S608 - the same
        f"ON h.first <= u.leaf AND u.leaf < h.after GROUP BY ALL HAVING SUM(heads) >= {LEAST}"
    )
    return f"INSERT INTO cells {rows}" if breakdown else f"CREATE TABLE cells AS {rows}"


def _figures(measure: str, figure: str, decimals: int) -> str:
    return (
        f"SELECT '{AS_IS}' AS version, node, 0 AS merged, '{measure}' AS measure, breakdown, value, '{Step.MONTH.value}' AS step, {YEAR} AS year, "  # noqa: S608 - our own words
        f"month AS number, {figure} AS figure, {decimals} AS decimals, 0 AS blurred, '' AS words FROM cells"
    )


Address = tuple[Node, str, str]
Ask = Callable[[Address], object]


def addresses(nodes: list[Node]) -> list[Address]:
    """Return random addresses, as many from each level of the organisation."""
    draw = np.random.default_rng(1)
    levels = [[one for one in nodes if one.depth == depth] for depth in range(4)]
    kinds = ("", *(one.value for one in VALUES))
    measures = list(MEASURES)
    return [
        (
            levels[place % 4][draw.integers(len(levels[place % 4]))],
            measures[draw.integers(len(measures))],
            kinds[draw.integers(len(kinds))],
        )
        for place in range(ADDRESSES)
    ]


def of_cube(cube: Cube) -> Ask:
    """Return the pages' own question to the cube."""
    return lambda address: cube.series(AS_IS, address[0].name, address[1], breakdown=address[2], step=Step.MONTH)


def of_duckdb(table: dict[str, np.ndarray]) -> Ask:
    """Return the same figure out of the sorted records in DuckDB."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("SET enable_progress_bar = false")
    connection.register("arrays", table)
    connection.execute("CREATE TABLE facts AS SELECT * FROM arrays")
    connection.unregister("arrays")

    def ask(address: Address) -> object:
        node, measure, breakdown = address
        sums = ", ".join(f"SUM({one}) AS {one}" for one in SUMS)
        split = breakdown or "0"
        rows = f"SELECT {split} AS value, month, {sums} FROM facts WHERE leaf >= ? AND leaf < ? GROUP BY ALL"  # noqa: S608 - our own words
        statement = f"SELECT value, month, {MEASURES[measure][0]} FROM ({rows}) WHERE heads >= {LEAST} ORDER BY ALL"  # noqa: S608 - the same
        return connection.execute(statement, [node.first, node.after]).fetchall()

    return ask


def of_polars(table: dict[str, np.ndarray]) -> Ask:
    """Return the same sums by Polars."""
    frame = pl.DataFrame(table).with_columns(pl.col("leaf").set_sorted()).lazy()

    def ask(address: Address) -> object:
        node, _, breakdown = address
        rows = frame.filter((pl.col("leaf") >= node.first) & (pl.col("leaf") < node.after))
        by = [breakdown, "month"] if breakdown else ["month"]
        added = rows.group_by(by).agg([pl.col(one).cast(pl.Int64).sum() for one in SUMS])
        return added.filter(pl.col("heads") >= LEAST).sort(by).collect()

    return ask


def of_pandas(table: dict[str, np.ndarray]) -> Ask:
    """Return the same sums by pandas."""
    frame = pd.DataFrame(table)

    def ask(address: Address) -> object:
        node, _, breakdown = address
        rows = frame[(frame["leaf"] >= node.first) & (frame["leaf"] < node.after)]
        added = rows.groupby([breakdown, "month"] if breakdown else ["month"])[list(SUMS)].sum()
        return added[added["heads"] >= LEAST]

    return ask


class Times(NamedTuple):
    """The milliseconds of each question by the clock, and those of the processors, both in order of size."""

    clock: list[float]
    work: list[float]


def timed(ask: Ask, wanted: list[Address]) -> Times:
    """Ask everything once, after a few questions to warm up."""
    for address in wanted[:8]:
        ask(address)
    clock, work = [], []
    for address in wanted:
        begun, worked = time.perf_counter(), time.process_time()
        ask(address)
        clock.append(1000 * (time.perf_counter() - begun))
        work.append(1000 * (time.process_time() - worked))
    return Times(sorted(clock), sorted(work))


def p(times: list[float], part: int) -> float:
    """Return the time within which so many questions in a hundred were answered."""
    return times[min(len(times) - 1, part * len(times) // 100)]


@dataclass(frozen=True)
class Measured:
    """One size: its cube, and the milliseconds of each way to ask."""

    people: int
    nodes: int
    figures: int
    megabytes: float
    opening: float
    times: dict[str, Times]


def measure(people: int, folder: Path) -> Measured:
    """Make the records and the cube of so many people, and ask all ways."""
    nodes, table = organisation(people), records(people)
    path = folder / f"{people}.duckdb"
    figures = make_cube(path, nodes, table)
    begun = time.perf_counter()
    cube = Cube(path)
    opening = 1000 * (time.perf_counter() - begun)
    wanted = addresses(nodes)
    ways = {CUBE: lambda: of_cube(cube), "DuckDB": lambda: of_duckdb(table)}
    ways |= {"Polars": lambda: of_polars(table), "pandas": lambda: of_pandas(table)}
    _hold_equal(ways[CUBE](), ways["DuckDB"](), wanted)
    times = {name: timed(way(), wanted) for name, way in ways.items()}
    cube.close()
    return Measured(people, len(nodes), figures, path.stat().st_size / 1e6, opening, times)


def _hold_equal(cube: Ask, raw: Ask, wanted: list[Address]) -> None:
    """Raise ValueError where the cube and the records tell different figures."""
    for address in wanted[:40]:
        shown = [int(one.value.scaleb(MEASURES[address[1]][1])) for one in cube(address)]  # type: ignore[attr-defined]
        counted = [row[2] for row in raw(address)]  # type: ignore[attr-defined]
        if sorted(shown) != sorted(counted):
            raise ValueError(f"{address} differs")


def page(found: list[Measured], load: tuple[float, float]) -> Iterator[str]:
    """Yield the lines of the page."""
    today = datetime.now(tz=UTC).date().isoformat()
    versions = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "pandas"))
    yield "# Drill-down figures, measured\n"
    yield f"`make bench` (`python benchmarks/personnel_latency.py`), {today}, {os.cpu_count()} processors, Python {platform.python_version()},"
    yield f"{versions}; load {load[0]:.1f} before and {load[1]:.1f} after.\n"
    yield f"A figure is a unit's {MONTHS} months of one measure, as a whole or in the parts of one breakdown: {ADDRESSES} random addresses, as"
    yield "many from each of the four levels of the organisation, the same for all. From the published cube it is what the pages ask (`Cube.series`),"
    yield "objects and all; the others add up the records of invented people each time, a row for each employment and month, sorted by unit and in"
    yield "memory. The cube and DuckDB are held equal first. All in one run; processor time is what a busy machine changes least, and the ratios are"
    yield "of it.\n"
    yield "| employees | nodes | from | p50, ms | p95, ms | processor p50, ms | processor p95, ms | p95 against the cube |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in found:
        least = p(one.times[CUBE].work, 95)
        for way, times in one.times.items():
            work = p(times.work, 95)
            numbers = (p(times.clock, 50), p(times.clock, 95), p(times.work, 50), work, work / least)
            yield f"| {one.people:,} | {one.nodes:,} | {way} | {' | '.join(f'{number:.1f}' for number in numbers)} |"
    yield from _flat(found[0], found[-1])
    yield "| employees | figures in the cube | MB | bytes a figure | opening it, ms |"
    yield "|---|---|---|---|---|"
    for one in found:
        yield f"| {one.people:,} | {one.figures:,} | {one.megabytes:.1f} | {1e6 * one.megabytes / one.figures:.1f} | {one.opening:.0f} |"
    large = found[-1]
    a_figure = 1e6 * large.megabytes / large.figures
    months = 1e9 / a_figure / (large.figures / len(MEASURES) / MONTHS)
    yield f"\nThe cube has {len(MEASURES)} measures of one version of the organisation, every cell of {LEAST} people and no words for what is not"
    yield "shown; a real one has more measures and a second version, and fewer figures, since the release plan hides more. **Extrapolated:** at"
    yield f"{a_figure:.1f} bytes a figure this layout holds {1000 / a_figure:,.0f} million figures in 1 GB, so for {large.people:,} employees one"
    yield f"measure of {months:,.0f} months, or 25 of {months / 25:,.0f}. The whole country through 20 years by months is beyond 1 GB in it;"
    yield "the sums of `make bench-national`, a column a number, are within."


def _flat(small: Measured, large: Measured) -> Iterator[str]:
    grows = [p(large.times[CUBE].work, part) / p(small.times[CUBE].work, part) for part in (95, 50)]
    yield f"\nThe limit is p95 under {LIMIT:.0f} ms from the cube. From {small.people:,} to {large.people:,} employees in one file its processor time"
    yield f"grows {grows[0]:.2f} times at p95 and {grows[1]:.2f} times at the median, while the records grow {large.people // small.people} times.\n"


def main() -> int:
    """Measure, print and perhaps write; 1 when the cube is slower than its limit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=LARGE)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        found = [measure(people, Path(folder)) for people in (SMALL, options.people)]
    text = "\n".join(page(found, (before, os.getloadavg()[0]))) + "\n"
    sys.stdout.write(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    return 0 if all(p(one.times[CUBE].clock, 95) < LIMIT for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
