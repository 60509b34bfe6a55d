"""T1 and T4: what is an exact linear function of everything published, by singular values instead of the audit's own basis.

Give it the cells of both versions of the organisation, of benchmarks, publications, exports and earlier releases at once for T4.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.personnel.rules.disclosure.attacks.singular import spanned
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.population import Cell, Population, Reals

TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Recovered:
    """People (by number) and hidden cells whose exact value follows from what is published."""

    persons: tuple[int, ...]
    hidden: tuple[Place, ...]

    def __bool__(self) -> bool:
        return bool(self.persons or self.hidden)


def row_space(population: Population, shown: Sequence[Cell]) -> Reals:
    """Return an orthonormal basis (rows) of all that can be computed from the cells."""
    rows = np.unique(_rows(len(population), shown), axis=0)
    if not len(rows):
        return np.zeros((0, len(population)))
    return spanned(rows)


def _rows(columns: int, cells: Sequence[Cell]) -> Reals:
    rows = np.zeros((len(cells), columns))
    for row, cell in zip(rows, cells, strict=True):
        row[cell.columns] = 1.0
    return rows


def recover(population: Population, shown: Sequence[Cell], hidden: Sequence[Cell]) -> Recovered:
    """Return what an attacker computes exactly who knows everybody's place and sees every published cell.

    A person counts as recovered when the whole sum or one contribution follows. Empty cells hold nobody and are no secret.
    """
    basis = row_space(population, shown)
    single = 1.0 - (basis**2).sum(axis=0) < TOLERANCE
    several, members = _people_with_several(population)
    whole = _lie_in(basis, _rows(len(population), members))
    secret = [cell for cell in hidden if len(cell.columns)]
    known = _lie_in(basis, _rows(len(population), secret))
    persons = {int(person) for person in population.person[single]}
    persons |= {int(person) for person, found in zip(several, whole, strict=True) if found}
    return Recovered(
        tuple(sorted(persons)), tuple(cell.place for cell, found in zip(secret, known, strict=True) if found)
    )


def _people_with_several(population: Population) -> tuple[list[int], list[Cell]]:
    numbers, counts = np.unique(population.person, return_counts=True)
    several = [int(number) for number in numbers[counts > 1]]
    return several, [Cell(Place("", ""), np.flatnonzero(population.person == number), 1) for number in several]


def _lie_in(basis: Reals, rows: Reals) -> list[bool]:
    if not len(rows):
        return []
    lengths = (rows**2).sum(axis=1)
    return [bool(one) for one in lengths - ((rows @ basis.T) ** 2).sum(axis=1) < TOLERANCE * lengths]
