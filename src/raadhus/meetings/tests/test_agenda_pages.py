"""The pages of cases and sittings: what each role sees and can do in a browser without scripts."""

from contextlib import closing
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.models import CaseDraft, DraftAttachment, Sitting, Treatment
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_sitting

PDF = b"%PDF-1.4\n" + b"x" * 200


@pytest.fixture
def sitting(house, now):
    make_body()
    return make_sitting(house[Role.SECRETARY], now)


@pytest.fixture
def put(house, now, sitting):
    def put_on(title, **facts):
        draft = make_draft(house[Role.EMPLOYEE], now, title=title, state=DraftState.APPROVED, **facts)
        plan_draft(actor=house[Role.SECRETARY], draft_id=draft, sitting_id=sitting, now=now)
        return draft

    return put_on


def page(client, name, *args):
    return client.get(reverse(f"meetings:{name}", args=args)).content.decode()


def test_an_employee_writes_a_case_from_nothing_to_proposed(client_of, house, sitting):
    client = client_of(Role.EMPLOYEE)
    client.post(reverse("meetings:draft_new"), {"body_key": "direktionen", "title": "Ny cykelsti"})
    draft = CaseDraft.objects.get()
    facts = {
        "title": "Cykelsti",
        "case_number": "26/77",
        "case_type": "decision",
        "estimated_minutes": "10",
        "revision": "0",
    }
    client.post(reverse("meetings:draft_facts", args=[draft.pk]), facts)
    client.post(reverse("meetings:draft_propose", args=[draft.pk]))
    draft.refresh_from_db()
    assert (draft.title, draft.case_number, draft.state) == ("Cykelsti", "26/77", "proposed")


def test_what_is_wrong_is_said_in_the_form_and_nothing_is_lost(client_of, house, now, sitting):
    draft = make_draft(house[Role.EMPLOYEE], now)
    answer = client_of(Role.EMPLOYEE).post(
        reverse("meetings:draft_facts", args=[draft]),
        {"title": "Min titel", "case_number": "nej", "case_type": "decision", "revision": "0"},
    )
    assert answer.status_code == 400
    assert "kommunens form" in answer.content.decode()
    assert "Min titel" in answer.content.decode()


def test_the_lists_show_each_what_is_theirs(client_of, house, now, sitting):
    make_draft(house[Role.EMPLOYEE], now, title="Foreslået sag", state=DraftState.PROPOSED)
    assert "Foreslået sag" in page(client_of(Role.EMPLOYEE), "drafts_mine")
    assert "Foreslået sag" in page(client_of(Role.SECRETARY), "drafts_waiting")
    assert "Foreslået sag" not in page(client_of(Role.HR), "drafts_all")


def test_a_closed_case_keeps_its_title_out_of_the_lists(client_of, house, now, sitting):
    make_draft(house[Role.EMPLOYEE], now, title="Fyringen", closed=True, public_title="Personalesag")
    listed = page(client_of(Role.SECRETARY), "drafts_all")
    assert "Personalesag" in listed
    assert "Fyringen" not in listed


def test_the_workroom_shows_an_employee_no_case_of_others(client_of, put, sitting):
    put("Åben sag")
    seen = page(client_of(Role.HR), "workroom", sitting)
    assert "Åben sag" not in seen
    assert "Sager skal være inde" in seen


def test_buttons_move_an_item_without_scripts(client_of, put, sitting):
    put("Først")
    second = put("Sidst")
    Sitting.objects.update(revision=5)
    address = reverse("meetings:item_move", args=[sitting, second])
    client_of(Role.SECRETARY).post(address, {"place": "0", "revision": "5"})
    assert list(Treatment.objects.order_by("number").values_list("draft__title", flat=True)) == ["Sidst", "Først"]


def test_the_second_of_two_secretaries_is_told(client_of, put, sitting):
    put("Først")
    second = put("Sidst")
    address = reverse("meetings:item_move", args=[sitting, second])
    answer = client_of(Role.SECRETARY).post(address, {"place": "0", "revision": "0"}, follow=True)
    assert "ændret af en anden" in answer.content.decode()


def test_a_new_version_of_an_attachment_keeps_the_old_one(client_of, house, now, sitting):
    draft = make_draft(house[Role.EMPLOYEE], now)
    client, address = client_of(Role.EMPLOYEE), reverse("meetings:draft_attach", args=[draft])
    client.post(address, {"file": SimpleUploadedFile("plan.pdf", PDF), "publish": "on"})
    first = DraftAttachment.objects.get()
    client.post(
        address, {"file": SimpleUploadedFile("plan2.pdf", PDF + b"y"), "publish": "on", "replaces": str(first.pk)}
    )
    rows = DraftAttachment.objects.order_by("version").values_list("version", "title", "replaced_at")
    assert [(version, title, bool(gone)) for version, title, gone in rows] == [(1, "plan", True), (2, "plan", False)]


def test_too_large_a_file_is_one_clear_sentence(client_of, house, now, sitting, settings):
    settings.DOCUMENTS_MAX_BYTES = 1_000_000
    draft = make_draft(house[Role.EMPLOYEE], now)
    file = SimpleUploadedFile("stor.pdf", PDF + b"x" * 1_000_001)
    answer = client_of(Role.EMPLOYEE).post(reverse("meetings:draft_attach", args=[draft]), {"file": file}, follow=True)
    assert "stor.pdf: filen fylder over 1 MB" in answer.content.decode()
    assert not DraftAttachment.objects.exists()


def test_others_do_not_get_the_attachment(client_of, house, now, sitting):
    draft = make_draft(house[Role.EMPLOYEE], now)
    client_of(Role.EMPLOYEE).post(
        reverse("meetings:draft_attach", args=[draft]), {"file": SimpleUploadedFile("plan.pdf", PDF)}
    )
    address = reverse("meetings:draft_attachment", args=[draft, DraftAttachment.objects.get().pk])
    assert client_of(Role.HR).get(address).status_code == 404
    with closing(client_of(Role.SECRETARY).get(address)) as answer:
        assert b"".join(answer.streaming_content) == PDF


def test_a_series_says_what_it_skipped(client_of, sitting):
    given = {"body_key": "direktionen", "day": "2026-05-14", "weeks": "1", "last": "2026-05-28"}
    answer = client_of(Role.SECRETARY).post(reverse("meetings:sitting_new"), given, follow=True)
    assert "Kristi himmelfartsdag" in answer.content.decode()
    assert Sitting.objects.filter(date__month=5).count() == 2


def test_the_secretary_sends_from_the_workroom_and_sees_the_version(client_of, put, sitting):
    put("En sag")
    client = client_of(Role.SECRETARY)
    answer = client.post(
        reverse("meetings:agenda_send", args=[sitting]), {"accept_warnings": "on", "note": "Første"}, follow=True
    )
    assert "Første" in answer.content.decode()
    assert Sitting.objects.get().state == "sent"


def test_the_calendar_says_when_a_meeting_is_cancelled(client_of, sitting):
    Sitting.objects.update(state="cancelled", date=date(2999, 1, 8))
    assert "STATUS:CANCELLED" in page(client_of(Role.EMPLOYEE), "sittings_calendar")
