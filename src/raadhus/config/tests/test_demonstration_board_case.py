"""The demonstration's yearly case: decided and followed for 2024, proposed for last year, and asked for by a standing decision."""

import pytest

from raadhus.config.demonstration.meetings import load_bodies
from raadhus.config.demonstration.payroll.board_case import HR, SECRETARY, load_board_cases
from raadhus.config.demonstration.payroll.loading import load_payroll
from raadhus.config.demonstration.people import load_people
from raadhus.core.access.public import actor_of_person
from raadhus.core.obligations.public import StandingAsked, of_origin, standing_decisions
from raadhus.kernel.actors import system
from raadhus.refunds.actions.receiving import ORIGIN
from raadhus.refunds.models import YearlyStatement

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(600)]


def test_the_case_of_2024_is_decided_and_followed_and_last_years_waits(db, now):
    list(load_people(actor=system("demonstration", "Demonstrationen"), now=now))
    load_bodies(actor=actor_of_person(SECRETARY), now=now)
    list(load_payroll(today=now.date(), now=now, with_staff=False))
    assert len(list(load_board_cases(today=now.date(), now=now))) == 3
    decided = YearlyStatement.objects.get(year=2024)
    assert (decided.outcome != "", decided.figures["lost_ore"]) == (True, 496_769_80)
    followed = of_origin(actor_of_person(HR), ORIGIN, str(decided.pk), now=now)
    assert sorted(one.status.is_active for one in followed) == [False, False, True]
    assert YearlyStatement.objects.get(year=2025).outcome == ""
    (standing,) = standing_decisions(actor_of_person(SECRETARY), StandingAsked(), now=now)
    assert standing.condition.figure_key == "refunds.concern"
    assert list(load_board_cases(today=now.date(), now=now)) == []
