"""The pages of figures in a browser: from the keyboard, without scripts, narrow, and by axe-core."""

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow

from raadhus.kernel.roles import Role

pytestmark = pytest.mark.journey


def test_a_figure_is_found_from_the_keyboard_and_by_a_screen_reader(released, visit):
    page = visit(Role.HR, width=1280)
    page.goto("/personale/?enhed=skole")
    keep_screenshot(page, "personaletal-noegletal")
    assert accessibility_faults(page) == []
    page.get_by_role("link", name="Sygefraværsprocent", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sygefraværsprocent i Skoler")
    page.get_by_label("Opdelt efter").focus()
    page.keyboard.type("Alder")
    for _key in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sygefraværsprocent efter alder")).to_be_visible()
    expect(page.get_by_role("img", name="Sygefraværsprocent i Skoler")).to_be_visible()
    keep_screenshot(page, "personaletal-tal")
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("address", ["/personale/tal/?maal=average_age&enhed=skole", "/personale/sammenlign/"])
def test_pages_are_narrow_and_need_no_scripts(released, visit, address):
    page = visit(Role.HR, width=768, scripts=False)
    page.goto(address)
    assert overflow(page) == 0
    page.get_by_label("Organisationen").select_option("dengang")
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_label("Organisationen")).to_have_value("dengang")
