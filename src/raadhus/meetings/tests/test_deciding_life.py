"""Whatever is done at a meeting, in whatever order: nothing is decided without outcomes, and obligations are those of closed items."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from raadhus.core.obligations.public import of_origin
from raadhus.kernel.errors import DomainError
from raadhus.meetings.actions.deciding import (
    close_sitting,
    decide_item,
    order_obligation,
    record_vote,
    reopen_item,
    reopen_sitting,
    set_absent,
    undo_last,
    write_decision,
)
from raadhus.meetings.models import CaseDraft, GivenOutcome, PromisedObligation, Referral, Sitting, Treatment
from raadhus.meetings.queries.composition import gathered, item_key
from raadhus.meetings.queries.treatment_state import differences_of, nodes_of
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.rules.deciding.trees import every
from raadhus.meetings.rules.deciding.votes import Vote
from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.deciding_stage import Stage, asked

ITEMS = st.integers(0, 2)
CODES = st.sampled_from([one.value for one in Outcome if one not in IMPORT_ONLY])
IDS = ("r1", "a", "r2")


class Held(RuleBasedStateMachine):
    """A committee in session with three items, the last without recommendations and closed; the test gives cast and clock."""

    cast = now = None

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.stage = Stage(self.cast, self.now, Profile.COMMITTEE, "udvalget", "Miljøudvalget")
        self.items = [
            self.stage.item("Et", asked("r1", "r2", under=["a"])),
            self.stage.item("To", asked("r1")),
            self.stage.item("Tre", closed=True, legal_ground="Personsag"),
        ]
        self.stage.open()

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    def attempt(self, action, place, **more):
        """Do it, or be told why not; a refusal changes nothing."""
        before = Treatment.objects.get(pk=self.items[place]).revision
        try:
            self.stage.do(action, self.items[place], **more)
        except DomainError:
            assert Treatment.objects.get(pk=self.items[place]).revision == before

    @rule(place=ITEMS, outcome=CODES, which=st.sampled_from(IDS), words=st.sampled_from(["", "at fristen flyttes"]))
    def give(self, place, outcome, which, words):
        ids = [which] if place < 2 else [""]
        with suppress(DomainError):
            self.stage.give(self.items[place], outcome, *ids, remark=words, to_body="Byrådet")

    @rule(
        place=ITEMS, text=st.sampled_from(["", "Godkendt.", "Afvist.", "Udsat."]), why=st.sampled_from(["", "Aftalt"])
    )
    def write(self, place, text, why):
        self.attempt(write_decision, place, text=text, kept_reason=why)

    @rule(place=ITEMS)
    def undo(self, place):
        self.attempt(undo_last, place)

    @rule(place=ITEMS, owner=st.sampled_from(["", "HR"]))
    def order(self, place, owner):
        self.attempt(order_obligation, place, promise=NewPromise("Lav en plan", owner_text=owner, due="2026-08"))

    @rule(place=ITEMS, out=st.sets(st.sampled_from(["karl-krage", "hanne-hassel"])))
    def leave(self, place, out):
        self.attempt(set_absent, place, absent=out, disqualified=())

    @rule(place=ITEMS, counts=st.tuples(*[st.integers(0, 3)] * 3))
    def vote(self, place, counts):
        self.attempt(record_vote, place, vote=Vote(*counts))

    @rule(place=ITEMS, nothing=st.booleans())
    def decide(self, place, nothing):
        self.attempt(decide_item, place, without_decision=nothing)

    @rule(place=ITEMS)
    def reopen(self, place):
        self.attempt(reopen_item, place, reason="Fejl")

    @rule()
    def close(self):
        try:
            close_sitting(actor=self.stage.secretary, sitting_id=self.stage.sitting_id, now=self.now)
        except DomainError:
            assert Sitting.objects.get().state != "held" or not Treatment.objects.filter(decided_at=None).exists()

    @precondition(lambda _self: Sitting.objects.get().state == "held")
    @rule()
    def open_again(self):
        reopen_sitting(actor=self.stage.secretary, sitting_id=self.stage.sitting_id, now=self.now)

    @invariant()
    def nothing_is_decided_without_outcomes(self):
        for one in Treatment.objects.exclude(decided_at=None):
            wanted = {node.id for node in every(nodes_of(one))}
            given = set(one.outcomes.values_list("recommendation_id", flat=True))
            assert given == wanted or (not wanted and (given == {""} or one.without_decision))
            assert not differences_of(one) or one.kept_reason
            assert one.draft.state == "treated"

    @invariant()
    def obligations_are_those_of_closed_items(self):
        for one in Treatment.objects.all():
            key = str(item_key(one.pk, Kind.MINUTES))
            made = of_origin(viewer=self.stage.secretary, kind="agenda_item", key=key, now=self.now)
            active = [each for each in made if each.status != "lapsed"]
            ordered = PromisedObligation.objects.filter(treatment=one).count()
            assert len(active) == (ordered if one.decided_at else 0)
            assert all(each.closed == one.draft.closed for each in made)

    @invariant()
    def a_deferred_case_comes_back_once_and_only_while_it_is_decided(self):
        for one in Treatment.objects.all():
            again = CaseDraft.objects.filter(previous=one.draft).exclude(state="withdrawn")
            codes = GivenOutcome.objects.filter(treatment=one).values_list("outcome", flat=True)
            waits = one.decided_at is not None and bool({"deferred", "returned"} & set(codes))
            assert again.exists() == waits
            assert all(each.closed == one.draft.closed for each in again)
            assert Referral.objects.filter(treatment=one).exists() <= (one.decided_at is not None)

    @invariant()
    def a_meeting_that_is_over_has_no_open_item(self):
        sitting = Sitting.objects.get()
        if sitting.state == "held":
            assert not Treatment.objects.filter(decided_at=None).exists()
            assert len(gathered(sitting, Kind.MINUTES).items) == 3


@pytest.mark.django_db
def test_no_order_of_events_leads_to_a_forbidden_state(cast, now):
    Held.cast, Held.now = cast, now
    run_state_machine_as_test(
        Held,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
