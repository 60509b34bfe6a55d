"""Cases that come from elsewhere: templates, rooms' proposals, standing decisions, earlier treatments; and bodies that are switched on."""

from datetime import date

import pytest

from raadhus.core.cases.public import Content, proposal, propose_case
from raadhus.kernel.errors import DomainError, WrongInput
from raadhus.kernel.ports import AGENDA_INTAKES, Firing
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.arranging import unplan_draft
from raadhus.meetings.actions.body_standing import CannotSwitch, switch_body
from raadhus.meetings.actions.case_templates import lay_in_templates
from raadhus.meetings.actions.fixed_items import put_fixed_items
from raadhus.meetings.actions.intake import (
    AlreadyTaken,
    create_draft_from_earlier,
    create_draft_from_proposal,
    create_draft_from_template,
)
from raadhus.meetings.actions.members import MemberExists, add_member, end_member
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.models import Body, CaseDraft, DraftSection
from raadhus.meetings.queries.agenda_page import agenda_page
from raadhus.meetings.queries.sight import bodies_of
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.states import BodyState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_sitting


@pytest.fixture
def body(db):
    return make_body()


@pytest.fixture
def proposed(house, now, body):
    content = Content(blocks=({"type": "paragraph", "text": "Fravær er steget."},))
    made = propose_case(
        actor=house[Role.SECRETARY], room="personnel", room_key="x", title="Tal", content=content, now=now
    )
    return made.key


def test_a_room_s_case_is_frozen_in_the_draft_and_follows_its_planning(house, now, proposed):
    secretary = house[Role.SECRETARY]
    draft = create_draft_from_proposal(actor=secretary, proposal_key=proposed, body_key="direktionen", now=now)
    assert DraftSection.objects.get(draft=draft, is_frozen=True).blocks[0]["text"] == "Fravær er steget."
    CaseDraft.objects.filter(pk=draft).update(state=DraftState.APPROVED.value)
    plan_draft(actor=secretary, draft_id=draft, sitting_id=make_sitting(secretary, now), now=now)
    assert proposal(secretary, proposed, now=now).proposal.state == "planned"
    unplan_draft(actor=secretary, draft_id=draft, now=now)
    assert proposal(secretary, proposed, now=now).proposal.state == "proposed"


def test_a_room_s_case_is_taken_once(house, now, proposed):
    given = {"actor": house[Role.SECRETARY], "proposal_key": proposed, "body_key": "direktionen", "now": now}
    create_draft_from_proposal(**given)
    with pytest.raises(AlreadyTaken):
        create_draft_from_proposal(**given)


def test_a_template_gives_headings_and_recommendations_and_never_its_help(house, now, body):
    lay_in_templates(actor=house[Role.SECRETARY], now=now)
    draft = create_draft_from_template(
        actor=house[Role.EMPLOYEE], body_key="direktionen", template_key="beslutningssag", title="Cykelsti", now=now
    )
    sections = DraftSection.objects.filter(draft=draft).order_by("position")
    assert [one.heading for one in sections][:2] == ["Baggrund", "Sagsfremstilling"]
    assert all(one.blocks == [] for one in sections)


def test_fixed_points_stand_first_and_last_also_after_later_cases(house, now, body):
    secretary = house[Role.SECRETARY]
    lay_in_templates(actor=secretary, now=now)
    sitting = make_sitting(secretary, now)
    put_fixed_items(actor=secretary, sitting_id=sitting, now=now)
    draft = make_draft(house[Role.EMPLOYEE], now, title="Midt i", state=DraftState.APPROVED)
    plan_draft(actor=secretary, draft_id=draft, sitting_id=sitting, now=now)
    rows = CaseDraft.objects.filter(sitting=sitting).order_by("position").values_list("title", flat=True)
    assert list(rows) == ["Godkendelse af dagsorden", "Midt i", "Øvrige sager"]


def test_a_fixed_point_is_never_late_and_needs_no_text(house, client_of, now, body):
    secretary = house[Role.SECRETARY]
    lay_in_templates(actor=secretary, now=now)
    sitting = make_sitting(secretary, now, day=now.date())
    put_fixed_items(actor=secretary, sitting_id=sitting, now=now)
    assert set(CaseDraft.objects.filter(sitting=sitting).values_list("is_late", "late_reason")) == {(False, "")}
    page = agenda_page(viewer=secretary, sitting_id=sitting, now=now)
    assert not any("ingen tekst" in one for one in page.findings)
    assert "fixed" not in page.may


def test_a_standing_decision_becomes_a_draft_for_whoever_answers_for_it(house, now, body):
    firing = Firing(
        standing_key="s1",
        title="Tal om Personale",
        text="Fremlægges hvert år.",
        body="direktionen",
        due=date(2026, 6, 16),
        reason="Juni er kommet.",
        owner_key=house[Role.HR].key,
        closed=False,
    )
    receipt = AGENDA_INTAKES.get("meetings").receive(firing, actor=house[Role.SECRETARY], now=now)
    draft = CaseDraft.objects.get(pk=receipt.key)
    assert (draft.author_key, draft.standing_key, draft.wanted_date) == ("hanne-hassel", "s1", date(2026, 6, 16))


def test_the_next_treatment_begins_with_what_the_last_one_said(house, now, body):
    first = make_draft(house[Role.EMPLOYEE], now, title="Udsat sag")
    given = {"actor": house[Role.EMPLOYEE], "draft_id": first, "now": now}
    second = CaseDraft.objects.get(pk=create_draft_from_earlier(**given))
    assert (second.title, str(second.previous_id), second.state) == ("Udsat sag", first, "draft")
    with pytest.raises(AlreadyTaken):
        create_draft_from_earlier(**given)


def test_a_body_is_switched_on_by_a_decision_that_is_named(house, now):
    make_body("isu", "ISU", state=BodyState.PROPOSED.value)
    given = {"actor": house[Role.SECRETARY], "key": "isu", "state": "active", "from_date": date(2026, 3, 2), "now": now}
    with pytest.raises(WrongInput, match="beslutning"):
        switch_body(**given, decision_text=" ")
    switch_body(**given, decision_text="Direktionen 2. marts 2026, punkt 4")
    assert Body.objects.get(pk="isu").state == BodyState.ACTIVE
    make_sitting(house[Role.SECRETARY], now, body_key="isu")


def test_a_body_with_planned_meetings_is_not_discontinued(house, now, body):
    make_sitting(house[Role.SECRETARY], now)
    with pytest.raises(CannotSwitch, match="Aflys"):
        switch_body(
            actor=house[Role.SECRETARY],
            key="direktionen",
            state="discontinued",
            from_date=date(2026, 3, 2),
            decision_text="Byrådet",
            now=now,
        )


def test_a_membership_ends_and_there_is_one_chair(house, now, body):
    given = {"actor": house[Role.SECRETARY], "body_key": "direktionen", "start_date": date(2026, 1, 1), "now": now}
    chair = add_member(**given, person_key=house[Role.HR].key, role="chair")
    with pytest.raises(MemberExists, match="formand"):
        add_member(**given, person_key=house[Role.DPO].key, role="chair")
    assert bodies_of(house[Role.HR], now.date()) == {"direktionen"}
    end_member(actor=house[Role.SECRETARY], member_id=chair, end_date=now.date(), now=now)
    assert bodies_of(house[Role.HR], now.date()) == frozenset()


def test_somebody_unknown_becomes_no_member(house, now, body):
    with pytest.raises(DomainError, match="organisationen"):
        add_member(
            actor=house[Role.SECRETARY],
            body_key="direktionen",
            person_key="ukendt",
            role="member",
            start_date=date(2026, 1, 1),
            now=now,
        )
