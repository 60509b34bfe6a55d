"""The pages of a meeting in a browser: axe-core finds nothing, a telephone is wide enough, and links into the document work without scripts."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow

from raadhus.kernel.roles import Role
from raadhus.meetings import actions

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
PAPERS = Path(__file__).parent.parent / "src" / "raadhus" / "config" / "demonstration" / "data"


@pytest.fixture
def meeting(transactional_db, cast, now):
    """The sample minutes, imported, corrected once, and neither confirmed nor published."""
    paper = next(PAPERS.glob("referat-*.txt"))
    secretary = cast[Role.SECRETARY]
    result = actions.import_document(actor=secretary, name=paper.name, data=paper.read_bytes(), now=now)
    edits = {"place": "Lokale 1.20"}
    actions.correct_reading(actor=secretary, meeting_id=result.meeting_id, number=1, edits=edits, now=now)
    return result.meeting_id


@pytest.fixture
def published(meeting, cast, now):
    secretary = cast[Role.SECRETARY]
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=2, now=now)
    actions.publish_meeting(actor=secretary, meeting_id=meeting, accept_warnings=True, now=now)
    return meeting


def faults(page, address):
    page.goto(address)
    keep_screenshot(page, "meetings" + address.replace("/", "-"))
    found = accessibility_faults(page)
    page.set_viewport_size({"width": 390, "height": 800})
    if overflow(page):
        found.append(f"{address}: {overflow(page)} pixels wider than a telephone")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_what_the_secretary_works_on_is_accessible(meeting, visit):
    page = visit(Role.SECRETARY)
    names = ("review", "compare", "publish", "meeting")
    addresses = [reverse(f"meetings:{name}", args=[meeting]) for name in names]
    addresses += [reverse(f"meetings:{name}") for name in ("meetings", "bodies", "import", "waiting")]
    addresses += [reverse("meetings:body_change", args=["direktionen"]), reverse("meetings:body", args=["direktionen"])]
    assert [fault for address in addresses for fault in faults(page, address)] == []


@pytest.mark.parametrize("role", [None, Role.SECRETARY])
def test_a_published_meeting_is_accessible(published, visit, role):
    page = visit(role)
    address = reverse("meetings:meeting", args=[published])
    found = faults(page, address)
    page.goto(address)
    items = page.eval_on_selector_all("article h2 a", "links => links.map(link => link.getAttribute('href'))")
    assert items
    assert found + [fault for item in items[:3] + items[-1:] for fault in faults(page, item)] == []


def test_a_value_leads_to_its_place_in_the_document_without_scripts(meeting, visit):
    page = visit(Role.SECRETARY, scripts=False)
    page.goto(reverse("meetings:review", args=[meeting]))
    page.locator(".review-source").first.click()
    target = page.locator(".reading-span:target")
    expect(target).to_have_count(1)
    expect(target).to_be_in_viewport()


def test_several_files_are_sent_one_by_one_and_each_result_is_shown(transactional_db, visit, tmp_path):
    papers = [*PAPERS.glob("referat-*.txt"), *PAPERS.glob("dagsorden-*.txt")]
    page = visit(Role.SECRETARY)
    page.goto(reverse("meetings:import"))
    page.set_input_files("input[type=file]", papers)
    page.locator("form[data-import] button[type=submit]").click()
    expect(page.locator("[data-import-report] tbody tr")).to_have_count(len(papers))
    expect(page.locator("[data-import-report] tbody")).to_contain_text("Nyt møde")
    assert accessibility_faults(page) == []


@pytest.mark.parametrize("width", [1280, 768])
def test_the_way_to_confirm_and_the_marked_span_stay_in_sight(meeting, visit, width):
    page = visit(Role.SECRETARY, width=width)
    page.goto(reverse("meetings:review", args=[meeting]))
    page.locator("details.review-part summary").last.click()
    page.locator("details[open] .review-source").last.click()
    confirm = page.get_by_role("button", name="Bekræft læsningen")
    expect(confirm).to_be_in_viewport(ratio=1)
    expect(page.locator(".reading-span:target")).to_be_in_viewport()
    page.mouse.wheel(0, 5000)
    expect(confirm).to_be_in_viewport(ratio=1)
