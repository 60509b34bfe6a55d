"""Figures of deciding: time from order to decision, how often cases are put off, and decisions that nobody answers for."""

from datetime import date, timedelta

import pytest

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.ports import DECISION_FIGURES, FIGURE_SOURCES
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.deciding import decide_item, order_obligation, start_item
from raadhus.meetings.queries.deciding_figures import deciding_figures
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.tests.deciding_stage import Stage, asked

AFTER = date(2026, 5, 1)
YEAR = {"start": date(2026, 1, 1), "end": date(2027, 1, 1)}


@pytest.fixture
def stage(cast, now):
    made = Stage(cast, now)
    first = made.item("Plan", asked("r1"), estimated_minutes=10)
    second = made.item("Lukket plan", asked("r1"), closed=True, legal_ground="Personsag")
    made.open().do(start_item, first)
    made.give(first, "approved", "r1", remark="at der laves en plan")
    made.give(second, "deferred", "r1")
    made.do(order_obligation, second, promise=NewPromise("Nogen gør noget"))
    decide_item(actor=made.secretary, treatment_id=first, now=now + timedelta(minutes=25))
    made.do(decide_item, second)
    return made


def test_the_ports_know_the_figures():
    assert FIGURE_SOURCES.get("meetings") is deciding_figures
    assert DECISION_FIGURES.get("meetings") is deciding_figures


def test_figures_are_over_the_year_before_the_day(stage):
    found = {one.key: deciding_figures.value(one.key, AFTER) for one in deciding_figures.figures()}
    assert {key: value.value for key, value in found.items()} == {
        "meetings.days_to_decision": 29,
        "meetings.deferred_share": 50,
        "meetings.minutes_per_item": 12,
    }
    assert deciding_figures.value("meetings.deferred_share", date(2026, 4, 14)) is None
    assert deciding_figures.value("meetings.noget", AFTER) is None


def test_decisions_that_bind_and_have_no_owner_are_told_as_far_as_the_viewer_sees(stage, cast, now):
    found = deciding_figures.without_owner(stage.secretary, now=now, **YEAR)
    assert [one.label for one in found] == ["Direktionen 14-04-2026, punkt 1: Plan", "Direktionen 14-04-2026, punkt 2"]
    assert len(deciding_figures.without_owner(cast[Role.AUDITOR], now=now, **YEAR)) == 1
    assert deciding_figures.without_owner(PUBLIC, now=now, **YEAR) == []
