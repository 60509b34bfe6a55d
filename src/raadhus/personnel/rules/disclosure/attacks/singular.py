"""The singular values and vectors of a matrix, also of one that LAPACK's quick way gives up on."""

import numpy as np

from raadhus.personnel.rules.disclosure.population import Reals

_NOISE, _TURNS = 1e-10, 6


def singular(rows: Reals) -> tuple[Reals, Reals, Reals]:
    """Return (left, values, basis), thin, the largest value first: `left * values @ basis` is `rows`.

    Where the quick way finds none, the rows are turned in space and asked again: that changes neither the values nor the basis.
    Raises LinAlgError when no turn helps.
    """
    for turn in range(_TURNS):
        try:
            return _turned(rows, turn)
        except np.linalg.LinAlgError:
            continue
    return _turned(rows, _TURNS)


def _turned(rows: Reals, turn: int) -> tuple[Reals, Reals, Reals]:
    """Return the decomposition of the rows by way of a turn of its own; the first is none."""
    if not turn:
        left, values, basis = np.linalg.svd(rows, full_matrices=False)
        return left, values, basis
    chance = np.random.default_rng(turn)  # any turn will do, the same each time
    around = np.linalg.qr(chance.standard_normal((len(rows), len(rows))))[0]
    left, values, basis = np.linalg.svd(around @ rows, full_matrices=False)
    return around.T @ left, values, basis


def spanned(rows: Reals) -> Reals:
    """Return an orthonormal basis of the rows; there is at least one row."""
    _left, values, basis = singular(rows)
    kept: Reals = basis[values > _NOISE * max(1.0, float(values[0]))]
    return kept


def shares_of(rows: Reals, wanted: Reals) -> Reals:
    """Return how much of each row it takes to make the wanted row, the shortest such answer."""
    left, values, basis = singular(rows)
    kept = values > _NOISE * max(1.0, float(values[0]))
    shares: Reals = left[:, kept] @ ((basis[kept] @ wanted) / values[kept])
    return shares
