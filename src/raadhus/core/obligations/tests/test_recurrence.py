from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.obligations.rules.firing import pending, to_be_presented, year_before
from raadhus.core.obligations.rules.recurrence import (
    NotARecurrence,
    Recurrence,
    Rhythm,
    next_occurrence,
    occurrences,
)
from raadhus.kernel.danish_calendar import is_working_day

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))
MONTHS = st.integers(1, 12)


@st.composite
def recurrences(draw):
    rhythm = draw(st.sampled_from(Rhythm))
    yearly = tuple(draw(st.sets(MONTHS, min_size=1)))
    return Recurrence(
        rhythm,
        months=yearly if rhythm is Rhythm.YEARLY else (draw(MONTHS),),
        every=draw(st.integers(1, 60)),
        first=draw(DAYS),
        day=draw(st.integers(1, 31)),
        shift=draw(st.integers(-60, 60)),
    )


def fires(recurrence, start, end):
    return [one.fires for one in occurrences(recurrence, start, end)]


@pytest.mark.parametrize(
    ("recurrence", "year", "expected"),
    [
        # the first working day of June; 1 June 2025 is a Sunday
        (Recurrence(Rhythm.YEARLY, (6,)), 2025, [date(2025, 6, 2)]),
        # 1 January is never a working day
        (Recurrence(Rhythm.HALF_YEARLY, (1,)), 2026, [date(2026, 1, 2), date(2026, 7, 1)]),
        # the month counted from may be any of them
        (Recurrence(Rhythm.HALF_YEARLY, (7,)), 2026, [date(2026, 1, 2), date(2026, 7, 1)]),
        # the last day of the month, also in a leap year
        (Recurrence(Rhythm.YEARLY, (2,), day=31), 2028, [date(2028, 2, 29)]),
        # ten working days before 1 June 2026: Whit Monday lies between
        (Recurrence(Rhythm.YEARLY, (6,), shift=-10), 2026, [date(2026, 5, 15)]),
        # five working days after 31 March 2026: over Easter
        (Recurrence(Rhythm.YEARLY, (3,), day=31, shift=5), 2026, [date(2026, 4, 10)]),
        # 5 June and 24 December are no municipality's working days
        (Recurrence(Rhythm.YEARLY, (6, 12), day=5), 2026, [date(2026, 6, 8), date(2026, 12, 7)]),
    ],
)
def test_a_recurrence_falls_on_working_days(recurrence, year, expected):
    assert fires(recurrence, date(year, 1, 1), date(year + 1, 1, 1)) == expected


def test_every_five_months_counts_from_the_first_and_not_before():
    every = Recurrence(Rhythm.EVERY_MONTHS, every=5, first=date(2026, 3, 9), day=15)
    found = [one.period for one in occurrences(every, date(2025, 1, 1), date(2027, 12, 31))]
    assert found == ["2026-03", "2026-08", "2027-01", "2027-06", "2027-11"]


def test_what_fires_before_its_day_is_presented_on_it():
    (found,) = occurrences(Recurrence(Rhythm.YEARLY, (6,), shift=-20), date(2026, 1, 1), date(2026, 12, 31))
    assert (found.fires, found.due) == (date(2026, 4, 30), date(2026, 6, 1))


@given(recurrences(), DAYS, st.integers(0, 4000))
def test_never_two_in_one_period_always_forward_and_on_working_days(recurrence, start, days):
    end = start + timedelta(days=days)
    found = list(occurrences(recurrence, start, end))
    assert len({one.period for one in found}) == len(found)
    assert [one.fires for one in found] == sorted({one.fires for one in found})
    assert all(start <= one.fires < end and one.fires <= one.due for one in found)
    assert all(is_working_day(one.fires) and is_working_day(one.due) for one in found)


@given(recurrences(), DAYS, st.integers(0, 2000), st.integers(0, 2000))
def test_a_stretch_of_time_has_what_its_halves_have(recurrence, start, first, second):
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    assert fires(recurrence, start, end) == fires(recurrence, start, middle) + fires(recurrence, middle, end)


@given(recurrences(), DAYS)
def test_there_is_always_a_next_and_nothing_before_it(recurrence, start):
    found = next_occurrence(recurrence, start)
    assert found is not None
    assert fires(recurrence, start, found.fires + timedelta(days=1)) == [found.fires]


@given(recurrences(), DAYS, st.lists(st.integers(0, 900), min_size=1, max_size=8), st.integers(0, 3000))
def test_however_the_run_is_delayed_each_period_is_answered_once(recurrence, start, waits, length):
    today, answered, ends, periods = start, None, start + timedelta(days=length), []
    for wait in waits:
        today += timedelta(days=wait)
        found = pending(recurrence, watched_from=start, ends=ends, today=today, answered=answered)
        if found:
            periods += [*found.skipped, found.newest]
            answered = found.newest.fires
    until = min(today + timedelta(days=1), ends)
    assert periods == list(occurrences(recurrence, start, until))


@pytest.mark.parametrize(
    "given_wrong",
    [
        {"rhythm": Rhythm.YEARLY},
        {"rhythm": Rhythm.YEARLY, "months": (13,)},
        {"rhythm": Rhythm.QUARTERLY, "months": (1, 4)},
        {"rhythm": Rhythm.YEARLY, "months": (1,), "day": 0},
        {"rhythm": Rhythm.YEARLY, "months": (1,), "shift": 61},
        {"rhythm": Rhythm.EVERY_MONTHS, "every": 0, "first": date(2026, 1, 1)},
        {"rhythm": Rhythm.EVERY_MONTHS, "every": 3},
    ],
)
def test_what_does_not_say_when_it_comes_back_is_refused(given_wrong):
    with pytest.raises(NotARecurrence, match=r"\.$"):
        Recurrence(**given_wrong)


@given(DAYS, DAYS)
def test_what_fires_is_always_given_time(due, today):
    found = to_be_presented(due, today)
    assert found == due if due > today else found > today


@given(DAYS)
def test_the_day_a_year_before_is_the_same_day_but_for_leap_days(day):
    before = year_before(day)
    assert before.year == day.year - 1
    assert (before.month, before.day) == ((2, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day))
