"""A file that shows that an obligation was met: handed in on its page, given out by the same rule as the obligation."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from raadhus.core.obligations.public import Status, obligation
from raadhus.kernel.roles import Role

CONTENT = b"Planen er vedtaget.\n"


@pytest.fixture(autouse=True)
def _storage(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "documents": {**settings.STORAGES["documents"], "OPTIONS": {"location": str(tmp_path)}},
    }


@pytest.fixture
def hand_in(client_of):
    def post(key, content=CONTENT, name="plan.txt", **more):
        file = SimpleUploadedFile(name, content)
        return client_of(Role.EMPLOYEE).post(reverse("obligations:complete", args=[key]), {"file": file, **more})

    return post


def test_the_owner_hands_in_a_file_and_others_fetch_it(promise, hand_in, client_of):
    given = promise()
    assert hand_in(given.key).status_code == 302
    client = client_of(Role.SECRETARY)
    page = client.get(given.url)
    (evidence,) = page.context["found"].evidence
    address = reverse("obligations:evidence_file", args=[given.key, evidence.key])
    assert address in page.content.decode()
    fetched = client.get(address)
    assert b"".join(fetched.streaming_content) == CONTENT
    assert 'attachment; filename="plan.txt"' in fetched["Content-Disposition"]


def test_a_file_of_a_closed_matter_is_given_to_those_who_may_see_it(promise, hand_in, client_of):
    given = promise(closed=True)
    hand_in(given.key)
    evidence = client_of(Role.EMPLOYEE).get(given.url).context["found"].evidence[0]
    address = reverse("obligations:evidence_file", args=[given.key, evidence.key])
    answers = {role: client_of(role).get(address) for role in (Role.AUDITOR, Role.UNIT_LEADER, Role.HR)}
    statuses = {role: answer.status_code for role, answer in answers.items()}
    answers[Role.AUDITOR].close()
    assert statuses == {Role.AUDITOR: 200, Role.UNIT_LEADER: 404, Role.HR: 404}


def test_a_file_that_is_not_kept_leaves_it_open_and_the_words_in_the_form(promise, hand_in, cast, now):
    given = promise()
    answer = hand_in(given.key, content=b"\x00\x01\x02", name="plan.exe", text="Se vedlagte plan")
    assert answer.status_code == 400
    assert "Se vedlagte plan" in answer.content.decode()
    assert obligation(cast[Role.EMPLOYEE], given.key, now=now).obligation.status is Status.OPEN


def test_the_api_takes_a_file(promise, client_of):
    given = promise()
    file = SimpleUploadedFile("plan.txt", CONTENT)
    answer = client_of(Role.EMPLOYEE).post(f"/api/obligations/{given.key}/complete-with-file", {"file": file})
    assert (answer.status_code, answer.json()["status"]) == (200, "done")


def test_the_api_opens_no_file_by_its_hash(promise, client_of):
    given = promise()
    body = {"text": "Se filen", "file_sha256": "0" * 64}
    client = client_of(Role.EMPLOYEE)
    client.post(f"/api/obligations/{given.key}/complete", body, content_type="application/json")
    assert client.get(f"/api/obligations/{given.key}").json()["evidence"][0]["file_sha256"] == ""


@pytest.mark.parametrize("kind", ["agenda_item", "standing_decision", "Noget andet"])
def test_the_api_names_no_thing_of_the_house_as_origin(client_of, kind):
    body = {"text": "Noget", "origin": {"kind": kind, "key": "1", "label": "Et punkt"}}
    answer = client_of(Role.SECRETARY).post("/api/obligations", body, content_type="application/json")
    assert answer.status_code == 400
    assert "i hånden" in answer.json()["detail"]
