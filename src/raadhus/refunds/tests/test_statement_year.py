"""Which year's statement a loss belongs to, and what is worked out of an absence at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from raadhus.refunds.rules.cases import Absence, Cause, Kind, Settings
from raadhus.refunds.rules.causes import cause_of
from raadhus.refunds.rules.loss import loss_of
from raadhus.refunds.rules.outcome import outcome_of
from raadhus.refunds.rules.statement_year import statement_year
from raadhus.refunds.rules.watch import Next

PLAIN = Settings()
LATE = Absence(
    "1", "DB", date(2023, 11, 1), date(2024, 2, 1), Decimal(37), notified=date(2024, 1, 5), claimed=date(2024, 1, 20)
)


@pytest.mark.parametrize(
    ("change", "as_of", "year"),
    [
        ({}, date(2024, 2, 2), 2024),
        ({"notified": date(2023, 12, 29)}, date(2024, 2, 2), 2023),
        ({"notified": date(2023, 12, 1)}, date(2024, 2, 2), None),
        ({"notified": None, "claimed": None}, date(2024, 4, 30), None),
        ({"notified": None, "claimed": None}, date(2024, 5, 1), 2024),
        ({"notified": date(2023, 12, 1), "claimed": date(2024, 12, 31)}, date(2025, 1, 1), 2024),
        ({"notified": date(2023, 12, 1), "claimed": date(2025, 1, 1)}, date(2025, 1, 1), 2025),
        ({"notified": date(2023, 12, 1), "claimed": date(2023, 12, 20), "is_refused": True}, date(2024, 6, 1), 2023),
        ({"notified": date(2023, 12, 1), "claimed": date(2024, 1, 20), "is_refused": True}, date(2024, 6, 1), 2024),
    ],
)
def test_the_year_is_the_one_in_which_the_loss_became_final(change, as_of, year):
    absence = replace(LATE, **change)
    assert statement_year(loss_of(absence, PLAIN, as_of), as_of) == year


def test_a_refusal_loses_what_was_left_and_no_day_twice():
    refused = loss_of(replace(LATE, is_refused=True), PLAIN, date(2024, 6, 1))
    never = loss_of(replace(LATE, notified=None, claimed=None), PLAIN, date(2024, 6, 1))
    assert (refused.days, refused.lost_ore) == (never.days, never.lost_ore)
    assert cause_of(refused, PLAIN) is Cause.LEADER_LATE
    in_time = replace(LATE, is_refused=True, notified=date(2023, 12, 1))
    assert cause_of(loss_of(in_time, PLAIN, date(2024, 6, 1)), PLAIN) is Cause.NOT_ENTITLED


def test_a_code_that_sends_nothing_is_a_wrong_entry_when_nothing_was_sent():
    silent = replace(LATE, notified=None, claimed=None, sends_notification=False)
    assert outcome_of(silent, PLAIN, date(2024, 6, 1)).cause is Cause.WRONG_ENTRY


def test_a_section_56_absence_for_some_of_the_hours_is_refunded_for_those():
    partial = replace(
        LATE, kind=Kind.SECTION_56, is_partial=True, absence_hours=Decimal("18.5"), notified=None, claimed=None
    )
    whole = replace(partial, is_partial=False)
    one, other = (outcome_of(absence, PLAIN, date(2024, 6, 1)) for absence in (partial, whole))
    assert (one.lost_days, one.lost_hours * 2) == (other.lost_days, other.lost_hours)


def test_when_nothing_can_be_won_any_more_no_step_is_missing():
    never = replace(LATE, notified=None, claimed=None)
    assert outcome_of(never, PLAIN, date(2024, 5, 1)).next is Next.NOTIFY
    assert outcome_of(never, PLAIN, date(2024, 5, 3)).next is Next.NOTHING


def test_the_newest_claim_sets_the_next_deadline_and_the_first_one_the_loss():
    going_on = replace(LATE, last=None, notified=date(2023, 12, 1), claimed=date(2024, 1, 20))
    later = replace(going_on, latest_claim=date(2024, 4, 10))
    one, other = (outcome_of(absence, PLAIN, date(2024, 5, 1)) for absence in (going_on, later))
    assert (one.deadline, other.deadline) == (date(2024, 4, 20), date(2024, 7, 10))
    assert one.lost_ore == other.lost_ore == 0
