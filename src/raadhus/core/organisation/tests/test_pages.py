from datetime import date
from io import BytesIO

import pytest

from raadhus.core.organisation import public as organisation
from raadhus.kernel.roles import Role


@pytest.fixture(autouse=True)
def _a_small_town(cast, now):
    admin = {"actor": cast[Role.ADMINISTRATOR], "now": now}
    first = date(2025, 1, 1)
    organisation.create_unit(key="top", short_name="", name="Kommunen", parent_key=None, start=first, **admin)
    organisation.create_unit(key="sac", short_name="SAC", name="Socialcenter", parent_key="top", start=first, **admin)
    person = {"key": "ole-opdigtet", "name": "Ole Opdigtet", "email": "", "title": "Chef", "unit_key": "sac"}
    organisation.create_person(**person, start=first, **admin)
    organisation.appoint_leader(person_key="ole-opdigtet", unit_key="sac", start=first, **admin)
    organisation.rename_unit(key="sac", short_name="SAC", name="Velfærd", on=date(2026, 1, 1), **admin)


@pytest.fixture
def page(client_of):
    return lambda address, role=Role.EMPLOYEE: client_of(role).get(address).content.decode()


def test_the_tree_shows_any_day(page):
    assert "Socialcenter" in page("/organisation/?dato=2025-06-01")
    assert "Velfærd" in page("/organisation/?dato=2026-01-01")
    assert "Ingen enheder den dag" in page("/organisation/?dato=2024-12-31")


def test_a_day_that_cannot_be_read_is_today(page):
    assert "Kommunen" in page("/organisation/?dato=i-morgen")


def test_a_unit_shows_its_people_leaders_and_history(page):
    text = page("/organisation/enheder/sac?dato=2025-06-01")
    assert all(word in text for word in ("Socialcenter", "Velfærd", "Ole Opdigtet", "under Kommunen", "udpegede"))


def test_a_unit_that_is_gone_says_so(page):
    assert "findes ikke den" in page("/organisation/enheder/sac?dato=2024-06-01")


def test_a_person_shows_where_and_what(page):
    text = page("/organisation/personer/ole-opdigtet")
    assert all(word in text for word in ("Chef", "SAC Socialcenter"))


def test_what_never_was_is_not_found(client_of):
    client = client_of(Role.EMPLOYEE)
    assert [client.get(f"/organisation/{path}/ingen").status_code for path in ("enheder", "personer")] == [404, 404]


def test_the_public_is_asked_to_log_in(client_of):
    assert client_of(None).get("/organisation/").status_code == 302


def upload(client, text, **more):
    file = BytesIO(text.encode())
    file.name = "org.csv"
    return client.post("/organisation/import", {"file": file, "kind": "csv", **more})


def test_an_import_is_tried_and_then_done(client_of):
    client = client_of(Role.HR)
    text = "type;nøgle;navn;fra\nenhed;fdc;Familiecenter;2025-01-01\n"
    assert "Intet er skrevet" in upload(client, text, dry_run="on").content.decode()
    assert organisation.unit("fdc", date(2025, 1, 1)) is None
    assert "Importeret" in upload(client, text).content.decode()
    assert organisation.unit("fdc", date(2025, 1, 1)).name == "Familiecenter"


def test_an_import_answers_the_wrong_rows_and_the_wrong_file(client_of):
    client = client_of(Role.HR)
    assert (
        "Række 2, navn: Angiv navn." in upload(client, "type;nøgle;navn;fra\nenhed;fdc;;2025-01-01\n").content.decode()
    )
    assert upload(client, "hej").status_code == 400


def test_the_list_of_units_can_be_taken_as_a_file(client_of):
    answer = client_of(Role.EMPLOYEE).get("/organisation/?dato=2025-06-01&export=csv")
    assert "sac;SAC;Socialcenter;top;2025-01-01;2026-01-01" in answer.content.decode()


def test_the_api_gives_units_and_people_of_a_day(client_of):
    client = client_of(Role.EMPLOYEE)
    units = client.get("/api/organisation/units?on=2025-06-01").json()
    assert [one["name"] for one in units] == ["Kommunen", "Socialcenter"]
    detail = client.get("/api/organisation/units/sac?on=2025-06-01").json()
    assert (detail["leaders"][0]["name"], len(detail["history"])) == ("Ole Opdigtet", 2)
    assert client.get("/api/organisation/people/ole-opdigtet").json()["unit_key"] == "sac"
    assert client.get("/api/organisation/units/sac?on=2024-06-01").status_code == 404
