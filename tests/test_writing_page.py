"""The writing page in a real browser: it saves by itself, by keyboard alone, and keeps what the server has not got."""

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow

from raadhus.core.documents.text import blocks_from_json, plain_text
from raadhus.kernel.roles import Role
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.tests.sitting_stage import make_body, make_draft

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]


@pytest.fixture
def draft(cast, now):
    make_body()
    return make_draft(cast[Role.EMPLOYEE], now)


def opened(visit, draft, role=Role.EMPLOYEE, **more):
    page = visit(role, **more)
    page.goto(f"/moeder/sag/{draft}/skriv/")
    expect(page.locator("form[data-started]")).to_be_attached()
    return page


def saved(page):
    expect(page.locator("[data-status]")).to_contain_text("Gemt kl.")


def text_of(draft, place=0):
    row = DraftSection.objects.filter(draft=draft).order_by("position")[place]
    return plain_text(blocks_from_json(row.blocks))


@pytest.mark.parametrize("width", [1280, 820])
def test_what_is_typed_is_saved_by_itself(visit, draft, width):
    page = opened(visit, draft, width=width)
    page.locator(".ProseMirror").first.click()
    page.keyboard.type("Cykelstien mangler et stykke.")
    saved(page)
    assert text_of(draft) == "Cykelstien mangler et stykke."
    page.locator("[data-points] textarea").first.click()
    page.keyboard.type("Godkender planen")
    page.keyboard.press("Enter")
    page.keyboard.type("Strækning øst")
    page.keyboard.press("Tab")
    saved(page)
    page.wait_for_timeout(1000)
    tree = CaseDraft.objects.get(pk=draft).recommendations
    assert [(one["text"], [child["text"] for child in one["children"]]) for one in tree] == [
        ("Godkender planen", ["Strækning øst"])
    ]
    keep_screenshot(page, f"skriv-{width}")
    assert accessibility_faults(page) == []
    assert overflow(page) == 0
