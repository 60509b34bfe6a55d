"""A case that a room proposed: the room is told what was decided, and waits on when the case was put off."""

import pytest

from raadhus.core.cases.public import Content, proposal, propose_case
from raadhus.kernel.ports import PROPOSAL_ORIGINS
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.deciding import decide_item, reopen_item
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.models import CaseDraft
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.tests.deciding_stage import Stage, asked
from raadhus.meetings.tests.sitting_stage import make_draft


class Room:
    """A room that remembers what it was told."""

    def __init__(self):
        self.told = []

    def receive_decision(self, _proposal_key, decision, **_context):
        self.told.append((decision.outcome, [(one.label, one.outcome) for one in decision.outcomes]))


@pytest.fixture
def room():
    made = Room()
    PROPOSAL_ORIGINS.register("tests", made)
    yield made
    PROPOSAL_ORIGINS.forget("tests")


@pytest.fixture
def stage(cast, now):
    return Stage(cast, now)


@pytest.fixture
def item(stage, cast, room, now):
    made = propose_case(
        actor=cast[Role.HR], room="tests", room_key="1", title="Tal", content=Content(blocks=[]), now=now
    )
    stage.proposal_key = made.key
    draft = make_draft(cast[Role.EMPLOYEE], now, state=DraftState.APPROVED)
    CaseDraft.objects.filter(pk=draft).update(proposal_key=made.key, recommendations=asked("r1", "r2"))
    planned = plan_draft(actor=stage.secretary, draft_id=draft, sitting_id=stage.sitting_id, now=now)
    stage.open()
    return planned


def state(stage):
    return proposal(viewer=stage.secretary, key=stage.proposal_key, now=stage.now).proposal.state


def test_the_room_is_told_each_outcome(stage, item, room):
    stage.give(item, "approved", "r1")
    stage.give(item, "deferred", "r2")
    stage.do(decide_item, item)
    assert room.told == [("approved", [("1", "approved"), ("2", "deferred")])]
    assert state(stage) == "handed_back"


def test_a_case_that_was_put_off_is_proposed_still(stage, item, room):
    stage.give(item, "deferred", "r1", "r2")
    stage.do(decide_item, item)
    assert (room.told, state(stage)) == ([], "proposed")
    assert CaseDraft.objects.exclude(previous=None).get().proposal_key == stage.proposal_key
    stage.do(reopen_item, item, reason="Alligevel ikke")
    assert state(stage) == "planned"


def test_an_item_closed_anew_is_told_anew(stage, item, room):
    stage.give(item, "approved", "r1", "r2")
    stage.do(decide_item, item)
    stage.do(reopen_item, item, reason="Forkert")
    stage.give(item, "rejected", "r1", "r2")
    stage.do(decide_item, item)
    assert [outcome for outcome, _ in room.told] == ["approved", "rejected"]


def test_a_decision_behind_closed_doors_tells_an_open_proposal_the_outcome_and_no_words(stage, item):
    CaseDraft.objects.update(closed=True, legal_ground="§ 10")
    stage.give(item, "approved", "r1", "r2", remark="Hemmelig bemærkning")
    stage.do(decide_item, item)
    told = proposal(viewer=stage.secretary, key=stage.proposal_key, now=stage.now).proposal.decision
    assert (told.text, told.outcome) == ("", "approved_with_remarks")
    assert {(one.text, one.remark) for one in told.outcomes} == {("", None)}
