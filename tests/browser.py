"""A real browser for the journeys: Chromium through Playwright, against a live server.

    def test_something(visit):
        page = visit(Role.SECRETARY)             # one context (cookies, storage) for each visitor
        page.goto("/")
        assert accessibility_faults(page) == []

`RAADHUS_CHROMIUM` names the browser; otherwise the system's chromium is taken, otherwise Playwright's own. A console
error (a blocked inline script, a missing file) fails the test that met it.
"""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, expect, sync_playwright

SCREENSHOTS = os.environ.get("RAADHUS_SCREENSHOTS", "")
# Two browsers and two databases share two processors, which may be slow ones: what comes in a moment may take many seconds.
PATIENCE = 60
# What a browser writes about an answer that a test asked for on purpose, and about a slow machine.
EXPECTED = ("the server responded with a status of 4", "[Intervention]")


def accessibility_faults(page: Page) -> list[str]:
    """Return what axe-core finds on the page, one line for each rule with the first place it was found."""
    page.wait_for_load_state()
    violations = Axe().run(page).response["violations"]
    return [f"{page.url}: {fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:160]}" for fault in violations]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the window; 0 when one need not scroll sideways."""
    page.wait_for_load_state()
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def keep_screenshot(page: Page, name: str) -> None:
    """Keep a picture of the whole page when RAADHUS_SCREENSHOTS names a folder."""
    if SCREENSHOTS:
        page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png", full_page=True)


def until(page: Page, told: Callable[[], object], wanted: object) -> None:
    """Wait until the house tells what is wanted: what a page sends is written a moment after the page has shown it."""
    deadline = time.monotonic() + PATIENCE
    while told() != wanted and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert told() == wanted


def calm(page: Page) -> None:
    """Wait until the page has its scripts, and the answer has given the keyboard its place, both a moment after they are seen."""
    page.wait_for_load_state()
    expect(page.locator(".htmx-request, .htmx-added, .htmx-settling")).to_have_count(0)


@pytest.fixture(scope="session")
def chromium():
    # Playwright's loop runs in the test's own thread; Django would take that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE * 1000)
    named = os.environ.get("RAADHUS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    root = os.name == "posix" and os.geteuid() == 0
    with sync_playwright() as playwright:
        if not named and not Path(playwright.chromium.executable_path).exists():
            pytest.skip("needs Chromium: install it, or name one with RAADHUS_CHROMIUM")
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()


@pytest.fixture
def complaints():
    return []


@pytest.fixture
def visit(chromium, live_server, client_of, complaints):
    """Return a function that opens the browser as the one who plays a role; None is a citizen."""
    contexts = []

    def enter(role=None, *, width=1280, height=900, language="da-DK", scripts=True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale=language,
            java_script_enabled=scripts,
        )
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        session = client_of(role).cookies.get("sessionid")
        if session:
            context.add_cookies([{"name": "sessionid", "value": session.value, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda message: _note(message, complaints))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield enter
    for context in contexts:
        context.close()
    assert complaints == []


def _note(message: ConsoleMessage, complaints: list[str]) -> None:
    if message.type in {"error", "warning"} and not any(part in message.text for part in EXPECTED):
        complaints.append(message.text)
