"""An absence from its first day to the saved refund, and one that was too late, in a real browser: HR, the leader, the board."""

from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.browser import accessibility_faults, keep_screenshot
from tests.cast import BEGINNING

from raadhus.config.demonstration.payroll.board_case import treat
from raadhus.core.access.public import grant_role
from raadhus.core.workforce.actions.sources import set_source
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.meetings.public import Profile, create_body
from raadhus.refunds.models import YearlyStatement

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

CLERK = system("tests", "Prøverne")
SAVED, LOST = "Alma Klitstol", "Otto Ravdør"
EMPLOYMENTS = f"""employment;person;name;unit;start;weekly_hours;monthly_pay
M90001;P1;{SAVED};sac-myndighed;2019-01-01;37,00;38.100,00
M90002;P2;{LOST};sac-myndighed;2020-02-01;37,00;38.100,00
"""


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def sources(house, now):
    """The two sources of payroll, set up by HR."""
    for key, name, mapping in (
        ("ansaettelser", "Ansættelser", OWN_EMPLOYMENTS),
        ("fravaer", "Fravær", OWN_ABSENCES),
    ):
        set_source(actor=house[Role.HR], key=key, name=name, mapping=mapping, now=now)


def usable(page: Page, name: str) -> None:
    """Keep a picture of the page, and let axe-core find nothing on it."""
    keep_screenshot(page, f"refusion-{name}")
    assert accessibility_faults(page) == []


def absences(today, **changed):
    """Return payroll's file: one absence on its 29th day, one that is long past its deadline."""
    values = {"last": "", **changed}
    first, late = today - timedelta(days=28), today - timedelta(days=60)
    return (
        "employment;first;last;code;registered\n"
        f"M90001;{first:%d-%m-%Y};{values['last']};sickness;{first:%d-%m-%Y}\n"
        f"M90002;{late:%d-%m-%Y};;sickness;{today - timedelta(days=2):%d-%m-%Y}\n"
    )


def give(page: Page, source: str, name: str, text: str) -> None:
    """Upload a file from payroll as a person does."""
    page.goto("/loendata/importer/indlaes/")
    page.get_by_label("Lønkilde").select_option(label=source)
    page.get_by_label("Filer", exact=True).set_input_files(
        [{"name": name, "mimeType": "text/csv", "buffer": text.encode()}]
    )
    page.get_by_role("button", name="Indlæs").click()


def hr_gives_payroll(page: Page, today) -> None:
    give(page, "Ansættelser", "ansaettelser.csv", EMPLOYMENTS)
    expect(page.get_by_text("Hele filen er indlæst.")).to_be_visible()
    wrong = absences(today, last=f"{today - timedelta(days=40):%d-%m-%Y}")
    give(page, "Fravær", "fravaer-forkert.csv", wrong)
    expect(page.get_by_text("Filen er afvist, og intet er ændret.")).to_be_visible()
    expect(page.get_by_text("før den begynder")).to_be_visible()
    usable(page, "rapport")
    give(page, "Fravær", "fravaer.csv", absences(today))
    expect(page.get_by_text("Hele filen er indlæst.")).to_be_visible()
    usable(page, "indlaest")


def hr_works_the_cases_out(page: Page) -> None:
    page.goto("/refusion/forudsaetninger/")
    usable(page, "forudsaetninger")
    page.get_by_role("button", name="Genberegn alle sager").click()
    expect(page.get_by_text("2 sager").first).to_be_visible()


def hr_sends_the_reminders(page: Page) -> None:
    page.goto("/refusion/paamindelser/")
    usable(page, "paamindelser")
    page.get_by_role("button", name="Send nu").click()
    expect(page.get_by_text("Påmindelser").first).to_be_visible()


def leader_is_reminded_and_acts(page: Page) -> None:
    own = [one for one in mail.outbox if one.to == ["uffe-urt@eksempelkoebing.example"]]
    assert len(own) == 1
    assert "1 fravær er over fristen, 1 haster" in own[0].subject
    assert SAVED not in unescape(own[0].body)
    page.goto("/refusion/")
    row = page.get_by_role("row").filter(has_text=SAVED)
    expect(row.get_by_text("7 dage tilbage")).to_be_visible()
    usable(page, "frister")
    row.get_by_role("button", name="Der er handlet").click()
    expect(page.get_by_text("Noteret: der er handlet.")).to_be_visible()


def hr_gives_statuses(page: Page, today, *, claimed: bool) -> None:
    """Upload what NemRefusion says: both are signed today, and in the second file claimed as well."""
    first, late = today - timedelta(days=28), today - timedelta(days=60)
    told = f"anmodet;{today:%d-%m-%Y};{today:%d-%m-%Y}" if claimed else f"anmeldt;{today:%d-%m-%Y};"
    text = f"""Tjenestenummer;Første fraværsdag;Status;Anmeldt;Anmodet
M90001;{first:%d-%m-%Y};{told}
M90002;{late:%d-%m-%Y};{told}
"""
    page.goto("/refusion/nemrefusion/")
    file = {"name": "nemrefusion.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.get_by_label("Fil", exact=True).set_input_files([file])
    page.get_by_role("button", name="Indlæs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("nemrefusion.csv")
    usable(page, "status")


def nothing_is_lost(page: Page) -> None:
    page.goto("/refusion/sager/")
    page.get_by_role("link", name=SAVED).click()
    expect(page.get_by_text("Intet er tabt.").first).to_be_visible()
    expect(page.get_by_text("0,00 kr.").first).to_be_visible()
    usable(page, "reddet")


def the_loss_is_explained(page: Page) -> None:
    page.goto("/refusion/sager/")
    page.get_by_role("link", name=LOST).click()
    expect(page.get_by_text("efter fristen").first).to_be_visible()
    usable(page, "sag")
    page.get_by_role("link", name="Bilag til udskrift").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bilag: beregning af mistet refusion")
    expect(page.get_by_text("7,4 t x").first).to_be_visible()
    usable(page, "bilag")


def hr_proposes_the_case(page: Page, year: int) -> YearlyStatement:
    page.goto(f"/refusion/tal/sag/{year}/")
    usable(page, "foreslaa")
    page.get_by_role("button", name="Foreslå sagen").click()
    expect(page.get_by_text("Sagen er foreslået.")).to_be_visible()
    return YearlyStatement.objects.get()


@pytest.fixture
def another_leader(house, now):
    """The employee of the cast leads another unit than the one of the absences."""
    grant_role(actor=CLERK, person_key="mette-mose", role=Role.UNIT_LEADER, unit="fdc", start=BEGINNING, now=now)
    return Role.EMPLOYEE


@pytest.fixture
def known(visit, sources, today):
    """HR's page, after the files are given and the cases worked out."""
    page = visit(Role.HR)
    hr_gives_payroll(page, today)
    hr_works_the_cases_out(page)
    return page


def test_an_absence_is_saved_and_a_late_one_explained(known, visit, today):
    hr_sends_the_reminders(known)
    leader_is_reminded_and_acts(visit(Role.UNIT_LEADER))
    hr_gives_statuses(known, today, claimed=False)
    hr_gives_statuses(known, today, claimed=True)
    nothing_is_lost(known)
    the_loss_is_explained(known)


def test_the_case_is_proposed_decided_and_followed(known, house, today):
    create_body(actor=house[Role.SECRETARY], name="Direktionen", profile=Profile.EXECUTIVE_BOARD, now=timezone.now())
    hr_gives_statuses(known, today, claimed=True)
    row = hr_proposes_the_case(known, today.year)
    treat(row, actor=house[Role.SECRETARY], at=timezone.localtime() - timedelta(hours=1))
    known.goto(f"/refusion/tal/opgoerelser/{row.pk}/")
    expect(known.get_by_text("Besluttet").first).to_be_visible()
    usable(known, "besluttet")
    known.goto("/forpligtelser/")
    expect(known.get_by_text("Udsend et Ledernyt").first).to_be_visible()
    usable(known, "forpligtelser")


def test_a_leader_elsewhere_sees_nothing_and_the_board_sees_sums(known, visit, another_leader, today):
    elsewhere = visit(another_leader)
    elsewhere.goto("/refusion/")
    expect(elsewhere.get_by_text("Ingen åbne fravær")).to_be_visible()
    hr_gives_statuses(known, today, claimed=True)
    board = visit(Role.CHIEF_EXECUTIVE)
    board.goto(f"/refusion/tal/?year={today.year}")
    expect(board.get_by_text("kr.").first).to_be_visible()
    usable(board, "direktion")
    seen = elsewhere.content() + board.content()
    board.goto("/refusion/sager/")
    seen += board.content()
    assert not any(name in seen for name in (SAVED, LOST, "M90001", "M90002"))
