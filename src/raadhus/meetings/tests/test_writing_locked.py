"""When a case may still be written in, and how readers are told that it changed after the agenda was sent."""

from datetime import timedelta

import pytest

from raadhus.core.documents.text import Paragraph, blocks_to_editor
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.writing import save_section
from raadhus.meetings.models import CaseDraft, DraftSection, Sitting
from raadhus.meetings.queries.draft_sight import CannotWrite
from raadhus.meetings.queries.writing import writing_page
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.saving import Save
from raadhus.meetings.rules.sittings import SittingState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_sitting


@pytest.fixture
def planned(cast, now, settings, tmp_path):
    settings.DATA = tmp_path
    make_body()
    sitting = make_sitting(cast[Role.SECRETARY], now)
    draft = make_draft(cast[Role.EMPLOYEE], now, state=DraftState.APPROVED)
    plan_draft(actor=cast[Role.SECRETARY], draft_id=draft, sitting_id=sitting, now=now)
    return draft


def write(cast, draft, now, text="Ændret"):
    section = DraftSection.objects.filter(draft=draft).order_by("position")[0]
    return save_section(
        actor=cast[Role.SECRETARY],
        draft_id=draft,
        section_id=section.pk,
        save=Save(section.revision),
        heading="Baggrund",
        content=blocks_to_editor([Paragraph(text)]),
        now=now,
    )


def since_sent(cast, draft, now):
    page = writing_page(viewer=cast[Role.SECRETARY], draft_id=draft, now=now)
    return [one.since_sent for one in page.sections][:2]


def test_what_changes_after_the_agenda_was_sent_is_marked_until_it_is_sent_again(cast, planned, now):
    secretary, sitting = cast[Role.SECRETARY], CaseDraft.objects.get(pk=planned).sitting_id
    write(cast, planned, now)
    send_agenda(actor=secretary, sitting_id=sitting, accept_warnings=True, now=now + timedelta(hours=1))
    assert since_sent(cast, planned, now) == [False, False]
    write(cast, planned, now + timedelta(hours=2), "Ændret igen")
    assert since_sent(cast, planned, now) == [True, False]
    send_agenda(actor=secretary, sitting_id=sitting, accept_warnings=True, now=now + timedelta(hours=3))
    assert since_sent(cast, planned, now) == [False, False]


@pytest.mark.parametrize("state", [SittingState.IN_SESSION, SittingState.HELD, SittingState.SIGNED])
def test_from_when_the_meeting_begins_the_text_stands_with_one_clear_sentence(cast, planned, now, state):
    Sitting.objects.update(state=state.value)
    with pytest.raises(CannotWrite, match="Mødet er begyndt"):
        write(cast, planned, now)
    assert "Mødet er begyndt" in writing_page(viewer=cast[Role.SECRETARY], draft_id=planned, now=now).refusal
