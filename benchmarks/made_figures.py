# ruff: noqa: INP001 - a folder of programs, not a package
"""A published cube of invented figures for as many employees as asked for: the same figures of each unit, only the units are more.

A bottom unit has 19 people. No unit has more than ten right below it, so a page has the same to show however large the organisation is.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import duckdb

from raadhus.personnel.engines.cube import AS_IS, VERSIONS, CubeUnit, write_cube
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.tests.made_cube import VALUES

FIRST_YEAR, LAST_YEAR = 2019, 2025
UNIT_SIZE = 19.13
_WIDEST = 8
_AT_A_TIME = 400
_WORDS = "Vises ikke: færre end 5 personer. Tallet indgår i enheden ovenfor."
_SHAPE = (
    "measure VARCHAR, breakdown VARCHAR, value VARCHAR, step VARCHAR, year INTEGER, number INTEGER, decimals INTEGER"
)


def levels_of(people: int) -> list[list[str]]:
    """Return the keys of the units level by level, the municipality first; a key begins with the one above."""
    sizes = [round(people / UNIT_SIZE)]
    while sizes[-1] > 1:
        sizes.append(-(-sizes[-1] // _WIDEST))
    sizes.reverse()
    levels = [["u"]]
    for size in sizes[1:]:
        above = levels[-1]
        levels.append([f"{above[number * len(above) // size]}.{number}" for number in range(size)])
    return levels


def units_of(people: int) -> list[CubeUnit]:
    """Return both versions of the organisation, each unit right before those below it."""
    span = (FIRST_YEAR * 12, LAST_YEAR * 12 + 12)
    below: dict[str, list[str]] = {}
    for level in levels_of(people)[1:]:
        for key in level:
            below.setdefault(key.rpartition(".")[0], []).append(key)
    order, waiting = [], ["u"]
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting += reversed(below.get(key, []))
    return [
        CubeUnit(version, key, key.rpartition(".")[0], f"Enhed {place}", place, key.count("."), *span)
        for version in VERSIONS
        for place, key in enumerate(order)
    ]


def _addresses_of_a_unit() -> Iterator[tuple[str, str, str, str, int, int, int]]:
    """Yield what is told of each unit, in the order of the cube: years and the last year's months whole, the last year in parts."""
    parts = [("", ""), *((kind.value, value) for kind, values in VALUES.items() for value in values)]
    for measure in sorted(MEASURES.values(), key=lambda one: one.key):
        for kind, value in sorted(parts):
            years = range(LAST_YEAR if kind else FIRST_YEAR, LAST_YEAR + 1)
            terms = [(Step.YEAR.value, year, 1) for year in years]
            if not kind:
                terms += [(Step.MONTH.value, LAST_YEAR, month) for month in range(1, 13)]
            for step, year, number in sorted(terms, key=lambda one: (one[1], one[0], one[2])):
                yield measure.key, kind, value, step, year, number, measure.decimals


def make_cube(path: Path, people: int) -> int:
    """Write the cube; return how many figures it has. Half the parts have words in their place, as in a small unit."""
    months = {"first_month": FIRST_YEAR * 12, "last_month": LAST_YEAR * 12 + 11}
    about = {"number": "1", "least": "5", **{name: str(month) for name, month in months.items()}}
    units = units_of(people)
    write_cube(path, units=units, figures=(), about=about)
    connection = duckdb.connect(str(path), config={"threads": 1})
    connection.execute(f"CREATE TEMP TABLE shape (place INTEGER, {_SHAPE})")
    rows = [(place, *one) for place, one in enumerate(_addresses_of_a_unit())]
    connection.executemany("INSERT INTO shape VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    hidden = "(s.breakdown <> '' AND hash(n.node, s.place) % 2 = 0)"
    remaining = iter(range(len(units)))
    while some := list(islice(remaining, _AT_A_TIME)):
        connection.execute(
            "INSERT INTO figures SELECT n.version, n.node, 0, s.measure, s.breakdown, s.value, s.step, s.year, s.number, "  # noqa: S608 - our own words
            f"CASE WHEN {hidden} THEN NULL ELSE 100 + CAST(hash(s.place, n.node) % 900 AS BIGINT) END, s.decimals, "
            f"CAST(NOT {hidden} AS INTEGER), CASE WHEN {hidden} THEN '{_WORDS}' ELSE '' END "
            f"FROM nodes AS n, shape AS s WHERE n.node BETWEEN {some[0]} AND {some[-1]} ORDER BY n.node, s.place"
        )
    connection.execute("CHECKPOINT")
    connection.close()
    return len(units) * len(rows)


def keys_by_level(people: int) -> list[list[str]]:
    """Return the keys of today's units, level by level."""
    found: dict[int, list[str]] = {}
    for one in units_of(people):
        if one.version == AS_IS:
            found.setdefault(one.depth, []).append(one.unit)
    return [found[depth] for depth in sorted(found)]
