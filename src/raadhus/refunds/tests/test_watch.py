"""What is about to be lost, and who is told."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.periods import Period
from raadhus.refunds.rules.cases import Absence, Kind, Settings
from raadhus.refunds.rules.detection import Spell, Suspicion, suspected
from raadhus.refunds.rules.watch import Level, Next, Recipient, advice, told, watch

PLAIN = Settings()
OPEN = Absence("1", "FKC", date(2026, 1, 5), None, Decimal(37), registered=date(2026, 1, 6))


def on(day: date, **change):
    return watch(replace(OPEN, **change), PLAIN, day)


@pytest.mark.parametrize(
    ("day", "level", "left", "those"),
    [
        (date(2026, 1, 20), Level.QUIET, 20, ()),
        (date(2026, 2, 1), Level.QUIET, 8, ()),
        (date(2026, 2, 2), Level.ALARM, 7, (Recipient.LEADER,)),
        (date(2026, 2, 6), Level.ALARM, 3, (Recipient.LEADER, Recipient.HR)),
        (date(2026, 2, 9), Level.ALARM, 0, (Recipient.LEADER, Recipient.HR)),
        (date(2026, 2, 10), Level.LATE, -1, (Recipient.LEADER, Recipient.HR, Recipient.CENTRE_HEAD)),
    ],
)
def test_the_alarm_rings_from_day_28_and_goes_up_the_line(day, level, left, those):
    one = on(day)
    assert (one.level, one.days_left(day), one.next) == (level, left, Next.NOTIFY)
    assert told(one.level, one.deadline, day) == those


def test_those_who_have_acted_are_left_in_peace():
    one = on(date(2026, 2, 8), notified=date(2026, 2, 3))
    assert (one.level, one.next) == (Level.QUIET, Next.CLAIM)
    assert told(one.level, one.deadline, date(2026, 2, 8)) == ()


def test_what_is_at_risk_is_what_thirty_days_of_waiting_cost():
    waiting = on(date(2026, 2, 9))
    assert waiting.lost_ore == 0
    assert waiting.at_risk_ore > 5 * 5 * 74_000
    assert on(date(2026, 2, 20)).lost_ore > 0


def test_a_claim_is_due_three_months_after_the_first_refundable_day_and_again_after_each_claim():
    assert on(date(2026, 2, 20), notified=date(2026, 2, 3)).deadline == date(2026, 5, 4)
    claimed = on(date(2026, 3, 1), notified=date(2026, 2, 3), claimed=date(2026, 2, 20))
    assert (claimed.next, claimed.deadline) == (Next.CLAIM, date(2026, 5, 20))


def test_an_absence_that_ended_in_the_employer_period_needs_nothing():
    assert on(date(2026, 2, 20), last=date(2026, 1, 20)).next is Next.NOTHING


def test_the_leader_who_has_not_entered_the_absence_is_told_to():
    one = on(date(2026, 2, 2))
    said = [advice(one.next, one.deadline, one.level, is_registered=known) for known in (False, True)]
    assert "Registrér" in said[0]
    assert all("09.02.2026" in sentence for sentence in said)


@given(st.integers(0, 300), st.sampled_from(Kind))
def test_waiting_never_lowers_the_level_while_nobody_acts(days, kind):
    order = list(Level)
    one, next_day = (on(OPEN.first + timedelta(days=days + more), kind=kind) for more in (0, 1))
    assert order.index(next_day.level) >= order.index(one.level)
    assert next_day.lost_ore >= one.lost_ore


def spell(key: str, first: date, last: date | None, **change) -> Spell:
    return Spell(key, "e1", first, last, **{"kind": Kind.ORDINARY, "code": "790", **change})


def test_an_agreement_that_was_not_used_is_seen():
    found = suspected([spell("a", date(2026, 3, 2), None)], [("e1", Period(date(2026, 1, 1), None))], date(2026, 3, 10))
    assert [one.suspicion for one in found] == [Suspicion.AGREEMENT_NOT_USED]


@pytest.mark.parametrize(
    ("last", "first", "is_gap"),
    [
        (date(2026, 3, 6), date(2026, 3, 9), True),
        (date(2026, 3, 6), date(2026, 3, 10), False),
        (date(2026, 4, 1), date(2026, 4, 7), True),
        (date(2026, 3, 6), date(2026, 3, 6), False),
    ],
)
def test_two_absences_with_no_working_day_between_look_like_one(last, first, is_gap):
    found = suspected([spell("a", date(2026, 2, 2), last), spell("b", first, None)], [], date(2026, 4, 8))
    assert (Suspicion.GAP in {one.suspicion for one in found}) is is_gap


def test_a_long_absence_with_a_silent_code_is_seen():
    silent = spell("a", date(2026, 2, 2), None, code="999", sends_notification=False)
    assert suspected([silent], [], date(2026, 2, 20)) == ()
    assert [one.suspicion for one in suspected([silent], [], date(2026, 3, 2))] == [Suspicion.SILENT_CODE]
