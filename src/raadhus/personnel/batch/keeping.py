"""What a later plan needs of a term that is out: who was in which cell, and what was shown of it.

It is about people: it lies in the private folder of the release that the term was planned in, its hash in that release's manifest, and it is
deleted when payroll's own records of the term are. Without it a term's corrections wait and its figures stand.

The format, one file a term and plan: `columns/<term>.npz`, arrays of whole numbers without pickles.

- `about`: JSON as bytes. `format` (1); `term`; `limits` (settings.Settings); `trees`, each with `version`, `parents` and `homes` (payroll's unit:
  the unit of the tree that it counted in); `breakdowns` with their values in order; `tables`, each with `population`, `table`, and the names of
  its `units`, `codes` and `components` (of a sum that was planned again its own columns alone, by the name of the `sum`); `sums` by
  name, each with the places `shown` (planned beside each other), `known` (open), `hidden`
  (kept back by the first rules) and `derived` (following from shorter terms), and `deviations`, the noise's standard deviation of each sum
  that the plan published.
- `<table>.who`, `.spell`, `.key`, `.epoch`, `.unit`, `.code.<breakdown>`, `.value.<component>`: a number a column (`columns.Columns`); units and
  codes count in the lists of `about`. `who` (a person) and `spell` (an employment with its terms) are drawn from the secret, the same in
  every term and release.
- `<sum>.<shown or derived>.<place's number in that list>`: the columns of a cell that are not those of its place in the trees: merged units, and
  a year's sums of months with another organisation. They number the columns of the sum: those of its table that have its `only`.

What was shown in the end is less: a month's places that are shown by the year instead are not among its sums (`store.kept_term`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.planning import picked, population_of
from raadhus.personnel.batch.store import place_read, place_written, term_of
from raadhus.personnel.batch.sums import BY_NAME, Sum, Table
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Lattice, Place, Step, Term, Tree
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population, cells_of
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Component
from raadhus.personnel.rules.measures.definitions import Population as Whose
from raadhus.personnel.rules.releasing import first_month_of

FOLDER, FORMAT = "columns", 1
Tables = Mapping[tuple[Whose, Table], Columns]
_Arrays = dict[str, "np.ndarray[Any, np.dtype[Any]]"]


@dataclass(frozen=True)
class KeptSum:
    """What was planned of a sum: the cells by what became of them, over the columns of the sum, and the noise by the name of what was published."""

    shown: tuple[Cell, ...]
    known: tuple[Cell, ...]
    hidden: tuple[Cell, ...]
    derived: tuple[Cell, ...] = ()
    deviations: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, deviations: Mapping[str, float]) -> "KeptSum":
        """Return what is to be kept of a plan."""
        return cls(plan.shown, plan.known, plan.hidden, plan.before.known, deviations)


@dataclass(frozen=True)
class KeptTerm:
    """A term as it was planned: its trees with where each of payroll's units lay in them, its columns by table, and its sums by name.

    `apart` holds the columns of sums that were planned again, by the sum's name: not all of a term need be corrected.
    """

    term: Term
    lattice: Lattice
    homes: Mapping[str, Mapping[str, str]]
    limits: Settings
    tables: Mapping[tuple[Whose, Table], Columns]
    sums: Mapping[str, KeptSum]
    apart: Mapping[str, Columns] = field(default_factory=dict)

    def columns(self, one: Sum) -> Columns:
        """Return the columns of a sum."""
        apart = self.apart.get(one.name)
        return of_sum(self.tables[one.population, one.table], one) if apart is None else apart

    def population(self, one: Sum) -> Population:
        """Return the columns of a sum as the plans take them, the same object for the sums over the same people."""
        whose = (one.population, one.table, one.only)
        if whose not in self._people:
            self._people[whose] = population_of(self.columns(one), self.lattice, self._positions())
        return self._people[whose]

    @cached_property
    def _people(self) -> dict[tuple[Whose, Table, Component | None], Population]:
        return {}

    def _positions(self) -> dict[str, dict[str, int]]:
        return {
            tree.version: {unit: tree.positions[home] for unit, home in self.homes[tree.version].items()}
            for tree in self.lattice.trees
        }


def of_sum(columns: Columns, one: Sum) -> Columns:
    """Return the columns of a table that a sum is over."""
    return columns if one.only is None else picked(columns, np.flatnonzero(columns.values[one.only]))


def keep_columns(folder: Path, kept: KeptTerm) -> None:
    """Write a term into a private folder."""
    arrays: _Arrays = {}
    tables: list[dict[str, Any]] = []
    for key in sorted(kept.tables):
        told = {"population": key[0].value, "table": key[1].value}
        tables.append(told | _write_table(arrays, str(len(tables)), kept.tables[key]))
    for name in sorted(kept.apart):
        tables.append({"sum": name} | _write_table(arrays, str(len(tables)), kept.apart[name]))
    about = {
        "format": FORMAT,
        "term": str(kept.term),
        "limits": {name: str(value) for name, value in asdict(kept.limits).items()},
        "trees": [
            {"version": tree.version, "parents": dict(tree.parents), "homes": dict(kept.homes[tree.version])}
            for tree in kept.lattice.trees
        ],
        "breakdowns": {name: list(values) for name, values in kept.lattice.breakdowns.items()},
        "tables": tables,
        "sums": {name: _write_sum(arrays, name, kept) for name in sorted(kept.sums)},
    }
    arrays["about"] = np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), dtype=np.uint8)
    (folder / FOLDER).mkdir(exist_ok=True)
    data = BytesIO()
    np.savez_compressed(data, allow_pickle=False, **arrays)
    (folder / FOLDER / f"{kept.term}.npz").write_bytes(data.getvalue())


def _write_table(arrays: _Arrays, number: str, columns: Columns) -> dict[str, Any]:
    units, arrays[f"{number}.unit"] = _numbered(columns.unit)
    codes = {}
    for name, values in columns.codes.items():
        codes[name], arrays[f"{number}.code.{name}"] = _numbered(values)
    arrays |= {
        f"{number}.who": columns.who,
        f"{number}.spell": columns.spell,
        f"{number}.key": columns.keys,
        f"{number}.epoch": np.array(columns.epoch, dtype=np.int32),
        **{f"{number}.value.{component.value}": values for component, values in columns.values.items()},
    }
    listed = [component.value for component in columns.values]
    return {"units": units, "codes": codes, "components": listed}


def _numbered(names: Sequence[str]) -> tuple[list[str], "np.ndarray[Any, np.dtype[Any]]"]:
    listed = sorted(set(names))
    at = {name: number for number, name in enumerate(listed)}
    return listed, np.array([at[name] for name in names], dtype=np.int32)


def _write_sum(arrays: _Arrays, name: str, kept: KeptTerm) -> dict[str, Any]:
    one = kept.sums[name]
    own = _cells(kept, name) if one.derived else {}
    apart = [("shown", number, cell) for number, cell in enumerate(one.shown) if cell.place.merged]
    for number, cell in enumerate(one.derived):
        if not np.array_equal(own[cell.place].columns, cell.columns):
            apart.append(("derived", number, cell))
    for kind, number, cell in apart:
        arrays[f"{name}.{kind}.{number}"] = cell.columns.astype(np.int32)
    places = {
        kind: [place_written(cell.place) for cell in cells]
        for kind, cells in (
            ("shown", one.shown),
            ("known", one.known),
            ("hidden", one.hidden),
            ("derived", one.derived),
        )
    }
    return {**places, "deviations": dict(one.deviations)}


def _cells(kept: KeptTerm, name: str) -> dict[Place, Cell]:
    return {cell.place: cell for cell in cells_of(kept.population(BY_NAME[name]), kept.lattice)}


def kept_columns(folder: Path, term: Term) -> KeptTerm | None:
    """Return a term as it was kept in a private folder, or None when it is gone, or of a format that is not known."""
    path = folder / FOLDER / f"{term}.npz"
    if not path.is_file():
        return None
    with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about["format"] != FORMAT:
            return None
        trees = tuple(Tree(one["version"], one["parents"]) for one in about["trees"])
        tables = [(one, _read_table(arrays, str(number), one)) for number, one in enumerate(about["tables"])]
        bare = KeptTerm(
            term,
            Lattice(trees, about["breakdowns"], (), range(term.year, term.year + 1)),
            {one["version"]: one["homes"] for one in about["trees"]},
            _limits(about["limits"]),
            {
                (Whose(one["population"]), Table(one["table"])): columns
                for one, columns in tables
                if "population" in one
            },
            {},
            {one["sum"]: columns for one, columns in tables if "sum" in one},
        )
        sums = {name: _read_sum(arrays, name, told, bare) for name, told in about["sums"].items()}
    return replace(bare, sums=sums)


def kept_before(folder: Path, day: date) -> list[Path]:
    """Return the files of the terms that reach further back than the day; a year counts from the census before it."""
    found = sorted((folder / FOLDER).glob("*.npz"))
    return [path for path in found if _begins(term_of(path.stem)) < day.toordinal()]


def _begins(term: Term) -> int:
    first = first_month_of(term)
    return month_of(first - MONTHS_OF_A_YEAR if term.step is Step.YEAR else first).first


def _limits(told: Mapping[str, str]) -> Settings:
    kinds = {name: type(value) for name, value in asdict(Settings()).items()}
    return Settings(**{name: kinds[name](value) for name, value in told.items()})


def _read_table(arrays: Mapping[str, Any], number: str, told: Mapping[str, Any]) -> Columns:
    who: Numbers = arrays[f"{number}.who"]
    return Columns(
        epoch=tuple(arrays[f"{number}.epoch"].tolist()),
        unit=_named(told["units"], arrays[f"{number}.unit"]),
        codes={name: _named(listed, arrays[f"{number}.code.{name}"]) for name, listed in told["codes"].items()},
        person=np.unique(who, return_inverse=True)[1].reshape(-1).astype(np.int64),
        values={Component(name): arrays[f"{number}.value.{name}"] for name in told["components"]},
        keys=arrays[f"{number}.key"],
        who=who,
        spell=arrays[f"{number}.spell"],
    )


def _named(listed: Sequence[str], numbers: "np.ndarray[Any, np.dtype[Any]]") -> tuple[str, ...]:
    return tuple(listed[number] for number in numbers.tolist())


def _read_sum(arrays: Mapping[str, Any], name: str, told: Mapping[str, Any], bare: KeptTerm) -> KeptSum:
    population, own = bare.population(BY_NAME[name]), _cells(bare, name)

    def read(kind: str) -> tuple[Cell, ...]:
        found = []
        for number, parts in enumerate(told[kind]):
            place, at = place_read(parts), f"{name}.{kind}.{number}"
            if at in arrays:
                columns = arrays[at].astype(np.int64)
                found.append(Cell(place, columns, population.persons_in(columns)))
            else:
                found.append(own[place])
        return tuple(found)

    return KeptSum(read("shown"), read("known"), read("hidden"), read("derived"), told["deviations"])
