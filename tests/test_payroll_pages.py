"""The pages of payroll in a browser: usable by everybody in each of three roles, and a journey from a file to a look-up."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, overflow
from tests.cast import NOW, STAGE_CREW
from tests.test_walk import faults_of, pages

from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.queries.looking import employment
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.kernel.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(600)]
EMPLOYMENTS = "employment;person;name;unit;start;last;weekly_hours;job_title\n1001;p1;Ulla Urt;SAC-M;2015-01-01;;37;Socialrådgiver\n"
ABSENCES = "employment;first;last;code\n"
STARTS = ("/loendata/", "/loendata/opslag/?find=100", "/loendata/opslag/hvem/", "/loendata/kilder/fravaer/ret/")


def give(source, name, text, moment):
    return import_payroll(actor=STAGE_CREW, source_key=source, file_name=name, data=text.encode(), now=moment)


@pytest.fixture
def furnished(house):
    """Two sources, files that were taken and one that was not, and a look-up."""
    for name, mapping in (("Ansættelser", OWN_EMPLOYMENTS), ("Fravær", OWN_ABSENCES)):
        create_source(actor=STAGE_CREW, name=name, mapping=mapping, now=NOW)
    give("ansaettelser", "ansættelser.csv", EMPLOYMENTS, NOW - timedelta(days=9))
    give("fravaer", "gammel.csv", ABSENCES + "1001;2016-01-04;2016-01-08;sickness\n", NOW - timedelta(days=9))
    give("fravaer", "januar.csv", ABSENCES + "1001;2026-01-05;;sickness\n", NOW - timedelta(days=8))
    give("fravaer", "februar.csv", ABSENCES + "1001;2026-01-05;2026-02-05;sickness\n", NOW - timedelta(days=7))
    give("fravaer", "marts.csv", ABSENCES + "1001;i går;;ukendt\n", NOW - timedelta(days=6))
    employment(house[Role.HR], "1001", now=NOW)
    return house


@pytest.mark.parametrize("role", [Role.HR, Role.DPO, Role.ADMINISTRATOR], ids=str)
def test_every_page_of_payroll_can_be_used_by_everybody(furnished, visit, role):
    page = visit(role)
    found = pages(page, STARTS, within="/loendata/")
    walked = [(address, faults_of(page, address, f"payroll-{role}")) for address in found]
    assert [fault for _, faults in walked for fault in faults] == []
    assert len(walked) >= {Role.HR: 12, Role.DPO: 7, Role.ADMINISTRATOR: 4}[role]


def test_hr_deletes_what_is_kept_too_long_and_is_asked_first(furnished, visit):
    page = visit(Role.HR)
    page.goto("/loendata/slettefrister/")
    page.get_by_text("Slet dem nu").click()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Ja, slet dem").click()
    expect(page.get_by_role("main")).to_contain_text("1 række er slettet.")
    expect(page.get_by_role("main")).to_contain_text("Fravær, fra dets sidste dag")


def test_hr_gives_a_file_mends_it_and_looks_the_employment_up(furnished, visit):
    page = visit(Role.HR, width=820)
    page.goto("/loendata/importer/indlaes/")
    page.get_by_label("Lønkilde").select_option("Fravær")
    wrong = {
        "name": "april.csv",
        "mimeType": "text/csv",
        "buffer": (ABSENCES + "1001;2026-03-01;2026-02-01;sickness\n").encode(),
    }
    page.locator("[type=file]").set_input_files(wrong)
    page.get_by_role("button", name="Indlæs").click()
    expect(page.get_by_role("alert")).to_contain_text("intet er ændret")
    assert accessibility_faults(page) == []
    page.goto("/loendata/importer/indlaes/?kilde=fravaer")
    right = {**wrong, "buffer": (ABSENCES + "1001;2026-03-01;2026-03-02;child_sick\n").encode()}
    page.locator("[type=file]").set_input_files([right, {**wrong, "name": "igen.csv"}])
    page.get_by_role("button", name="Indlæs").click()
    page.get_by_role("link", name="1 fejl; intet er ændret").wait_for()
    assert page.locator("tbody tr").count() == 2
    assert overflow(page) == 0
    page.goto("/loendata/opslag/")
    page.get_by_label("Nummer eller navn").fill("ulla")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="1001").click()
    expect(page.get_by_role("main")).to_contain_text("Barns sygdom")
