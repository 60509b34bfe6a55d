"""The API refuses in one form, problem JSON with a Danish sentence, whoever it is that refuses; and ignores nothing in silence."""

import pytest
from django.test import Client

from raadhus.kernel.roles import Role


@pytest.fixture
def secretary(client_of):
    return client_of(Role.SECRETARY)


def refused(answer, status):
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    return body["detail"]


def test_an_address_that_is_none_is_refused_in_the_same_form(db):
    assert "/api/docs/" in refused(Client().get("/api/findes-ikke"), 404)


def test_a_method_that_an_address_does_not_take_is_refused_in_the_same_form(secretary):
    answer = secretary.delete("/api/cases")
    refused(answer, 405)
    assert "GET" in answer["Allow"]


def test_a_fault_of_ours_gives_its_number(db, settings, monkeypatch):
    settings.ROOT_URLCONF = "raadhus.config.tests.api_fault"
    answer = Client(raise_request_exception=False).get("/api/fault")
    assert "nummer" in refused(answer, 500)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("hej", "text/plain"),
        (b'{"title": "\xe6"}', "application/json"),
        ("[" * 100_000, "application/json"),
        ("--x\r\n", "multipart/form-data; boundary=x"),
        ("uden grænse", "multipart/form-data"),
    ],
)
def test_what_is_no_json_is_said_in_danish(secretary, body, kind):
    sentence = refused(secretary.post("/api/cases", body, content_type=kind), 400)
    assert "Cannot" not in sentence


def test_the_sentence_names_what_is_missing(secretary):
    assert "case_number" in refused(secretary.post("/api/cases", "{}", content_type="application/json"), 422)


def test_a_filter_that_is_not_known_is_refused_and_never_ignored(secretary):
    sentence = refused(secretary.get("/api/cases?ord=refusion"), 422)
    assert "ord" in sentence
    assert "words" in sentence
    assert secretary.get("/api/cases?words=refusion").status_code == 200
    assert "nosuch" in refused(secretary.get("/api/access/me?nosuch=1"), 422)
