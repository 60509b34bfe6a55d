"""The command and the API of figures from outside: the same actions, the same refusals."""

import json

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from jsonschema import validate

from raadhus.config.cli import main
from raadhus.kernel.roles import Role
from raadhus.personnel.models import ReferenceRow, ServedRow
from raadhus.personnel.tests.test_importing_references import FRA, GOOD, HEAD, people

API = "/api/personnel/"
VARIABLES = ("TID=year", "SEKTOR=Kommuner", "FRAVÆR=egen sygdom", "FRAVÆR1=Dagsværk pr. fuldtidsansat")


@pytest.fixture
def run(db, tmp_path, request):
    """Run the command over a file; its answer has the published form."""
    schema = json.loads((request.config.rootpath / "docs/formats/reference-values.schema.json").read_text("utf-8"))

    def ask(data, *options):
        file = tmp_path / "tal.csv"
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        arguments = ["personnel", "import-references", str(file), *options, "--json"]
        result = CliRunner().invoke(main, arguments, obj={"prepare_database": lambda: None})
        answer = json.loads(result.stdout)
        validate(answer, schema)
        return result.exit_code, answer

    return ask


def test_a_dry_run_tells_the_same_and_writes_nothing(run):
    dry = run(HEAD + GOOD, "--dry-run")[1]
    assert (dry["added"], dry["is_written"], ReferenceRow.objects.count()) == (1, False, 0)
    code, answer = run(HEAD + GOOD)
    assert (code, answer["added"], answer["is_written"]) == (0, 1, True)
    assert run(HEAD + GOOD)[1]["is_known_file"]


def test_a_refused_file_has_exit_code_two_and_its_report(run):
    code, answer = run(HEAD + GOOD.replace("6,1", "610"))
    assert (code, answer["is_refused"], answer["problems"][0]["line"]) == (2, True, 2)


def test_a_statbank_table_by_command_needs_its_variables(run):
    options = [part for one in VARIABLES for part in ("--variable", one)]
    assert run(FRA)[0] == 2
    code, answer = run(FRA, "--definition", "sick_days_per_full_time", *options)
    assert (code, answer["added"]) == (0, 2)


def test_people_by_age_by_command(run):
    assert run(people(), "--served", "--dry-run")[1]["rows"] == 6
    assert (run(people(), "--served", "--ages", "0-5")[1]["added"], ServedRow.objects.count()) == (2, 2)


def send(client, text, **given):
    file = SimpleUploadedFile("tal.csv", text if isinstance(text, bytes) else text.encode())
    return client.post(f"{API}references/imports", {"file": file, **given})


def test_the_api_takes_in_lists_and_undoes(cast, client_of):
    hr = client_of(Role.HR)
    told = {"definition": "sick_days_per_full_time", "variables": ";".join(VARIABLES)}
    report = send(hr, FRA, **told).json()
    assert (report["added"], report["is_refused"]) == (2, False)
    listed = client_of(Role.UNIT_LEADER).get(f"{API}references?source=DST&year=2024").json()
    assert [(one["tag"], one["against"], one["certainty"]) for one in listed] == [("DST 2024", [], "V")]
    address = f"{API}references/imports/{report['key']}/undo"
    assert hr.post(address, {"reason": "Forkert"}, content_type="application/json").status_code == 200
    assert [one["undo_reason"] for one in hr.get(f"{API}references/imports").json()] == ["Forkert"]


def test_the_api_takes_people_in_and_refuses_others(cast, client_of):
    hr = client_of(Role.HR)
    assert send(hr, people(), kind="served").json()["added"] == 6
    (first, *_rest) = hr.get(f"{API}served").json()
    assert (first["name"], first["last_age"], first["people"]) == ("børn på 0-5 år", 5, {"2020": 60, "2024": 60})
    assert send(client_of(Role.AUDITOR), HEAD + GOOD).status_code == 403
    assert send(hr, HEAD + GOOD, variables="TID").status_code == 400
