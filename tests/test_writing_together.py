"""Two editors and a killed server: no keystroke older than two seconds is lost, and none of the younger that a page still holds."""

import re
import time

import pytest
from playwright.sync_api import expect
from tests.browser import PATIENCE, accessibility_faults, keep_screenshot
from tests.writing_server import WritingServer

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(600)]

JOURNAL = """() => new Promise((resolve) => {
  const request = indexedDB.open("raadhus-writing", 1);
  request.onsuccess = () => {
    const all = request.result.transaction("unsaved").objectStore("unsaved").getAll();
    all.onsuccess = () => resolve(JSON.stringify(all.result));
  };
})"""


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    made = WritingServer(tmp_path_factory.mktemp("writing"))
    yield made
    made.kill()


@pytest.fixture
def server(installation):
    installation.next_case()
    installation.start()
    return installation


@pytest.fixture
def writer(chromium, server):
    contexts = []

    def enter(person):
        context = chromium.new_context(base_url=server.url, locale="da-DK", viewport={"width": 1280, "height": 900})
        contexts.append(context)
        context.set_default_timeout(PATIENCE * 1000)
        context.add_cookies([{"name": "sessionid", "value": server.cookies[person], "url": server.url}])
        return opened(context, server)

    yield enter
    for context in contexts:
        context.close()


def opened(context, server):
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/moeder/sag/{server.draft}/skriv/")
    expect(page.locator("form[data-started]")).to_be_attached()
    return page


def kept_on_the_machine(page, word):
    """Wait until the page has written a word into the browser's own database."""
    deadline = time.monotonic() + PATIENCE
    while word not in page.evaluate(JOURNAL):
        assert time.monotonic() < deadline, word
        page.wait_for_timeout(50)


def stand(page, section, paragraph):
    page.locator("[data-section]").nth(section).locator(".ProseMirror p").nth(paragraph).click()
    page.keyboard.press("End")


def type_together(seconds, *pens):
    """Let each pen (page, letter, first number) write numbered words in turn; return each one's words with their times."""
    written, end = {letter: [] for _page, letter, _first in pens}, time.monotonic() + seconds
    while time.monotonic() < end:
        for page, letter, first in pens:
            word = f" {letter}{first + len(written[letter])}"
            page.keyboard.type(word)
            written[letter].append((word.strip(), time.monotonic()))
    return written


def words(text, letter):
    return re.findall(rf"\b{letter}\d+\b", text)


def settled(*pages):
    for page in pages:
        expect(page.locator("[data-status]")).to_contain_text("Gemt kl.")


@pytest.mark.parametrize("places", [((0, 0), (0, 2)), ((0, 0), (1, 0))], ids=["one section", "two sections"])
def test_two_write_while_the_server_is_killed_and_comes_back(server, writer, places):
    mette, signe = writer("mette-mose"), writer("signe-sand")
    for page, place in zip((mette, signe), places, strict=True):
        stand(page, *place)
    before = type_together(3, (mette, "m", 0), (signe, "s", 0))
    server.kill()
    during = type_together(3, (mette, "m", 1000), (signe, "s", 1000))
    expect(mette.locator("[data-status]")).to_contain_text("Ingen forbindelse: 1 ændring venter på denne maskine")
    keep_screenshot(mette, "skriv-uden-forbindelse")
    server.start()
    after = type_together(2, (mette, "m", 2000), (signe, "s", 2000))
    settled(mette, signe)
    kept = "\n".join(server.texts())
    for letter in "ms":
        typed = [word for part in (before, during, after) for word, _at in part[letter]]
        assert words(kept, letter) == typed


def test_what_is_typed_two_seconds_before_everything_dies_is_in_the_database_or_on_the_machine(server, writer):
    mette, signe = writer("mette-mose"), writer("signe-sand")
    stand(mette, 0, 0)
    stand(signe, 0, 2)
    written = type_together(4, (mette, "m", 0), (signe, "s", 0))
    server.kill()
    killed = time.monotonic()
    held = "\n".join(server.texts())
    for page, letter in ((mette, "m"), (signe, "s")):
        there = {*words(held, letter), *words(page.evaluate(JOURNAL), letter)}
        assert [word for word, at in written[letter] if at < killed - 2 and word not in there] == []


def test_a_page_that_died_is_taken_up_again(server, writer):
    mette = writer("mette-mose")
    stand(mette, 0, 0)
    server.kill()
    written = type_together(1, (mette, "m", 0))["m"]
    kept_on_the_machine(mette, written[-1][0])
    context = mette.context
    mette.close(run_before_unload=False)
    server.start()
    again = opened(context, server)
    expect(again.locator("[data-notice]")).to_contain_text("hentet frem fra denne maskine")
    settled(again)
    assert words(server.texts()[0], "m") == [word for word, _at in written]


def test_a_page_that_died_asks_when_somebody_wrote_meanwhile(server, writer):
    mette = writer("mette-mose")
    stand(mette, 0, 0)
    server.kill()  # not "offline" in the browser: that ends before the page does, and a dying page still saves
    mette.keyboard.type(" min tekst")
    kept_on_the_machine(mette, "min tekst")
    context = mette.context
    mette.close(run_before_unload=False)
    server.start()
    signe = writer("signe-sand")
    stand(signe, 0, 0)
    signe.keyboard.type(" signes tekst")
    settled(signe)
    again = opened(context, server)
    panel = again.locator("[data-conflict]:visible")
    expect(panel).to_contain_text("Signe Sand har ændret den samme tekst imens")
    keep_screenshot(again, "skriv-konflikt")
    assert accessibility_faults(again) == []
    panel.get_by_role("button", name="Gem min tekst").click()
    settled(again)
    assert server.texts()[0].startswith("Øverst: min tekst")


def test_two_in_one_paragraph_see_both_texts_and_choose(server, writer):
    mette, signe = writer("mette-mose"), writer("signe-sand")
    for page in (mette, signe):
        stand(page, 0, 0)
    mette.context.set_offline(True)
    mette.keyboard.type(" fra Mette")
    signe.keyboard.type(" fra Signe")
    settled(signe)
    mette.context.set_offline(False)
    panel = mette.locator("[data-conflict]:visible")
    expect(panel.locator("ins")).to_have_text([" fra Mette", " fra Signe"])
    panel.get_by_role("button", name="Brug den andens tekst").click()
    settled(mette)
    assert server.texts()[0].startswith("Øverst: fra Signe\n")
    mette.goto(mette.locator("a", has_text="Versioner").first.get_attribute("href"))
    expect(mette.locator("ins", has_text=re.compile("^Mette$"))).to_be_visible()


def test_the_other_and_what_they_wrote_are_seen_within_a_moment(server, writer):
    mette, signe = writer("mette-mose"), writer("signe-sand")
    stand(mette, 0, 0)
    stand(signe, 0, 2)
    signe.keyboard.type(" fra Signe")
    first = mette.locator("[data-section]").first
    expect(first.locator(".ProseMirror")).to_contain_text("Nederst: fra Signe")
    expect(first.locator("[data-presence]")).to_have_text("Signe Sand skriver også her")
    mette.keyboard.type(" fra Mette")
    settled(mette)
    assert server.texts()[0] == "Øverst: fra Mette\nI midten.\nNederst: fra Signe"
