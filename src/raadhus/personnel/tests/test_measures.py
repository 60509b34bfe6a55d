"""The measures, by the tables of docs/rules/personnel.md."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.measures.catalogue import MEASURES, measure_of
from raadhus.personnel.rules.measures.definitions import Basis, Component, Disclosure, Mark, Measure, Months, Unit
from raadhus.personnel.rules.measures.finishing import added, exact, figure, rounded

C = Component
YEAR = 12
GOLDEN = [
    ("headcount", {C.HEADS: 120}, 1, "120"),
    ("headcount", {C.HEADS: 1450}, YEAR, "121"),
    ("headcount_extraordinary", {C.HEADS: 7}, 1, "7"),
    ("headcount_apprentices", {C.HEADS: 3}, 1, "3"),
    ("full_time_equivalents", {C.HOURS: 37_00 + 32_00 + 18_50}, 1, "2.4"),
    ("full_time_equivalents", {C.HOURS: 12 * 37_00}, YEAR, "1.0"),
    ("employment_rate", {C.HOURS: 37_00 + 32_00, C.HEADS: 2}, 1, "93.2"),
    ("full_time_share", {C.FULL_TIME_HEADS: 16, C.HEADS: 25}, 1, "64.0"),
    ("average_age", {C.AGE_MONTHS: 480 + 545, C.AGED_HEADS: 2}, 1, "42.7"),
    ("share_60_plus", {C.HEADS_60_PLUS: 3, C.AGED_HEADS: 25}, 1, "12.0"),
    ("average_salary", {C.PAY_ORE: 40_000_00 + 20_000_00, C.PAID_HOURS: 37_00 + 18_50}, 1, "40000"),
    ("new_share", {C.NEW_HEADS: 9, C.HEADS: 40}, 1, "22.5"),
    ("administrative_share", {C.ADMINISTRATIVE_HOURS: 37_00, C.HOURS: 8 * 37_00}, 1, "12.5"),
    ("joiners", {C.JOINED: 21}, 1, "21"),
    ("leavers", {C.LEFT: 17}, 1, "17"),
    ("internal_moves", {C.MOVED: 4}, 1, "4"),
    ("joining_rate", {C.JOINED: 21, C.HEADS_AFTER: 104}, 1, "20.2"),
    ("leaving_rate", {C.LEFT: 17, C.HEADS_BEFORE: 100}, 1, "17.0"),
    ("internal_rate", {C.MOVED: 4, C.HEADS_BEFORE: 100}, 1, "4.0"),
    ("turnover", {C.JOINED: 21, C.LEFT: 17, C.HEADS_BEFORE: 100, C.HEADS_AFTER: 104}, 1, "18.6"),
    ("retirement_age", {C.RETIRED_AGE_MONTHS: 757 + 780, C.RETIRED: 2}, 1, "64.0"),
    ("sick_days_per_employee", {C.SICK_DAYS_100: 29_20, C.HEADS: 2 * YEAR}, YEAR, "14.6"),
    ("sick_days_per_full_time", {C.SICK_UNITS: 10 * 32_00, C.HOURS: YEAR * 32_00}, YEAR, "10.0"),
    ("short_sick_days", {C.SHORT_SICK_UNITS: 4 * 37_00, C.HOURS: YEAR * 37_00}, YEAR, "4.0"),
    ("long_sick_days", {C.LONG_SICK_UNITS: 6 * 37_00, C.HOURS: YEAR * 37_00}, YEAR, "6.0"),
    ("long_sick_share", {C.LONG_SICK_UNITS: 6, C.SICK_UNITS: 10}, 1, "60.0"),
    ("sick_percentage", {C.SICK_UNITS: 12, C.POSSIBLE_UNITS: 227}, 1, "5.3"),
]
AMOUNTS = st.fixed_dictionaries({component: st.integers(0, 10**9) for component in Component})


@pytest.mark.parametrize(("key", "components", "months", "expected"), GOLDEN)
def test_a_figure_is_what_the_table_says(key, components, months, expected):
    assert figure(MEASURES[key], components, months=months) == Decimal(expected)


def test_the_table_has_every_measure():
    assert {row[0] for row in GOLDEN} == set(MEASURES)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_a_measure_says_all_that_a_reader_may_ask(measure):
    assert measure.definition.endswith(".")
    assert measure.name[:1].isupper()
    _, version, source = measure.versions.steps[0]
    assert version == 1
    assert source.address
    assert all(assumption.text.endswith(".") for assumption in measure.assumptions)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_nothing_below_the_line_gives_no_figure(measure):
    if measure.denominator:
        assert figure(measure, {measure.numerator[0]: 5}) is None


def test_half_rounds_away_from_zero_whatever_the_sign():
    assert rounded(Fraction(125, 100), 1) == Decimal("1.3")
    assert rounded(Fraction(-125, 100), 1) == Decimal("-1.3")
    assert str(rounded(Fraction(5), 1)) == "5.0"
    assert str(rounded(Fraction(-1, 1000), 1)) == "0.0"
    assert str(rounded(Fraction(10**30 + 5, 10), 0)) == str(10**29 + 1)


@given(AMOUNTS, st.permutations(list(Component)))
def test_a_figure_does_not_depend_on_the_order_of_its_numbers(amounts, order):
    shuffled = {component: amounts[component] for component in order}
    assert all(exact(measure, amounts) == exact(measure, shuffled) for measure in MEASURES.values())


@given(st.lists(AMOUNTS, min_size=1, max_size=4))
def test_counts_and_full_time_equivalents_of_parts_make_those_of_the_whole(parts):
    whole = added(parts)
    for measure in MEASURES.values():
        if not measure.denominator:
            assert exact(measure, whole) == sum(exact(measure, part) for part in parts)


@given(st.lists(AMOUNTS, min_size=1, max_size=4))
def test_a_ratio_of_the_whole_lies_between_those_of_its_parts(parts):
    for measure in MEASURES.values():
        values = [value for part in parts if (value := exact(measure, part)) is not None]
        if measure.denominator and len(values) == len(parts):
            assert min(values) <= exact(measure, added(parts)) <= max(values)


def test_short_and_long_absence_make_the_whole():
    parts = {C.SHORT_SICK_UNITS: 700, C.LONG_SICK_UNITS: 900, C.SICK_UNITS: 1600, C.HOURS: 37}
    short, long, whole = (
        exact(MEASURES[key], parts, months=12)
        for key in ("short_sick_days", "long_sick_days", "sick_days_per_full_time")
    )
    assert short + long == whole


def test_pay_age_and_tenure_are_protected_stock_and_movement_and_sickness_protected_flow():
    kinds = {measure.key: (measure.basis, measure.disclosure) for measure in MEASURES.values()}
    for basis, disclosure in kinds.values():
        if basis is not Basis.STOCK:
            assert disclosure is Disclosure.PROTECTED_FLOW
    open_ones = {key for key, (_, disclosure) in kinds.items() if disclosure is Disclosure.OPEN}
    assert open_ones == {"headcount", "headcount_extraordinary", "headcount_apprentices", "full_time_equivalents"}


def test_a_definition_without_a_found_source_is_not_held_against_anybodys():
    turnover = MEASURES["leaving_rate"]
    assert any(assumption.mark is Mark.UNVERIFIED for assumption in turnover.assumptions)
    assert turnover.comparisons == ()


def test_a_period_without_months_is_refused():
    with pytest.raises(ValueError, match="mindst én måned"):
        exact(MEASURES["headcount"], {C.HEADS: 1}, months=0)


def test_an_unknown_measure_is_told_with_those_there_are():
    with pytest.raises(WrongInput, match="headcount"):
        measure_of("pulse")


def test_a_share_counts_parts_of_what_stands_below_the_line():
    shares = [m for m in MEASURES.values() if m.unit is Unit.PERCENT]
    assert all(isinstance(m, Measure) and m.months is Months.CANCEL for m in shares)
