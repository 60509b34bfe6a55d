import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from raadhus.kernel.roles import EMPLOYEES, Role
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.tests.papers import reading


@pytest.fixture
def secretary(client_of):
    return client_of(Role.SECRETARY)


def post(client: Client, path, **sent):
    return client.post(f"/api/{path}", json.dumps(sent), content_type="application/json")


def test_everybody_lists_what_is_published(published, client_of):
    answer = client_of(None).get("/api/meetings").json()
    assert answer["total"] == 1
    assert answer["meetings"][0]["id"] == published


def test_a_meeting_has_the_form_of_parse_with_ids(published, client_of):
    answer = client_of(None).get(f"/api/meetings/{published}").json()
    assert answer["body"] == "Direktionen"
    assert [item["title"] for item in answer["items"]] == ["Lukket", "Budget for 2027"]
    assert answer["items"][1]["id"] == str(AgendaItem.objects.get(closed=False).pk)


def test_an_item_is_had_by_its_id(published, client_of):
    item = AgendaItem.objects.get(closed=False).pk
    assert client_of(None).get(f"/api/meetings/{published}/items/{item}").json()["case_number"] == "26/100"


def test_a_document_is_imported_confirmed_published_and_taken_back(papers, secretary, client_of):
    papers["referat.txt"] = reading()
    file = SimpleUploadedFile("referat.txt", b"x" * 300)
    meeting = secretary.post("/api/documents", {"file": file}).json()["meeting_id"]
    assert post(secretary, f"meetings/{meeting}/readings", number=1, edits={"place": "Salen"}).json()["number"] == 2
    assert post(secretary, f"meetings/{meeting}/readings/confirm", number=2).status_code == 200
    assert post(secretary, f"meetings/{meeting}/publish", accept_warnings=True).status_code == 200
    assert client_of(None).get(f"/api/meetings/{meeting}").json()["place"] == "Salen"
    assert post(secretary, f"meetings/{meeting}/unpublish", reason="fejl").status_code == 200
    assert client_of(None).get(f"/api/meetings/{meeting}").status_code == 404


def test_a_stale_number_is_a_conflict(imported, secretary):
    post(secretary, f"meetings/{imported}/readings", number=1, edits={"place": "Salen"})
    assert post(secretary, f"meetings/{imported}/readings/confirm", number=1).status_code == 409


def test_readings_are_listed_and_restored(imported, secretary):
    post(secretary, f"meetings/{imported}/readings", number=1, edits={"place": "Salen"})
    assert post(secretary, f"meetings/{imported}/readings/restore", number=1).json()["number"] == 3
    rows = secretary.get(f"/api/meetings/{imported}/readings").json()
    assert [row["number"] for row in rows] == [3, 2, 1]


def test_a_download_is_the_disclosed_file(published, client_of):
    text = client_of(None).get(f"/api/meetings/{published}/export/md").content.decode()
    assert "Budget for 2027" in text


WRITES = (
    ("readings", {"number": 1, "edits": {}}),
    ("readings/restore", {"number": 1}),
    ("readings/confirm", {"number": 1}),
    ("publish", {}),
    ("unpublish", {"reason": "x"}),
)


@pytest.mark.parametrize(("path", "sent"), WRITES)
@pytest.mark.parametrize("role", sorted(EMPLOYEES - {Role.SECRETARY}))
def test_only_the_secretary_writes(imported, client_of, role, path, sent):
    assert post(client_of(role), f"meetings/{imported}/{path}", **sent).status_code == 403
    assert Meeting.objects.get().published_at is None


@pytest.mark.parametrize(("path", "sent"), WRITES)
def test_nobody_writes_without_a_login(imported, client_of, path, sent):
    assert post(client_of(None), f"meetings/{imported}/{path}", **sent).status_code in {401, 403}


def test_a_start_beyond_every_list_is_refused_with_a_sentence(published, client_of):
    assert client_of(None).get(f"/api/meetings?start={'9' * 30}").status_code == 422
