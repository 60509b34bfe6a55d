"""A case that is closed after it was sent open is closed at once, everywhere, before a new version is sent."""

import pytest
from django.db.models import F

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.arranging import unplan_draft
from raadhus.meetings.actions.drafts import change_draft
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.seeing import remember_seen
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.models import AgendaItem, DraftSection, Meeting
from raadhus.meetings.queries.agenda_versions import versions_page
from raadhus.meetings.queries.unread import unread_changes
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_sitting

TITLE = "Afskedigelse af en leder"


class Agenda:
    """An agenda that was sent and published with a case that ought to have been closed."""

    def __init__(self, house, now):
        self.secretary, self.now = house[Role.SECRETARY], now
        make_body(is_public=True)
        self.sitting = make_sitting(self.secretary, now)
        self.draft = make_draft(house[Role.EMPLOYEE], now, title=TITLE, state=DraftState.APPROVED)
        self.write("Lederen fratræder")
        plan_draft(actor=self.secretary, draft_id=self.draft, sitting_id=self.sitting, now=now)
        self.send()
        Meeting.objects.update(published_at=F("confirmed_at"))

    def send(self):
        send_agenda(actor=self.secretary, sitting_id=self.sitting, accept_warnings=True, now=self.now)

    def write(self, text):
        DraftSection.objects.filter(draft=self.draft, position=0).update(blocks=blocks_to_json((Paragraph(text),)))

    def close(self):
        facts = DraftFacts(title=TITLE, closed=True, legal_ground="§ 10")
        change_draft(actor=self.secretary, draft_id=self.draft, facts=facts, now=self.now)


@pytest.fixture
def agenda(house, now):
    return Agenda(house, now)


@pytest.mark.parametrize("role", [None, Role.EMPLOYEE, Role.CENTRE_HEAD])
def test_the_sent_agenda_withholds_it_at_once(agenda, client_of, role):
    address = f"/moeder/{Meeting.objects.get().pk}/"
    assert TITLE in client_of(role).get(address).content.decode()
    agenda.close()
    assert TITLE not in client_of(role).get(address).content.decode()


def test_its_earlier_versions_tell_nothing_either(agenda, house, now):
    centre_head = house[Role.CENTRE_HEAD]
    remember_seen(actor=centre_head, meeting_id=Meeting.objects.get().pk, now=now)
    agenda.write("Lederen fratræder til maj")
    agenda.send()
    asked = {"viewer": centre_head, "now": now}
    assert versions_page(sitting_id=agenda.sitting, before=1, after=2, **asked).changes
    agenda.close()
    assert versions_page(sitting_id=agenda.sitting, before=1, after=2, **asked).changes == []
    assert unread_changes(meeting_id=Meeting.objects.get().pk, **asked) == []


def test_a_case_that_was_taken_off_the_sent_agenda_is_closed_on_it_too(agenda, now):
    unplan_draft(actor=agenda.secretary, draft_id=agenda.draft, now=now)
    agenda.close()
    assert AgendaItem.objects.get().closed


def test_opening_it_again_waits_for_a_version_that_is_sent(agenda, now):
    agenda.close()
    change_draft(actor=agenda.secretary, draft_id=agenda.draft, facts=DraftFacts(title=TITLE), now=now)
    assert AgendaItem.objects.get().closed
    agenda.write("Alligevel åben")
    agenda.send()
    assert not AgendaItem.objects.get().closed
