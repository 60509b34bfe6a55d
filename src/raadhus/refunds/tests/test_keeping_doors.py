"""The commands and the API of cases and of keeping them: the same actions, the same refusals."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from jsonschema import validate
from tests.cast import NOW

from raadhus.config.cli import main
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.models import Agreement, RefundCase, SettingsVersion

API = "/api/refunds/"
GOOD = "employment;first_absence_date;status;notified_date\nE1;01-12-2025;anmeldt;10-02-2026\n"
BAD = GOOD.replace("anmeldt", "måske")


def run(*arguments):
    return CliRunner().invoke(main, ["refunds", *arguments], obj={"prepare_database": lambda: None})


@pytest.fixture
def loaded(house, payroll):
    """One absence of E1, worked out."""
    payroll.absence(date(2025, 12, 1), date(2026, 2, 27))
    recalculate(actor=house[Role.HR], today=NOW.date(), now=NOW)
    return RefundCase.objects.get()


def test_recalculating_by_command_tells_what_came_of_it(loaded):
    answer = json.loads(run("recalculate", "--on", "2026-03-16", "--json").stdout)
    assert (answer["cases"], answer["changed"], answer["as_of"]) == (1, 0, "2026-03-16")
    assert run("recalculate").stdout.startswith("1 sag, ")


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 2)])
def test_statuses_by_command_have_the_published_form(loaded, tmp_path, request, text, code):
    file = tmp_path / "status.csv"
    file.write_text(text, encoding="utf-8")
    result = run("import-statuses", str(file), "--json")
    answer = json.loads(result.stdout)
    schema = (request.config.rootpath / "docs/formats/nemrefusion-status.schema.json").read_text("utf-8")
    validate(answer, json.loads(schema))
    assert (result.exit_code, answer["is_refused"]) == (code, bool(code))


def test_a_refused_file_is_told_line_by_line_and_a_missing_one_in_a_sentence(loaded, tmp_path):
    file = tmp_path / "status.csv"
    file.write_text(BAD, encoding="utf-8")
    assert "linje 2, kolonnen status" in run("import-statuses", str(file)).stderr
    assert "nej.csv: findes ikke" in run("import-statuses", str(tmp_path / "nej.csv")).stderr


def test_forgetting_by_command(loaded):
    assert json.loads(run("forget", "--json").stdout) == {"forgotten": 0}


@pytest.fixture
def hr(client_of):
    return client_of(Role.HR)


def put(client, address, **given):
    return client.put(f"{API}{address}", given, content_type="application/json")


def post(client, address, **given):
    return client.post(f"{API}{address}", given, content_type="application/json")


def test_cases_by_the_api_are_listed_shown_changed_settled_and_opened(loaded, hr):
    listed = hr.get(f"{API}cases?state=open").json()
    assert (listed["total"], listed["cases"][0]["employment"]) == (1, "E1")
    key = listed["cases"][0]["key"]
    given = {"standing": "claimed", "notified": "2026-02-10", "claimed": "2026-02-20", "reason": "Set"}
    assert put(hr, f"cases/{key}", **given).json()["lost_days"] == 29
    shown = hr.get(f"{API}cases/{key}").json()
    assert sum("7,4 t x" in step for step in shown["steps"]) == 29
    assert post(hr, f"cases/{key}/settle").json()["settled_at"]
    assert post(hr, f"cases/{key}/reopen", reason="Igen").json()["is_open"] is False
    refused = put(hr, f"cases/{key}", **{**given, "claimed": "2026-02-01"})
    assert (refused.status_code, "før anmeldelsen" in refused.json()["detail"]) == (400, True)


def test_statuses_by_the_api(loaded, hr):
    def give(text):
        return hr.post(f"{API}nemrefusion", {"file": SimpleUploadedFile("s.csv", text.encode())}).json()

    assert (give(GOOD)["matched"], give(BAD)["is_refused"]) == (1, True)
    assert [one["is_refused"] for one in hr.get(f"{API}nemrefusion/runs").json()] in ([True, False], [False, True])
    give(GOOD.replace("E1", "E9"))
    assert [one["employment"] for one in hr.get(f"{API}nemrefusion/unmatched").json()] == ["E9"]


def test_agreements_by_the_api(house, hr):
    key = put(hr, "agreements", employment="E1", start="2026-01-01", last="2026-12-31").json()["key"]
    assert [one["last"] for one in hr.get(f"{API}agreements").json()] == ["2026-12-31"]
    assert post(hr, f"agreements/{key}/remove", reason="Fejl").status_code in {200, 204}
    assert not Agreement.objects.exists()


def test_settings_by_the_api(house, hr):
    given = {"start": "2026-01-01", "reason": "Praksis", "notification_days": 33}
    assert put(hr, "settings", **given).json()["notification_days"] == 33
    assert put(hr, "settings", **{**given, "alarm_days": 33}).status_code == 400
    assert [one["start"] for one in hr.get(f"{API}settings").json()] == [None, "2026-01-01"]
    assert SettingsVersion.objects.count() == 1


def test_recalculating_and_forgetting_by_the_api(loaded, hr):
    assert post(hr, "recalculate").json()["cases"] == 1
    assert post(hr, "forget").json() == {"forgotten": 0}


@pytest.mark.parametrize("role", [Role.UNIT_LEADER, Role.CHIEF_EXECUTIVE, Role.EMPLOYEE])
def test_others_get_nothing(loaded, client_of, role):
    client = client_of(role)
    for address in (
        "cases",
        f"cases/{loaded.pk}",
        "nemrefusion/runs",
        "nemrefusion/unmatched",
        "agreements",
        "settings",
    ):
        assert client.get(f"{API}{address}").status_code == 403
    assert post(client, "recalculate").status_code == 403
