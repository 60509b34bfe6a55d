"""The demonstration's standing decisions show each thing that can happen to one, and are made once."""

import pytest

from raadhus.config.demonstration.people import load_people
from raadhus.config.demonstration.standing import load_standing, plans
from raadhus.core.access.public import actor_of_person
from raadhus.core.obligations.public import Result, StandingAsked, State, standing, standing_decisions
from raadhus.kernel.actors import system

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.timeout(600)]

LOADER = system("demonstration", "Demonstrationen")


def test_they_show_fired_not_fired_proposed_suspended_and_superseded_and_are_made_once(now):
    list(load_people(actor=LOADER, now=now))
    secretary = actor_of_person("signe-holmbaek")
    made = list(load_standing(actor=secretary, today=now.date(), now=now))
    assert made == [plan.terms.title for plan in plans(now.date())]
    found = standing_decisions(secretary, StandingAsked(), now=now)
    assert {one.state for one in found} == {State.IN_FORCE, State.PROPOSED, State.SUSPENDED, State.SUPERSEDED}
    results = {look.result for one in found for look in standing(secretary, one.key, now=now).looks}
    assert {Result.FIRED, Result.NOT_MET} <= results
    assert list(load_standing(actor=secretary, today=now.date(), now=now)) == []
