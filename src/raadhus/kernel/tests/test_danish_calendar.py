"""The Danish calendar knows the holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.danish_calendar import easter_sunday, holidays, is_working_day, working_days_before


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_where_almanacs_have_it(year, day):
    assert easter_sunday(year) == day


@given(st.integers(1600, 3000))
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    easter = easter_sunday(year)
    assert easter.isoweekday() == 7
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


def test_great_prayer_day_ended_with_2023():
    assert holidays(2023)[date(2023, 5, 5)] == "Store bededag"
    assert "Store bededag" not in holidays(2024).values()


@pytest.mark.parametrize("day", [date(2025, 6, 5), date(2025, 12, 24), date(2025, 12, 31)])
def test_closing_days_are_days_off_unless_counted(day):
    assert not is_working_day(day)
    assert is_working_day(day, count_closing_days=True)


def test_four_working_days_before_a_tuesday_skip_the_weekend():
    assert working_days_before(date(2025, 9, 16), 4) == date(2025, 9, 10)


def test_working_days_skip_easter():
    assert working_days_before(date(2025, 4, 22), 1) == date(2025, 4, 16)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 30))
def test_exactly_that_many_working_days_lie_between(day, count):
    first = working_days_before(day, count)
    days = [first + timedelta(days=n) for n in range((day - first).days)]
    assert sum(map(is_working_day, days)) == count


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="0 eller derover"):
        working_days_before(date(2025, 1, 1), -1)
