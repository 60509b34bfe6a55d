"""The last that may be and the first that may not, for a meeting's days, times, series and people."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.deciding.presence import Attendee, away_for
from raadhus.meetings.rules.lint.numbers import cell_number, number_of
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.sitting_plan import (
    MOST_IN_A_SERIES,
    SittingFacts,
    checked_clock,
    checked_day,
    checked_deadlines,
    series,
)

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("written", "clock"),
    [("9", "09:00"), (" 9.05 ", "09:05"), ("0:00", "00:00"), ("23:59", "23:59"), ("", ""), ("  ", "")],
)
def test_a_time_is_read_as_people_write_it(written, clock):
    assert checked_clock(written) == clock


@pytest.mark.parametrize("written", ["24:00", "9:60", "9:5", "kl. 9", "-1", "9:000"])
def test_what_is_no_time_of_the_day_is_refused(written):
    with pytest.raises(WrongInput, match="kan ikke læses"):
        checked_clock(written)


@pytest.mark.parametrize(("year", "may"), [(1999, False), (2000, True), (2199, True), (2200, False)])
def test_a_meeting_is_in_a_year_that_working_days_are_known_of(year, may):
    day = date(year, 3, 3)
    if may:
        assert checked_day(day) == day
    else:
        with pytest.raises(WrongInput, match="kan ikke passe"):
            checked_day(day)


@pytest.mark.parametrize("deadline", ["sending_date", "submission_date"])
def test_a_deadline_may_be_the_meeting_s_own_day_and_not_the_day_after(deadline):
    checked_deadlines(SittingFacts(TUESDAY, **{deadline: TUESDAY}))
    with pytest.raises(WrongInput, match="mødets egen dag"):
        checked_deadlines(SittingFacts(TUESDAY, **{deadline: TUESDAY + timedelta(days=1)}))


def test_a_series_has_its_last_day_and_says_why_a_day_is_left_out():
    found = series(date(2026, 12, 10), date(2026, 12, 31), 1)
    assert [one.day.day for one in found] == [10, 17, 24, 31]
    assert [one.skipped in {None, "Weekend"} for one in found] == [True, True, False, False]
    assert [one.skipped for one in found][:2] == [None, None]
    assert [one.skipped for one in series(date(2026, 3, 7), date(2026, 3, 7), 2)] == ["Weekend"]
    assert [one.day for one in series(TUESDAY, TUESDAY + timedelta(days=13), 2)] == [TUESDAY]


@pytest.mark.parametrize(
    ("last", "weeks", "may"),
    [
        (TUESDAY + timedelta(weeks=MOST_IN_A_SERIES - 1), 1, True),
        (TUESDAY + timedelta(weeks=MOST_IN_A_SERIES), 1, False),
        (TUESDAY + timedelta(weeks=2 * MOST_IN_A_SERIES - 1), 2, True),
        (TUESDAY, 1, True),
        (TUESDAY - timedelta(days=1), 1, False),
        (TUESDAY, 0, False),
    ],
)
def test_a_series_goes_forward_and_has_so_many_meetings_and_no_more(last, weeks, may):
    if may:
        assert len(series(TUESDAY, last, weeks)) <= MOST_IN_A_SERIES
    else:
        with pytest.raises(WrongInput):
            series(TUESDAY, last, weeks)


@pytest.mark.parametrize(
    ("arrived", "left", "is_away"),
    [("", "09:30", True), ("", "09:31", False), ("10:00", "", True), ("09:59", "", False), ("09:00", "11:00", False)],
)
def test_who_was_there_for_a_minute_of_an_item_was_there(arrived, left, is_away):
    one = Attendee("a", "A", MemberRole.MEMBER, AttendanceStatus.PRESENT, arrived_time=arrived, left_time=left)
    assert away_for([one], started="09:30", ended="10:00") == (("a",) if is_away else ())
    assert away_for([one], started="", ended="") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1.234)", "-1234"),
        ("−5,5", "-5.5"),
        ("+ 7 kr.", "7"),
        ("1 234 567", "1234567"),
        ("12.34", None),
        ("ca. 5", None),
        ("", None),
    ],
)
def test_a_cell_is_a_number_only_when_all_of_it_is(text, value):
    found = cell_number(text)
    assert (found and found.value) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("text", "half"), [("12", "0.5"), ("12,5", "0.05"), ("12,50", "0.005")])
def test_rounding_moves_a_number_by_half_of_its_last_digit(text, half):
    assert number_of(text).half_step == Decimal(half)
    assert number_of(text, "PCT.").is_percent
    assert not number_of(text, "personer").is_percent
