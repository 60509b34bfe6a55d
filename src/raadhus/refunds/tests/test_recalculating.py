"""Payroll's absences become cases; what HR and NemRefusion said is kept."""

from datetime import date

import pytest
from tests.cast import NOW

from raadhus.core.audit.models import Entry
from raadhus.core.workforce.models import AbsenceVersion, Forgetting
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.models import Agreement, Recalculation, RefundCase, SettingsVersion, SuspicionRecord

TODAY = date(2024, 6, 3)


@pytest.fixture
def again(house, payroll):
    """Recalculate as HR, for TODAY or another day."""

    def run(today=TODAY, role=Role.HR, **more):
        return recalculate(actor=house[role], today=today, now=NOW, **more)

    return run


def only():
    return RefundCase.objects.get()


def test_an_absence_beyond_thirty_days_becomes_a_case_with_unit_and_centre(again, payroll):
    payroll.absence(date(2024, 1, 8), date(2024, 5, 31))
    made = again()
    case = only()
    assert (case.unit_key, case.centre_key, case.kind) == ("sac-myndighed", "sac", "ordinary")
    assert (case.lost_days, case.lost_ore, made.cases, made.lost_ore) == (83, 7793584, 1, 7793584)


def test_short_ended_absences_and_other_absence_are_none(again, payroll):
    payroll.absence(date(2024, 1, 8), date(2024, 2, 6))
    payroll.absence(date(2024, 3, 4), date(2024, 5, 31), kind="parental")
    again()
    assert not RefundCase.objects.exists()


def test_doing_it_twice_changes_nothing_and_says_so(again, payroll):
    payroll.absence(date(2024, 1, 8))
    assert again().changed == 1
    before = RefundCase.objects.values().get()
    assert again().changed == 0
    assert RefundCase.objects.values().get() == before
    assert Recalculation.objects.count() == 2


def test_what_hr_and_nemrefusion_said_is_kept(again, payroll):
    payroll.absence(date(2024, 1, 8), date(2024, 5, 31))
    again()
    own = {
        "set_cause": "employee",
        "set_year": 2025,
        "remark": "Aftalt",
        "standing": "claimed",
        "notified_date": date(2024, 2, 28),
        "claimed_date": date(2024, 3, 10),
    }
    RefundCase.objects.update(**own)
    again()
    case = RefundCase.objects.values().get()
    assert {name: case[name] for name in own} == own
    assert (case["lost_ore"], case["cause"], case["year"]) == (1408479, "employee", 2025)


def test_what_payroll_takes_back_counts_for_nothing_and_comes_back_with_it(again, payroll):
    row = payroll.absence(date(2024, 1, 8))
    again()
    AbsenceVersion.objects.update(known_until=row.known_from)
    again()
    assert (only().is_gone, only().lost_ore, only().next_step) == (True, 0, "nothing")
    AbsenceVersion.objects.update(known_until=None)
    again()
    assert (only().is_gone, only().lost_ore > 0) == (False, True)


def test_what_payroll_has_forgotten_is_not_taken_back(again, payroll):
    payroll.absence(date(2024, 1, 8), date(2024, 3, 31))
    again()
    lost = only().lost_ore
    AbsenceVersion.objects.all().delete()
    Forgetting.objects.create(kept="absences", before_date=date(2024, 4, 1), rows=1, forgotten_at=NOW)
    again(date(2026, 6, 1))
    assert (only().is_gone, only().lost_ore) == (False, lost)


def test_an_open_absence_that_ended_early_is_dropped_unless_somebody_wrote_about_it(again, payroll):
    payroll.absence(date(2024, 5, 20))
    payroll.absence(date(2024, 5, 21), employment="E2")
    payroll.employs("E2")
    again()
    RefundCase.objects.filter(employment="E2").update(remark="Ring til lederen")
    AbsenceVersion.objects.update(last_date=date(2024, 5, 29))
    again()
    assert [(case.employment, case.is_gone, case.lost_ore) for case in RefundCase.objects.all()] == [("E2", False, 0)]


def test_two_short_absences_that_look_like_one_become_cases_with_a_suspicion(again, payroll):
    payroll.absence(date(2024, 4, 1), date(2024, 4, 19))
    payroll.absence(date(2024, 4, 22), date(2024, 5, 10))
    payroll.absence(date(2024, 5, 24), date(2024, 5, 24), employment="E2")
    payroll.absence(date(2024, 5, 27), date(2024, 5, 27), employment="E2")
    payroll.employs("E2")
    again()
    assert {case.employment for case in RefundCase.objects.all()} == {"E1"}
    found = SuspicionRecord.objects.get()
    assert (found.suspicion, found.case.first_date, found.other.first_date) == (
        "gap",
        date(2024, 4, 1),
        date(2024, 4, 22),
    )


def test_a_suspicion_ends_when_it_no_longer_looks_so_and_what_was_let_be_stays(again, payroll):
    payroll.absence(date(2024, 5, 1), date(2024, 5, 8))
    agreement = Agreement.objects.create(
        employment="E1", start_date=date(2024, 1, 1), end_date=date(2025, 1, 1), set_by="hr", set_at=NOW
    )
    again()
    SuspicionRecord.objects.update(let_be_at=NOW, let_be_reason="Anden sygdom")
    assert again().changed == 0
    agreement.delete()
    again()
    found = SuspicionRecord.objects.get()
    assert (found.suspicion, found.gone_at, found.let_be_reason) == ("agreement_not_used", NOW, "Anden sygdom")


def test_an_absence_is_told_under_the_settings_of_its_first_day(again, payroll):
    SettingsVersion.objects.create(
        start_date=date(2024, 2, 1), count_public_holidays=False, reason="Ny praksis", set_by="hr", set_at=NOW
    )
    payroll.absence(date(2024, 1, 31), date(2024, 5, 31))
    payroll.absence(date(2024, 2, 1), date(2024, 5, 31), employment="E2")
    payroll.employs("E2")
    again()
    before, after = RefundCase.objects.order_by("first_date")
    # One of the days is 31 January's; the rest are the public holidays of spring.
    assert before.lost_days - after.lost_days > 1


def test_a_month_s_pay_caps_the_refund(again, payroll):
    payroll.employs("E2", monthly_ore=1_603_333)
    payroll.absence(date(2024, 1, 8), date(2024, 5, 31), employment="E2")
    again()
    assert (only().hourly_wage_ore, only().lost_ore) == (9199, 5650026)


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.AUDITOR, Role.EMPLOYEE])
def test_others_may_not(again, role):
    with pytest.raises(NotAllowed):
        again(role=role)


def test_it_leaves_one_line_of_counts_in_the_trail_and_tells_how_far_it_is(again, payroll):
    payroll.absence(date(2024, 1, 8))
    seen = []
    again(progress=lambda done, of: seen.append((done, of)))
    entry = Entry.objects.get(event="refunds.recalculated")
    assert '"cases":1' in entry.data.replace(" ", "")
    assert seen == [(1, 1)]
