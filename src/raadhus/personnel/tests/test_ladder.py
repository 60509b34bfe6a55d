"""A unit is shown on the finest grid that it is large enough for, and on one only."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.personnel.rules.disclosure.explaining import grid_explanation
from raadhus.personnel.rules.disclosure.ladder import STEPS, rung, terms_of, terms_to_show
from raadhus.personnel.rules.disclosure.lattice import Step, Term


def counts(months: list[int], quarters: list[int] = (), year: int = 0) -> dict[Term, int]:
    told = zip(terms_of(2025, Step.MONTH), months, strict=False)
    more = zip(terms_of(2025, Step.QUARTER), quarters, strict=False)
    return {**dict(told), **dict(more), **({Term(2025, Step.YEAR): year} if year else {})}


@pytest.mark.parametrize(
    ("months", "quarters", "year", "step"),
    [
        ([5] * 12, [5] * 4, 5, Step.MONTH),
        ([5] * 11 + [4], [6] * 4, 7, Step.QUARTER),
        ([2] * 12, [6, 6, 6, 4], 7, Step.YEAR),
        ([2] * 12, [3] * 4, 4, None),
        ([5, 5, 5], [5], 0, Step.MONTH),
        ([4, 5], [], 0, None),
        ([4, 5, 5], [5], 0, Step.QUARTER),
    ],
)
def test_the_finest_grid_that_is_large_enough(months, quarters, year, step):
    assert rung(2025, counts(months, quarters, year), 5) is step


def test_a_grid_that_was_begun_is_kept_and_has_holes():
    people = counts([6, 6, 6, 3, 6], [7])
    out = terms_of(2025, Step.MONTH)[:3]
    assert terms_to_show(2025, people, 5) == terms_of(2025, Step.QUARTER)[:1]
    assert terms_to_show(2025, people, 5, out) == (*out, Term(2025, Step.MONTH, 5))


@given(months=st.lists(st.integers(0, 9), min_size=12, max_size=12), least=st.integers(3, 8))
def test_a_unit_never_has_two_grids_as_the_year_goes_on(months, least):
    out: tuple[Term, ...] = ()
    for over in range(1, 13):
        quarters = [max(months[start : start + 3]) + 1 for start in range(0, over - over % 3, 3)]
        out = terms_to_show(2025, counts(months[:over], quarters, max(months) + 2 if over == 12 else 0), least, out)
        assert not any(one.overlaps(other) for one, other in itertools.combinations(out, 2))


def test_a_term_off_the_grid_explains_itself():
    assert "pr. kvartal" in grid_explanation(STEPS[1], 5)
    assert "hele året" in grid_explanation(None, 5)
