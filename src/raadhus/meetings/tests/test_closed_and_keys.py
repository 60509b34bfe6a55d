"""An API key sees closed content of its owner's bodies only when it was made for that."""

from dataclasses import replace

import pytest

from raadhus.kernel.errors import NotFound
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.queries.draft_sight import seen_draft
from raadhus.meetings.queries.sight import sight_of
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_member, make_sitting


@pytest.fixture
def member(cast, now):
    make_member(make_body(), cast[Role.HR])
    return cast[Role.HR]


def test_a_narrow_key_of_a_member_sees_no_closed_item(member, now):
    narrow = replace(member, token_verbs=frozenset({"meetings.read"}))
    wide = replace(member, token_verbs=frozenset({"meetings.read", "meetings.read_closed"}))
    seen = [sight_of(one, now).sees_closed("direktionen") for one in (member, narrow, wide)]
    assert seen == [True, False, True]


def test_a_narrow_key_of_a_member_sees_no_closed_case(cast, member, now):
    sitting = make_sitting(cast[Role.SECRETARY], now)
    draft = make_draft(cast[Role.EMPLOYEE], now, state=DraftState.APPROVED, closed=True, legal_ground="§ 10")
    plan_draft(actor=cast[Role.SECRETARY], draft_id=draft, sitting_id=sitting, now=now)
    assert seen_draft(draft, member, now).closed
    with pytest.raises(NotFound):
        seen_draft(draft, replace(member, token_verbs=frozenset({"meetings.read_own_drafts"})), now)
