"""A whole meeting in a browser, for each kind of body: from an empty agenda to signed, published minutes.

An executive board and a council are taken through it by the pages alone; the others are brought to the sent agenda by
the same actions, and go on by the pages from there: what a profile does otherwise (who proposes, votes, dissents, who
signs, what a citizen sees) is tried for each.
"""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.browser import accessibility_faults, calm
from tests.cast import PASSWORD

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.danish_calendar import is_working_day
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.draft_steps import approve_draft, propose_draft
from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.sittings import plan_sitting
from raadhus.meetings.cli import meetings
from raadhus.meetings.models import CaseDraft, DraftSection, Meeting, Sitting, Treatment
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.profile_rules import PROFILE_RULES, SignatureRule
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.tests.sitting_stage import make_body, make_member

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(600)]

OPEN, SECRET = "Ny cykelsti", "Opsigelse af lejemålet Havnegade"
RECOMMENDATION = "Planen for cykelstien godkendes"
BACKGROUND = "Der mangler en cykelsti mellem skolen og hallen."
MEMBERS = {
    Role.CHIEF_EXECUTIVE: MemberRole.CHAIR,
    Role.CENTRE_HEAD: MemberRole.MEMBER,
    Role.HR: MemberRole.MEMBER,
    Role.SECRETARY: MemberRole.SECRETARY,
}
SIGNERS = {
    SignatureRule.ALL_PRESENT: (Role.CENTRE_HEAD, Role.HR, Role.CHIEF_EXECUTIVE),
    SignatureRule.CHAIR: (Role.CHIEF_EXECUTIVE,),
    SignatureRule.CHAIR_AND_SECRETARY: (Role.CHIEF_EXECUTIVE, Role.SECRETARY),
    SignatureRule.NONE: (),
}
BY_HAND = (Profile.EXECUTIVE_BOARD, Profile.COUNCIL)


def day_to_come() -> date:
    """A working day far enough ahead that no deadline has passed."""
    day = timezone.localdate() + timedelta(days=35)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


class Cycle:
    """One meeting of one kind of body; `page(role)` is the browser of the one who plays it."""

    def __init__(self, visit, cast, profile):
        self.visit, self.cast, self.profile, self.rules = visit, cast, profile, PROFILE_RULES[profile]
        self.body = make_body("organet", "Organet", profile, is_public=self.rules.is_public)
        for place, (role, part) in enumerate(MEMBERS.items()):
            make_member(self.body, cast[role], part, position=place)
        self.author = Role.EMPLOYEE if self.rules.every_employee_proposes else Role.HR
        self.pages: dict[Role | None, Page] = {}

    def page(self, role):
        if role not in self.pages:
            self.pages[role] = self.visit(role)
        return self.pages[role]

    @property
    def minutes(self):
        return Meeting.objects.get(kind="minutes")

    def secret_case(self):
        """A closed case straight on its way: how one is written is the same for all."""
        facts = DraftFacts(title=SECRET, closed=True, legal_ground="Styrelsesloven § 10: forhandling om pris")
        case = create_draft(actor=self.cast[Role.SECRETARY], body_key=self.body.key, facts=facts, now=timezone.now())
        written(case, "Huslejen kan sættes ned med en forhandling.")
        self.bring(case, Role.SECRETARY)

    def bring(self, case, author):
        """Propose a case and have it approved, where the body's rules ask for that."""
        propose_draft(actor=self.cast[author], draft_id=case, now=timezone.now())
        if self.rules.needs_approval:
            approve_draft(actor=self.cast[Role.CHIEF_EXECUTIVE], draft_id=case, now=timezone.now())


def written(case, text):
    rows = DraftSection.objects.filter(draft=case)
    rows.exclude(position=0).delete()
    rows.update(blocks=blocks_to_json([Paragraph(text)]))


@pytest.fixture(params=list(Profile), ids=str)
def cycle(request, visit, cast):
    return Cycle(visit, cast, request.param)


def menu(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name=name, exact=True).click()


def press(page: Page, key: str, then: str) -> None:
    """Strike a key and wait for what it brings."""
    calm(page)
    page.keyboard.press(key)
    expect(page.locator("#live, .page-main").get_by_text(then).first).to_be_visible()


def usable(page: Page) -> None:
    assert accessibility_faults(page) == []


# --- by the pages: until the agenda is sent


def plan_by_hand(cycle):
    page = cycle.page(Role.SECRETARY)
    menu(page, "Mødeplan")
    page.get_by_role("link", name="Planlæg møde").first.click()
    page.get_by_label("Organ").select_option("organet")
    page.get_by_label("Dato").fill(day_to_come().isoformat())
    page.get_by_label("Begynder").fill("9")
    page.get_by_label("Sted").fill("Mødelokale Havnen")
    page.get_by_role("button", name="Planlæg", exact=True).click()
    expect(page.get_by_text("Ingen punkter endnu", exact=True)).to_be_visible()
    usable(page)


def write_by_hand(cycle):
    page = cycle.page(cycle.author)
    menu(page, "Sager til møder")
    page.get_by_role("link", name="Ny sag").first.click()
    page.get_by_label("Organ").select_option("organet")
    page.get_by_label("Titel").fill(OPEN)
    page.get_by_role("button", name="Opret sagen").click()
    page.get_by_role("main").get_by_role("button", name="Gem").click()
    page.get_by_role("link", name="Skriv", exact=True).click()
    expect(page.locator("form[data-started]")).to_be_attached()
    page.locator(".ProseMirror").first.click()
    page.keyboard.type(BACKGROUND)
    page.locator("[data-points] textarea").first.click()
    page.keyboard.type(RECOMMENDATION)
    expect(page.locator("[data-status]")).to_contain_text("Gemt kl.")
    page.keyboard.press("Control+s")
    page.get_by_role("link", name="Til sagen").click()
    page.get_by_role("button", name="Foreslå sagen").click()
    expect(page.get_by_text("Foreslået").first).to_be_visible()


def approve_by_hand(cycle):
    page = cycle.page(Role.CHIEF_EXECUTIVE)
    menu(page, "Sager til møder")
    page.get_by_role("link", name="Venter på godkendelse").click()
    page.get_by_role("link", name=OPEN).click()
    expect(page.get_by_text(RECOMMENDATION)).to_be_visible()
    page.get_by_role("button", name="Godkend til dagsorden").click()
    expect(page.get_by_text("Godkendt til dagsorden").first).to_be_visible()


def send_by_hand(cycle):
    page = cycle.page(Role.SECRETARY)
    menu(page, "Mødeplan")
    page.locator("tbody th a").first.click()
    for title in (OPEN, SECRET):
        page.get_by_role("button", name=f"Sæt på {title}").click()
        expect(page.locator("#dagsorden").get_by_text(title)).to_be_visible()
    usable(page)
    accept = page.locator("#udsend input[type=checkbox]")
    if accept.count():
        accept.check()
    page.get_by_role("button", name="Udsend", exact=True).click()
    expect(page.get_by_text("Dagsordenen er udsendt")).to_be_visible()


def send_quickly(cycle):
    """The same by the same actions."""
    secretary, now = cycle.cast[Role.SECRETARY], timezone.now()
    facts = DraftFacts(title=OPEN)
    case = create_draft(actor=cycle.cast[cycle.author], body_key="organet", facts=facts, now=now)
    written(case, BACKGROUND)
    asked = [{"id": "r1", "text": f"at {RECOMMENDATION[0].lower()}{RECOMMENDATION[1:]}", "children": []}]
    CaseDraft.objects.filter(pk=case).update(recommendations=asked)
    cycle.bring(case, cycle.author)
    sitting = plan_sitting(actor=secretary, body_key="organet", day=day_to_come(), now=now)
    for one in CaseDraft.objects.order_by("title"):
        plan_draft(actor=secretary, draft_id=one.pk, sitting_id=sitting, now=now)
    send_agenda(actor=secretary, sitting_id=sitting, accept_warnings=True, now=now)


# --- by the pages, for every body


def hold(cycle):
    page = cycle.page(Role.SECRETARY)
    page.goto(reverse("meetings:workroom", args=[Sitting.objects.get().pk]))
    page.get_by_role("link", name="Referat", exact=True).click()
    expect(page.get_by_role("button", name="Åbn mødet")).to_be_focused()
    press(page, "Enter", "Indstilling 1: udfald")
    decide(cycle, page)
    press(page, "n", "Ingen beslutning.")
    press(page, "q", "Mødet er afsluttet.")


def decide(cycle, page):
    expect(page.get_by_role("heading", name=f"Punkt 1: {OPEN}")).to_be_visible()
    press(page, "g", "Teksten læses tilbage til de samme udfald.")
    assert page.get_by_role("heading", name="Afstemning").count() == cycle.rules.has_votes
    assert page.get_by_role("heading", name="Mindretalsudtalelser").count() == cycle.rules.has_dissents
    calm(page)
    if cycle.rules.has_votes:
        page.keyboard.press("v")
        page.get_by_label("For", exact=True).fill("2")
        page.get_by_label("Imod", exact=True).fill("1")
        page.get_by_role("button", name="Skriv afstemningen").click()
        expect(page.get_by_text("Vedtaget").first).to_be_visible()
    if cycle.rules.has_dissents:
        calm(page)
        page.keyboard.press("y")
        page.get_by_label("Hvem").select_option(cycle.cast[Role.HR].key)
        page.get_by_label("Kort udtalelse").fill("Stien bør vente til næste år.")
        page.get_by_role("button", name="Skriv udtalelsen").click()
        expect(page.get_by_text("Stien bør vente til næste år.").first).to_be_visible()
    press(page, "l", f"Punkt 2: {SECRET}")
    assert Treatment.objects.get(draft__title=OPEN).decided_at


def put_up(cycle):
    page = cycle.page(Role.SECRETARY)
    page.get_by_role("link", name="Underskrift", exact=True).click()
    page.get_by_role("button", name="Læg referatet frem").click()
    expect(page.get_by_text("Referatet er lagt frem")).to_be_visible()
    usable(page)


def sign(cycle):
    """Every participant whom the rule asks signs; without a rule the secretary ends the approval."""
    signers = SIGNERS[cycle.rules.signature]
    for role in signers:
        page = cycle.page(role)
        page.goto("/")
        page.get_by_role("main").locator("a[href$='/underskrift/']").first.click()
        page.get_by_role("link", name="Bekræft, at det er dig").click()
        page.get_by_label("Adgangskode").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button").first.click()
        page.get_by_role("button", name="Send mit svar").click()
        expect(page.get_by_text("Dit svar er givet.")).to_be_visible()
    if not signers:
        page = cycle.page(Role.SECRETARY)
        page.get_by_role("button", name="Afslut underskrivningen").click()
    expect(page.get_by_text("endeligt underskrevet").first).to_be_visible()


def publish(cycle):
    page = cycle.page(Role.SECRETARY)
    page.goto(reverse("meetings:workroom", args=[Sitting.objects.get().pk]))
    page.get_by_role("link", name="Underskrift", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Publicér").click()
    page.get_by_role("main").get_by_role("button", name="Publicér").wait_for()
    accept = page.get_by_label("Jeg har set advarslerne")
    if accept.count():
        accept.check()
    page.get_by_role("main").get_by_role("button", name="Publicér").click()
    expect(page.get_by_text("Mødet er publiceret.")).to_be_visible()


def read(cycle):
    """A citizen reads what is public, an employee what is internal; nobody of them is told of the closed item."""
    reader = cycle.page(None)
    if not cycle.rules.is_public:
        assert cycle.page(None).goto(address(cycle, "meeting")).status == 404
        reader = cycle.page(Role.EMPLOYEE)
    reader.goto(address(cycle, "meeting"))
    usable(reader)
    expect(reader.get_by_role("heading", name=OPEN)).to_be_visible()
    expect(reader.get_by_role("heading", name="Lukket").first).to_be_visible()
    assert SECRET not in reader.content()
    return reader


def address(cycle, name):
    return reverse(f"meetings:{name}", args=[cycle.minutes.pk])


def verified(reader, cycle, folder):
    """Fetch the signed file as the reader is given it, and verify it with the command and the published keys."""
    signed, keys = folder / "referat.json", folder / "noegler.json"
    signed.write_bytes(reader.request.get(address(cycle, "signed_file")).body())
    keys.write_bytes(reader.request.get(reverse("meetings:signing_keys")).body())
    assert SECRET not in signed.read_text(encoding="utf-8")
    return json.loads(CliRunner().invoke(meetings, ["verify", str(signed), "--key", str(keys), "--json"]).output)


def test_a_meeting_goes_from_an_empty_agenda_to_published_minutes(cycle, tmp_path):
    cycle.secret_case()
    if cycle.profile in BY_HAND:
        for step in (plan_by_hand, write_by_hand, approve_by_hand, send_by_hand):
            step(cycle)
    else:
        send_quickly(cycle)
    for step in (hold, put_up, sign, publish):
        step(cycle)
    reader = read(cycle)
    assert verified(reader, cycle, tmp_path)["verified"] is True
