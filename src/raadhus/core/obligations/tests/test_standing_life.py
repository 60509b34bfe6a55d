"""Any sequence of steps and runs keeps the register in order: on rules alone, and on the database."""

import contextlib
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from raadhus.core.obligations.public import (
    CannotStep,
    Recurrence,
    Rhythm,
    State,
    Step,
    adopt_standing,
    end_standing,
    fire_standing,
    fire_standing_now,
    resume_standing,
    standing,
    suspend_standing,
)
from raadhus.core.obligations.rules.firing import pending
from raadhus.core.obligations.rules.standing import STEPS, next_state, possible_steps
from raadhus.core.obligations.tests.conftest import TESTER, moment
from raadhus.kernel.roles import Role

START = date(2026, 1, 5)
MONTHLY = Recurrence(Rhythm.EVERY_MONTHS, every=1, first=START, day=10)
ONE_DAY = timedelta(days=1)


@given(st.sampled_from(State), st.sampled_from(Step))
def test_a_step_leads_somewhere_exactly_when_it_is_possible(state, step):
    if step in possible_steps(state):
        assert next_state(state, step) is STEPS[step][1]
    else:
        with pytest.raises(CannotStep):
            next_state(state, step)


class Register(RuleBasedStateMachine):
    """One standing decision through years of steps and runs, with nothing but the rules."""

    def __init__(self):
        super().__init__()
        self.today, self.state, self.watched, self.answered = START, State.PROPOSED, None, None
        self.fired, self.rested = [], []

    @rule(step=st.sampled_from(Step))
    def step(self, step):
        if step not in possible_steps(self.state):
            return
        self.state = next_state(self.state, step)
        if step in {Step.ADOPT, Step.RESUME}:
            self.watched = self.today

    @rule(days=st.integers(1, 70))
    def wait(self, days):
        for number in range(days):
            if self.state is not State.IN_FORCE and number:
                self.rested.append(self.today)
            self.today += ONE_DAY

    @precondition(lambda self: self.state is State.IN_FORCE)
    @rule()
    def run(self):
        found = pending(MONTHLY, watched_from=self.watched, ends=None, today=self.today, answered=self.answered)
        if found:
            self.answered = found.newest.fires
            self.fired += [*found.skipped, found.newest]

    @invariant()
    def each_period_is_answered_once_and_in_order(self):
        periods = [one.period for one in self.fired]
        assert periods == sorted(set(periods))

    @invariant()
    def nothing_of_a_day_of_rest_fires(self):
        assert not {one.fires for one in self.fired} & set(self.rested)

    @invariant()
    def nothing_fires_before_its_day(self):
        assert all(one.fires <= self.today for one in self.fired)


TestRegister = Register.TestCase

ACTS = {
    Step.ADOPT: adopt_standing,
    Step.SUSPEND: suspend_standing,
    Step.RESUME: resume_standing,
    Step.END: end_standing,
}
MOVES = st.one_of(st.sampled_from(sorted(ACTS)), st.sampled_from(["run", "now"]))


def do(actor, key, move, state, at):
    """Make one move, if it can be made."""
    if move in ACTS and Step(move) in possible_steps(state):
        ACTS[Step(move)](actor=actor, key=key, reason="Fordi", now=at)
    elif move == "run":
        fire_standing(actor=TESTER, now=at)
        assert fire_standing(actor=TESTER, now=at).looked == ()
    elif move == "now":
        with contextlib.suppress(CannotStep):
            fire_standing_now(actor=actor, key=key, reason="Fordi", now=at)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(MOVES, st.integers(0, 50)), max_size=10))
def test_on_the_database_each_period_is_answered_once_and_only_in_force(decide, cast, moves):
    with transaction.atomic():
        key, today = decide(at=moment(2026, 1, 5), in_force=False, recurrence=MONTHLY).key, START
        for move, days in moves:
            today += timedelta(days=days)
            at = moment(today.year, today.month, today.day)
            before = standing(cast[Role.SECRETARY], key, now=at)
            do(cast[Role.SECRETARY], key, move, before.standing.state, at)
            after = standing(cast[Role.SECRETARY], key, now=at)
            assert len({one.period for one in after.looks}) == len(after.looks)
            assert len(after.looks) >= len(before.looks)
            if len(after.looks) > len(before.looks):
                assert before.standing.state is State.IN_FORCE
        transaction.set_rollback(True)
