"""The rules of form of each kind of body, as docs/rules/sittings.md tells them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.danish_calendar import is_working_day
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules import drafts, sittings
from raadhus.meetings.rules.drafts import DRAFT_STEPS, CannotStepDraft, DraftState, DraftStep
from raadhus.meetings.rules.profile_rules import PROFILE_RULES, SignatureRule, deadlines, rules_of
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sittings import SITTING_STEPS, CannotStepSitting, SittingState, SittingStep


@pytest.mark.parametrize(
    ("profile", "meeting", "sending"),
    [
        (Profile.EXECUTIVE_BOARD, date(2026, 6, 16), date(2026, 6, 11)),
        (Profile.EXECUTIVE_BOARD, date(2026, 4, 7), date(2026, 3, 30)),
        (Profile.WORKING_GROUP, date(2026, 6, 8), date(2026, 6, 4)),
    ],
)
def test_deadlines_are_counted_in_danish_working_days(profile, meeting, sending):
    assert deadlines(meeting, rules_of(profile)).sending == sending


@given(st.sampled_from(Profile), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_cases_are_in_before_the_agenda_is_sent_before_the_meeting(profile, meeting):
    days = deadlines(meeting, rules_of(profile))
    assert days.submission < days.sending < meeting
    assert is_working_day(days.submission)
    assert is_working_day(days.sending)


def test_every_profile_has_rules_and_only_council_and_committees_are_bound_by_law():
    assert set(PROFILE_RULES) == set(Profile)
    bound = {profile for profile, rules in PROFILE_RULES.items() if rules.has_law}
    assert bound == {Profile.COUNCIL, Profile.COMMITTEE, Profile.FINANCE_COMMITTEE}


def test_a_body_may_have_its_own_signature_rule_but_not_its_own_law():
    assert rules_of(Profile.EXECUTIVE_BOARD, {"signature": "chair"}).signature is SignatureRule.CHAIR
    with pytest.raises(WrongInput, match="has_law"):
        rules_of(Profile.COMMITTEE, {"has_law": False})


@given(st.sampled_from(SittingState), st.sampled_from(SittingStep))
def test_a_sitting_moves_only_where_the_table_says(state, step):
    allowed_from, leads_to = SITTING_STEPS[step]
    if state in allowed_from:
        assert sittings.stepped(state, step) is leads_to
        assert step in sittings.possible_steps(state)
    else:
        with pytest.raises(CannotStepSitting, match=state.label):
            sittings.stepped(state, step)


@given(st.sampled_from(DraftState), st.sampled_from(DraftStep))
def test_a_case_moves_only_where_the_table_says(state, step):
    allowed_from, leads_to = DRAFT_STEPS[step]
    if state in allowed_from:
        assert drafts.stepped(state, step) is leads_to
        assert step in drafts.possible_steps(state)
    else:
        with pytest.raises(CannotStepDraft, match=state.label):
            drafts.stepped(state, step)


def test_nothing_leads_out_of_a_signed_or_cancelled_sitting():
    for state in (SittingState.SIGNED, SittingState.CANCELLED):
        assert sittings.possible_steps(state) == ()
