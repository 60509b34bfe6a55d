"""The pages of approval and signature, in the way a participant, the secretary and a citizen meet them."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from tests.cast import PASSWORD

from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.actions.signing_keys import rotate_signing_key
from raadhus.meetings.models import MinutesStatement, Signatory
from raadhus.meetings.models.freezing import SignatoryGiven
from raadhus.meetings.queries.signed_minutes import published_keys
from raadhus.meetings.rules.signing.demands import SignerPart
from raadhus.meetings.tests.papers import CANARY

CHAIR = Role.CHIEF_EXECUTIVE


@pytest.fixture
def meeting(published, cast):
    people = [
        SignatoryGiven(cast[CHAIR].name, cast[CHAIR].key, SignerPart.CHAIR),
        SignatoryGiven(cast[Role.AUDITOR].name, cast[Role.AUDITOR].key, SignerPart.MEMBER, present=False),
    ]
    given = {"signatories": people, "rule": "chair", "deadline": timezone.localdate() + timedelta(days=7)}
    actions.put_up_document(actor=cast[Role.SECRETARY], meeting_id=published, **given, now=timezone.now())
    return published


@pytest.fixture
def chair(client_of):
    """The chair, who has just confirmed who it is."""
    client = client_of(CHAIR)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.fixture
def signed(meeting, chair):
    chair.post(reverse("meetings:sign", args=[meeting]), {"version_number": 1, "act": "signed"})
    assert MinutesStatement.objects.count() == 2
    return meeting


def page(client, name, *args):
    return client.get(reverse(f"meetings:{name}", args=args), follow=True).content.decode()


def test_a_signatory_confirms_and_signs(meeting, client_of, chair):
    assert "Bekræft, at det er dig" in page(client_of(CHAIR), "signing", meeting)
    assert "Send mit svar" in page(chair, "signing", meeting)
    answer = chair.post(reverse("meetings:sign", args=[meeting]), {"version_number": 1, "act": "signed"}, follow=True)
    assert "endeligt underskrevet" in answer.content.decode()


def test_without_confirming_nothing_is_signed_and_nothing_lost(meeting, client_of):
    sent = {"version_number": 1, "act": "signed_with_reservation", "remark": "Tallet er forkert"}
    answer = client_of(CHAIR).post(reverse("meetings:sign", args=[meeting]), sent).content.decode()
    assert ("Tallet er forkert" in answer, "Bekræft, at det er dig, før du underskriver." in answer) == (True, True)
    assert not MinutesStatement.objects.exists()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SECRETARY, Role.EMPLOYEE])
def test_others_cannot_sign_in_the_chairs_name(meeting, client_of, role):
    client = client_of(role)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    own = Signatory.objects.get(part="chair").pk
    client.post(reverse("meetings:sign", args=[meeting]), {"version_number": 1, "act": "signed", "signatory": own})
    sent = {"version_number": 1, "act": "signed", "name": "Karl Krage", "person_key": "karl-krage"}
    answer = client.post(f"/api/meetings/{meeting}/signature", json.dumps(sent), content_type="application/json")
    assert answer.status_code == 400
    assert not MinutesStatement.objects.exists()


def test_what_waits_stands_in_the_list_and_on_the_front_page(meeting, client_of):
    assert "Direktionen" in page(client_of(CHAIR), "waiting_minutes")
    assert "Referater, der venter på din underskrift" in client_of(CHAIR).get("/").content.decode()
    assert "Ingen referater venter på dig" in page(client_of(Role.HR), "waiting_minutes")


def test_the_public_sees_the_signatures_when_they_are_complete(meeting, client_of, chair):
    public = client_of(None)
    assert "Til godkendelse og underskrift" not in page(public, "meeting", meeting)
    chair.post(reverse("meetings:sign", args=[meeting]), {"version_number": 1, "act": "signed"})
    shown = page(public, "meeting", meeting)
    assert ("Underskrevet" in shown, "Karl Krage" in shown, CANARY in shown) == (True, True, False)


def test_anybody_verifies_the_file_on_the_page(signed, client_of):
    public = client_of(None)
    data = public.get(reverse("meetings:signed_file", args=[signed])).content
    sent = {"file": SimpleUploadedFile("referat.json", data)}
    assert "seglet er vores" in public.post(reverse("meetings:control"), sent).content.decode()
    changed = data.decode().replace("Budget for 2027", "Budget for 2028")
    answer = public.post(reverse("meetings:control"), {"text": changed}).content.decode()
    assert "Punkt 2 er ikke det, der blev underskrevet." in answer


@pytest.mark.parametrize("text", ["", "hej", "{}", "[1]", '{"format": "raadhus-signed-minutes/1"}'])
def test_anything_else_gets_a_sentence(db, client_of, text):
    answer = client_of(None).post(reverse("meetings:control"), {"text": text})
    assert (answer.status_code, "Der er noget, der skal rettes" in answer.content.decode()) == (200, True)


def test_a_file_from_before_the_newest_addition_is_told(signed, client_of, cast):
    public = client_of(None)
    data = public.get(reverse("meetings:signed_file", args=[signed])).content.decode()
    given = {"text": "Sluttid 11.45", "is_public": True}
    actions.add_correction(actor=cast[Role.SECRETARY], meeting_id=signed, **given, now=timezone.now())
    assert "kommet tilføjelser siden" in public.post(reverse("meetings:control"), {"text": data}).content.decode()
    assert "Sluttid 11.45" in page(public, "meeting", signed)


def test_the_secretary_adds_a_correction_on_the_page(signed, client_of):
    client = client_of(Role.SECRETARY)
    sent = {"item": "2", "text": "Beløbet er 12.000 kr."}
    answer = client.post(reverse("meetings:add_correction", args=[signed]), sent, follow=True).content.decode()
    assert ("Tilføjelsen er skrevet." in answer, "Beløbet er 12.000 kr." in answer) == (True, True)


def test_a_key_out_of_use_still_verifies_and_a_compromised_one_is_told(signed, client_of, cast):
    public, admin = client_of(None), cast[Role.ADMINISTRATOR]
    data = public.get(reverse("meetings:signed_file", args=[signed])).content.decode()
    rotate_signing_key(actor=admin, now=timezone.now())
    assert "seglet er vores" in public.post(reverse("meetings:control"), {"text": data}).content.decode()
    assert len(published_keys()["keys"]) == 2
    assert len(public.get(reverse("meetings:signing_keys")).json()["keys"]) == 2


def test_another_secret_makes_another_key(signed, settings, cast):
    settings.SIGNING_KEY = "en ny hemmelighed"
    actions.add_correction(actor=cast[Role.SECRETARY], meeting_id=signed, text="x", now=timezone.now())
    ids = [one["key_id"] for one in published_keys()["keys"]]
    assert len(set(ids)) == 2


def test_an_objection_is_made_and_answered_on_the_page(meeting, client_of):
    client_of(CHAIR).post(reverse("meetings:approve_minutes", args=[meeting]), {"remark": "Punkt 2 er forkert"})
    secretary = client_of(Role.SECRETARY)
    assert "Punkt 2 er forkert" in page(secretary, "signing", meeting)
    signatory = Signatory.objects.get(part="chair").pk
    path = reverse("meetings:answer_objection", args=[meeting, signatory])
    assert "Indsigelsen er besvaret." in secretary.post(path, {"reply": "Fastholdt"}, follow=True).content.decode()


def test_an_objection_is_not_for_the_public(meeting, client_of):
    client_of(CHAIR).post(reverse("meetings:approve_minutes", args=[meeting]), {"remark": f"{CANARY} er forkert"})
    assert CANARY not in page(client_of(None), "signing", meeting)
