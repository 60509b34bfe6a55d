"""The published cube: the one file that the pages read. It holds figures as they are shown, and words where there are none; no sums, no people.

A row is one address of the lattice: unit of a version of the organisation, at most one value of one breakdown, measure, term. The file
is written once by the batch, and opened for reading only, without a way out to other files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import duckdb

from raadhus.personnel.rules.disclosure.lattice import Step, Term

# As the organisation was in each term, and all terms by the organisation of the release's day.
AS_WAS, AS_IS = "was", "is"
VERSIONS = (AS_WAS, AS_IS)
_AT_A_TIME = 50_000
_FIGURES = (
    ("version", "VARCHAR"),
    ("node", "INTEGER"),
    ("merged", "INTEGER"),
    ("measure", "VARCHAR"),
    ("breakdown", "VARCHAR"),
    ("value", "VARCHAR"),
    ("step", "VARCHAR"),
    ("year", "INTEGER"),
    ("number", "INTEGER"),
    ("figure", "BIGINT"),
    ("decimals", "INTEGER"),
    ("blurred", "INTEGER"),
    ("words", "VARCHAR"),
)
_UNITS = (
    ("version", "VARCHAR"),
    ("unit", "VARCHAR"),
    ("parent", "VARCHAR"),
    ("label", "VARCHAR"),
    ("position", "INTEGER"),
    ("depth", "INTEGER"),
    ("first_month", "INTEGER"),
    ("after_month", "INTEGER"),
)
# node, measure, breakdown, value, year, step, number among the columns that are read
_IN_ORDER = itemgetter(0, 2, 3, 4, 6, 5, 7)
_COLUMNS = "measure, breakdown, value, step, year, number, figure, decimals, blurred, words"


class CubeUnit(NamedTuple):
    """A unit of a version of the organisation in the months [first_month, after_month), under `parent` ("" at the top).

    `position` orders the units so that all below a unit follow it; `label` is what it was called.
    """

    version: str
    unit: str
    parent: str
    label: str
    position: int
    depth: int
    first_month: int
    after_month: int


class CubeFigure(NamedTuple):
    """One published figure, or why there is none.

    `value` is as it is shown, already rounded; None where `words` stand instead. `merged` ones are the units below `unit` that are too
    small to stand alone, as one ("Øvrige enheder"). `breakdown` and `breakdown_value` are empty for the unit as a whole.
    """

    version: str
    unit: str
    merged: bool
    measure: str
    breakdown: str
    breakdown_value: str
    term: Term
    value: Decimal | None
    blurred: bool
    words: str


class Cube:
    """A published cube, open for reading. It may be used by several threads."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises duckdb's IOException when it is not there."""
        settings: dict[str, str | bool | int | float | list[str]] = {
            "enable_external_access": False,
            "threads": 1,
            "lock_configuration": True,
        }
        self._connection = duckdb.connect(str(path), read_only=True, config=settings)
        rows = self._connection.execute("SELECT key, value FROM about").fetchall()
        self.about: Mapping[str, str] = dict(rows)
        names = ", ".join(name for name, _ in _UNITS)
        found = self._connection.execute(f"SELECT {names} FROM units ORDER BY version, position").fetchall()  # noqa: S608 - our own names
        self.units: tuple[CubeUnit, ...] = tuple(CubeUnit(*row) for row in found)
        keys = self._connection.execute("SELECT node, version, unit FROM nodes").fetchall()
        self._nodes: dict[tuple[str, str], int] = {(version, unit): node for node, version, unit in keys}
        self._names: dict[int, tuple[str, str]] = {node: (version, unit) for node, version, unit in keys}

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def units_in(self, version: str, month: int) -> tuple[CubeUnit, ...]:
        """Return the units that there were in a month, in order."""
        return tuple(one for one in self.units if one.version == version and one.first_month <= month < one.after_month)

    def has(self, version: str, unit: str) -> bool:
        """Return True when the unit has figures in the version."""
        return (version, unit) in self._nodes

    def series(
        self, version: str, unit: str, measure: str, *, breakdown: str = "", step: Step | None = None
    ) -> tuple[CubeFigure, ...]:
        """Return all terms (of one step, when given) of a unit's measure: as a whole, or of every value of a breakdown; by value and term."""
        condition = "measure = ? AND breakdown = ? AND merged = 0" + (" AND step = ?" if step else "")
        given = [measure, breakdown, *([step.value] if step else [])]
        return self._asked([self._node(version, unit)], condition, given)

    def whole(self, version: str, unit: str, measures: Sequence[str], terms: Sequence[Term]) -> tuple[CubeFigure, ...]:
        """Return several measures of a unit as a whole in some terms; measure by measure."""
        marks = ", ".join("?" for _ in measures)
        condition = f"measure IN ({marks}) AND breakdown = '' AND merged = 0"
        wanted = set(terms)
        found = self._asked([self._node(version, unit)], condition, list(measures))
        return tuple(one for one in found if one.term in wanted)

    def beside(
        self,
        version: str,
        units: Sequence[str],
        measures: Sequence[str],
        term: Term,
        *,
        merged_of: str = "",
        before: Term | None = None,
    ) -> tuple[CubeFigure, ...]:
        """Return measures of several whole units in a term, and in one `before` it of the same step.

        With `merged_of` also the merged small ones below that parent, last. It is one question, however many units there are.
        """
        known = {unit for unit in units if self.has(version, unit)}
        asked = [self._nodes[version, unit] for unit in sorted(known | {merged_of} - {""}) if self.has(version, unit)]
        marks = ", ".join("?" for _ in measures)
        years = [term.year] if before is None else [term.year, before.year]
        condition = (
            f"measure IN ({marks}) AND breakdown = '' AND step = ? AND number = ? "
            f"AND year IN ({', '.join('?' for _ in years)})"
        )
        found = self._asked(asked, condition, [*measures, term.step.value, term.number, *years])
        alone = [one for one in found if not one.merged and one.unit in known]
        return (*alone, *(one for one in found if one.merged and one.unit == merged_of))

    def terms(self, version: str, unit: str, measure: str) -> tuple[Term, ...]:
        """Return the terms in which a unit's measure is shown or explained, in order."""
        return tuple(sorted({one.term for one in self.series(version, unit, measure)}))

    def every(self, *, step: Step | None = None, year: int | None = None) -> Iterator[CubeFigure]:
        """Yield everything that is published, for exports and attacks; of one step or one year when it is named."""
        cursor = self._connection.cursor()
        cursor.execute(
            f"SELECT node, merged, {_COLUMNS} FROM figures"  # noqa: S608 - our own names
            " WHERE coalesce(step = $1, true) AND coalesce(year = $2, true) ORDER BY ALL",
            [step and step.value, year],
        )
        while rows := cursor.fetchmany(_AT_A_TIME):
            yield from (self._figure(row) for row in rows)

    def _node(self, version: str, unit: str) -> int:
        return self._nodes.get((version, unit), -1)

    def _asked(self, nodes: Sequence[int], condition: str, given: Sequence[object]) -> tuple[CubeFigure, ...]:
        if not nodes:
            return ()
        marks = ", ".join(str(int(node)) for node in nodes)
        statement = f"SELECT node, merged, {_COLUMNS} FROM figures WHERE node IN ({marks}) AND {condition}"  # noqa: S608 - whole numbers and our own words
        rows = self._connection.cursor().execute(statement, list(given)).fetchall()
        # the few rows of a figure are in order sooner here than DuckDB has planned to order them
        return tuple(self._figure(row) for row in sorted(rows, key=_IN_ORDER))

    def _figure(self, row: tuple[object, ...]) -> CubeFigure:
        node, merged, measure, breakdown, value, step, year, number, figure, decimals, blurred, words = row
        version, unit = self._names[int(str(node))]
        shown = None if figure is None else Decimal(int(str(figure))).scaleb(-int(str(decimals)))
        term = Term(int(str(year)), Step(str(step)), int(str(number)))
        return CubeFigure(
            version,
            unit,
            bool(merged),
            str(measure),
            str(breakdown),
            str(value),
            term,
            shown,
            bool(blurred),
            str(words),
        )


@lru_cache(maxsize=8)
def open_cube(path: Path) -> Cube:
    """Return the cube of a file, opened once in each process."""
    return Cube(path)


def write_cube(
    path: Path,
    *,
    units: Iterable[CubeUnit],
    figures: Iterable[CubeFigure],
    about: Mapping[str, str],
    earlier: Path | None = None,
    without: Iterable[str] = (),
) -> None:
    """Write a cube to a file that is not there yet, sorted as it is read. Raises KeyError for a figure of a unit that was not given.

    With `earlier` every figure of that cube whose unit is still there is taken over as it stands, unless it is given anew; `without` are
    units of today's organisation that are not what they were.
    """
    listed = sorted(units, key=lambda one: (one.version, one.position, one.first_month))
    nodes: dict[tuple[str, str], int] = {}
    for one in listed:
        nodes.setdefault((one.version, one.unit), len(nodes))
    with _new(path) as connection:
        _fill(connection, "units", _UNITS, listed)
        named = [(node, version, unit) for (version, unit), node in nodes.items()]
        _fill(connection, "nodes", (("node", "INTEGER"), ("version", "VARCHAR"), ("unit", "VARCHAR")), named)
        _fill(connection, "about", (("key", "VARCHAR"), ("value", "VARCHAR")), about.items())
        _fill(connection, "unsorted", _FIGURES, (_row(one, nodes) for one in figures))
        if earlier is not None:
            _take_over(connection, earlier, sorted(without))
        connection.execute(
            "CREATE TABLE figures AS SELECT * FROM unsorted ORDER BY node, measure, breakdown, value, year, step, number"
        )
        connection.execute("DROP TABLE unsorted")
        connection.execute("CHECKPOINT")


def _take_over(connection: duckdb.DuckDBPyConnection, earlier: Path, without: Sequence[str]) -> None:
    columns = ", ".join(name for name, _ in _FIGURES[2:])
    address = ("merged", "measure", "breakdown", "value", "step", "year", "number")
    same = " AND ".join(f"u.{name} = f.{name}" for name in address)
    connection.execute("CREATE TEMP TABLE given AS SELECT * FROM unsorted")
    source = str(earlier).replace("'", "''")
    connection.execute(f"ATTACH '{source}' AS earlier (READ_ONLY)")
    connection.execute(
        f"INSERT INTO unsorted SELECT f.version, n.node, {columns} FROM earlier.figures AS f "  # noqa: S608 - our own names
        "JOIN earlier.nodes AS e ON e.node = f.node JOIN nodes AS n ON n.version = e.version AND n.unit = e.unit "
        "WHERE NOT (e.version = ? AND list_contains(?::VARCHAR[], e.unit)) AND NOT EXISTS ("
        f"SELECT 1 FROM given AS u WHERE u.version = f.version AND u.node = n.node AND {same})",
        [AS_IS, list(without)],
    )
    connection.execute("DETACH earlier")


def _row(one: CubeFigure, nodes: Mapping[tuple[str, str], int]) -> tuple[object, ...]:
    decimals = 0 if one.value is None else max(0, -int(one.value.as_tuple().exponent))
    return (
        one.version,
        nodes[one.version, one.unit],
        int(one.merged),
        one.measure,
        one.breakdown,
        one.breakdown_value,
        one.term.step.value,
        one.term.year,
        one.term.number,
        None if one.value is None else int(one.value.scaleb(decimals)),
        decimals,
        int(one.blurred),
        one.words,
    )


@contextmanager
def _new(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(str(path))
    try:
        yield connection
    finally:
        connection.close()


def _fill(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Sequence[object]],
) -> None:
    connection.execute(f"CREATE TABLE {table} ({', '.join(f'{name} {kind}' for name, kind in columns)})")
    values = ", ".join(f"unnest(?::{kind}[])" for _, kind in columns)
    remaining = iter(rows)
    while some := list(islice(remaining, _AT_A_TIME)):
        lists = [list(column) for column in zip(*some, strict=True)]
        connection.execute(f"INSERT INTO {table} SELECT {values}", lists)
