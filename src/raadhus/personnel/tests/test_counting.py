"""Counting cells by plain Python: the golden municipality of docs/rules/personnel.md, and what always holds."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import WorkingDays, month_number, month_of, months_of
from raadhus.personnel.rules.counting import (
    Breakdown,
    Cell,
    Scope,
    absence,
    age_band,
    contract_of,
    movement,
    possible,
    stock,
)
from raadhus.personnel.rules.facts import Absence, Form, Kind, Settings, Terms
from raadhus.personnel.rules.measures.definitions import Component, Population
from raadhus.personnel.rules.measures.finishing import added
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS, staffs

C = Component
DAYS = WorkingDays(2022, 2026)
NOVEMBER = month_of(month_number(date(2024, 11, 1)))
YEAR_BEFORE = month_of(NOVEMBER.number - 12)
OLD = date(2020, 1, 1)
STAFF = [
    Terms("anna", "1", "skole", OLD, None, 37_00, born=date(1964, 11, 30), gender="K", monthly_ore=40_000_00),
    Terms("bo", "2", "skole", date(2024, 3, 1), None, 32_00, born=date(1990, 5, 15), gender="M", monthly_ore=30_000_00),
    Terms("carl", "3", "skole", OLD, None, 18_50, job_code="26410", born=date(1980, 1, 1), gender="M"),
    Terms("carl", "4", "pleje", OLD, None, 20_00, job_code="11701", born=date(1980, 1, 1), gender="M"),
    Terms("dora", "5", "pleje", OLD, None, 10_00, Form.HOURLY, gender="K"),
    Terms("emil", "6", "skole", OLD, None, 15_00, Form.FLEKSJOB),
    Terms("freja", "7", "pleje", date(2024, 8, 1), None, 37_00, Form.APPRENTICE),
    Terms("gerda", "8", "pleje", OLD, date(2024, 12, 1), 37_00, born=date(1961, 6, 1), gender="K"),
    Terms("hans", "9", "pleje", OLD, date(2024, 7, 1), 37_00, born=date(1960, 7, 2), gender="M"),
    Terms("ida", "10", "skole", OLD, date(2024, 5, 1), 37_00, gender="K"),
    Terms("ida", "11", "pleje", date(2024, 5, 1), None, 37_00, gender="K"),
]
LAID_OUT = stretches_of(STAFF, OCCUPATIONS, SETTINGS)


def scope(population=Population.ORDINARY, breakdown=Breakdown.NONE, settings=SETTINGS):
    return Scope(population, breakdown, settings)


def numbers(counted, unit, value="", *wanted):
    return tuple(counted[Cell(unit, value)][component] for component in wanted)


def test_the_golden_reference_day():
    counted = stock(LAID_OUT, NOVEMBER, scope())
    wanted = (C.HEADS, C.HOURS, C.FULL_TIME_HEADS, C.AGED_HEADS, C.HEADS_60_PLUS, C.NEW_HEADS, C.ADMINISTRATIVE_HOURS)
    assert numbers(counted, "skole", "", *wanted) == (2, 87_50, 1, 2, 1, 1, 18_50)
    assert numbers(counted, "pleje", "", *wanted) == (4, 104_00, 2, 2, 1, 0, 0)
    assert numbers(counted, "skole", "", C.AGE_MONTHS, C.PAY_ORE, C.PAID_HOURS) == (720 + 414, 70_000_00, 69_00)


def test_the_golden_populations():
    counts = {
        population: added(stock(LAID_OUT, NOVEMBER, scope(population)).values()).get(C.HEADS, 0)
        for population in Population
    }
    assert counts == {"ordinary": 6, "monthly": 5, "extraordinary": 1, "apprentices": 1}


@pytest.mark.parametrize(
    ("breakdown", "expected"),
    [
        (Breakdown.GENDER, {"K": 4, "M": 2}),
        (Breakdown.AGE, {"60-plus": 2, "30-39": 1, "40-49": 1, "unknown": 2}),
        (Breakdown.CONTRACT, {"full-time": 3, "part-time": 2, "hourly": 1}),
        (Breakdown.OCCUPATION, {"Øvrige": 5, "SOSU-personale": 1, "Ledelse": 0}),
    ],
)
def test_the_golden_breakdowns(breakdown, expected):
    found = Counter()
    for cell, components in stock(LAID_OUT, NOVEMBER, scope(breakdown=breakdown)).items():
        found[cell.value] += components[C.HEADS]
    assert dict(found) == expected


def test_the_golden_year_of_movement():
    counted = movement(LAID_OUT, YEAR_BEFORE, NOVEMBER, scope())
    wanted = (C.HEADS_BEFORE, C.HEADS_AFTER, C.JOINED, C.LEFT, C.MOVED, C.ARRIVED, C.DEPARTED)
    assert numbers(counted, "skole", "", *wanted) == (2, 2, 1, 0, 1, 0, 1)
    assert numbers(counted, "pleje", "", *wanted) == (4, 4, 0, 1, 0, 1, 0)
    assert numbers(counted, "pleje", "", C.RETIRED, C.RETIRED_AGE_MONTHS) == (1, 63 * 12 + 11)


def test_the_golden_month_of_absence():
    gone = [
        Absence("1", date(2024, 11, 4), date(2024, 11, 8), Kind.SICKNESS),
        Absence("2", date(2024, 11, 1), date(2024, 11, 30), Kind.PREGNANCY),
        Absence("1", date(2024, 11, 11), date(2024, 11, 12), Kind.HOLIDAY),
    ]
    counted = absence(parts_of(gone, LAID_OUT, DAYS, SETTINGS), NOVEMBER, scope(Population.MONTHLY))
    wanted = (C.SICK_UNITS, C.SHORT_SICK_UNITS, C.LONG_SICK_UNITS, C.SICK_DAYS_100, C.POSSIBLE_UNITS)
    assert numbers(counted, "skole", "", *wanted) == (85_700, 18_500, 67_200, 26_00, -7_400)
    agreed = possible(LAID_OUT, NOVEMBER, scope(Population.MONTHLY), DAYS)
    assert numbers(agreed, "skole", "", C.POSSIBLE_UNITS) == (21 * 87_50,)


def test_a_retirement_needs_the_age_at_the_census_before():
    young = [Terms("x", "1", "skole", OLD, date(2024, 6, 1), 37_00, born=date(1968, 12, 1))]
    rows = stretches_of(young, OCCUPATIONS, SETTINGS)
    counted = movement(rows, YEAR_BEFORE, NOVEMBER, scope())
    assert numbers(counted, "skole", "", C.LEFT, C.RETIRED) == (1, 0)
    lower = Settings(known_to=SETTINGS.known_to, retired_from_age=54)
    counted = movement(rows, YEAR_BEFORE, NOVEMBER, scope(settings=lower))
    assert numbers(counted, "skole", "", C.RETIRED, C.RETIRED_AGE_MONTHS) == (1, 55 * 12 + 5)


def test_another_job_in_the_same_unit_is_a_move_and_no_departure():
    spring = date(2024, 3, 1)
    rows = [
        Terms("x", "1", "skole", OLD, spring, 37_00, job_code="11701"),
        Terms("x", "1", "skole", spring, None, 37_00, job_code="11702"),
    ]
    counted = movement(stretches_of(rows, OCCUPATIONS, SETTINGS), YEAR_BEFORE, NOVEMBER, scope())
    assert numbers(counted, "skole", "", C.MOVED, C.DEPARTED, C.ARRIVED, C.LEFT) == (1, 0, 0, 0)


def test_one_who_goes_on_in_a_fleksjob_has_left_the_ordinary_and_is_not_retired():
    born = date(1962, 1, 1)
    rows = [
        Terms("x", "1", "skole", OLD, date(2024, 6, 1), 37_00, born=born),
        Terms("x", "2", "skole", date(2024, 6, 1), None, 15_00, Form.FLEKSJOB, born=born),
    ]
    counted = movement(stretches_of(rows, OCCUPATIONS, SETTINGS), YEAR_BEFORE, NOVEMBER, scope())
    assert numbers(counted, "skole", "", C.LEFT, C.RETIRED, C.RETIRED_AGE_MONTHS) == (1, 0, 0)


def test_bands_of_age_and_contracts_have_their_edges():
    assert [age_band(months) for months in (-1, 359, 360, 719, 720)] == [
        "unknown", "under-30", "30-39", "50-59", "60-plus",
    ]  # fmt: skip
    assert [contract_of(form, hours, SETTINGS) for form, hours in (("monthly", 3700), ("monthly", 3699), ("hourly", 3700))] == [
        "full-time", "part-time", "hourly",
    ]  # fmt: skip


@given(staffs(), st.sampled_from(Population), st.integers(-14, 3))
@settings(max_examples=40)
def test_joiners_less_leavers_is_the_change_in_headcount(staff, population, offset):
    rows = stretches_of(staff[0], OCCUPATIONS, SETTINGS)
    before, after = month_of(NOVEMBER.number + offset - 12), month_of(NOVEMBER.number + offset)
    heads = [added(stock(rows, month, scope(population)).values()).get(C.HEADS, 0) for month in (before, after)]
    total = Counter(added(movement(rows, before, after, scope(population)).values()))
    assert heads == [total[C.HEADS_BEFORE], total[C.HEADS_AFTER]]
    assert total[C.JOINED] - total[C.LEFT] == heads[1] - heads[0]
    assert total[C.ARRIVED] == total[C.DEPARTED] <= total[C.MOVED]


@given(staffs(), st.sampled_from(Population))
@settings(max_examples=40)
def test_in_each_unit_what_came_and_arrived_explains_the_change(staff, population):
    rows = stretches_of(staff[0], OCCUPATIONS, SETTINGS)
    for components in movement(rows, YEAR_BEFORE, NOVEMBER, scope(population)).values():
        n = Counter(components)
        change = n[C.JOINED] + n[C.ARRIVED] - n[C.LEFT] - n[C.DEPARTED]
        assert change == n[C.HEADS_AFTER] - n[C.HEADS_BEFORE]


@given(staffs(), st.sampled_from(Population), st.sampled_from(Breakdown))
@settings(max_examples=40)
def test_breakdowns_add_up_to_the_whole_and_units_to_the_people(staff, population, breakdown):
    rows = stretches_of(staff[0], OCCUPATIONS, SETTINGS)
    parts = parts_of(staff[1], rows, DAYS, SETTINGS)
    for count in (
        lambda s: stock(rows, NOVEMBER, s),
        lambda s: movement(rows, YEAR_BEFORE, NOVEMBER, s),
        lambda s: absence(parts, NOVEMBER, s),
        lambda s: possible(rows, NOVEMBER, s, DAYS),
    ):
        split, whole = count(scope(population, breakdown)), count(scope(population))
        assert added(split.values()) == added(whole.values())


@given(staffs(), st.sampled_from(Population))
@settings(max_examples=40)
def test_parts_never_exceed_what_they_are_parts_of(staff, population):
    rows = stretches_of(staff[0], OCCUPATIONS, SETTINGS)
    parts = parts_of(staff[1], rows, DAYS, SETTINGS)
    for month in months_of(2024):
        n = added([
            *stock(rows, month, scope(population)).values(),
            *possible(rows, month, scope(population), DAYS).values(),
            *absence(parts, month, scope(population)).values(),
        ])  # fmt: skip
        n = Counter(n)
        assert 0 <= n[C.HEADS_60_PLUS] <= n[C.AGED_HEADS] <= n[C.HEADS]
        assert max(n[C.FULL_TIME_HEADS], n[C.NEW_HEADS]) <= n[C.HEADS]
        assert 0 <= n[C.ADMINISTRATIVE_HOURS] <= n[C.HOURS]
        assert 0 <= n[C.SICK_UNITS] <= n[C.POSSIBLE_UNITS]
        assert n[C.SHORT_SICK_UNITS] + n[C.LONG_SICK_UNITS] == n[C.SICK_UNITS]


@given(staffs())
@settings(max_examples=40)
def test_people_counted_by_themselves_make_the_whole(staff):
    """Nothing counted twice: the figures of each person alone, added, are the figures of all."""
    rows = stretches_of(staff[0], OCCUPATIONS, SETTINGS)
    parts = parts_of(staff[1], rows, DAYS, SETTINGS)
    alone = []
    for person in {row.person for row in rows}:
        own = [row for row in rows if row.person == person]
        alone.extend(stock(own, NOVEMBER, scope()).values())
        alone.extend(movement(own, YEAR_BEFORE, NOVEMBER, scope()).values())
        alone.extend(absence([part for part in parts if part.person == person], NOVEMBER, scope()).values())
    together = [
        *stock(rows, NOVEMBER, scope()).values(),
        *movement(rows, YEAR_BEFORE, NOVEMBER, scope()).values(),
        *absence(parts, NOVEMBER, scope()).values(),
    ]
    assert added(alone) == added(together)


@given(staffs())
@settings(max_examples=40)
def test_the_months_of_a_year_make_the_years_absence(staff):
    rows = stretches_of(staff[0], OCCUPATIONS, SETTINGS)
    parts = parts_of(staff[1], rows, DAYS, SETTINGS)
    year = months_of(2024)
    by_month = added(numbers for month in year for numbers in absence(parts, month, scope()).values())
    in_year = [part for part in parts if year[0].number <= part.month <= year[-1].number and part.sick]
    ordinary = [part for part in in_year if part.form in {Form.MONTHLY, Form.HOURLY}]
    assert by_month.get(C.SICK_UNITS, 0) == sum(part.units for part in ordinary)
