"""Whatever is done to a meeting, in whatever order, the public never sees closed or unconfirmed content."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import DomainError
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, Meeting, MeetingReading
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.queries.lists import MeetingFilter, meeting_list
from raadhus.meetings.queries.searching import search_source
from raadhus.meetings.tests.papers import CANARY, closed_item, open_item, reading


class Life(RuleBasedStateMachine):
    """One meeting and everything that a secretary may do to it; the test gives the secretary and the clock."""

    import_paper = secretary = now = None

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.meeting = None
        self.newest = 0
        self.may_be_public = set()
        self.titles = {}

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    def note(self):
        found = Meeting.objects.get(pk=self.meeting)
        self.newest = found.newest_reading.number
        self.titles[self.newest] = [
            item["title"] for item in found.newest_reading.content["items"] if not item["closed"]
        ]

    @rule(number=st.integers(0, 3), shut=st.booleans())
    def bring(self, number, shut):
        second = closed_item("2", "26/100") if shut else open_item(title=f"Udgave {number}")
        self.meeting = self.import_paper(reading(items=(closed_item(), second))).meeting_id
        self.note()

    @precondition(lambda self: self.meeting)
    @rule(number=st.integers(0, 3), closed=st.sampled_from(["ja", "nej"]))
    def correct(self, number, closed):
        edits = {"items.1.title": f"Rettet {number}", "items.1.closed": closed}
        actions.correct_reading(
            actor=self.secretary, meeting_id=self.meeting, number=self.newest, edits=edits, now=self.now
        )
        self.note()

    @precondition(lambda self: self.meeting)
    @rule(number=st.integers(1, 4))
    def undo(self, number):
        try:
            actions.restore_reading(actor=self.secretary, meeting_id=self.meeting, number=number, now=self.now)
        except DomainError:
            return
        self.note()

    @precondition(lambda self: self.meeting)
    @rule()
    def confirm(self):
        actions.confirm_reading(actor=self.secretary, meeting_id=self.meeting, number=self.newest, now=self.now)
        self.may_be_public = set(self.titles[self.newest])

    @precondition(lambda self: self.meeting)
    @rule()
    def publish(self):
        try:
            actions.publish_meeting(actor=self.secretary, meeting_id=self.meeting, accept_warnings=True, now=self.now)
        except actions.NotConfirmed:
            assert Meeting.objects.get(pk=self.meeting).confirmed_reading_id is None

    @precondition(lambda self: self.meeting)
    @rule()
    def take_back(self):
        actions.unpublish_meeting(actor=self.secretary, meeting_id=self.meeting, reason="x", now=self.now)

    @invariant()
    def the_public_sees_confirmed_open_content_only(self):
        rows = meeting_list(viewer=PUBLIC, chosen=MeetingFilter(), now=self.now).rows
        shown = [disclosed_meeting(viewer=PUBLIC, meeting_id=row.id, now=self.now) for row in rows]
        seen = {item.title for meeting in shown for item in meeting.items if not item.withheld}
        assert seen <= self.may_be_public
        assert CANARY not in repr(shown)
        found = [entry for entry in search_source.entries() if "meetings:public" in entry.allowed]
        assert CANARY not in repr(found)
        assert bool(found) == bool(rows)

    @invariant()
    def no_reading_was_ever_changed_and_items_are_not_doubled(self):
        assert MeetingReading.objects.count() >= self.newest
        current = AgendaItem.objects.filter(is_current=True).values_list("position", flat=True)
        assert sorted(current) == list(range(len(current)))


@pytest.mark.django_db
def test_any_order_of_deeds_keeps_the_closed_closed(import_paper, cast, now):
    given = {"import_paper": staticmethod(import_paper), "secretary": cast[Role.SECRETARY], "now": now}
    quick = settings(
        max_examples=12,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    run_state_machine_as_test(type("Life", (Life,), given), settings=quick)
