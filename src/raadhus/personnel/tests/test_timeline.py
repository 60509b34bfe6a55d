"""Employments laid out in time: one main employment a day, merged tenure, groups with validity dates."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.core.workforce.public import AbsenceKind, EmploymentForm
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.calendar import NO_END, WorkingDays, month_of, months_of, whole_months
from raadhus.personnel.rules.facts import NOT_POSSIBLE, SICKNESS, Form, Kind, Settings, Terms
from raadhus.personnel.rules.occupations import DEFAULT_OCCUPATIONS, OccupationLine, Occupations
from raadhus.personnel.rules.timeline import gender_of, stretches_of
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS, staffs


def terms(employment="e", start="2024-01-01", end=None, **more):
    day = date.fromisoformat
    given_terms = {"person": "anna", "unit": "skole", "weekly_hours": 37_00} | more
    return Terms(employment=employment, start=day(start), end=day(end) if end else None, **given_terms)


def laid_out(*rows, settings=SETTINGS, occupations=OCCUPATIONS):
    return stretches_of(rows, occupations, settings)


def test_the_words_are_those_of_payroll_intake():
    assert {kind.value for kind in Kind} == {kind.value for kind in AbsenceKind}
    assert {form.value for form in Form} == {form.value for form in EmploymentForm}
    assert {kind.value for kind in SICKNESS} == {kind.value for kind in AbsenceKind if kind.is_own_sickness}
    assert not SICKNESS & NOT_POSSIBLE


def test_the_main_employment_is_monthly_paid_before_hourly_and_then_the_most_hours():
    hourly = terms("a", form=Form.HOURLY, weekly_hours=37_00)
    small, large = terms("b", weekly_hours=10_00), terms("c", weekly_hours=20_00)
    assert [(row.employment, row.main) for row in laid_out(hourly, small, large)] == [("a", 0), ("b", 0), ("c", 1)]


def test_the_main_employment_changes_on_the_day_another_begins():
    rows = laid_out(terms("a", weekly_hours=10_00), terms("b", "2024-06-01", weekly_hours=20_00))
    found = [(row.employment, date.fromordinal(row.start).isoformat(), row.main) for row in rows]
    assert found == [("a", "2024-01-01", 1), ("a", "2024-06-01", 0), ("b", "2024-06-01", 1)]


@pytest.mark.parametrize(
    ("begins", "since"), [("2024-06-01", "2024-01"), ("2024-06-08", "2024-01"), ("2024-06-09", "2024-06")]
)
def test_employments_at_most_a_week_apart_are_one(begins, since):
    rows = laid_out(terms("a", end="2024-06-01"), terms("b", begins, unit="pleje"))
    assert month_of(rows[-1].since_month).name == since


def test_the_day_of_hiring_counts_when_payroll_knows_no_earlier_terms():
    row = laid_out(terms(hired=date(2015, 3, 16)))[0]
    assert (month_of(row.since_month).name, row.since_day) == ("2015-03", 16)


def test_of_two_employments_from_the_same_day_the_one_hired_first_counts():
    rows = laid_out(terms("a", hired=date(2020, 5, 1)), terms("b", hired=date(2015, 3, 16)))
    assert {month_of(row.since_month).name for row in rows} == {"2015-03"}


def test_the_age_when_leaving_is_that_of_the_last_day_at_work():
    born = date(1960, 7, 1)
    still = laid_out(terms(end="2024-07-01", born=born))[0]
    assert (still.left_age, still.left) == (63 * 12 + 11, date(2024, 7, 1).toordinal())
    assert laid_out(terms(end="2024-07-02", born=born))[0].left_age == 64 * 12
    assert laid_out(terms(born=born))[0].left == NO_END


def test_a_group_that_changes_cuts_the_stretch():
    rows = laid_out(terms(job_code="26410"))
    assert [(row.occupation, row.administrative) for row in rows] == [("Administration og it", 1), ("Ledelse", 1)]


def test_the_longest_beginning_of_a_job_code_wins_and_the_rest_has_its_own_group():
    lines = Occupations([OccupationLine("1", "En"), OccupationLine("117", "SOSU")])
    day = date(2024, 1, 1)
    assert [lines.on(code, day).group for code in ("11701", "12", "2", "")] == ["SOSU", "En", "Øvrige", "Øvrige"]
    assert DEFAULT_OCCUPATIONS.on("26410", day) == ("Administration og it", True)


def test_one_code_in_two_groups_on_a_day_is_refused():
    with pytest.raises(WrongInput, match="to grupper"):
        Occupations([OccupationLine("1", "En"), OccupationLine("1", "To", start=date(2024, 1, 1))])
    with pytest.raises(WrongInput, match="før den begynder"):
        Occupations([OccupationLine("1", "En", start=date(2024, 1, 1), end=date(2024, 1, 1))])


def test_one_employment_with_two_terms_on_a_day_is_refused():
    with pytest.raises(WrongInput, match="to vilkår"):
        laid_out(terms(), terms(start="2024-05-01"))


@pytest.mark.parametrize(("written", "expected"), [("Kvinde", "K"), ("f", "K"), ("M", "M"), ("Mand", "M"), ("?", "")])
def test_gender_is_read_as_payroll_writes_it(written, expected):
    assert gender_of(written) == expected


def test_whole_months_end_the_day_before_the_day_of_birth():
    assert whole_months(0, 15, 12, 14) == 11
    assert whole_months(0, 15, 12, 15) == 12


def test_december_2024_had_eighteen_working_days():
    december = months_of(2024)[11]
    assert (december.name, date.fromordinal(december.reference)) == ("2024-12", date(2024, 12, 31))
    assert WorkingDays(2024, 2024).between(december.first, december.after) == 18


@given(st.integers(0, 730), st.integers(0, 730))
def test_the_calendar_table_gives_the_same_working_days(one, other):
    start, end = sorted((one, other))
    first = date(2024, 1, 1).toordinal()
    days = WorkingDays(2024, 2025)
    table = dict(days.rows())
    assert days.between(first + start, first + end) == table[first + end] - table[first + start]


def test_days_outside_the_calendar_are_refused():
    with pytest.raises(ValueError, match="uden for de år"):
        WorkingDays(2024, 2024).between(date(2024, 12, 1).toordinal(), date(2025, 2, 1).toordinal())


@given(staffs(), st.integers(0, 900))
@settings(max_examples=40)
def test_everybody_at_work_has_exactly_one_main_employment_a_day(staff, offset):
    rows, _ = staff
    day = date(2022, 9, 15).toordinal() + offset
    there = [row for row in laid_out(*rows) if row.start <= day < row.end]
    assert sum(row.main for row in there) == len({row.person for row in there})
    assert len(there) == len({row.employment for row in there})


@given(staffs(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_payrolls_rows_does_not_matter(staff, random):
    rows, _ = staff
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert laid_out(*rows) == laid_out(*shuffled)


def test_a_longer_gap_is_a_setting():
    patient = Settings(known_to=SETTINGS.known_to, gap_days=60)
    rows = laid_out(terms("a", end="2024-06-01"), terms("b", "2024-07-20"), settings=patient)
    assert month_of(rows[-1].since_month).name == "2024-01"
