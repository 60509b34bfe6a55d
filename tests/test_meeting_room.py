"""In the meeting room, in a real browser: a tablet, two devices, no scripts, a file without a network, a wall."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow, until
from tests.cast import NOW
from tests.test_journeys import MINUTES

from raadhus.kernel.roles import Role
from raadhus.meetings.actions.importing import import_document
from raadhus.meetings.actions.publishing import publish_meeting
from raadhus.meetings.actions.readings import confirm_reading
from raadhus.meetings.models import AgendaItem, Highlight, OwnNote

pytestmark = pytest.mark.journey
SAVED = re.compile("^Gemt$")
TABLET = {"width": 820, "height": 1180}


@pytest.fixture
def meeting(cast):
    """A published meeting, and the place of its first open item."""
    actor = cast[Role.SECRETARY]
    made = import_document(actor=actor, name="referat.txt", data=MINUTES.encode(), now=NOW)
    confirm_reading(actor=actor, meeting_id=made.meeting_id, number=1, now=NOW)
    publish_meeting(actor=actor, meeting_id=made.meeting_id, accept_warnings=True, now=NOW)
    return made.meeting_id


@pytest.fixture
def place(meeting):
    return AgendaItem.objects.filter(closed=False, is_current=True).order_by("position").first().position + 1


def open_item(visit, meeting, place, role=Role.EMPLOYEE, **how):
    page = visit(role, **(TABLET | how))
    page.goto(f"/moeder/{meeting}/laes/{place}/")
    return page


def notes():
    return [note.text for note in OwnNote.objects.all()]


def faults(page, name):
    keep_screenshot(page, name)
    return accessibility_faults(page) + ([f"{name}: wider than the screen"] if overflow(page) else [])


@pytest.mark.parametrize("width", [820, 1280, 390])
def test_the_reading_page_fits_and_can_be_used_by_everybody(visit, meeting, place, width):
    page = open_item(visit, meeting, place, width=width)
    assert faults(page, f"room-{width}") == []
    page.locator(".room-entries > summary").click()
    assert faults(page, f"room-entries-{width}") == []


def test_the_arrows_turn_the_page_and_not_while_one_writes(visit, meeting, place):
    page = open_item(visit, meeting, place)
    page.locator("h1").click()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**/laes/{place - 1}/")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/laes/{place}/")
    page.locator(".room-own textarea").click()
    page.keyboard.type("ab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("x")
    expect(page.locator(".room-own textarea")).to_have_value("axb")
    assert page.url.endswith(f"/laes/{place}/")


def test_a_note_is_saved_while_one_writes_and_two_devices_overwrite_nothing(visit, meeting, place):
    tablet, telephone = (open_item(visit, meeting, place) for _ in range(2))
    tablet.locator(".room-own textarea").fill("fra tavlen")
    tablet.locator(".room-own output", has_text=SAVED).wait_for()
    tablet.locator(".room-own textarea").fill("fra tavlen, mere")
    until(tablet, notes, ["fra tavlen, mere"])
    telephone.locator(".room-own textarea").fill("fra telefonen")
    telephone.locator(".room-own output", has_text="»fra tavlen, mere«").wait_for()
    telephone.locator(".room-own button", has_text="Gem noten").first.click()
    telephone.wait_for_url("**/note/")
    assert faults(telephone, "note-conflict") == []
    telephone.locator("button", has_text="Gem min tekst i stedet").click()
    telephone.wait_for_url(re.compile("/laes/"))
    until(telephone, notes, ["fra telefonen"])


def test_without_a_connection_the_note_stays_on_the_screen_and_is_saved_later(visit, meeting, place, complaints):
    page = open_item(visit, meeting, place)
    page.route("**/note/", lambda route: route.abort())
    page.locator(".room-own textarea").fill("uden net")
    page.locator(".room-own output", has_text="ingen forbindelse").wait_for()
    page.unroute("**/note/")
    page.locator(".room-own output", has_text=SAVED).wait_for()
    until(page, notes, ["uden net"])
    complaints.clear()  # the browser tells of the lost connection, which is what the test is about


def test_chosen_text_is_marked(visit, meeting, place):
    page = open_item(visit, meeting, place)
    page.locator("[data-block]").first.evaluate(
        "block => { const range = document.createRange(); range.selectNodeContents(block); getSelection().addRange(range); }"
    )
    page.locator(".room-mark button").click()
    page.wait_for_url(re.compile("#markering-"))
    assert page.locator("mark").count() >= 1
    assert faults(page, "room-marked") == []
    assert Highlight.objects.count() == 1


def test_everything_works_without_scripts(visit, meeting, place):
    page = open_item(visit, meeting, place, scripts=False)
    words = page.locator("[data-block]").first.inner_text()[:20]
    page.locator(".room-own textarea").fill("uden script")
    page.locator(".room-own button", has_text="Gem noten").first.click()
    until(page, notes, ["uden script"])
    page.locator(".room-mark summary").click()
    page.locator(".room-mark textarea").fill(words)
    page.locator(".room-mark button").click()
    until(page, Highlight.objects.count, 1)
    page.locator(".room-steps [rel=prev]").click()
    page.wait_for_url(f"**/laes/{place - 1}/")


def test_own_notes_and_what_is_taken_along_can_be_used_by_everybody(visit, meeting, place):
    page = open_item(visit, meeting, place)
    page.locator(".room-own textarea").fill("en note")
    page.locator(".room-own output", has_text=SAVED).wait_for()
    for name, address in (("notes", "/moeder/noter/"), ("take", f"/moeder/{meeting}/tag-med/")):
        page.goto(address)
        assert faults(page, f"room-{name}") == []


def test_the_file_works_without_a_network(visit, meeting, place, tmp_path):
    page = open_item(visit, meeting, place)
    page.goto(f"/moeder/{meeting}/tag-med/")
    with page.expect_download() as waiting:
        page.locator("button", has_text="Hent filen").click()
    file = tmp_path / "moede.html"
    waiting.value.save_as(file)
    page.context.set_offline(True)
    page.goto(file.as_uri())
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert faults(page, "offline") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_item_on_the_wall_can_be_read_in_light_and_dark(visit, meeting, place, scheme):
    page = visit(Role.SECRETARY, width=1600)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/moeder/{meeting}/vis/{place}/")
    assert faults(page, f"present-{scheme}") == []
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**/vis/{place - 1}/")
