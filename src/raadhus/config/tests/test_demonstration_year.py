"""The demonstration year is deterministic, and its papers are the ones a secretary would have."""

import re
from datetime import date, timedelta

import pytest

from raadhus.config.demonstration.paper import document, file_name
from raadhus.config.demonstration.year import BODIES, planned_year
from raadhus.kernel.danish_calendar import is_working_day

TODAY = date(2026, 11, 22)


def test_the_same_day_gives_the_same_year():
    assert planned_year(TODAY) == planned_year(TODAY)


@pytest.mark.parametrize("today", [TODAY, date(2027, 2, 28), date(2028, 2, 29)])
def test_four_bodies_meet_on_working_days_before_and_after_today(today):
    year = planned_year(today)
    assert {meeting.body.name for meeting in year} == {plan.name for plan in BODIES}
    assert all(is_working_day(meeting.day) and meeting.day.month != 7 for meeting in year)
    assert year[0].day < today - timedelta(days=270)
    assert any(meeting.day > today for meeting in year if meeting.body.name == "Direktionen")


def test_a_case_keeps_its_number_from_body_to_body():
    items = [(meeting.body.name, item) for meeting in planned_year(TODAY) for item in meeting.items]
    bodies = {body for body, item in items if item.title == "Rekruttering af sosu-personale"}
    numbers = {item.case_number for _, item in items if item.title == "Rekruttering af sosu-personale"}
    assert len(bodies) >= 2
    assert len(numbers) == 1


def test_a_closed_item_is_only_its_number_on_paper():
    year = planned_year(TODAY)
    meeting = next(m for m in year if any(item.closed for item in m.items))
    closed = next(item for item in meeting.items if item.closed)
    paper = document(meeting, minutes=True)
    assert closed.title not in paper
    assert closed.background not in paper
    assert re.search(rf"^Punkt \d+: Lukket\n\n{re.escape(closed.case_number)}$", paper, re.MULTILINE)


def test_an_agenda_has_no_decisions():
    meeting = planned_year(TODAY)[0]
    assert "Beslutning" in document(meeting, minutes=True)
    assert "Beslutning" not in document(meeting, minutes=False)


def test_file_names_are_ascii_and_unique():
    names = [file_name(meeting, minutes=True) for meeting in planned_year(TODAY)]
    assert all(name.isascii() for name in names)
    assert len(set(names)) == len(names)
