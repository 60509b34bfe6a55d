from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from raadhus.core.audit.public import trail
from raadhus.core.cases.models import ProposalRecord
from raadhus.core.cases.public import (
    CannotStep,
    Chart,
    Content,
    NoSuchProposal,
    NotAProposal,
    State,
    address_for,
    decide_proposal,
    hand_back,
    kept_proposal,
    plan_proposal,
    proposal,
    propose_case,
    unplan_proposal,
    waiting_proposals,
    withdraw_proposal,
)
from raadhus.core.cases.tests.conftest import CONTENT
from raadhus.kernel.errors import DomainError, NotAllowed
from raadhus.kernel.ports import PROPOSAL_ORIGINS, CodedDecision, CodedOutcome
from raadhus.kernel.roles import Role

DECISION = CodedDecision(
    body="Direktionen",
    date=date(2026, 3, 16),
    text="Direktionen godkender indstillingen.",
    outcome="approved",
    outcomes=(CodedOutcome("1", "at niveauet godkendes", "approved"),),
    url="/moeder/1/4/",
)


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


@pytest.fixture
def planned(proposed, secretary, now):
    """Propose a case, put it on an agenda, and return its key."""
    key = proposed().key
    plan_proposal(actor=secretary, key=key, planned_key="4", label="Direktionen, punkt 4", now=now)
    return key


def test_the_decision_goes_back_to_the_room_that_proposed(planned, room, secretary, now):
    after = decide_proposal(actor=secretary, key=planned, decision=DECISION, now=now)
    assert after.state is State.HANDED_BACK
    assert room.received == [(planned, DECISION)]


def test_a_missing_room_is_said_and_the_decision_kept(planned, secretary, now):
    after = decide_proposal(actor=secretary, key=planned, decision=DECISION, now=now)
    assert (after.state, after.decision) == (State.DECIDED, DECISION)
    assert "fake" in after.hand_back_problem


def test_a_room_that_comes_later_gets_it_then(planned, secretary, now, room):
    PROPOSAL_ORIGINS.forget("fake")
    decide_proposal(actor=secretary, key=planned, decision=DECISION, now=now)
    PROPOSAL_ORIGINS.register("fake", room)
    after = hand_back(actor=secretary, key=planned, now=now)
    assert (after.state, after.hand_back_problem) == (State.HANDED_BACK, "")


def test_what_the_room_refuses_is_said_and_the_decision_kept(planned, room, secretary, now):
    room.error = DomainError("Risikoen er slettet.")
    after = decide_proposal(actor=secretary, key=planned, decision=DECISION, now=now)
    assert (after.state, after.hand_back_problem) == (State.DECIDED, "Risikoen er slettet.")


def test_it_is_handed_back_once(planned, room, secretary, now):
    decide_proposal(actor=secretary, key=planned, decision=DECISION, now=now)
    with pytest.raises(CannotStep):
        hand_back(actor=secretary, key=planned, now=now)


@pytest.mark.parametrize("change", [{"title": "Noget andet"}, {"content": {"blocks": []}}, {"content_hash": "0" * 64}])
def test_the_database_refuses_to_change_what_was_frozen(planned, change):
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        ProposalRecord.objects.filter(pk=planned).update(**change)


def test_the_board_sees_exactly_what_was_frozen(planned, secretary, now):
    found = proposal(secretary, planned, now=now).proposal
    assert (found.content, found.is_intact) == (CONTENT, True)


def test_text_that_is_not_of_the_block_model_is_refused(cast, now):
    with pytest.raises(NotAProposal):
        propose_case(
            actor=cast[Role.HR], room="fake", room_key="1", title="x", content=Content(({"type": "video"},)), now=now
        )


def test_whoever_proposed_takes_it_back(proposed, cast, now):
    key = proposed(actor=cast[Role.HR]).key
    assert withdraw_proposal(actor=cast[Role.HR], key=key, now=now).state is State.WITHDRAWN


def test_what_is_planned_is_not_taken_back_before_it_is_off_the_agenda(planned, secretary, now):
    with pytest.raises(CannotStep):
        withdraw_proposal(actor=secretary, key=planned, now=now)
    unplan_proposal(actor=secretary, key=planned, now=now)
    assert [one.key for one in waiting_proposals(secretary, now)] == [planned]


def test_others_do_not_see_it(proposed, cast, now):
    key = proposed(actor=cast[Role.HR]).key
    with pytest.raises(NoSuchProposal):
        proposal(cast[Role.DPO], key, now=now)


def test_what_a_room_keeps_has_an_address_only_for_those_who_may_open_it(proposed, cast, secretary, now):
    found = kept_proposal(secretary, proposed(actor=cast[Role.HR]).key, now=now)
    assert address_for(cast[Role.HR], found, now=now) == found.url
    assert address_for(cast[Role.DPO], found, now=now) == address_for(cast[Role.HR], None, now=now) == ""
    assert kept_proposal(cast[Role.DPO], found.key, now=now) is None


def test_only_the_board_plans(proposed, cast, now):
    key = proposed(actor=cast[Role.HR]).key
    with pytest.raises(NotAllowed):
        plan_proposal(actor=cast[Role.HR], key=key, planned_key="4", label="x", now=now)


def test_its_trail_has_every_step(planned, room, secretary, now):
    decide_proposal(actor=secretary, key=planned, decision=DECISION, now=now)
    assert len(trail("proposal", planned)) == 4


def test_a_chart_that_cannot_be_drawn_is_not_frozen(proposed):
    with pytest.raises(NotAProposal, match="kan ikke tegnes"):
        proposed(content=replace(CONTENT, charts=(Chart("Fravær", "Fraværet stiger.", {"mark": 7}),)))
