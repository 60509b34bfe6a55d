"""Whole ways through the product in a real browser: what a secretary does with a document, and what a citizen then sees.

The pictures of the manual are taken on the way: `make pictures`
"""

import pytest
from playwright.sync_api import Page, expect
from tests.browser import accessibility_faults, keep_screenshot
from tests.cast import PASSWORD, email_of

from raadhus.kernel.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

MINUTES = """REFERAT Direktionen d. 02-03-2026

Mødedato Mandag d. 02. marts 2026 kl. 09:00

Mødested Mødelokale Havnen

Mødedeltagere Karl Krage, Cecilie Ceder

Indholdsfortegnelse

Lukket.....3
Rekruttering af sosu-personale.....4

Punkt 1: Lukket

26/9911

Punkt 2: Rekruttering af sosu-personale

26/1204

Baggrund

Plejecentrene mangler faglært personale, og vikarudgiften stiger.

Indstilling

Det indstilles, at direktionen:

1. Tager status til efterretning
2. Godkender en kampagne i foråret

Beslutning Direktionen den 02-03-2026

Direktionen tager status til efterretning og godkender kampagnen. En samlet plan fremlægges i direktionen i juni.

Sagsfremstilling

Område\tUbesatte stillinger\tUdgift til vikarer, mio. kr.
Plejecentre\t14\t3,2
Hjemmepleje\t9\t1,7
"""
CLOSED_NUMBER = "26/9911"


def usable(page: Page, name: str) -> None:
    """Keep a picture of the page, and let axe-core find nothing on it."""
    keep_screenshot(page, name)
    assert accessibility_faults(page) == []


def log_in(page: Page, key: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Log ind").click()
    page.get_by_label("E-mail").fill(email_of(key))
    page.get_by_label("Adgangskode", exact=True).fill(PASSWORD)
    usable(page, "log-ind")
    page.get_by_role("main").get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Direktionens arbejdsbord")


def import_minutes(page: Page) -> None:
    page.get_by_role("navigation", name="Hovedmenu").get_by_text("Mere", exact=True).click()
    page.get_by_role("link", name="Import", exact=True).click()
    file = {"name": "referat-2026-03-02.txt", "mimeType": "text/plain", "buffer": MINUTES.encode()}
    page.get_by_label("Filer", exact=True).set_input_files([file])
    page.get_by_role("button", name="Importér").click()
    expect(page.get_by_text("Nyt møde")).to_be_visible()
    usable(page, "import")
    page.get_by_role("link", name="Direktionen 02-03-2026").click()


def correct_and_confirm(page: Page) -> None:
    expect(page.locator(".reading-span").first).to_be_visible()
    usable(page, "gennemse")
    page.get_by_label("Sted").fill("Mødelokale Fjorden")
    with page.expect_navigation():
        page.get_by_role("button", name="Gem som ny læsning").first.click()
    expect(page.get_by_label("Sted")).to_have_value("Mødelokale Fjorden")
    page.get_by_role("button", name="Bekræft læsningen").click()
    expect(page.get_by_text("Bekræftet").first).to_be_visible()


def publish(page: Page) -> None:
    page.get_by_role("link", name="Publicér").first.click()
    # The files may still be on their way through the gate.
    page.get_by_role("main").get_by_role("button", name="Publicér").wait_for()
    usable(page, "publicer")
    accept = page.get_by_label("Jeg har set advarslerne")
    if accept.count():
        accept.check()
    page.get_by_role("main").get_by_role("button", name="Publicér").click()
    expect(page.get_by_text("Publiceret").first).to_be_visible()


@pytest.fixture
def published(visit):
    """A meeting that the secretary imported, corrected, confirmed and published."""
    page = visit()
    log_in(page, "signe-sand")
    import_minutes(page)
    correct_and_confirm(page)
    publish(page)
    return page


def test_a_secretary_brings_a_document_to_the_public_and_a_citizen_reads_it(published, visit):
    citizen = visit()
    citizen.goto("/moeder/")
    usable(citizen, "moeder-borger")
    citizen.get_by_role("link", name="02.03.2026").click()
    expect(citizen.get_by_text("Mødelokale Fjorden")).to_be_visible()
    expect(citizen.get_by_role("cell", name="Plejecentre")).to_be_visible()
    usable(citizen, "moede")
    assert CLOSED_NUMBER not in citizen.content()


def test_a_citizen_finds_a_published_item_by_a_part_of_a_word(published, visit):
    citizen = visit()
    citizen.goto("/")
    citizen.get_by_role("searchbox").first.fill("personale")
    citizen.keyboard.press("Enter")
    hit = citizen.get_by_role("link", name="Rekruttering af sosu-personale")
    expect(hit.first).to_be_visible()
    usable(citizen, "soeg")
    hit.first.click()
    expect(citizen.get_by_role("heading", name="Beslutning Direktionen den 02-03-2026")).to_be_visible()


def test_a_promise_in_the_minutes_becomes_an_obligation(published):
    page = published
    page.goto("/moeder/")
    page.get_by_role("link", name="02.03.2026").click()
    page.get_by_role("link", name="Gennemse læsningen").click()
    page.get_by_role("button", name="Opret forpligtelsen").first.click()
    page.goto("/forpligtelser/alle/")
    expect(page.get_by_text("juni 2026").first).to_be_visible()
    usable(page, "forpligtelser")
    page.goto("/")
    usable(page, "forside")


def test_a_citizen_meets_a_closed_door_as_a_way_to_log_in(visit):
    page = visit()
    page.goto("/moeder/import/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")


def test_an_employee_is_told_what_is_not_theirs(visit):
    page = visit(Role.EMPLOYEE)
    page.goto("/moeder/import/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    usable(page, "ingen-adgang")
    assert "Importér dagsordener" not in page.content()
