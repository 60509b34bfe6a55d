"""The pages of releases, settings and job codes: who sees what, and a release started as a process of its own."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.personnel.actions import starting
from raadhus.personnel.models import FigureSettings, OccupationRow, Release
from raadhus.personnel.queries.settings import occupations, settings_on

PAGES = ("udgivelser", "udgivelser/1", "forudsaetninger", "stillinger")
LIST = "kode;gruppe;administrativ;fra;til\n264;Administration og it;ja;;\n90;Park og vej;nej;2024-01-01;\n"


def text_of(response):
    return response.content.decode()


@pytest.fixture
def made(released):
    """The release with a manifest such as the batch writes."""
    term = {"release": 1, "input": "x", "waits": True, "shown": 7, "hidden": 3, "merged": 1, "holes": {"too_few": 3}}
    released.manifest = {
        "terms": {"2025": term},
        "attacks": [{"attack": "T1", "times": 2, "people": 0, "cells": 0}],
        "made_of": {"without_group": {"777": 4}},
        "files": {"cube.duckdb": "abc"},
        "version": "1",
    }
    released.found = ["Medarbejder 7 har en løn på 3.000.000 kr."]
    released.known_to_date = date(2025, 12, 31)
    released.save()
    return released


def test_the_pages_are_for_those_who_may(made, cast, client_of):
    for page in PAGES:
        assert client_of(Role.HR).get(f"/personale/{page}/").status_code == 200, page
        assert client_of(Role.UNIT_LEADER).get(f"/personale/{page}/").status_code in {403, 404}, page


def test_a_release_tells_what_it_holds_and_findings_about_people_are_for_hr_alone(made, cast, client_of):
    hr, auditor = (text_of(client_of(role).get("/personale/udgivelser/1/")) for role in (Role.HR, Role.AUDITOR))
    assert "Rettelser i løndata for 2025 venter" in hr
    assert "Medarbejder 7" in hr
    assert "Medarbejder 7" not in auditor
    assert client_of(Role.HR).get("/personale/udgivelser/1/?manifest=1").json()["terms"]["2025"]["shown"] == 7


def test_a_release_is_started_as_a_process_of_its_own_and_only_one_at_a_time(made, cast, client_of, monkeypatch):
    started = []
    monkeypatch.setattr(
        starting, "subprocess", SimpleNamespace(Popen=lambda *_args, **more: started.append(more), DEVNULL=None)
    )
    client = client_of(Role.HR)
    client.post("/personale/udgivelser/udgiv/")
    assert [more["env"]["RAADHUS_ACTOR"] for more in started] == [cast[Role.HR].key]
    Release.objects.create(state="running", step="2025-03", done=1, total=4, started_by="HR", started_at=timezone.now())
    monkeypatch.setattr("raadhus.personnel.batch.store.Store.is_held", lambda _self: True)
    assert client.post("/personale/udgivelser/udgiv/").status_code == 409
    assert len(started) == 1
    assert "2025-03" in text_of(client.get("/personale/udgivelser/?fremdrift=1", headers={"HX-Request": "true"}))


def test_where_the_web_may_not_read_the_batchs_folder_one_sentence_says_who_releases(
    made, cast, client_of, monkeypatch
):
    def shut(_store):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("raadhus.personnel.batch.store.Store.is_held", shut)
    answer = client_of(Role.HR).post("/personale/udgivelser/udgiv/")
    assert answer.status_code == 400
    assert "bed driften køre »raadhus personnel publish«" in text_of(answer)


def test_settings_hold_from_a_day_with_a_reason_and_never_below_the_floors(made, cast, client_of):
    client = client_of(Role.HR)
    assert "ingen myndighed har fastsat grænsen" in text_of(client.get("/personale/forudsaetninger/"))
    page = client.get("/personale/forudsaetninger/ret/").context["form"]
    given = {name: "" if page[name].value() is None else page[name].value() for name in page.fields}
    said = {**given, "start": "2026-01-01", "reason": "MED har drøftet det", "least": 8}
    assert client.post("/personale/forudsaetninger/ret/", {**said, "least": 2}).status_code == 400
    assert client.post("/personale/forudsaetninger/ret/", said).status_code == 302
    assert settings_on(date(2026, 1, 1)).chosen.least == 8
    assert settings_on(date(2025, 12, 31)).chosen.least == 5
    assert FigureSettings.objects.get().reason == "MED har drøftet det"


def test_job_codes_are_taken_in_whole_or_not_at_all_and_fetched_as_they_came(made, cast, client_of):
    client = client_of(Role.HR)
    page = text_of(client.get("/personale/stillinger/"))
    assert "777" in page
    give = {"document": SimpleUploadedFile("liste.csv", LIST.encode())}
    assert client.post("/personale/stillinger/ret/", give).status_code == 302
    wrong = {"document": SimpleUploadedFile("liste.csv", (LIST + "91;;nej;;\n").encode())}
    answer = client.post("/personale/stillinger/ret/", wrong)
    assert "Linje 4: gruppen mangler" in text_of(answer)
    assert OccupationRow.objects.count() == 2
    listed, groups = occupations()
    assert listed.on("9001", date(2024, 5, 1)).group == "Park og vej"
    assert groups == ("Administration og it", "Park og vej", "Øvrige")
    assert "90;Park og vej;nej;2024-01-01" in client.get("/personale/stillinger/?export=csv").content.decode(
        "utf-8-sig"
    )


def test_the_api_gives_the_same(made, cast, client_of):
    client = client_of(Role.HR)
    assert client.get("/api/personnel/releases").json()[0]["waiting"] == ["2025"]
    assert client.get("/api/personnel/releases/1").json()["manifest"]["version"] == "1"
    line = {"code": "26", "group": "Administration og it", "administrative": True, "start": None, "end": None}
    put = client.put("/api/personnel/occupations", {"lines": [line]}, content_type="application/json")
    assert (put.status_code, client.get("/api/personnel/occupations").json()) == (200, [line])
    said = {"start": "2026-02-01", "short_days": 20, "reason": "drøftet"}
    client.post("/api/personnel/settings", said, content_type="application/json")
    assert client.get("/api/personnel/settings").json()[0]["short_days"] == 20
