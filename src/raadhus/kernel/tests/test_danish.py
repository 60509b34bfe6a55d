"""Dates, numbers and money as Danish writes them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel import danish


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2025, 6, 2), "mandag den 2. juni 2025"), (date(2024, 2, 29), "torsdag den 29. februar 2024")],
)
def test_a_date_is_written_with_its_weekday(day, text):
    assert danish.weekday_date(day) == text


def test_a_moment_is_written_with_a_full_stop_between_hours_and_minutes():
    assert danish.date_and_time(datetime(2025, 6, 2, 9, 5)) == "2. juni 2025 kl. 09.05"  # noqa: DTZ001 - already local time


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, None, "1.234,5"),
        (0, None, "0"),
        (-1234567, None, "-1.234.567"),
        (Decimal("0.005"), 2, "0,01"),
        (Decimal("-0.005"), 2, "-0,01"),
        (999.999, 1, "1.000,0"),
        (Decimal("1E+3"), None, "1.000"),
    ],
)
def test_numbers_are_grouped_and_rounded_away_from_zero(value, decimals, text):
    assert danish.number(value, decimals) == text


def test_money_is_written_in_kroner():
    assert danish.kroner(49_676_980) == "496.769,80 kr."


def test_a_share_is_written_with_a_space_before_the_sign():
    assert danish.percent(0.146) == "14,6\N{NO-BREAK SPACE}%"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_written_number_reads_back_as_the_same_number(value):
    assert Decimal(danish.number(value).replace(".", "").replace(",", ".")) == value


@given(st.dates())
def test_a_short_date_sorts_back_to_the_day(day):
    numbers = danish.short_date(day).split(".")
    assert date(int(numbers[2]), int(numbers[1]), int(numbers[0])) == day


@pytest.mark.parametrize(("count", "said"), [(0, "0 rækker"), (1, "1 række"), (2300, "2.300 rækker")])
def test_one_is_singular_and_all_else_is_plural(count, said):
    assert danish.counted(count, "række", "rækker") == said


@pytest.mark.parametrize(
    ("text", "plain"), [("Åbne møder", "aabne-moeder"), ("  É & œ §1 ", "e-1"), ("", ""), ("Æblegrød!", "aeblegroed")]
)
def test_a_slug_is_plain_letters(text, plain):
    assert danish.slug(text) == plain
