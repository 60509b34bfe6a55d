"""Somebody moves while ill, or the unit is closed: whoever answers for the person now sees the case."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate
from tests.cast import STAGE_CREW

from raadhus.core.access.public import grant_role
from raadhus.core.organisation.public import close_unit
from raadhus.core.workforce.models import EmploymentVersion
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.acting import act
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.reminders import due_reminders
from raadhus.refunds.queries.watch_sums import watch_sums
from raadhus.refunds.queries.watching import WatchAsked, watched
from raadhus.refunds.tests.made_cases import made_case


@pytest.fixture
def today(now):
    return localdate(now)


def seen(viewer, now):
    return [(one.employment, one.unit) for one in watched(viewer, WatchAsked(), now=now)[:]]


@pytest.fixture
def moved(house, payroll, today, now):
    """E1 is ill for thirty days and moved from sac-myndighed to fdc ten days ago; Mette leads fdc."""
    day = today - timedelta(days=10)
    EmploymentVersion.objects.update(end_date=day)
    payroll.employs(unit="fdc", start_date=day)
    payroll.absence(today - timedelta(days=30))
    span = {"start": date(2025, 1, 1), "end": None}
    grant_role(actor=STAGE_CREW, person_key="mette-mose", role=Role.UNIT_LEADER, unit="fdc", **span, now=now)
    recalculate(actor=house[Role.HR], today=today, now=now)
    return house


def test_the_new_leader_sees_the_case_and_the_old_one_no_more(moved, now):
    assert seen(moved[Role.EMPLOYEE], now) == [("E1", "FDC")]
    assert seen(moved[Role.UNIT_LEADER], now) == []


def test_the_loss_stays_with_the_centre_where_the_absence_began(moved):
    assert RefundCase.objects.get().centre_key == "sac"


def test_an_absence_that_ended_before_the_move_stays_with_the_old_unit(moved, payroll, today, now):
    payroll.absence(today - timedelta(days=80), today - timedelta(days=40))
    recalculate(actor=moved[Role.HR], today=today, now=now)
    assert RefundCase.objects.get(last_date__isnull=False).unit_key == "sac-myndighed"


def test_a_closed_unit_s_cases_are_those_of_the_unit_above_it(house, today, now):
    case = made_case(today, day=40)
    close_unit(actor=STAGE_CREW, key="sac-myndighed", on=today, move_to="sac", now=now)
    head = house[Role.CENTRE_HEAD]
    assert seen(head, now) == [(case.employment, "SAC-M")]
    assert watch_sums(head, now=now).whole.cases == 1
    assert "cecilie-ceder" in {one.person_key for one in due_reminders(today)}
    act(actor=head, key=str(case.pk), now=now)
    case.refresh_from_db()
    assert case.acted_by == head.key
