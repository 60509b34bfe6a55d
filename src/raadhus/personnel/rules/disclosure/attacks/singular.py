"""The singular values and vectors of a matrix, also of one that LAPACK's quick way gives up on."""

import numpy as np

from raadhus.personnel.rules.disclosure.population import Reals

_NOISE = 1e-10


def singular(rows: Reals) -> tuple[Reals, Reals, Reals]:
    """Return (left, values, basis), thin, the largest value first: `left * values @ basis` is `rows`.

    Where the quick way finds none, those of its triangular factor are taken: they are the same. Raises LinAlgError when that fails too.
    """
    try:
        left, values, basis = np.linalg.svd(rows, full_matrices=False)
    except np.linalg.LinAlgError:
        turned, triangle = np.linalg.qr(rows.T)
        left, values, inner = np.linalg.svd(triangle.T, full_matrices=False)
        basis = inner @ turned.T
    return left, values, basis


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
