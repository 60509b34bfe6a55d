"""A matrix that LAPACK's quick way gives up on is decomposed all the same."""

import numpy as np
import pytest

from raadhus.personnel.rules.disclosure.attacks.singular import shares_of, singular, spanned

ROWS = np.random.default_rng(5).integers(0, 2, (12, 40)).astype(float)


@pytest.fixture(params=[1, 2, 4], ids=["at once", "turned", "turned thrice"])
def _way(request, monkeypatch):
    quick, tried = np.linalg.svd, []

    def giving_up(rows, **how):
        tried.append(rows)
        if len(tried) % request.param:
            raise np.linalg.LinAlgError
        return quick(rows, **how)

    monkeypatch.setattr(np.linalg, "svd", giving_up)


@pytest.mark.usefixtures("_way")
def test_each_way_gives_the_matrix_back():
    left, values, basis = singular(ROWS)
    assert np.allclose(left * values @ basis, ROWS)
    assert np.allclose(basis @ basis.T, np.eye(12))


@pytest.mark.usefixtures("_way")
def test_a_basis_has_as_many_rows_as_the_matrix_has_rank():
    assert len(spanned(np.vstack([ROWS, ROWS[:3] + ROWS[3:6]]))) == 12


@pytest.mark.usefixtures("_way")
def test_the_shares_make_the_wanted_row():
    wanted = ROWS[2] - 2 * ROWS[7]
    shares = shares_of(ROWS, wanted)
    assert np.allclose(shares @ ROWS, wanted)
    assert np.flatnonzero(np.abs(shares) > 1e-6).tolist() == [2, 7]
