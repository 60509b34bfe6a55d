"""The screens can be used by everybody: axe-core finds nothing, the keyboard is enough, and nothing needs to be wide."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow

from raadhus.kernel.roles import Role

pytestmark = pytest.mark.journey
PATTERNS = "/ui/patterns"


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_every_component_is_accessible_in_every_width(visit, width):
    page = visit(width=width)
    page.goto(PATTERNS)
    keep_screenshot(page, f"patterns-{width}")
    assert accessibility_faults(page) == []
    assert overflow(page) == 0


def test_the_page_reads_without_sideways_scrolling_at_200_percent(visit):
    page = visit(width=640)
    page.goto(PATTERNS)
    assert overflow(page) == 0


@pytest.mark.parametrize("address", ["/", "/findes-ikke", PATTERNS])
@pytest.mark.parametrize("role", [None, Role.SECRETARY])
def test_pages_that_always_exist_are_accessible(visit, address, role):
    page = visit(role)
    page.goto(address)
    assert accessibility_faults(page) == []


def test_the_keyboard_reaches_the_content_first(visit):
    page = visit(Role.SECRETARY)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skipnav")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_menu_opens_and_closes_by_keyboard(visit):
    page = visit(Role.SECRETARY)
    page.goto("/")
    menu = page.locator(".menu", has_text="Signe Sand")
    summary = menu.locator("> summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(menu.locator(".menu-panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.locator(".menu-panel")).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_dialog_keeps_the_focus_and_gives_it_back(visit):
    page = visit()
    page.goto(PATTERNS)
    opener = page.locator("[data-dialog=slet] > summary")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.modal")).to_be_visible()
    assert accessibility_faults(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog.modal")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_dialog_can_be_read_without_scripts(visit):
    page = visit(scripts=False)
    page.goto(PATTERNS)
    page.locator("[data-dialog=slet] > summary").click()
    expect(page.get_by_text("Den forsvinder fra dagsordenen")).to_be_visible()


def test_the_language_changes_where_one_stands(visit):
    page = visit()
    page.goto(PATTERNS)
    page.get_by_role("button", name="English").click()
    expect(page).to_have_url(re.compile(r"/ui/patterns$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Patterns")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_menu_of_a_telephone_folds(visit):
    page = visit(Role.SECRETARY, width=390)
    page.goto("/")
    links = page.locator(".site-nav ul")
    if links.count():
        expect(links).to_be_hidden()
        page.locator(".site-nav-fold > summary").click()
        expect(links).to_be_visible()


def test_print_leaves_the_frame_out(visit):
    page = visit()
    page.goto(PATTERNS)
    page.emulate_media(media="print")
    expect(page.locator(".site-search")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_instrument_finds_a_fault_when_there_is_one(visit):
    page = visit()
    page.set_content("<html lang='da'><title>Prøve</title><main><h1>Prøve</h1><input></main></html>")
    assert any("label" in fault for fault in accessibility_faults(page))


def test_long_work_tells_how_far_it_is_until_it_is_done(visit):
    page = visit()
    assert "0 af 4" in page.goto(PATTERNS).text()
    expect(page.locator(".progress-note")).to_contain_text("4 af 4, færdig")
    expect(page.locator("progress")).to_have_attribute("value", "4")
