"""Payroll's files come in by the command and by the API, and the report has its published form."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from raadhus.config.cli import main
from raadhus.core.workforce.models import AbsenceVersion
from raadhus.core.workforce.tests.payroll import ABSENCES, give, source
from raadhus.kernel.roles import Role

pytestmark = pytest.mark.django_db

SCHEMA = json.loads((Path(__file__).parents[5] / "docs/formats/workforce-import.schema.json").read_text("utf-8"))
GOOD = ABSENCES + "e1;2024-01-08;2024-01-12;sickness\n"
BAD = ABSENCES + "e1;2024-01-08;2024-01-01;sickness\n" * 30


def command(*arguments):
    return CliRunner().invoke(main, ["workforce", *arguments], obj={"prepare_database": lambda: None})


@pytest.fixture
def files(tmp_path, now):
    source(now)
    for name, text in {"god.csv": GOOD, "daarlig.csv": BAD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_command_takes_a_file_in_once(files):
    first = command("import", str(files / "god.csv"), "--source", "own-absences")
    assert (first.exit_code, "1 række, 1 ny, 0 ændrede, 0 udgåede, 0 uændrede" in first.stdout) == (0, True)
    again = command("import", str(files / "god.csv"), "--source", "own-absences")
    assert (again.exit_code, "intet nyt" in again.stdout) == (0, True)


def test_the_command_tells_the_first_problems_and_how_many_more(files):
    answer = command("import", str(files / "daarlig.csv"), str(files / "god.csv"), "--source", "own-absences")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "daarlig.csv, linje 2: last: slutter 01.01.2024" in answer.stderr
    assert "30 fejl" in answer.stderr
    assert "10 fejl er ikke vist" in answer.stderr
    assert "1 fil efter den afviste" in answer.stderr
    assert AbsenceVersion.objects.count() == 0


def test_the_report_has_its_published_form(files):
    for name, code in {"god.csv": 0, "daarlig.csv": 2}.items():
        answer = command("import", str(files / name), "--source", "own-absences", "--json")
        assert answer.exit_code == code
        jsonschema.validate(json.loads(answer.stdout), SCHEMA)
    listed = command("runs", "--json")
    jsonschema.validate(json.loads(listed.stdout), SCHEMA)
    assert [one["state"] for one in json.loads(listed.stdout)] == ["refused", "done"]


def test_the_runs_are_listed_for_people_and_none_says_what_to_do(files):
    assert "workforce import" in command("runs").stdout
    command("import", str(files / "god.csv"), "--source", "own-absences")
    assert "god.csv: 1 ny, 0 ændrede" in command("runs", "--source", "own-absences").stdout


def test_a_file_or_a_source_that_is_not_there_is_one_line(files):
    nothing = command("import", str(files / "borte.csv"), "--source", "own-absences")
    assert (nothing.exit_code, nothing.stderr.count("\n")) == (2, 1)
    unknown = command("import", str(files / "god.csv"), "--source", "borte")
    assert (unknown.exit_code, "borte" in unknown.stderr) == (2, True)


def test_hr_imports_by_the_api_and_reads_the_reports(client_of, now):
    source(now)
    client = client_of(Role.HR)
    address = "/api/workforce/sources/own-absences/imports"
    done = client.post(address, {"file": SimpleUploadedFile("god.csv", GOOD.encode())})
    assert (done.status_code, done.json()["state"], done.json()["added"]) == (200, "done", 1)
    refused = client.post(address, {"file": SimpleUploadedFile("daarlig.csv", BAD.encode())}).json()
    assert (refused["state"], refused["problems"][0]["line"]) == ("refused", 2)
    listed = client.get("/api/workforce/imports?state=refused").json()
    assert (listed["total"], "problems" in listed["runs"][0]) == (1, False)
    assert client.get(f"/api/workforce/imports/{refused['key']}").json() == refused


def test_a_leader_neither_imports_nor_reads_the_reports(client_of, now):
    give(source(now), GOOD, now)
    client = client_of(Role.UNIT_LEADER)
    assert client.get("/api/workforce/imports").status_code == 403
    file = SimpleUploadedFile("god.csv", GOOD.encode())
    assert client.post("/api/workforce/sources/own-absences/imports", {"file": file}).status_code == 403
