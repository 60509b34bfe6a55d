"""A walk through the house in a browser: from the front page along every link, as each role, once to each kind of page.

On every page axe-core finds nothing, nothing is wider than a telephone, and there is one heading of the first level. What
links cannot reach (a log-in form, a page that is only posted to) has its own test.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page
from tests.browser import accessibility_faults, keep_screenshot, overflow
from tests.cast import NOW, STAGE_CREW
from tests.test_journeys import MINUTES

from raadhus.core.cases.public import open_case
from raadhus.core.obligations.public import (
    Origin,
    Recurrence,
    Rhythm,
    Terms,
    create_obligation,
    create_standing,
    fire_standing,
)
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.importing import import_document
from raadhus.meetings.actions.publishing import publish_meeting
from raadhus.meetings.actions.readings import confirm_reading

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(600)]
# Two pages of a kind are enough: the second often looks different (closed, empty, minutes instead of an agenda).
PAGES_OF_A_KIND = 2
STARTS = ("/", "/konto/login/", "/konto/password/reset/", "/profil/", "/soeg/?q=personale", "/ui/patterns")


def kind_of(address: str) -> str | None:
    """Return the name of the view behind an address, or None when there is none."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return None


def is_page(page: Page, address: str) -> bool:
    """Open an address and tell whether it is a page, and not a file or an error."""
    try:
        answer = page.goto(address)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    return answer.status < 400 and "text/html" in answer.headers.get("content-type", "")


def pages(page: Page, starts: tuple[str, ...], within: str = "/") -> Iterator[str]:
    """Open the pages that links lead to, and yield each address while it is open; `within` keeps to a part of the house."""
    queue, met, opened = list(starts), set(starts), {}
    while queue:
        address = queue.pop(0)
        kind = kind_of(address)
        if kind is None or opened.get(kind, 0) >= PAGES_OF_A_KIND:
            continue
        if not is_page(page, address):
            continue
        opened[kind] = opened.get(kind, 0) + 1
        yield address
        for link in links(page):
            if link not in met and link.startswith(within):
                met.add(link)
                queue.append(link)


def links(page: Page) -> list[str]:
    """Return the addresses on our own site that the page links to, without places within a page."""
    every = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    host = urlsplit(page.url).netloc
    parts = [urlsplit(link) for link in every]
    return [part.path + (f"?{part.query}" if part.query else "") for part in parts if part.netloc == host]


def faults_of(page: Page, address: str, role: str) -> list[str]:
    """Return what is wrong with the open page, at 1280 pixels and on a telephone."""
    name = re.sub(r"[^a-z0-9]+", "-", f"{role}{urlsplit(address).path}".lower()).strip("-")
    found = accessibility_faults(page)
    keep_screenshot(page, f"{name}-1280")
    page.set_viewport_size({"width": 390, "height": 800})
    if overflow(page):
        found.append(f"{address}: wider than a telephone by {overflow(page)} pixels")
    keep_screenshot(page, f"{name}-390")
    page.set_viewport_size({"width": 1280, "height": 900})
    headings = page.locator("h1").count()
    return found + ([] if headings == 1 else [f"{address}: {headings} headings of the first level"])


@pytest.fixture
def furnished(cast):
    """A house with something in every room: a published meeting, one that waits, a case and an obligation."""
    actor = cast[Role.SECRETARY]
    agenda = (
        MINUTES.replace("REFERAT", "DAGSORDEN").replace("02-03-2026", "30-03-2026").replace("02. marts", "30. marts")
    )
    import_document(actor=actor, name="dagsorden.txt", data=agenda.encode(), now=NOW)
    minutes = import_document(actor=actor, name="referat.txt", data=MINUTES.encode(), now=NOW)
    confirm_reading(actor=actor, meeting_id=minutes.meeting_id, number=1, now=NOW)
    publish_meeting(actor=actor, meeting_id=minutes.meeting_id, accept_warnings=True, now=NOW)
    open_case(actor=STAGE_CREW, case_number="26/4000", title="Budgetopfølgning", owner_key="signe-sand", now=NOW)
    origin = Origin("agenda_item", "1", "Direktionen den 2. marts 2026, punkt 2", "/moeder/")
    create_obligation(
        actor=STAGE_CREW, text="En plan i juni", owner_key="signe-sand", due="2026-06", origin=origin, now=NOW
    )
    june = Recurrence(Rhythm.YEARLY, (6,), shift=-20)
    terms = Terms("Tal om Personale", "Hvert år i juni.", "Direktionen", june, owner_key="signe-sand")
    create_standing(actor=STAGE_CREW, terms=terms, origin=origin, in_force=True, now=NOW)
    fire_standing(actor=STAGE_CREW, now=NOW.replace(month=5))


@pytest.mark.parametrize("role", [None, Role.SECRETARY, Role.ADMINISTRATOR, Role.EMPLOYEE], ids=str)
def test_every_page_that_links_lead_to_can_be_used_by_everybody(furnished, visit, role):
    page = visit(role)
    walked = [(address, faults_of(page, address, str(role))) for address in pages(page, STARTS)]
    assert [fault for _, faults in walked for fault in faults] == []
    assert len(walked) > 3
