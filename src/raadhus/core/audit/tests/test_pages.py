from datetime import timedelta

import pytest

from raadhus.core.audit import public as audit
from raadhus.core.audit.models import Entry
from raadhus.kernel.roles import Role


@pytest.fixture(autouse=True)
def _some_deeds(cast, now):
    actor = cast[Role.ADMINISTRATOR]
    for number in range(3):
        subject = audit.Subject("enhed", f"e{number}", f"Enhed {number}")
        personal = {"name": "Ole Opdigtet"} if number == 1 else None
        event = "audit.dropped"
        at = now + timedelta(days=number)
        audit.record(actor=actor, event=event, subject=subject, data={"entries": 7}, personal=personal, now=at)


@pytest.fixture
def page(client_of):
    return lambda address, role=Role.AUDITOR: client_of(role).get(address).content.decode()


def sequence_of(key):
    return Entry.objects.get(subject_key=key).sequence


def test_the_log_reads_as_sentences(page):
    assert "slettede Enhed 2 med 7 poster efter udløb" in page("/revisionsspor/")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("subject=e1", {"e1"}),
        ("kind=enhed&from=2026-03-17", {"e1", "e2"}),
        ("kind=enhed&to=2026-03-16", {"e0"}),
        ("event=audit.dropped&actor=anders-birk", {"e0", "e1", "e2"}),
        ("event=findes-ikke&subject=e2", {"e2"}),
        ("from=i-dag&subject=e2", {"e2"}),
        ("from=0001-01-01&to=9999-12-31&subject=e2", {"e2"}),
    ],
)
def test_the_log_can_be_narrowed(page, query, shown):
    text = page(f"/revisionsspor/?{query}")
    assert {f"e{number}" for number in range(3) if f"slettede Enhed {number} " in text} == shown


def test_an_entry_shows_what_it_holds(page):
    text = page(f"/revisionsspor/{sequence_of('e1')}")
    assert all(
        word in text for word in ("Ole Opdigtet", "Enhed 1", "anders-birk", Entry.objects.get(subject_key="e1").mac)
    )


def test_an_entry_says_that_its_personal_content_was_erased(page, cast, now):
    sequence = sequence_of("e1")
    subject = audit.Subject("enhed", "e1", "Enhed 1")
    audit.erase_personal(actor=cast[Role.ADMINISTRATOR], subject=subject, reason="Anmodning", now=now)
    text = page(f"/revisionsspor/{sequence}")
    assert ("er slettet" in text, "Ole Opdigtet" in text) == (True, False)


def test_an_entry_that_never_was_is_not_found(client_of):
    assert client_of(Role.AUDITOR).get("/revisionsspor/99999").status_code == 404


def test_the_trail_is_verified_and_sealed_from_the_page(client_of):
    client = client_of(Role.ADMINISTRATOR)
    assert "Sporet er urørt" in client.post("/revisionsspor/segmenter/efterproev").content.decode()
    assert "er forseglet" in client.post("/revisionsspor/segmenter/forsegl", follow=True).content.decode()
    assert "skal gemmes til" in client.post("/revisionsspor/segmenter/1/slet", follow=True).content.decode()


def test_an_auditor_reads_and_verifies_but_neither_seals_nor_drops(client_of):
    client = client_of(Role.AUDITOR)
    assert client.post("/revisionsspor/segmenter/efterproev").status_code == 200
    assert client.post("/revisionsspor/segmenter/forsegl").status_code == 403
    assert client.post("/revisionsspor/segmenter/1/slet").status_code == 403


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.SECRETARY, Role.HR])
def test_others_do_not_read_the_log(client_of, role):
    assert client_of(role).get("/revisionsspor/").status_code == 403


def test_the_log_can_be_taken_as_a_file(client_of):
    answer = client_of(Role.AUDITOR).get("/revisionsspor/?kind=enhed&export=csv")
    assert answer.content.decode().count("audit.dropped") == 3


def test_the_api_gives_pages_of_the_log(client_of):
    answer = client_of(Role.AUDITOR).get("/api/audit/entries?subject_kind=enhed&until=2026-03-17").json()
    assert (answer["total"], [one["subject_key"] for one in answer["entries"]]) == (2, ["e1", "e0"])
