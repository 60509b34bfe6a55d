"""The writing page in a real browser: it saves by itself, by keyboard alone, and keeps what the server has not got."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, keep_screenshot, overflow, until

from raadhus.core.documents.text import blocks_from_json, plain_text
from raadhus.kernel.roles import Role
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.tests.sitting_stage import make_body, make_draft

pytestmark = pytest.mark.journey


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


def points_of(draft):
    tree = CaseDraft.objects.get(pk=draft).recommendations
    return [(one["text"], [child["text"] for child in one["children"]]) for one in tree]


@pytest.mark.parametrize("width", [1280, 820])
def test_what_is_typed_is_saved_by_itself(visit, draft, width):
    page = opened(visit, draft, width=width)
    page.locator(".ProseMirror").first.click()
    page.keyboard.type("Cykelstien mangler et stykke.")
    until(page, lambda: text_of(draft), "Cykelstien mangler et stykke.")
    saved(page)
    page.locator("[data-points] textarea").first.click()
    page.keyboard.type("Godkender planen")
    page.keyboard.press("Enter")
    page.keyboard.type("Strækning øst")
    page.keyboard.press("Tab")
    until(page, lambda: points_of(draft), [("Godkender planen", ["Strækning øst"])])
    saved(page)
    keep_screenshot(page, f"skriv-{width}")
    assert accessibility_faults(page) == []
    assert overflow(page) == 0


PASTE = """([html, text]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head><body>
<p class=MsoNormal style='margin:0;font-size:11pt'><b>Stien</b> er <span style='color:red'>for smal</span>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>   </span></span>Udvid den</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a.<span>   </span></span>mod øst</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>   </span></span>Belys den</p>
<table border=1><tr><td colspan=2><b>Sted</b></td></tr><tr><td>Øst</td><td onclick="alert(1)">2</td></tr></table>
<script>alert(1)</script><a href="javascript:alert(1)">her</a><img src=x onerror="alert(1)"></body></html>"""


def test_what_is_pasted_from_word_becomes_blocks_and_nothing_else(visit, draft):
    page = opened(visit, draft)
    page.locator(".ProseMirror").first.click()
    page.evaluate(PASTE, [WORD, "Stien er for smal."])
    saved(page)
    blocks = DraftSection.objects.filter(draft=draft).order_by("position")[0].blocks
    kinds = [block["type"] for block in blocks if block.get("text") != ""]
    assert kinds == ["paragraph", "list", "table", "paragraph"]
    assert blocks[0] == {
        "type": "paragraph",
        "text": "Stien er for smal.",
        "marks": [{"start": 0, "end": 5, "kind": "strong"}],
    }
    points = next(block for block in blocks if block["type"] == "list")
    assert [(one["text"], [child["text"] for child in one.get("items", [])]) for one in points["items"]] == [
        ("Udvid den", ["mod øst"]),
        ("Belys den", []),
    ]
    assert "script" not in page.locator(".ProseMirror").first.inner_html()


def test_two_megabytes_are_not_pasted_and_the_page_says_why(visit, draft):
    page = opened(visit, draft)
    page.locator(".ProseMirror").first.click()
    page.keyboard.type("Før.")
    page.evaluate(PASTE, ["", "æ " * 1_000_000])
    expect(page.locator("[data-notice]")).to_contain_text("Læg det som bilag")
    until(page, lambda: text_of(draft), "Før.")


def test_what_the_server_refuses_stays_on_the_page_with_the_sentence(visit, draft):
    page = opened(visit, draft)
    CaseDraft.objects.filter(pk=draft).update(state="proposed")
    page.locator(".ProseMirror").first.click()
    page.keyboard.type("For sent")
    expect(page.locator("[data-status]")).to_contain_text("Ikke gemt: Sagen står som »Foreslået«")
    assert page.locator(".ProseMirror").first.inner_text() == "For sent"
    CaseDraft.objects.filter(pk=draft).update(state="draft")
    page.keyboard.press("Control+s")
    until(page, lambda: text_of(draft), "For sent")
    saved(page)


def test_who_is_logged_out_keeps_the_text_and_goes_on_after_logging_in(visit, draft):
    page = opened(visit, draft)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.locator(".ProseMirror").first.click()
    page.keyboard.type("Uden adgang")
    expect(page.locator("[data-status]")).to_contain_text("Du er logget ud")
    expect(page.locator("[data-login]")).to_be_visible()
    page.context.add_cookies(cookies)
    page.keyboard.press("Control+s")
    until(page, lambda: text_of(draft), "Uden adgang")
    saved(page)


def test_everything_is_reached_by_keyboard(visit, draft):
    page = opened(visit, draft)
    page.locator("[data-heading]").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Vigtigt")
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+F10")
    expect(page.locator("[data-command=bold]")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-command=italic]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror em")).to_have_text("Vigtigt")
    expect(page.locator(".ProseMirror").first).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("[data-link-dialog] input")).to_be_focused()
    page.keyboard.type("www.kl.dk")
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror a")).to_have_attribute("href", "https://www.kl.dk")
    page.keyboard.press("Alt+PageDown")
    expect(page.locator("[data-points] textarea").first).to_be_focused()
    page.keyboard.type("Et")
    page.keyboard.press("Enter")
    page.keyboard.type("To")
    page.keyboard.press("Alt+ArrowUp")
    until(page, lambda: points_of(draft), [("To", []), ("Et", [])])


HURRY = """() => {
  const press = (key, more) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  const focused = () => document.activeElement.closest("[data-link-dialog], .ProseMirror")?.className;
  document.querySelector("[data-command=italic]").focus();
  press("k", { ctrlKey: true });
  const fromToolbar = focused();
  document.querySelector("[data-link-dialog]").close();
  document.querySelector("[data-command=italic]").click();
  const afterCommand = focused();
  press("k", { ctrlKey: true });
  return [fromToolbar, afterCommand, focused()];
}"""


def test_the_keyboard_is_where_the_fastest_writer_expects_it(visit, draft):
    page = opened(visit, draft)
    page.locator(".ProseMirror").first.click()
    page.keyboard.type("Vigtigt")
    assert [said.split()[0] for said in page.evaluate(HURRY)] == ["modal", "tiptap", "modal"]
    page.keyboard.type("www.kl.dk")
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror a")).to_have_text("www.kl.dk")
    page.keyboard.type(" igen")
    expect(page.locator(".ProseMirror").first).to_have_text("Vigtigtwww.kl.dk igen")


def test_a_finding_is_corrected_by_its_button(visit, draft):
    page = opened(visit, draft)
    page.locator("[data-lead]").fill("Det indstilles, at")
    page.locator("[data-points] textarea").first.fill("at planen godkendes")
    saved(page)
    fix = page.locator("[data-findings=recommendations] [data-fix]")
    expect(fix).to_be_visible()
    keep_screenshot(page, "skriv-fund")
    assert accessibility_faults(page) == []
    fix.click()
    expect(page.locator("[data-points] textarea").first).to_have_value("planen godkendes")


def test_five_hundred_recommendations_are_opened_and_moved(visit, draft):
    tree = [{"id": str(uuid4()), "text": f"Punkt {number}", "children": []} for number in range(500)]
    CaseDraft.objects.filter(pk=draft).update(recommendations=tree)
    page = opened(visit, draft)
    assert page.locator("[data-points] > li").count() == 500
    page.locator("[data-points] textarea").nth(1).focus()
    page.keyboard.press("Alt+ArrowUp")
    until(page, lambda: points_of(draft)[0], ("Punkt 1", []))


def test_the_page_is_a_form_without_scripts(visit, draft):
    page = visit(Role.EMPLOYEE, scripts=False)
    page.goto(f"/moeder/sag/{draft}/skriv/")
    page.locator("textarea[name^=text-]").first.fill("Uden scripts")
    keep_screenshot(page, "skriv-uden-scripts")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Sagen er gemt.")).to_be_visible()
    assert text_of(draft) == "Uden scripts"


def test_the_page_speaks_english(visit, draft):
    page = visit(Role.EMPLOYEE, language="en-GB")
    page.goto(f"/moeder/sag/{draft}/skriv/")
    expect(page.locator("form[data-started]")).to_be_attached()
    expect(page.locator("[data-status]")).to_have_text("Everything is saved")
    expect(page.get_by_role("toolbar", name="Formatting and saving")).to_be_visible()
