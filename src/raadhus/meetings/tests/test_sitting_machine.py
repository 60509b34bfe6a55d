"""Cases and a sitting under any order of steps: no forbidden state, nothing planned twice, nothing sent changes."""

import contextlib

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.cast import NOW

from raadhus.kernel.actors import system
from raadhus.kernel.errors import DomainError
from raadhus.meetings.actions import arranging, draft_steps, planning, sending, sitting_changes
from raadhus.meetings.models import AgendaVersion, CaseDraft, Sitting, Treatment
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.sittings import SittingState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_sitting

STAGE = system("prøve", "Prøven")
ON_AN_AGENDA = {DraftState.PLANNED, DraftState.TREATED}


class Agenda(RuleBasedStateMachine):
    """Whoever may everything does anything in any order; what the rules refuse leaves everything as it was."""

    cases = Bundle("cases")

    def __init__(self):
        super().__init__()
        name = f"organ-{Sitting.objects.count()}"
        make_body(name, name)
        self.body, self.sent = name, {}
        self.sitting = make_sitting(STAGE, NOW, body_key=name)

    def do(self, act, **given):
        with contextlib.suppress(DomainError):
            act(actor=STAGE, now=NOW, **given)

    @rule(target=cases)
    def begin(self):
        return make_draft(STAGE, NOW, body_key=self.body)

    @rule(
        case=cases,
        act=st.sampled_from(
            [draft_steps.propose_draft, draft_steps.approve_draft, draft_steps.withdraw_draft, draft_steps.resume_draft]
        ),
    )
    def step(self, case, act):
        self.do(act, draft_id=case)

    @rule(case=cases)
    def send_back(self, case):
        self.do(draft_steps.return_draft, draft_id=case, reason="mangler")

    @rule(case=cases, reason=st.sampled_from(["", "haster"]))
    def plan(self, case, reason):
        self.do(planning.plan_draft, draft_id=case, sitting_id=self.sitting, late_reason=reason)

    @rule(case=cases)
    def unplan(self, case):
        self.do(arranging.unplan_draft, draft_id=case)

    @rule(case=cases, place=st.integers(0, 4))
    def move(self, case, place):
        self.do(arranging.move_draft, sitting_id=self.sitting, draft_id=case, place=place)

    @rule()
    def send(self):
        self.do(sending.send_agenda, sitting_id=self.sitting, accept_warnings=True)
        for one in AgendaVersion.objects.filter(sitting=self.sitting).select_related("reading"):
            self.sent.setdefault(one.number, one.reading.content)

    @rule(now_and_then=st.integers(0, 5))
    def cancel(self, now_and_then):
        if not now_and_then:
            self.do(sitting_changes.cancel_sitting, sitting_id=self.sitting, reason="aflyst")

    @invariant()
    def nothing_is_planned_twice_and_what_is_planned_has_its_treatment(self):
        planned = CaseDraft.objects.filter(body_id=self.body, state__in=ON_AN_AGENDA)
        rows = Treatment.objects.filter(draft__body_id=self.body)
        assert set(planned.values_list("pk", flat=True)) == set(rows.values_list("draft_id", flat=True))
        assert {one.sitting_id for one in planned} <= {self.sitting}

    @invariant()
    def items_are_numbered_from_one_in_their_order(self):
        rows = Treatment.objects.filter(sitting=self.sitting).order_by("draft__position", "draft__created_at")
        assert [one.number for one in rows] == [str(place) for place in range(1, len(rows) + 1)]

    @invariant()
    def a_cancelled_meeting_holds_no_case_and_what_was_sent_stays(self):
        state = Sitting.objects.get(pk=self.sitting).state
        if state == SittingState.CANCELLED:
            assert not CaseDraft.objects.filter(sitting=self.sitting).exists()
        kept = AgendaVersion.objects.filter(sitting=self.sitting).select_related("reading")
        assert {one.number: one.reading.content for one in kept} == self.sent


@pytest.mark.django_db
def test_no_order_of_steps_breaks_the_rules():
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        Agenda, settings=settings(max_examples=12, stateful_step_count=18, deadline=None, suppress_health_check=checks)
    )
