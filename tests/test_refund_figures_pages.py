"""The ledger and the case about lost refund in a browser: usable by everybody, on paper-wide and telephone-wide screens."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow

from raadhus.kernel.roles import Role
from raadhus.refunds.actions.earlier_years import set_earlier_year
from raadhus.refunds.actions.proposing import propose_statement
from raadhus.refunds.tests.seed_table import make_table

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
PAGES = (
    "/refusion/tal/?year=2024",
    "/refusion/tal/?year=2019",
    "/refusion/tal/sager/?year=2024",
    "/refusion/tal/sager/?year=2019",
    "/refusion/tal/tidligere-aar/",
    "/refusion/tal/sag/2024/",
    "/refusion/tal/sag/2024/?closed=0",
)


@pytest.fixture
def filled(house):
    """Make the published table, an earlier year and a proposed case, and return the statement's address and the proposal's."""
    now = timezone.now()
    make_table(timezone.localdate(now))
    set_earlier_year(actor=house[Role.HR], year=2015, lost_ore=31_050_000, source="Opdigtet regnskab", now=now)
    row = propose_statement(actor=house[Role.HR], year=2024, closed=True, now=now)
    return f"/refusion/tal/opgoerelser/{row.pk}/", f"/sager/forslag/{row.proposal_key}/"


def faults_of(page, addresses, width):
    found = []
    for address in addresses:
        page.goto(address)
        keep_screenshot(page, f"{address.strip('/').replace('/', '-').replace('?', '-')[:40]}-{width}")
        found += accessibility_faults(page)
        found += [f"{address}: {overflow(page)} pixels too wide"] if overflow(page) else []
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_of_hr_is_usable(visit, filled, width):
    assert faults_of(visit(Role.HR, width=width), (*PAGES, *filled), width) == []


def test_every_page_of_the_board_is_usable(visit, filled):
    assert faults_of(visit(Role.SECRETARY), ("/", PAGES[0], filled[1]), 1280) == []


def test_the_case_is_proposed_without_scripts(visit, filled):
    page = visit(Role.HR, scripts=False)
    page.goto(PAGES[0])
    page.get_by_role("link", name="Foreslå sag til direktionen").click()
    page.locator("label", has_text="Åben sag").click()
    page.get_by_role("button", name="Foreslå sagen").click()
    expect(page.get_by_role("main")).to_contain_text("Sagen er foreslået")
