"""Money parses and prints without losing an øre."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.money import format_ore, parse_ore


@pytest.mark.parametrize(
    ("text", "ore"),
    [("52.583,22", 5258322), ("0,05", 5), ("1.000", 100000), ("15568,00 kr.", 1556800), ("-14.084,79", -1408479)],
)
def test_an_amount_is_read(text, ore):
    assert parse_ore(text) == ore


@pytest.mark.parametrize("text", ["", "1,5", "1.00,00", "12.34", "kr.", "1,234.56", "tolv"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match="ikke et beløb"):
        parse_ore(text)


@given(st.integers(-(10**12), 10**12))
def test_printing_and_reading_gives_the_same_amount(ore):
    assert parse_ore(format_ore(ore)) == ore
