"""Months laid upon each other before they are published (T3): what is told of stocks in all of them leaves everybody unknown enough."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from math import sqrt
from typing import Any
from zlib import crc32

import numpy as np

from raadhus.personnel.batch.keeping import KeptTerm, kept_columns
from raadhus.personnel.batch.planning import Stocks
from raadhus.personnel.batch.store import Store, term_of
from raadhus.personnel.batch.sums import BY_NAME, Sum, Table
from raadhus.personnel.rules.disclosure.attacks.months import Month
from raadhus.personnel.rules.disclosure.gate import TriedAttack, over_months
from raadhus.personnel.rules.disclosure.lattice import Step, Tree
from raadhus.personnel.rules.disclosure.population import Numbers, Population
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure

_STOCKS = tuple(one for one in BY_NAME.values() if one.table is Table.STOCK)
# Whoever may be of a group or not is uncertain by at most half a person.
_BY_CHANCE = 0.5


def stocks_of(kept: KeptTerm) -> Stocks:
    """Return what is told of a month's stocks: the cells with noise on them, by whose columns they are over."""
    found: Stocks = {}
    for one in _STOCKS:
        if one.name in kept.sums and kept.sums[one.name].shown:
            key, month = (one.population, one.only), _month(kept, one)
            found[key] = _joined(found[key], month) if key in found else month
    return found


def stocks_out(store: Store, out: Mapping[str, Mapping[str, Any]]) -> list[Stocks]:
    """Return what is told of stocks in the months that are out, by every plan of theirs, as long as it is kept. `out` are the manifest's terms."""
    found = []
    for written, one in sorted(out.items()):
        term = term_of(written)
        for number in one.get("kept", [one["release"]]) if term.step is Step.MONTH else ():
            kept = kept_columns(store.private(number), term)
            if kept is not None:
                found.append(stocks_of(kept))
    return found


def _month(kept: KeptTerm, one: Sum) -> Month:
    told, columns = kept.sums[one.name], kept.columns(one)
    deviation = told.deviations[one.name]
    values = columns.values[one.component].astype(float)
    own = np.sqrt((values**2).mean()) * _BY_CHANCE if one.disclosure is Disclosure.OPEN else values.std()
    noise = deviation / float(own) / sqrt(one.together) if own else np.inf
    nobody = np.zeros(len(columns), dtype=np.int64)
    population = Population(np.arange(len(columns)), {}, {}, nobody)
    branch = _branches(kept.lattice.trees[0], kept.homes[kept.lattice.trees[0].version], columns.unit)
    draw = frozenset({(one.name, round(deviation, 6))})
    return Month(population, columns.spell, told.shown, branch=branch, noise=noise, draw=draw)


def _branches(tree: Tree, homes: Mapping[str, str], units: Iterable[str]) -> Numbers:
    """Return a number for the branch right below the top that each unit is in, the same one in every month."""
    branch = {unit: crc32(_branch(tree, home).encode()) for unit, home in homes.items()}
    return np.array([branch[unit] for unit in units], dtype=np.int64)


def _branch(tree: Tree, unit: str) -> str:
    above = tree.parents[unit]
    while above is not None and tree.parents[above] is not None:
        unit, above = above, tree.parents[above]
    return unit


def _joined(one: Month, other: Month) -> Month:
    """Return what is told by both: where either is shown, with the less noise, and drawn anew when either is."""
    shown = {cell.place: cell for cell in (*one.shown, *other.shown)}
    draw = frozenset((*one.draw, *other.draw))
    return replace(one, shown=tuple(shown.values()), noise=min(one.noise, other.noise), draw=draw)


def over_all_months(out: Sequence[Stocks], fresh: Sequence[Stocks], settings: Settings) -> list[TriedAttack]:
    """Return how the months stand together: those that are out, as they are, and the fresh ones. One answer for each population.

    Populations that have the same employments in every month are taken as one, with all that is told of either.
    """
    found: dict[bytes, tuple[list[Month], list[Month]]] = {}
    for key in dict.fromkeys(key for month in (*out, *fresh) for key in month):
        own = [[month[key] for month in months if key in month] for months in (out, fresh)]
        spells = sha256(b"".join(month.spell.tobytes() for months in own for month in months)).digest()
        if spells in found:
            own = [list(map(_joined, one, other)) for one, other in zip(found[spells], own, strict=True)]
        found[spells] = own[0], own[1]
    return [over_months(*months, settings) for months in found.values()]
