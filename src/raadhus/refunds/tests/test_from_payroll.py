"""What payroll's absences are in the law's eyes."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.workforce.public import AbsenceKind, EmploymentForm
from raadhus.kernel.periods import Period
from raadhus.refunds.rules.cases import Kind, Settings
from raadhus.refunds.rules.centres import Centres
from raadhus.refunds.rules.from_payroll import (
    FLEKSJOB,
    REFUNDED_KINDS,
    hourly_wage,
    is_newly_employed,
    last_day,
    may_be_refunded,
    terms_of,
)

PLAIN = Settings()
FIRST = date(2024, 3, 4)


@dataclass(frozen=True)
class Fact:
    first: date = FIRST
    last: date | None = None
    kind: str = "sickness"
    form: str = "monthly"
    weekly_hours: int = 3700
    weekly_hours_away: int | None = None
    hired: date | None = date(2010, 1, 1)
    monthly_ore: int | None = None
    left: date | None = None


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (Fact(), Kind.ORDINARY),
        (Fact(kind="work_injury"), Kind.ORDINARY),
        (Fact(kind="sickness_section_56"), Kind.SECTION_56),
        (Fact(kind="partial_sickness_section_56", form="fleksjob"), Kind.SECTION_56),
        (Fact(form="fleksjob", kind="partial_sickness"), Kind.FLEKSJOB),
        (Fact(hired=FIRST - timedelta(days=55)), Kind.NEWLY_EMPLOYED),
        (Fact(hired=FIRST - timedelta(days=56)), Kind.ORDINARY),
        (Fact(weekly_hours=924), Kind.NEWLY_EMPLOYED),
        (Fact(weekly_hours=925), Kind.ORDINARY),
        (Fact(hired=None, weekly_hours=924), Kind.ORDINARY),
        (Fact(kind="partial_sickness"), Kind.PARTIAL),
    ],
)
def test_the_kind_is_told_from_code_form_and_employment(fact, kind):
    assert terms_of(fact, PLAIN).kind is kind


def test_the_newly_employed_are_as_others_when_it_is_set_so():
    assert terms_of(Fact(hired=FIRST), Settings(newly_employed=False)).kind is Kind.ORDINARY


@pytest.mark.parametrize(
    ("last", "left", "ends"),
    [
        (None, None, None),
        (None, date(2024, 4, 30), date(2024, 4, 30)),
        (None, date(2024, 5, 31), date(2024, 5, 31)),
        (None, date(2024, 6, 1), None),
        (None, FIRST - timedelta(days=1), None),
        (date(2024, 4, 2), date(2024, 4, 30), date(2024, 4, 2)),
    ],
    ids=["employed", "left", "left yesterday", "last day today", "left before it began", "payroll says"],
)
def test_what_payroll_has_not_ended_ends_with_the_employment_that_has(last, left, ends):
    assert last_day(Fact(last=last, left=left), date(2024, 6, 1)) == ends


def test_only_a_partial_absence_has_hours_away():
    assert terms_of(Fact(kind="sickness", weekly_hours_away=1000), PLAIN).absence_hours is None
    assert terms_of(Fact(kind="partial_sickness_section_56", weekly_hours_away=1000), PLAIN).absence_hours == 1000


@pytest.mark.parametrize(
    ("fact", "may"),
    [
        (Fact(), True),
        (Fact(last=FIRST + timedelta(days=29)), False),
        (Fact(last=FIRST + timedelta(days=30)), True),
        (Fact(last=FIRST, kind="sickness_section_56"), True),
        (Fact(last=FIRST, form="fleksjob"), True),
        (Fact(kind="pregnancy"), False),
        (Fact(kind="child_sick"), False),
    ],
)
def test_what_may_be_refunded_becomes_a_case(fact, may):
    assert may_be_refunded(fact, terms_of(fact, PLAIN).kind) is may


def test_the_hour_s_wage_is_told_from_the_month_s_and_is_never_more_than_it():
    # 25.000 kr. x 12 / 52 / 37 x 0,92 = 143,45 kr.
    assert hourly_wage(2_500_000, 3700, PLAIN) == 14345
    assert hourly_wage(None, 3700, PLAIN) is None
    assert hourly_wage(2_500_000, 0, PLAIN) is None
    assert hourly_wage(2_500_000, 3700, Settings(use_monthly_pay=False)) is None


@given(st.integers(1, 20_000_000), st.integers(1, 4800), st.integers(1, 100))
def test_a_year_of_hours_is_never_more_than_a_year_of_pay(monthly, hours, share):
    hour = hourly_wage(monthly, hours, Settings(wage_percent=share))
    assert hour * hours * 52 <= monthly * 12 * 100


@given(st.dates(date(2014, 1, 1), date(2026, 1, 1)), st.integers(1, 4000), st.integers(0, 4800))
def test_longer_employment_never_makes_somebody_newer(first, days, hours):
    hired = first - timedelta(days=days)
    if is_newly_employed(first, hired - timedelta(days=1), hours):
        assert is_newly_employed(first, hired, hours)


def test_the_words_are_those_of_payroll_intake():
    assert {kind.value for kind in AbsenceKind} >= REFUNDED_KINDS
    assert EmploymentForm.FLEKSJOB.value == FLEKSJOB


@dataclass(frozen=True)
class Then:
    key: str
    parent_key: str | None
    period: Period


def test_the_centre_is_the_unit_below_the_top_on_the_day():
    always, until, since = (
        Period(date(2020, 1, 1)),
        Period(date(2020, 1, 1), date(2024, 1, 1)),
        Period(date(2024, 1, 1)),
    )
    tree = Centres(
        [
            Then("top", None, always),
            Then("a", "top", always),
            Then("b", "top", always),
            Then("team", "a", until),
            Then("team", "b", since),
        ]
    )
    assert [tree.of("team", day) for day in (date(2019, 1, 1), date(2023, 12, 31), date(2024, 1, 1))] == ["a", "a", "b"]
    assert [tree.of(unit, date(2024, 1, 1)) for unit in ("top", "a", "elsewhere")] == ["top", "a", "elsewhere"]
