"""The rules of agendas by their tables of examples, and what always holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.agenda_order import moved, timetable, total_minutes
from raadhus.meetings.rules.intake import frozen_start, frozen_table
from raadhus.meetings.rules.numbering import item_numbers
from raadhus.meetings.rules.own_rules import checked_own, rule_lines
from raadhus.meetings.rules.profile_rules import PROFILE_RULES, Numbering, rules_of
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.sitting_plan import checked_clock, series


@pytest.mark.parametrize(
    ("before", "taken", "numbers"), [(12, (), ("13", "14", "15")), (12, (14, 15), ("13", "16", "17"))]
)
def test_numbers_run_on_through_the_year(before, taken, numbers):
    assert item_numbers(3, Numbering.YEAR, before=before, taken=taken) == numbers


@given(st.integers(0, 9), st.integers(0, 30), st.lists(st.integers(1, 40)))
def test_no_number_is_given_twice_or_taken(count, before, taken):
    numbers = [int(one) for one in item_numbers(count, Numbering.YEAR, before=before, taken=taken)]
    assert len(set(numbers)) == count
    assert not set(numbers) & set(taken)
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("minutes", "times"),
    [((15, 30), ("09:00", "09:15", "09:45")), ((15, None, 10), ("09:00", "09:15", "", ""))],
)
def test_an_item_begins_when_the_one_before_ends(minutes, times):
    assert timetable("09:00", minutes) == times


def test_the_sum_says_how_many_are_missing():
    assert total_minutes([15, None, 5]) == (20, 1)


@given(st.lists(st.integers(), unique=True, min_size=1), st.integers(-3, 20), st.data())
def test_moving_loses_nothing(order, place, data):
    chosen = data.draw(st.sampled_from(order))
    after = moved(order, chosen, place)
    assert sorted(after) == sorted(order)
    assert after[max(0, min(place, len(order) - 1))] == chosen


def test_every_second_tuesday_without_holidays():
    days = series(date(2026, 3, 24), date(2026, 4, 21), 2)
    assert [(one.day.day, one.skipped) for one in days] == [(24, None), (7, None), (21, None)]
    (easter_monday,) = series(date(2026, 4, 6), date(2026, 4, 6), 1)
    assert easter_monday.skipped == "2. påskedag"


@pytest.mark.parametrize(("first", "last", "weeks"), [(2, 1, 1), (1, 2, 0), (1, 9999, 1)])
def test_a_series_has_an_order_and_an_end(first, last, weeks):
    start = date.fromordinal(739000)
    with pytest.raises(WrongInput):
        series(date.fromordinal(start.toordinal() + first), date.fromordinal(start.toordinal() + last), weeks)


@pytest.mark.parametrize(("text", "clock"), [("9", "09:00"), ("9.30", "09:30"), ("", ""), ("14:05", "14:05")])
def test_a_time_is_read_as_people_write_it(text, clock):
    assert checked_clock(text) == clock


@pytest.mark.parametrize("text", ["25", "9:99", "ni", "9:0"])
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(WrongInput, match="09:00"):
        checked_clock(text)


def test_what_is_as_the_profile_says_is_not_kept_as_an_own_rule():
    own = {"submission_days": 5, "sending_days": 2, "signature": "chair", "needs_approval": True}
    assert checked_own(Profile.EXECUTIVE_BOARD, own) == {"sending_days": 2, "signature": "chair"}


@pytest.mark.parametrize("own", [{"sending_days": 9}, {"has_votes": True}, {"submission_days": 99}, {"signature": "x"}])
def test_own_rules_that_make_no_sense_are_refused(own):
    with pytest.raises(WrongInput):
        checked_own(Profile.EXECUTIVE_BOARD, own)


@pytest.mark.parametrize("profile", Profile)
def test_every_profile_can_be_said_in_words(profile):
    assert len(list(rule_lines(PROFILE_RULES[profile]))) == 8
    own = list(rule_lines(rules_of(profile, {"sending_days": 0})))
    assert [one.is_own for one in own].count(True) == 1


def test_what_a_room_proposed_becomes_frozen_sections_and_recommendations():
    blocks = [
        {"type": "paragraph", "text": "Fravær er steget."},
        {"type": "heading", "text": "Indstilling", "level": 1},
        {"type": "list", "items": [{"text": "tager til efterretning"}], "ordered": True},
    ]
    table = frozen_table("Fravær", ("Center", "Dage"), (("SAC", 9.5), ("FDC", None)), ("dage", "2026", ""))
    chart = {"title": "Kurve", "alt": "Stiger fra maj", "spec": {"mark": "line"}}
    start = frozen_start(proposal_key="p", blocks=blocks, charts=[chart], tables=[table])
    frozen = [(one.kind, len(one.blocks)) for one in start.sections if one.is_frozen]
    assert frozen == [(SectionKind.STATEMENT, 1), (SectionKind.OTHER, 3)]
    assert start.sections[-1].blocks[1] == {"type": "chart", **chart}
    assert [one["text"] for one in start.recommendations] == ["tager til efterretning"]
    assert table["rows"] == [["Center", "Dage"], ["SAC", "9,5"], ["FDC", ""]]
