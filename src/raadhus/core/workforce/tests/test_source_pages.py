"""The pages of payroll's sources: begun from a profile or a file, edited without scripts, and nothing is lost when something is wrong."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.models import PayrollSource
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, PROFILES
from raadhus.kernel.roles import Role

FILE = "Tjenestenummer;Startdato;Slutdato;Fraværskode\n12;2024-01-08;;790\n13;2024-01-09;;999\n"


def fields_of(page):
    """What a browser would post back from the page's own form."""
    form = page[page.index('<input type="hidden" name="subject"') :]
    given = {}
    for tag in re.findall(r"<input [^>]*>", form):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        is_box = said.get("type") == "checkbox"
        if not is_box or " checked" in tag:
            given[said.get("name", "")] = said.get("value", "on" if is_box else "").replace("&quot;", '"')
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        given[name] = chosen[1] if chosen else ""
    given.pop("csrfmiddlewaretoken", None)
    return given


@pytest.fixture
def hr(client_of):
    return client_of(Role.HR)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_source_is_made_of_a_ready_made_mapping_as_it_stands(hr, profile):
    page = hr.post("/loendata/kilder/ny/", {"name": "Løn", "start": profile}).content.decode()
    answer = hr.post("/loendata/kilder/opret/", fields_of(page))
    assert answer.status_code == 302, re.findall(r"nobullet-list(.*?)</ul>", answer.content.decode(), re.DOTALL)
    made = PayrollSource.objects.get(pk="loen")
    assert made.mapping["codes"].keys() == PROFILES[profile].codes.keys()


def test_a_file_suggests_columns_and_asks_what_its_unknown_codes_mean(hr):
    upload = SimpleUploadedFile("fravær.csv", FILE.encode())
    page = hr.post(
        "/loendata/kilder/ny/", {"name": "SD", "start": "fil-absences", "documents": upload}
    ).content.decode()
    given = fields_of(page)
    assert given["column_first"] == "Startdato"
    assert [given[f"codes-{n}-code"] for n in range(3)] == ["790", "999", ""]
    refused = hr.post("/loendata/kilder/opret/", given)
    assert "Vælg, hvad koden 999 betyder." in refused.content.decode()
    again = fields_of(refused.content.decode())
    assert again == given
    again["codes-1-meaning"] = "holiday"
    assert hr.post("/loendata/kilder/opret/", again).status_code == 302
    assert PayrollSource.objects.get().mapping["codes"]["999"] == {"kind": "holiday", "sends_notification": True}


def test_our_own_words_in_a_heading_are_suggested_too(hr):
    upload = SimpleUploadedFile("x.csv", "Ansættelse;Første fraværsdag;Kode\n12;2024-01-08;790\n".encode())
    page = hr.post("/loendata/kilder/ny/", {"name": "SD", "start": "fil-absences", "documents": upload})
    given = fields_of(page.content.decode())
    assert [given[f"column_{name}"] for name in ("employment", "first", "code")] == [
        "Ansættelse",
        "Første fraværsdag",
        "",
    ]


def test_a_file_that_is_no_table_is_answered_with_a_sentence(hr):
    upload = SimpleUploadedFile("x.csv", b"kun en kolonne\n1\n")
    answer = hr.post("/loendata/kilder/ny/", {"name": "SD", "start": "fil-absences", "documents": upload})
    assert answer.status_code == 400
    assert "kolonnerne kan ikke skilles ad" in answer.content.decode()


def test_what_was_written_stays_when_somebody_else_was_first(hr, cast, now):
    made = create_source(actor=cast[Role.HR], name="Løn", mapping=OWN_ABSENCES, now=now)
    given = fields_of(hr.get(f"/loendata/kilder/{made.key}/ret/").content.decode())
    assert hr.post(f"/loendata/kilder/{made.key}/ret/", {**given, "name": "Først"}).status_code == 302
    late = hr.post(f"/loendata/kilder/{made.key}/ret/", {**given, "name": "Sidst"})
    assert late.status_code == 400
    assert "En anden har ændret" in late.content.decode()
    assert 'value="Sidst"' in late.content.decode()


def test_a_source_is_taken_out_of_use_and_in_again(hr, cast, now):
    made = create_source(actor=cast[Role.HR], name="Løn", mapping=OWN_ABSENCES, now=now)
    hr.post(f"/loendata/kilder/{made.key}/brug/", {"active": "0"})
    assert not PayrollSource.objects.get().is_active
    assert "Tag i brug igen" in hr.get(f"/loendata/kilder/{made.key}/").content.decode()
    hr.post(f"/loendata/kilder/{made.key}/brug/", {"active": "1"})
    assert PayrollSource.objects.get().is_active


def test_the_empty_list_says_what_to_do(client_of):
    assert "Sæt den første op" in client_of(Role.HR).get("/loendata/").content.decode()
    assert "Sæt den første op" not in client_of(Role.AUDITOR).get("/loendata/").content.decode()
    assert client_of(Role.UNIT_LEADER).get("/loendata/").status_code == 403
