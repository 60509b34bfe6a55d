"""Obligations, cases, proposed cases and the search in a browser: usable, without faults, also on a telephone."""

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow

from raadhus.core.cases.public import Content, FrozenTable, open_case, propose_case
from raadhus.core.obligations.public import Origin, create_obligation
from raadhus.core.search.public import rebuild
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
CREW = system("tests", "Prøverne")


@pytest.fixture
def filled(cast, now):
    """One of each, indexed. Returns the address of the obligation, the case and the proposed case."""
    origin = Origin("agenda_item", "12", "Direktionen 2. februar 2026, punkt 12")
    promised = create_obligation(
        actor=CREW,
        text="Fremlæg en plan for tabt dagpengerefusion",
        owner_key="signe-sand",
        owner_text="Signe Sand",
        due="2026-02",
        to_body="Direktionen",
        origin=origin,
        now=now,
    )
    opened = open_case(actor=CREW, case_number="26/12", title="Dagpengerefusion i 2025", kle_number="32.24.08", now=now)
    data = FrozenTable("Tabt refusion", ("center", "sager"), (("SAC", 2), ("FDC", 4)), "sager", "2025", "Lønsystemet")
    content = Content(({"type": "paragraph", "text": "Refusionen er faldet i to centre."},), (), (data,))
    proposed = propose_case(
        actor=CREW, room="refunds", room_key="2025", title="Tabt refusion i 2025", content=content, now=now
    )
    rebuild(actor=CREW, now=now)
    return promised.url, opened.url, proposed.url


LISTS = (
    "/forpligtelser/",
    "/forpligtelser/alle/",
    "/forpligtelser/opret/",
    "/sager/",
    "/sager/opret/",
    "/sager/forslag/",
)


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_usable(visit, filled, width):
    page = visit(Role.SECRETARY, width=width)
    faults = []
    for address in (*LISTS, *filled, "/soeg/", "/soeg/?q=refusion", "/soeg/?q=findesikke"):
        page.goto(address)
        keep_screenshot(page, f"{address.strip('/').replace('/', '-').replace('?', '-')[:40]}-{width}")
        faults += accessibility_faults(page)
        faults += [f"{address}: {overflow(page)} pixels too wide"] if overflow(page) else []
    assert faults == []


def test_a_promise_is_found_and_met_without_scripts(visit, filled):
    page = visit(Role.SECRETARY, scripts=False)
    page.goto("/")
    page.fill("#site-search-field", "refusion")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Fremlæg en plan").click()
    page.locator("summary", has_text="Meld udført").click()
    page.locator("#complete-text").fill("Planen er fremlagt")
    page.locator("form[action$='udfoert/'] button").click()
    expect(page.get_by_text("Forpligtelsen er udført.")).to_be_visible()
    expect(page.get_by_text("Planen er fremlagt")).to_be_visible()
