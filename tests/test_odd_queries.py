"""Odd questions in the address: a clear answer on both databases, and never an error of ours."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from raadhus.kernel.roles import Role

LISTS = (
    "/moeder/?text={}",
    "/moeder/?body={}",
    "/soeg/?q={}",
    "/soeg/?kind={}",
    "/soeg/?body={}",
    "/sager/?words={}",
    "/sager/?kle={}",
    "/forpligtelser/alle/?body={}",
    "/adgang/konti/?text={}",
    "/revisionsspor/?subject={}",
    "/revisionsspor/?actor={}",
    "/api/meetings?text={}",
    "/api/meetings?body={}",
    "/api/search?q={}",
    "/api/search?kind={}",
    "/api/obligations?to_body={}",
    "/api/obligations?owner_key={}",
    "/api/access/accounts?text={}",
    "/api/audit/entries?subject_key={}",
    "/organisation/?text={}",
)
ODD = ("%00", "a%00b", "%FF%FE", "9" * 5000, "%F0%9F%92%A9", "'%22;--")


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("role", [None, Role.SECRETARY, Role.ADMINISTRATOR])
def test_a_list_asked_something_odd_answers(db, client_of, address, role):
    client = client_of(role)
    client.raise_request_exception = False
    answers = {odd: client.get(address.format(odd)).status_code for odd in ODD}
    assert {odd: status for odd, status in answers.items() if status >= 500} == {}


@pytest.mark.parametrize("text", ["a\x00b", "\x00", "\ud800"])
def test_a_text_that_no_database_keeps_is_refused(db, client_of, text):
    origin = {"kind": "meeting", "key": "1", "label": "Et møde"}
    sent = json.dumps({"text": f"Løfte {text}", "due": None, "origin": origin})
    client = client_of(Role.SECRETARY)
    client.raise_request_exception = False
    answer = client.post("/api/obligations", sent, content_type="application/json")
    assert 400 <= answer.status_code < 500


def test_a_form_with_a_null_sign_is_refused_with_a_page(db, client_of):
    answer = client_of(Role.SECRETARY).post("/sager/opret/", {"case_number": "26/1", "title": "a\x00b"})
    assert (answer.status_code, "kunne ikke forstå" in answer.content.decode()) == (400, True)


def test_a_document_with_a_null_sign_is_refused_or_read_but_never_breaks(db, client_of):
    paper = b"REFERAT Direktionen d. 02-06-2025\n\nPunkt 1: Cykel\x00stativer\n\nBaggrund\n\nNoget.\n"
    client = client_of(Role.SECRETARY)
    client.raise_request_exception = False
    sent = {"documents": SimpleUploadedFile("referat.txt", paper)}
    assert client.post("/moeder/import/", sent).status_code == 200
