"""A case moves from first words to the agenda, and each step is taken by those who may."""

import pytest
from tests.cast import NOW

from raadhus.kernel.errors import DomainError, NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.draft_steps import (
    approve_draft,
    propose_draft,
    resume_draft,
    return_draft,
    withdraw_draft,
)
from raadhus.meetings.actions.drafts import DraftChanged, change_draft
from raadhus.meetings.models import CaseDraft, MeetingNotice
from raadhus.meetings.queries.draft_sight import CannotWrite, may_write, seen_draft, visible_drafts
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.drafts import CannotStepDraft, DraftState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_member

_OPEN_SEEN_BY = {Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.AUDITOR, Role.EMPLOYEE, Role.CENTRE_HEAD}


@pytest.fixture
def body(db):
    return make_body()


@pytest.fixture
def draft(house, now, body):
    return make_draft(house[Role.EMPLOYEE], now, unit_key="sac")


def state(draft):
    return CaseDraft.objects.get(pk=draft).state


def test_a_case_goes_from_the_author_through_the_leader_to_the_secretary(house, now, draft):
    propose_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    approve_draft(actor=house[Role.CENTRE_HEAD], draft_id=draft, now=now)
    assert state(draft) == DraftState.APPROVED


def test_a_returned_case_tells_its_author_why_and_the_mail_tells_nothing_of_it(house, now, draft):
    propose_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    return_draft(actor=house[Role.SECRETARY], draft_id=draft, reason="Økonomien mangler", now=now)
    found = CaseDraft.objects.get(pk=draft)
    notice = MeetingNotice.objects.get()
    assert (found.state, found.return_reason) == (DraftState.RETURNED, "Økonomien mangler")
    assert found.title not in notice.text
    assert "Økonomien" not in notice.text


def test_a_case_is_not_returned_without_a_reason(house, now, draft):
    propose_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    with pytest.raises(WrongInput, match="retur"):
        return_draft(actor=house[Role.SECRETARY], draft_id=draft, reason="  ", now=now)


def test_an_author_does_not_approve_their_own_case(house, now, draft):
    propose_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    with pytest.raises(NotAllowed):
        approve_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)


def test_what_is_only_begun_is_not_approved(house, now, draft):
    with pytest.raises(CannotStepDraft, match="Kladde"):
        approve_draft(actor=house[Role.SECRETARY], draft_id=draft, now=now)


def test_a_closed_case_says_why_before_it_is_proposed(house, now, body):
    closed = make_draft(house[Role.EMPLOYEE], now, closed=True)
    with pytest.raises(WrongInput, match="hvorfor"):
        propose_draft(actor=house[Role.EMPLOYEE], draft_id=closed, now=now)


def test_a_withdrawn_case_can_be_taken_up_again(house, now, draft):
    withdraw_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    resume_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    assert state(draft) == DraftState.DRAFT


def test_the_author_no_longer_writes_in_what_is_proposed_but_the_leader_and_the_secretary_do(house, now, draft):
    propose_draft(actor=house[Role.EMPLOYEE], draft_id=draft, now=now)
    row = seen_draft(draft, house[Role.EMPLOYEE], now)
    writers = [role for role in (Role.EMPLOYEE, Role.CENTRE_HEAD, Role.SECRETARY) if may_write(house[role], row, now)]
    assert writers == [Role.CENTRE_HEAD, Role.SECRETARY]


def test_two_who_change_the_facts_at_once_are_told(house, now, draft):
    facts = DraftFacts(title="Ny titel", unit_key="sac")
    change_draft(actor=house[Role.EMPLOYEE], draft_id=draft, facts=facts, revision=0, now=now)
    with pytest.raises(DraftChanged, match="står her endnu"):
        change_draft(actor=house[Role.SECRETARY], draft_id=draft, facts=facts, revision=0, now=now)


def test_an_open_draft_is_seen_by_author_leaders_board_and_auditor(house, now, draft):
    seen = {role for role in house if visible_drafts(house[role], now).exists()}
    assert seen == _OPEN_SEEN_BY


def test_a_closed_draft_is_seen_by_its_author_and_the_board_only(house, now, draft):
    CaseDraft.objects.update(closed=True)
    seen = {role for role in house if visible_drafts(house[role], now).exists()}
    assert seen == {Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.EMPLOYEE}


@pytest.mark.parametrize(
    ("closed", "at", "sees"),
    [
        (False, DraftState.PROPOSED, False),
        (False, DraftState.APPROVED, True),
        (True, DraftState.APPROVED, False),
    ],
)
def test_a_member_sees_a_case_when_it_is_on_its_way_to_the_table(house, draft, closed, at, sees):
    make_member(CaseDraft.objects.get().body, house[Role.HR])
    CaseDraft.objects.update(closed=closed, state=at.value)
    assert visible_drafts(house[Role.HR], NOW).exists() is sees


def test_somebody_else_is_told_that_there_is_no_case(house, now, draft):
    with pytest.raises(NotFound):
        propose_draft(actor=house[Role.HR], draft_id=draft, now=now)


def test_a_treated_case_is_changed_by_nobody(house, now, draft):
    CaseDraft.objects.update(state=DraftState.WITHDRAWN.value)
    with pytest.raises(CannotWrite, match="Trukket tilbage"):
        change_draft(actor=house[Role.SECRETARY], draft_id=draft, facts=DraftFacts(title="x"), now=now)


def test_an_id_that_is_none_is_not_found(house, now):
    with pytest.raises(DomainError, match="findes ikke"):
        approve_draft(actor=house[Role.SECRETARY], draft_id="nej", now=now)
