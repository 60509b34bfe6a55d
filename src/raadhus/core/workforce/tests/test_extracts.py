"""Everything payroll tells, as a batch reads it: what stands of every source, in order, for who may, with one trace."""

from datetime import date, timedelta

import pytest

from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.models import Forgetting, ImportRun, PayrollSource
from raadhus.core.workforce.public import (
    AbsenceKind,
    EmploymentFact,
    EmploymentForm,
    absences_kept_from,
    employment_facts,
    employments_kept_from,
    every_absence,
    payroll_known_to,
)
from raadhus.core.workforce.queries.lookups import LookupsAsked, lookups
from raadhus.core.workforce.rules.profiles import OWN_EMPLOYMENTS
from raadhus.core.workforce.tests.conftest import Payroll
from raadhus.core.workforce.tests.payroll import EMPLOYMENTS, give, later, source
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role

BATCH = system("tests", "Tal om personale")


def terms(now):
    return [(one.employment, one.start, one.end, one.weekly_hours) for one in employment_facts(BATCH, now=now)]


def away(now, since=date.min):
    return [(one.employment, one.first, one.last) for one in every_absence(BATCH, since=since, now=now)]


def test_a_stretch_of_terms_is_told_whole(payroll, now):
    days = {"hired_date": "2011-08-01", "born_date": "1970-02-03"}
    said = {"job_code": "264-10", "job_title": "Assistent", "gender": "k", "monthly_ore": 3_500_000} | days
    payroll.term("e1", "2012-01-01", "2024-07-01", weekly_hours=3200, form="hourly", **said)
    assert list(employment_facts(BATCH, now=now)) == [
        EmploymentFact(
            *("p-e1", "e1", "sac-myndighed", date(2012, 1, 1), date(2024, 7, 1), 3200, EmploymentForm.HOURLY),
            *("264-10", "Assistent", date(2011, 8, 1), date(1970, 2, 3), "k", 3_500_000),
        )
    ]


def test_what_stands_is_told_of_every_source_in_order_and_what_was_corrected_is_not(payroll, cast, now):
    second = create_source(actor=cast[Role.HR], name="Andre", mapping=OWN_EMPLOYMENTS, now=now)
    payroll.term("e2", "2015-01-01", "2020-01-01", until="2024-01-01")
    payroll.term("e2", "2015-01-01", "2021-01-01", known="2024-01-01")
    payroll.term("e2", "2021-01-01", weekly_hours=1850)
    Payroll(second.key, second.key).term("e1", "2024-02-01")
    payroll.term("e3", "2024-02-01", until="2024-06-01")
    assert terms(now) == [
        ("e1", date(2024, 2, 1), None, 3700),
        ("e2", date(2015, 1, 1), date(2021, 1, 1), 3700),
        ("e2", date(2021, 1, 1), None, 1850),
    ]


def test_absences_of_every_kind_are_told_from_a_day_on_and_those_that_go_on(payroll, now):
    payroll.absence("e1", "2024-01-08", "2024-01-12", kind="holiday", until="2024-02-01")
    payroll.absence("e1", "2024-01-08", "2024-01-10", kind="holiday", known="2024-02-01")
    payroll.absence("e1", "2019-01-01")
    payroll.absence("e0", "2024-01-01", "2024-01-09", kind="partial_sickness", weekly_hours_away=1850)
    kinds = [(one.kind, one.weekly_hours_away) for one in every_absence(BATCH, since=date.min, now=now)]
    assert kinds == [(AbsenceKind.PARTIAL_SICKNESS, 1850), (AbsenceKind.SICKNESS, None), (AbsenceKind.HOLIDAY, None)]
    assert away(now, date(2024, 1, 10)) == [
        ("e1", date(2019, 1, 1), None),
        ("e1", date(2024, 1, 8), date(2024, 1, 10)),
    ]


def test_what_a_file_corrects_is_told_corrected_and_a_refused_file_changes_nothing(house, now):
    own = source(now, "own_employments")
    give(own, EMPLOYMENTS + "e1;p1;;SAC;2020-01-01;;37\n", now)
    give(own, EMPLOYMENTS + "e1;p1;;SAC;2020-01-01;;32\n", later(now))
    give(own, EMPLOYMENTS + "e1;p1;;SAC;2020-01-01;;tredive\n", later(now, 2))
    assert terms(now) == [("e1", date(2020, 1, 1), None, 3200)]


def test_each_kind_is_for_hr_and_the_house_and_leaves_one_trace(payroll, cast, now):
    for number in range(3):
        payroll.term(f"e{number}", "2020-01-01")
        payroll.absence(f"e{number}", "2024-01-01")
    assert len(list(employment_facts(cast[Role.HR], now=now))) == 3
    assert len(list(every_absence(cast[Role.HR], since=date.min, now=now))) == 3
    for role in (Role.ADMINISTRATOR, Role.CHIEF_EXECUTIVE, Role.UNIT_LEADER):
        with pytest.raises(NotAllowed):
            employment_facts(cast[role], now=now)
        with pytest.raises(NotAllowed):
            every_absence(cast[role], since=date.min, now=now)
    assert lookups(cast[Role.DPO], LookupsAsked(kind="verb"), first=0, count=9, now=now)[1] == 2


def test_payroll_tells_to_the_day_before_the_file_of_the_source_that_is_behind(payroll, now):
    assert payroll_known_to() is None
    payroll.run("2025-02-03")
    payroll.run("2025-03-01")
    payroll.run("2025-02-20", "absences")
    assert payroll_known_to() == date(2025, 2, 19)
    ImportRun.objects.filter(source=payroll.sources["absences"]).update(state="refused")
    assert payroll_known_to() == date(2025, 2, 28)
    PayrollSource.objects.update(is_active=False)
    assert payroll_known_to() is None


def test_what_has_been_deleted_is_known_for_each_kind(payroll, now):
    assert (absences_kept_from(), employments_kept_from()) == (None, None)
    for kept, days in (("employments", 0), ("employments", -9), ("absences", 30)):
        before = date(2021, 3, 1) + timedelta(days=days)
        Forgetting.objects.create(kept=kept, before_date=before, rows=1, forgotten_at=now)
    assert (absences_kept_from(), employments_kept_from()) == (date(2021, 3, 31), date(2021, 3, 1))
