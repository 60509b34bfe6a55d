"""An agenda is sent: frozen, numbered, told to the members, and never changed afterwards."""

from datetime import date, timedelta

import pytest
from django.core import mail

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.arranging import move_draft, unplan_draft
from raadhus.meetings.actions.composing import NothingChanged
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.sitting_changes import cancel_sitting, change_sitting
from raadhus.meetings.models import AgendaItem, AgendaVersion, CaseDraft, DraftSection, MeetingNotice, Sitting
from raadhus.meetings.queries.agenda_offers import deadlines_of
from raadhus.meetings.rules.agenda_checks import NotReadyToSend
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.sitting_plan import SittingFacts
from raadhus.meetings.rules.sittings import CannotStepSitting, SittingState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_member, make_sitting


@pytest.fixture
def stage(house, now):
    body = make_body()
    make_member(body, house[Role.CHIEF_EXECUTIVE])
    return make_sitting(house[Role.SECRETARY], now)


@pytest.fixture
def put(house, now, stage):
    def put_on(title="Ny cykelsti", late="", **facts):
        draft = make_draft(house[Role.EMPLOYEE], now, title=title, state=DraftState.APPROVED, **facts)
        text = blocks_to_json((Paragraph(f"Om {title}"),))
        DraftSection.objects.filter(draft=draft, position=0).update(blocks=text)
        plan_draft(actor=house[Role.SECRETARY], draft_id=draft, sitting_id=stage, late_reason=late, now=now)
        return draft

    return put_on


@pytest.fixture
def send(house, now, stage):
    def send_it(**more):
        return send_agenda(actor=house[Role.SECRETARY], sitting_id=stage, accept_warnings=True, now=now, **more)

    return send_it


def test_an_agenda_without_items_is_refused_in_one_sentence(send):
    with pytest.raises(NotReadyToSend, match="ingen punkter"):
        send()


def test_a_sent_agenda_is_a_version_and_members_are_told_without_content(send, put, django_capture_on_commit_callbacks):
    put("Hemmelig plan")
    with django_capture_on_commit_callbacks(execute=True):
        version = send()
    assert (version.number, version.is_supplement, Sitting.objects.get().state) == (1, False, SittingState.SENT)
    assert [one.to for one in mail.outbox] == [["karl-krage@eksempelkoebing.example"]]
    assert "Hemmelig" not in mail.outbox[0].subject + mail.outbox[0].body


def test_a_mail_server_that_is_down_loses_no_agenda(send, put, monkeypatch, django_capture_on_commit_callbacks):
    put()

    def broken(*_args, **_named):
        raise OSError("ingen forbindelse")

    monkeypatch.setattr("raadhus.meetings.actions.telling.send_mail", broken)
    with django_capture_on_commit_callbacks(execute=True):
        send()
    notice = MeetingNotice.objects.get()
    assert (AgendaVersion.objects.count(), notice.sent_at, notice.problem) == (1, None, "ingen forbindelse")


def test_sending_the_same_again_is_said(send, put):
    put()
    send()
    with pytest.raises(NothingChanged):
        send()


def test_a_version_that_only_adds_is_a_supplement_and_others_are_not(send, put, house, now, stage):
    put("Først")
    send()
    late = put("Haster", late="Fristen er i morgen")
    assert send().is_supplement
    move_draft(actor=house[Role.SECRETARY], sitting_id=stage, draft_id=late, place=0, now=now)
    assert not send().is_supplement


def test_a_supplement_stays_one_when_the_points_behind_it_get_new_numbers(send, put, house, now, stage):
    put("Først")
    put("Sidst")
    send()
    move = {"actor": house[Role.SECRETARY], "sitting_id": stage, "now": now}
    move_draft(draft_id=put("Haster", late="Fristen er i morgen"), place=1, **move)
    assert send().is_supplement
    move_draft(draft_id=put("Haster også", late="Fristen er i morgen"), place=0, **move)
    move_draft(draft_id=str(CaseDraft.objects.get(title="Sidst").pk), place=0, **move)
    assert not send().is_supplement


def test_an_agenda_that_is_sent_after_its_day_is_said_to_be_late(send, put, stage, now):
    put()
    send()
    sitting = Sitting.objects.get()
    assert [(one.is_met, one.is_missed) for one in deadlines_of(sitting, now)][1] == (True, False)
    AgendaVersion.objects.update(sent_at=now + timedelta(days=200))
    assert [(one.is_met, one.is_missed) for one in deadlines_of(sitting, now)][1] == (False, True)


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHIEF_EXECUTIVE])
def test_a_sent_agenda_leads_to_the_room_where_it_was_written(send, put, stage, client_of, role):
    put()
    meeting = send().reading.meeting_id
    page = client_of(role).get(f"/moeder/{meeting}/").content.decode()
    assert f'href="/moeder/plan/{stage}/"' in page
    assert "Gennemse læsningen" not in page


def test_what_was_sent_stays_as_it_was(send, put, house, now):
    draft = put("Først")
    frozen = send().reading.content
    CaseDraft.objects.filter(pk=draft).update(title="Ændret")
    send()
    assert AgendaVersion.objects.get(number=1).reading.content == frozen


def test_a_case_put_back_on_the_same_agenda_is_the_same_item(send, put, house, now, stage):
    put("Bliver")
    draft = put("Frem og tilbage")
    send()
    key = AgendaItem.objects.get(title="Frem og tilbage").pk
    unplan_draft(actor=house[Role.SECRETARY], draft_id=draft, now=now)
    plan_draft(actor=house[Role.SECRETARY], draft_id=draft, sitting_id=stage, late_reason="Alligevel", now=now)
    send()
    assert AgendaItem.objects.get(title="Frem og tilbage", is_current=True).pk == key


def test_a_closed_item_without_ground_stops_where_the_law_binds(send, put, stage):
    put(closed=True)
    CaseDraft.objects.update(legal_ground="")
    Sitting.objects.get().body.__class__.objects.update(profile="council")
    with pytest.raises(NotReadyToSend, match="§ 10"):
        send()


def test_warnings_stop_until_they_are_accepted(house, now, stage, put):
    put(closed=True)
    CaseDraft.objects.update(legal_ground="")
    with pytest.raises(NotReadyToSend, match="begrundelse"):
        send_agenda(actor=house[Role.SECRETARY], sitting_id=stage, now=now)


def test_a_cancelled_meeting_frees_its_cases_tells_the_members_and_is_not_sent(send, put, house, now, stage):
    draft = put()
    send()
    cancel_sitting(actor=house[Role.SECRETARY], sitting_id=stage, reason="Sygdom", now=now)
    assert CaseDraft.objects.get(pk=draft).state == DraftState.APPROVED
    assert MeetingNotice.objects.filter(subject__startswith="Aflyst").count() == 1
    with pytest.raises(CannotStepSitting, match="Aflyst"):
        send()


def test_a_moved_meeting_is_the_same_meeting_when_it_is_sent_again(send, put, house, now, stage):
    put()
    first = send().reading.meeting_id
    facts = SittingFacts(day=date(2026, 4, 16), start_time="13", place="Byrådssalen")
    change_sitting(actor=house[Role.SECRETARY], sitting_id=stage, facts=facts, now=now)
    version = send()
    assert version.reading.meeting_id == first
    assert (version.reading.meeting.date, version.reading.meeting.start_time) == (date(2026, 4, 16), "13:00")


def test_a_renamed_body_keeps_its_meetings(send, put, stage):
    put()
    Sitting.objects.get().body.__class__.objects.update(name="Topledelsen")
    assert send().reading.meeting.body_id == "direktionen"
