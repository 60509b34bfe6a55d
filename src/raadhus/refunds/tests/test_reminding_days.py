"""Reminders over many days: whatever happens, nobody is reminded twice of the same, and who has acted is left in peace."""

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from raadhus.kernel.actors import system
from raadhus.kernel.errors import DomainError
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.acting import act, undo_act
from raadhus.refunds.actions.reminding import remind
from raadhus.refunds.models import RefundCase, ReminderRecord
from raadhus.refunds.tests.made_cases import made_case

TESTER = system("tests", "Prøverne")


class Days(RuleBasedStateMachine):
    """Days go by, cases come, people act and undo, and the run is started as often as anybody likes."""

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.now, self.cases, self.said = self.start, [], set()

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    @rule(day=st.integers(24, 40), is_seen_to=st.booleans())
    def falls_ill(self, day, is_seen_to):
        self.cases.append(made_case(localdate(self.now), day=day))
        if is_seen_to:
            act(actor=self.leader, key=str(self.cases[-1].pk), now=self.now)

    @rule(days=st.integers(1, 4))
    def days_go_by(self, days):
        self.now += timedelta(days=days)

    @precondition(lambda self: self.cases)
    @rule(data=st.data(), undo=st.booleans())
    def somebody_acts(self, data, undo):
        made = data.draw(st.sampled_from(self.cases))
        verb = undo_act if undo else act
        try:
            verb(actor=self.leader, key=str(made.pk), now=self.now)
        except DomainError:
            return

    @rule()
    def the_run_is_started(self):
        for digest in remind(actor=TESTER, today=localdate(self.now), now=self.now):
            for one in digest.missing:
                line = (one.case_key, digest.person_key, one.step, one.level, one.deadline)
                assert line not in self.said
                assert not self._is_in_peace(one)
                self.said.add(line)

    def _is_in_peace(self, one):
        acted = RefundCase.objects.get(pk=one.case_key).acted_at
        return acted is not None and localdate(self.now) <= one.deadline

    @invariant()
    def what_was_sent_is_written_down(self):
        assert ReminderRecord.objects.count() == len(self.said)


def test_nobody_is_ever_reminded_twice_of_the_same(house, now):
    given = {"leader": house[Role.UNIT_LEADER], "start": now}
    quick = hypothesis_settings(max_examples=25, stateful_step_count=12, deadline=None)
    run_state_machine_as_test(type("Days", (Days,), given), settings=quick)
