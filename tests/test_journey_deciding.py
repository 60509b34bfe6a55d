"""A meeting held with the keyboard alone, from opened to closed; the same page on a tablet, and without scripts."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser import accessibility_faults, calm, overflow, until

from raadhus.kernel.roles import Role
from raadhus.meetings.models import GivenOutcome, Sitting, Treatment
from raadhus.meetings.tests.deciding_stage import Stage, asked

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]


@pytest.fixture
def stage(cast, now):
    made = Stage(cast, now)
    made.first = made.item("Ny cykelsti", asked("r1", "r2", under=["a"]), estimated_minutes=10)
    made.second = made.item("Øvrige sager")
    Sitting.objects.update(state="sent")
    return made


def press(page: Page, key: str, then: str) -> None:
    """Strike a key and wait for what it brings."""
    calm(page)
    page.keyboard.press(key)
    expect(page.locator("#live, .page-main").get_by_text(then).first).to_be_visible()


def decide_the_first(page: Page) -> None:
    press(page, "t", "Indstilling 2: udfald")
    press(page, "b", "skriv bemærkningen")
    expect(page.locator("#live-words")).to_be_focused()
    page.keyboard.type("at fristen flyttes til maj")
    page.keyboard.press("Tab")
    press(page, "Enter", "med den bemærkning, at fristen flyttes til maj.")
    calm(page)
    page.keyboard.press("o")
    expect(page.locator("#live-promise")).to_be_focused()
    page.keyboard.type("Lav en tidsplan")
    press(page, "Enter", "uden ansvarlig")
    page.keyboard.press("Escape")
    press(page, "Enter", "Punkt 2: Øvrige sager")


def test_a_meeting_is_held_by_keyboard_alone(visit, stage):
    page = visit(Role.SECRETARY)
    page.goto(f"/moeder/plan/{stage.sitting_id}/referat/")
    press(page, "Enter", "Indstilling 1: udfald")
    assert accessibility_faults(page) == []
    decide_the_first(page)
    press(page, "n", "Ingen beslutning.")
    press(page, "q", "Mødet er afsluttet.")
    assert Sitting.objects.get().state == "held"
    assert set(GivenOutcome.objects.values_list("outcome", flat=True)) == {"noted", "approved_with_remarks"}
    said = Treatment.objects.get(pk=stage.first).decision_text
    assert said.startswith("Direktionen tager indstilling 1 til efterretning. Direktionen godkender indstilling 2 med")


def test_what_is_left_half_written_is_not_lost(visit, stage):
    page = visit(Role.SECRETARY)
    page.goto(f"/moeder/plan/{stage.sitting_id}/referat/")
    press(page, "Enter", "Indstilling 1: udfald")
    press(page, "b", "skriv bemærkningen")
    expect(page.locator("#live-words")).to_be_focused()
    page.keyboard.type("at fristen flyttes til maj")
    page.keyboard.press("Escape")
    first = GivenOutcome.objects.filter(recommendation_id="r1")
    until(page, first.filter(remark="at fristen flyttes til maj").count, 1)
    calm(page)
    page.keyboard.press("o")
    expect(page.locator("#live-promise")).to_be_focused()
    page.keyboard.type("Lav en tids")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    until(page, first.filter(outcome="noted").count, 1)
    calm(page)
    expect(page.locator("#live-promise")).to_have_value("Lav en tids")


def test_what_is_written_while_an_answer_is_awaited_is_words_and_no_commands(visit, stage):
    page = visit(Role.SECRETARY)
    page.goto(f"/moeder/plan/{stage.sitting_id}/referat/")
    press(page, "Enter", "Indstilling 1: udfald")
    calm(page)
    held = []
    page.route("**/*", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the function that it is given
    page.keyboard.press("b")
    page.keyboard.type("at frist og gebyr tages med")
    expect(page.locator("#live-words")).to_have_count(0)
    for route in held:
        route.continue_()
    page.unroute("**/*")
    expect(page.locator("#live-words")).to_have_value("at frist og gebyr tages med")
    page.keyboard.press("Escape")
    first = GivenOutcome.objects.filter(recommendation_id="r1")
    until(page, first.filter(remark="at frist og gebyr tages med", outcome="approved_with_remarks").count, 1)


def test_own_words_are_saved_while_they_are_written(visit, stage):
    page = visit(Role.SECRETARY)
    page.goto(f"/moeder/plan/{stage.sitting_id}/referat/")
    press(page, "Enter", "Indstilling 1: udfald")
    calm(page)
    page.keyboard.press("w")
    expect(page.locator("#live-decision")).to_be_focused()
    page.keyboard.type("Direktionen afviser begge.")
    until(page, lambda: Treatment.objects.get(pk=stage.first).decision_text, "Direktionen afviser begge.")
    expect(page.get_by_text("Gemt", exact=True)).to_be_visible()
    press(page, "Escape", "teksten siger »Afvist«")


def test_the_page_fits_a_tablet_and_works_without_scripts(visit, stage):
    page = visit(Role.SECRETARY, width=820, scripts=False)
    page.goto(f"/moeder/plan/{stage.sitting_id}/referat/")
    page.get_by_role("button", name="Åbn mødet").click()
    assert overflow(page) == 0
    page.get_by_role("button", name="Godkendt", exact=False).first.click()
    expect(page.get_by_text("Indstilling 2: udfald")).to_be_visible()
    page.get_by_role("link", name="2", exact=False).first.click()
    until(page, GivenOutcome.objects.filter(outcome="approved").count, 2)
