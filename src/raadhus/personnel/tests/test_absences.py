"""Absences over months and stretches, by the table of docs/rules/personnel.md."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import WorkingDays, month_of
from raadhus.personnel.rules.facts import Absence, Kind, Terms
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS, staffs

DAYS = WorkingDays(2022, 2026)
STAFF = [
    Terms("anna", "anna", "skole", date(2024, 1, 1), None, 37_00),
    Terms("bo", "bo", "skole", date(2024, 1, 1), None, 32_00),
    Terms("eva", "eva", "skole", date(2024, 1, 1), date(2024, 12, 24), 37_00),
]
GOLDEN = [
    # employment, first, last, kind, hours away -> (month, units, hundredths of days, short)
    ("anna", "2024-12-20", "2025-01-03", Kind.SICKNESS, None, [("2024-12", 14800, 400, 0), ("2025-01", 7400, 200, 0)]),
    ("anna", "2024-12-20", "2025-01-02", Kind.SICKNESS, None, [("2024-12", 14800, 400, 1), ("2025-01", 3700, 100, 1)]),
    ("anna", "2025-01-06", "2025-01-10", Kind.PARTIAL_SICKNESS, 18_50, [("2025-01", 9250, 250, 1)]),
    ("anna", "2025-01-06", "2025-01-10", Kind.PARTIAL_SICKNESS, None, [("2025-01", 18500, 500, 1)]),
    ("anna", "2025-01-06", "2025-01-06", Kind.PARTIAL_SICKNESS, 40_00, [("2025-01", 3700, 100, 1)]),
    ("bo", "2025-01-13", "2025-01-17", Kind.SICKNESS, None, [("2025-01", 16000, 500, 1)]),
    ("bo", "2025-01-13", "2025-01-13", Kind.PARTIAL_SICKNESS, 10_00, [("2025-01", 1000, 31, 1)]),
    ("bo", "2025-02-08", "2025-02-09", Kind.SICKNESS, None, []),
    ("bo", "2025-02-03", None, Kind.SICKNESS, None, [("2025-02", 19200, 600, 1)]),
    ("eva", "2024-12-19", "2025-01-31", Kind.WORK_INJURY, None, [("2024-12", 11100, 300, 0)]),
]


def split(*absences, staff=STAFF, settings=SETTINGS):
    return parts_of(absences, stretches_of(staff, OCCUPATIONS, settings), DAYS, settings)


def absence(employment, first, last, kind=Kind.SICKNESS, away=None):
    day = date.fromisoformat
    return Absence(employment, day(first), day(last) if last else None, kind, away)


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row[0]}-{row[1]}-{row[3]}-{row[4]}")
def test_an_absence_is_what_the_table_says(row):
    *given_absence, expected = row
    found = split(absence(*given_absence))
    assert [(month_of(part.month).name, part.units, part.days_100, part.short) for part in found] == expected


def test_holiday_is_no_possible_time_and_no_sickness_and_parental_leave_is_neither():
    holiday, parental = split(
        absence("anna", "2025-01-06", "2025-01-07", Kind.HOLIDAY),
        absence("anna", "2025-01-08", "2025-01-09", Kind.PARENTAL),
    )
    assert (holiday.sick, holiday.excluded) == (0, 1)
    assert (parental.sick, parental.excluded) == (0, 0)


def test_two_absences_on_one_day_count_it_once_for_the_first():
    found = split(
        absence("anna", "2025-01-06", "2025-01-10"), absence("anna", "2025-01-09", "2025-01-14", Kind.HOLIDAY)
    )
    assert [(part.sick, part.days_100) for part in found] == [(1, 500), (0, 200)]


def test_a_day_away_from_two_employments_is_one_day_and_two_employments_hours():
    staff = [*STAFF, Terms("anna", "anna-2", "park", date(2024, 1, 1), None, 5_00)]
    found = split(
        absence("anna", "2025-01-06", "2025-01-06"), absence("anna-2", "2025-01-06", "2025-01-06"), staff=staff
    )
    assert [(part.unit, part.units, part.days_100) for part in found] == [("skole", 3700, 100), ("park", 500, 0)]


def test_an_absence_follows_its_person_to_another_unit():
    staff = [
        Terms("anna", "anna", "skole", date(2024, 1, 1), date(2025, 1, 8), 37_00),
        Terms("anna", "anna", "park", date(2025, 1, 8), None, 37_00),
    ]
    found = split(absence("anna", "2025-01-06", "2025-01-10"), staff=staff)
    assert [(part.unit, part.days_100) for part in found] == [("skole", 200), ("park", 300)]


@given(staffs())
@settings(max_examples=40)
def test_nobody_is_away_from_an_employment_more_than_its_working_days(staff):
    terms, absences = staff
    stretches = stretches_of(terms, OCCUPATIONS, SETTINGS)
    away, there = Counter(), Counter()
    for part in parts_of(absences, stretches, DAYS, SETTINGS):
        away[part.employment, part.month] += part.units
    for employment, number in away:
        month = month_of(number)
        rows = (row for row in stretches if row.employment == employment)
        there[employment, number] = sum(
            row.hours * DAYS.between(max(row.start, month.first), min(row.end, month.after)) for row in rows
        )
    assert all(away[key] <= there[key] for key in away)


@given(staffs(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_absences_does_not_matter(staff, random):
    terms, absences = staff
    shuffled = list(absences)
    random.shuffle(shuffled)
    assert split(*absences, staff=terms) == split(*shuffled, staff=terms)
