"""Cases come on an agenda, and only those that may."""

from datetime import date

import pytest

from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.planning import LateWithoutReason, plan_draft
from raadhus.meetings.actions.sittings import SittingExists
from raadhus.meetings.models import CaseDraft, Sitting, Treatment
from raadhus.meetings.queries.locked_sittings import SittingChanged
from raadhus.meetings.queries.open_bodies import BodyNotActive
from raadhus.meetings.queries.plan_checks import CannotPlanDraft
from raadhus.meetings.rules.drafts import CannotStepDraft, DraftState
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sittings import SittingState
from raadhus.meetings.rules.states import BodyState
from raadhus.meetings.tests.sitting_stage import DAY, make_body, make_draft, make_sitting


@pytest.fixture
def sitting(cast, now):
    make_body()
    return make_sitting(cast[Role.SECRETARY], now)


@pytest.fixture
def plan(cast, now, sitting):
    def plan_one(draft, **more):
        return plan_draft(actor=cast[Role.SECRETARY], draft_id=draft, sitting_id=sitting, now=now, **more)

    return plan_one


def approved(cast, now, **more):
    return make_draft(cast[Role.EMPLOYEE], now, state=DraftState.APPROVED, **more)


def test_an_approved_case_comes_last_on_the_agenda_with_its_number(cast, now, sitting, plan):
    for title in ("Først", "Sidst"):
        plan(approved(cast, now, title=title))
    rows = Treatment.objects.order_by("draft__position").values_list("draft__title", "number", "draft__state")
    assert list(rows) == [("Først", "1", "planned"), ("Sidst", "2", "planned")]


def test_a_case_that_is_not_approved_comes_on_no_agenda(cast, now, plan):
    with pytest.raises(CannotStepDraft, match="Kladde"):
        plan(make_draft(cast[Role.EMPLOYEE], now))


def test_a_working_group_plans_what_is_proposed(cast, now):
    make_body("gruppen", "Arbejdsgruppen", Profile.WORKING_GROUP)
    held = make_sitting(cast[Role.SECRETARY], now, body_key="gruppen")
    draft = make_draft(cast[Role.SECRETARY], now, state=DraftState.PROPOSED, body_key="gruppen")
    plan_draft(actor=cast[Role.SECRETARY], draft_id=draft, sitting_id=held, now=now)
    assert CaseDraft.objects.get(pk=draft).state == DraftState.PLANNED


@pytest.mark.parametrize("state", [SittingState.IN_SESSION, SittingState.HELD, SittingState.CANCELLED])
def test_a_meeting_that_has_begun_or_is_cancelled_takes_no_more_cases(cast, now, sitting, plan, state):
    Sitting.objects.update(state=state.value)
    with pytest.raises(CannotPlanDraft, match=state.label):
        plan(approved(cast, now))


def test_after_the_agenda_is_sent_a_case_must_say_why_it_cannot_wait(cast, now, sitting, plan):
    Sitting.objects.update(state=SittingState.SENT.value)
    draft = approved(cast, now)
    with pytest.raises(LateWithoutReason):
        plan(draft)
    plan(draft, late_reason="Fristen hos staten er på fredag")
    assert CaseDraft.objects.get(pk=draft).is_late


def test_after_the_submission_deadline_a_case_is_late(cast, now, plan):
    Sitting.objects.update(submission_date=date(2026, 3, 13))
    with pytest.raises(LateWithoutReason, match="Fristen"):
        plan(approved(cast, now))


def test_a_case_for_another_body_is_refused(cast, now, plan):
    make_body("chefforum", "Chefforum", Profile.MANAGEMENT_FORUM)
    with pytest.raises(CannotPlanDraft, match="Chefforum"):
        plan(approved(cast, now, body_key="chefforum"))


def test_two_at_once_are_told(cast, now, sitting, plan):
    plan(approved(cast, now), revision=0)
    with pytest.raises(SittingChanged):
        plan(approved(cast, now), revision=0)


def test_a_body_does_not_meet_twice_at_the_same_time(cast, now, sitting):
    with pytest.raises(SittingExists):
        make_sitting(cast[Role.SECRETARY], now, DAY)


@pytest.mark.parametrize(("state", "word"), [(BodyState.PROPOSED, "foreslået"), (BodyState.DISCONTINUED, "nedlagt")])
def test_a_body_that_is_not_active_gets_no_meeting(cast, now, state, word):
    make_body("isu", "Informationssikkerhedsudvalget", Profile.INFORMATION_SECURITY, state=state.value)
    with pytest.raises(BodyNotActive, match=word):
        make_sitting(cast[Role.SECRETARY], now, body_key="isu")


def test_in_a_closed_circle_only_members_bring_cases(cast, now):
    make_body("isu", "Informationssikkerhedsudvalget", Profile.INFORMATION_SECURITY)
    with pytest.raises(NotAllowed, match="medlemmerne"):
        make_draft(cast[Role.EMPLOYEE], now, body_key="isu")


@pytest.mark.parametrize(
    "facts", [{"title": "  "}, {"title": "x", "case_number": "nej"}, {"title": "x", "estimated_minutes": 0}]
)
def test_wrong_facts_are_refused(cast, now, sitting, facts):
    with pytest.raises(WrongInput):
        make_draft(cast[Role.EMPLOYEE], now, **facts)
