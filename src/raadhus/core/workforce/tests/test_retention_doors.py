"""Retention through its doors: pages, API and the nightly command say and do the same."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.core.workforce.models import AbsenceVersion, RetentionPeriod
from raadhus.kernel.roles import Role

SCHEMA = Path(__file__).parents[5] / "docs" / "formats" / "workforce-forget.schema.json"


@pytest.fixture
def old(payroll):
    payroll.term("e1", "2010-01-01")
    payroll.absence("e1", "2014-01-01", "2014-02-01", known="2025-06-01")
    return payroll


def command(*words, **environment):
    prepared = {"prepare_database": lambda: None}
    return CliRunner(env=environment).invoke(main, ["workforce", "forget", *words], obj=prepared)


def test_the_dry_run_deletes_nothing_and_the_run_does(old):
    dry = command("--dry-run", "--json")
    jsonschema.validate(json.loads(dry.stdout), json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert AbsenceVersion.objects.count() == 1
    done = json.loads(command("--json").stdout)
    jsonschema.validate(done, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert AbsenceVersion.objects.count() == 0
    kept = [one["kept"] for one in done["forgotten"]]
    assert kept == [one["kept"] for one in json.loads(dry.stdout)["forgotten"]] == ["absences", "runs"]


def test_the_command_tells_in_danish_how_many(old):
    assert "ville blive slettet" in command("--dry-run").stdout
    assert command().stdout.endswith("er slettet.\n")


def test_the_page_shows_what_would_go_and_deletes_it_only_for_those_who_may(old, client_of):
    page = client_of(Role.DPO).get("/loendata/slettefrister/").content.decode()
    assert "Forslag, ikke besluttet" in page
    assert "Slet dem nu" not in page
    assert client_of(Role.DPO).post("/loendata/slettefrister/slet-nu/").status_code == 403
    assert "Slet dem nu" in client_of(Role.HR).get("/loendata/slettefrister/").content.decode()
    client_of(Role.HR).post("/loendata/slettefrister/slet-nu/")
    assert AbsenceVersion.objects.count() == 0
    shown = client_of(Role.AUDITOR).get("/loendata/slettefrister/slettet/").content.decode()
    assert "Fravær, fra dets sidste dag" in shown
    assert "e1" not in client_of(Role.AUDITOR).get("/loendata/slettefrister/slettet/?export=csv").content.decode()


def test_a_period_is_set_on_the_page_and_what_cannot_be_stays_in_the_form(old, client_of):
    given = {"kept": "absences", "months": "6", "start": "2999-01-01", "ground": "Besluttet af direktionen"}
    refused = client_of(Role.HR).post("/loendata/slettefrister/saet/", given)
    assert refused.status_code == 400
    assert "fra 12 til 1200" in refused.content.decode()
    assert "Besluttet af direktionen" in refused.content.decode()
    assert client_of(Role.HR).post("/loendata/slettefrister/saet/", given | {"months": "36"}).status_code == 302
    assert RetentionPeriod.objects.get().months == 36
    assert "36 måneder fra 01.01.2999" in client_of(Role.HR).get("/loendata/slettefrister/").content.decode()


def test_the_api_sets_tells_and_deletes(old, client_of):
    hr = client_of(Role.HR)
    given = {"kept": "runs", "months": 24, "start": "2999-01-01", "ground": "Besluttet"}
    assert hr.post("/api/workforce/retention", given, content_type="application/json").status_code == 200
    told = client_of(Role.DPO).get("/api/workforce/retention").json()
    assert [(one["kept"], one["start"]) for one in told if not one["is_suggestion"]] == [("runs", "2999-01-01")]
    due = client_of(Role.AUDITOR).get("/api/workforce/retention/due").json()
    assert {one["kept"]: one["rows"] for one in due}["absences"] == 1
    assert client_of(Role.DPO).post("/api/workforce/retention/forget").status_code == 403
    gone = hr.post("/api/workforce/retention/forget").json()
    assert client_of(Role.DPO).get("/api/workforce/retention/forgotten").json() == list(reversed(gone))


def test_the_sheet_shows_what_is_not_verified_as_such(old, client_of):
    page = client_of(Role.DPO).get("/loendata/konsekvensanalyse/").content.decode()
    assert page.count("Ikke efterprøvet") == 4
    assert "Ingen kilde i brug må indeholde CPR-numre." in page
    assert "Slå fravær og helbredsoplysninger op" in page
