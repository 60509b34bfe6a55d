"""Who sees what of payroll: written out by hand, so that a change of the policy shows as a change here."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.cast import STAGE_CREW

from raadhus.core.access.public import create_account, end_role, grant_role, may
from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.roles import Role

PAGES = {
    "/loendata/": {Role.HR, Role.ADMINISTRATOR, Role.AUDITOR, Role.DPO},
    "/loendata/importer/": {Role.HR, Role.ADMINISTRATOR, Role.AUDITOR, Role.DPO},
    "/loendata/importer/indlaes/": {Role.HR, Role.ADMINISTRATOR},
    "/loendata/kilder/ny/": {Role.HR},
    "/loendata/opslag/": {Role.HR},
    "/loendata/opslag/ansaettelse/?nr=1001": {Role.HR},
    "/loendata/opslag/hvem/": {Role.DPO, Role.AUDITOR},
    "/loendata/slettefrister/": {Role.HR, Role.DPO, Role.AUDITOR},
    "/loendata/slettefrister/saet/": {Role.HR},
    "/loendata/konsekvensanalyse/": {Role.HR, Role.DPO, Role.AUDITOR},
}


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PUBLIC}))
def test_each_page_opens_for_its_roles_alone(payroll, client_of, role):
    payroll.term("1001", "2015-01-01")
    client = client_of(role)
    opened = {page for page in PAGES if client.get(page).status_code == 200}
    assert opened == {page for page, roles in PAGES.items() if role in roles}


def test_the_public_is_asked_to_log_in(payroll, client_of):
    assert {client_of(None).get(page).status_code for page in PAGES} == {302}


@pytest.mark.parametrize("role", [Role.HR, Role.EMPLOYEE, Role.UNIT_LEADER, Role.DPO])
def test_the_menu_leads_only_those_in_who_may(client_of, role):
    page = client_of(role).get("/").content.decode()
    assert ('href="/loendata/"' in page) is (role in PAGES["/loendata/"])


def test_an_employees_own_number_gives_no_right_to_look_it_up(payroll, client_of):
    payroll.term("1001", "2015-01-01", person="mette-mose", name="Mette Mose")
    assert client_of(Role.EMPLOYEE).get("/loendata/opslag/ansaettelse/?nr=1001").status_code == 403


def test_when_a_role_ends_the_access_is_gone_the_same_day(payroll, cast, now):
    values = {"person_key": "helle-hyld", "name": "Helle Hyld", "email": "helle@eksempelkoebing.example"}
    create_account(actor=STAGE_CREW, **values, password="egernet-samler-paa-agern", now=now)
    today = timezone.localdate(now)
    span = {"role": Role.HR, "unit": None, "start": date(2025, 1, 1), "end": None}
    held = grant_role(actor=STAGE_CREW, person_key="helle-hyld", **span, now=now)
    helle = Actor(ActorKind.PERSON, "helle-hyld", "Helle Hyld")
    assert may(helle, "workforce.read_absences", now=now)
    end_role(actor=STAGE_CREW, grant_id=held.pk, end=today, now=now)
    assert not may(helle, "workforce.read_absences", now=now)
    assert may(helle, "workforce.read_absences", now=now - timedelta(days=1))


def test_the_api_of_sources_gives_and_takes_the_same_mapping(client_of, cast, now):
    made = create_source(actor=cast[Role.HR], name="Løn", mapping=OWN_ABSENCES, now=now)
    hr, where = client_of(Role.HR), f"/api/workforce/sources/{made.key}"
    known = hr.get(where).json()
    sent = {name: known[name] for name in ("name", "mapping", "is_active")}
    assert hr.put(where, sent | {"name": "Nyt navn"}, content_type="application/json").json()["name"] == "Nyt navn"
    late = sent | {"base": known["changed_at"]}
    assert hr.put(where, late, content_type="application/json").status_code == 409
    accept, why = f"{where}/accept-cpr", {"reason": "Overgang"}
    assert hr.post(accept, why, content_type="application/json").status_code == 403
    assert client_of(Role.DPO).post(accept, why, content_type="application/json").json()["accepts_cpr"]
    assert not hr.post(f"{where}/refuse-cpr", why, content_type="application/json").json()["accepts_cpr"]
    assert client_of(Role.UNIT_LEADER).get(where).status_code == 403
    assert "own_absences" in client_of(Role.AUDITOR).get("/api/workforce/source-profiles").json()
