"""A year told up from the cases: exactly for HR and the auditor, for the others so that nothing hidden can be computed."""

import pytest

from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.earlier_years import set_earlier_year
from raadhus.refunds.models import SettingsVersion
from raadhus.refunds.queries.figures import AT_RISK, CASES, CONCERN, FIGURE_SOURCE, LAST_YEAR, RISE, THIS_YEAR
from raadhus.refunds.queries.ledger import ledger
from raadhus.refunds.queries.lost_cases import lost_cases
from raadhus.refunds.rules.ledger import OTHERS
from raadhus.refunds.tests.seed_table import lost_case, make_table

SEED = {
    ("SAC", 2, "Indberettet for sent", 5_258_322),
    ("FDC", 8, "Indberettet for sent + 1 fejlindberetning", 19_220_299),
    ("SOC", 2, "Indberettet for sent + 1 fejlindberetning", 4_153_195),
    ("FKC", 1, "Indberettet for sent", 1_408_479),
    ("DB", 1, "Indberettet for sent", 1_556_800),
    ("UUC", 4, "Indberettet for sent", 6_276_985),
    ("SPC", 4, "Indberettet for sent + 1 fejlindberetning", 11_802_900),
}


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture
def seed(house, today):
    make_table(today)
    return house


@pytest.mark.parametrize("role", [Role.HR, Role.AUDITOR])
def test_the_published_table_to_the_ore(seed, now, role):
    found = ledger(seed[role], year=2024, now=now)
    assert {(line.name, line.cases, line.causes, line.lost_ore) for line in found.by_centre} == SEED
    assert (found.cases, found.lost_ore) == (22, 49_676_980)
    assert (found.wrong.cases, found.wrong.lost_ore, found.wrong.late_ore) == (3, 13_701_400, 35_975_580)


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.CENTRE_HEAD])
def test_others_see_small_centres_merged_and_no_causes_of_a_line(seed, now, role):
    found = ledger(seed[role], year=2024, now=now)
    assert [(line.name, line.cases) for line in found.by_centre] == [("FDC", 8), (OTHERS, 14)]
    assert found.wrong is None
    assert not any(line.causes for line in found.by_centre)
    assert found.lost_ore == 49_676_980


def test_of_the_running_year_others_see_the_sum_only(house, today, now):
    for _ in range(9):
        lost_case(today, year=today.year)
    running = ledger(house[Role.SECRETARY], year=today.year, now=now)
    assert (running.cases, running.by_centre, running.by_cause) == (9, (), ())
    assert ledger(house[Role.HR], year=today.year, now=now).by_centre


def test_nobody_else_sees_the_sums(house, now):
    for role in (Role.EMPLOYEE, Role.UNIT_LEADER):
        with pytest.raises(NotAllowed):
            ledger(house[role], now=now)


@pytest.mark.parametrize("given", [{"is_gone": True}, {"dispensation": "granted", "dispensation_ground": "special"}])
def test_what_is_gone_or_was_dispensed_does_not_count(house, today, now, given):
    lost_case(today, **given)
    assert ledger(house[Role.HR], year=2024, now=now).cases == 0


def test_the_cause_that_somebody_wrote_counts(house, today, now):
    lost_case(today, set_cause="employee")
    assert ledger(house[Role.HR], year=2024, now=now).by_cause[0].name == "Medarbejderens egne forhold"


def test_the_trend_begins_with_what_was_told_and_raadhus_wins(house, today, now):
    hr = house[Role.HR]
    set_earlier_year(actor=hr, year=2022, lost_ore=41_000_000, cases=None, source="Sag 22/1", now=now)
    set_earlier_year(actor=hr, year=2023, lost_ore=1, source="Skøn", now=now)
    lost_case(today, year=2023, lost=500)
    lost_case(today, year=2025, lost=700)
    trend = [(one.year, one.lost_ore, one.source) for one in ledger(hr, now=now).trend]
    assert trend == [(2022, 41_000_000, "Sag 22/1"), (2023, 500, ""), (2024, 0, ""), (2025, 700, ""), (2026, 0, "")]


def test_a_year_that_raadhus_knows_or_without_a_source_cannot_be_told(house, today, now):
    lost_case(today, year=2023)
    for given in ({"year": 2024, "source": "x"}, {"year": 2022, "source": " "}, {"year": 1900, "source": "x"}):
        with pytest.raises(WrongInput):
            set_earlier_year(actor=house[Role.HR], lost_ore=1, now=now, **given)


def test_each_lost_case_has_its_law_and_what_would_have_saved_it(house, today, now):
    lost_case(today)
    (one,) = lost_cases(house[Role.HR], year=2024, now=now)
    assert "15 hverdage" in one.reason
    assert "§ 40" in one.law
    assert "12.02.2024" in one.saved_by
    with pytest.raises(NotAllowed):
        lost_cases(house[Role.SECRETARY], year=2024, now=now)


def figures(today):
    return {key: FIGURE_SOURCE.value(key, today) for key in (THIS_YEAR, LAST_YEAR, CASES, RISE, CONCERN, AT_RISK)}


def test_the_figures_are_of_the_year_and_say_their_period(house, today):
    lost_case(today, year=2024, lost=10_000_00)
    lost_case(today, year=2025, lost=13_000_00)
    found = figures(today)
    assert [int(found[key].value) for key in (THIS_YEAR, LAST_YEAR, CASES, RISE, CONCERN)] == [0, 13_000, 1, 30, 1]
    assert found[LAST_YEAR].period == "2025"


def test_a_figure_that_is_not_known_is_none(house, today):
    assert set(figures(today).values()) == {None}


def test_the_thresholds_are_those_that_are_set(house, today, now):
    lost_case(today, year=2025, lost=13_000_00)
    assert FIGURE_SOURCE.value(CONCERN, today).value == 0
    given = {"threshold_ore": 12_000_00, "reason": "x", "set_by": "x", "set_at": now}
    SettingsVersion.objects.create(start_date=today, **given)
    assert FIGURE_SOURCE.value(CONCERN, today).value == 1
