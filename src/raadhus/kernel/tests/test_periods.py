"""Periods are half-open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.periods import Period

DAYS = st.dates(date(2000, 1, 1), date(2001, 1, 1))


@st.composite
def periods(draw):
    start = draw(DAYS)
    end = draw(st.none() | DAYS.filter(lambda day: day > start)) if start < date(2001, 1, 1) else None
    return Period(start, end)


def test_the_end_is_the_first_day_that_no_longer_counts():
    june = Period(date(2025, 6, 1), date(2025, 7, 1))
    assert date(2025, 6, 30) in june
    assert date(2025, 7, 1) not in june


def test_a_period_without_end_still_runs():
    assert date(2999, 1, 1) in Period(date(2025, 1, 1))


def test_an_end_before_the_start_is_refused():
    with pytest.raises(ValueError, match="slutter"):
        Period(date(2025, 1, 1), date(2025, 1, 1))


@given(periods(), periods())
def test_overlap_is_mutual_and_means_a_shared_day(one, other):
    latest_start = max(one.start, other.start)
    assert one.overlaps(other) == other.overlaps(one) == (latest_start in one and latest_start in other)
