"""Dated values answer for the day that is asked about."""

from datetime import date

import pytest

from raadhus.kernel.sources import Dated, NoValueThatDay, Source, rule, sources_of

LAW = Source("Eksempelloven § 1", "https://example.invalid/eli/lta/2020/1", date(2026, 1, 1))
RATE = Dated("satsen", ((date(2024, 1, 1), 100, LAW), (date(2025, 1, 1), 200, LAW)))


@pytest.mark.parametrize(
    ("day", "value"), [(date(2024, 1, 1), 100), (date(2024, 12, 31), 100), (date(2025, 1, 1), 200)]
)
def test_the_value_in_force_is_returned(day, value):
    assert RATE.on(day) == value


def test_a_day_before_the_first_value_is_an_error():
    with pytest.raises(NoValueThatDay, match="2023-12-31"):
        RATE.on(date(2023, 12, 31))


def test_steps_out_of_order_are_refused():
    with pytest.raises(ValueError, match="stigende"):
        Dated("satsen", ((date(2025, 1, 1), 1, LAW), (date(2024, 1, 1), 2, LAW)))


def test_a_rule_knows_its_sources():
    @rule(LAW)
    def forty_two():
        return 42

    assert forty_two() == 42
    assert sources_of(forty_two) == (LAW,)
    assert sources_of(print) == ()
