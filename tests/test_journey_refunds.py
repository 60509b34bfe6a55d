"""An absence from its first day to the saved refund, and one that was too late, in a real browser: HR, the leader, the board."""

from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.browser import accessibility_faults, keep_screenshot

from raadhus.core.workforce.actions.sources import set_source
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.reminding import remind

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

CLERK = system("tests", "Prøverne")
SAVED, LOST = "Alma Klitstol", "Otto Ravdør"
EMPLOYMENTS = f"""employment;person;name;unit;start;weekly_hours;monthly_pay
M1;P1;{SAVED};sac-myndighed;2019-01-01;37,00;38.100,00
M2;P2;{LOST};sac-myndighed;2020-02-01;37,00;38.100,00
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
        f"M1;{first:%d-%m-%Y};{values['last']};sickness;{first:%d-%m-%Y}\n"
        f"M2;{late:%d-%m-%Y};;sickness;{today - timedelta(days=2):%d-%m-%Y}\n"
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


def leader_is_reminded_and_acts(page: Page) -> None:
    sent = remind(actor=CLERK, today=timezone.localdate(), now=timezone.now())
    own = [one for one in mail.outbox if one.to == ["uffe-urt@eksempelkoebing.example"]]
    assert len(own) == 1
    assert "1 fravær er over fristen, 1 haster" in own[0].subject
    assert SAVED not in unescape(own[0].body)
    assert any(one.name == "Uffe Urt" for one in sent)
    page.goto("/refusion/")
    row = page.get_by_role("row").filter(has_text=SAVED)
    expect(row.get_by_text("7 dage tilbage")).to_be_visible()
    usable(page, "frister")
    row.get_by_role("button", name="Der er handlet").click()
    expect(page.get_by_text("Noteret: der er handlet.")).to_be_visible()


def test_a_wrong_file_changes_nothing_and_a_right_one_lets_the_leader_act_in_time(visit, sources, today):
    hr_gives_payroll(visit(Role.HR), today)
    recalculate(actor=CLERK, today=today, now=timezone.now())
    leader_is_reminded_and_acts(visit(Role.UNIT_LEADER))
