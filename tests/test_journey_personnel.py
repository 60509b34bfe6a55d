"""Personnel figures from payroll to the council, in a real browser: HR, a leader, a centre head, the executive board, an outsider."""

import csv
import io
from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.browser import accessibility_faults, keep_screenshot

from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.actions.sources import set_source
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.releasing import release_figures

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

# Where the invented people work, and how many. The leader of the cast leads sac-myndighed, the centre head sac.
PLACES = {"sac-myndighed": 40, "sac": 12, "fdc": 44, "cba": 24}


def employments(year):
    """Return payroll's file: everybody has been there since before the year, and every twelfth left in its autumn."""
    chance = Random(11)  # noqa: S311 - invented people
    lines = ["employment;person;name;unit;start;end;weekly_hours;monthly_pay;born;gender;job_code"]
    units = [unit for unit, people in PLACES.items() for _ in range(people)]
    for number, unit in enumerate(units):
        left = f"{year}-09-30" if number % 12 == 0 else ""
        born = date(1960, 1, 1) + timedelta(days=chance.randrange(14_000))
        terms = (
            f"{year - 1}-11-01;{left};{chance.choice(['37,00', '37,00', '32,00'])};{chance.randrange(30, 42)}.000,00"
        )
        lines.append(f"J{number};P{number};Opdigtet {number};{unit};{terms};{born};{'KM'[number % 2]};{number % 3}")
    return "\n".join(lines).encode()


def absences(year):
    """Return payroll's file of sickness: a few days for everybody, some through weeks."""
    chance = Random(12)  # noqa: S311 - invented people
    lines = ["employment;first;last;code;registered"]
    for number in range(sum(PLACES.values())):
        for month in range(1, 10):
            first = date(year, month, chance.randint(1, 20))
            last = first + timedelta(days=chance.choice([0, 1, 1, 2, 3, 7]))
            lines.append(f"J{number};{first};{last};sickness;{first}")
    return "\n".join(lines).encode()


@pytest.fixture
def payroll(house):
    """Last year's payroll, taken in by HR."""
    now = timezone.now()
    year = timezone.localdate(now).year - 1
    for key, mapping, data in (
        ("ansaettelser", OWN_EMPLOYMENTS, employments(year)),
        ("fravaer", OWN_ABSENCES, absences(year)),
    ):
        set_source(actor=house[Role.HR], key=key, name=key.capitalize(), mapping=mapping, now=now)
        run = import_payroll(actor=house[Role.HR], source_key=key, file_name=f"{key}.csv", data=data, now=now)
        assert run.state == "done", run.problems
    return year


@pytest.fixture
def published(payroll, house, settings, tmp_path):
    """What the night's job makes of it."""
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    now = timezone.now()
    outcome = release_figures(actor=house[Role.HR], today=timezone.localdate(now), now=now)
    assert outcome.release is not None, outcome.told
    return payroll


def usable(page: Page, name: str) -> None:
    """Keep a picture of the page, and let axe-core find nothing on it."""
    keep_screenshot(page, f"personale-{name}")
    assert accessibility_faults(page) == []


def test_figures_go_from_payroll_to_the_board(visit, published):
    hr_sees_what_was_released(visit(Role.HR))
    leader_drills_by_keyboard(visit(Role.UNIT_LEADER), published)
    centre_head_compares_and_remarks(visit(Role.CENTRE_HEAD))
    hr_publishes(visit(Role.HR), published)
    board_reads(visit(Role.CHIEF_EXECUTIVE), published)
    outsider_reads_what_is_public(visit(None), published)


def hr_sees_what_was_released(page: Page) -> None:
    page.goto("/personale/udgivelser/")
    usable(page, "udgivelser")
    page.get_by_role("link", name="Udgivelse 1").click()
    expect(page.get_by_text("0 personer").first).to_be_visible()
    usable(page, "udgivelse")


def leader_drills_by_keyboard(page: Page, year: int) -> None:
    page.goto("/personale/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Myndighed")
    usable(page, "overblik")
    link = page.get_by_role("link", name="Sygedagsværk pr. fuldtidsansat", exact=True)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("img", name="Sygedagsværk").first).to_be_visible()
    page.get_by_label("Periode").select_option(label=str(year))
    page.get_by_label("Opdelt efter").select_option(label="Køn")
    page.get_by_role("button", name="Vis", exact=True).press("Enter")
    expect(page.get_by_role("rowheader", name="Kvinder").first).to_be_visible()
    usable(page, "tal")
    with page.expect_download() as told:
        page.get_by_role("link", name="CSV").first.click()
    rows = list(csv.reader(io.StringIO(told.value.path().read_text(encoding="utf-8-sig")), delimiter=";"))
    assert len(rows) > 1
    other = page.goto("/personale/?enhed=fdc")
    assert other is not None
    assert other.status == 404


def centre_head_compares_and_remarks(page: Page) -> None:
    page.goto("/personale/sammenlign/")
    usable(page, "sammenlign")
    page.goto("/personale/tal/?maal=headcount&enhed=sac")
    page.get_by_role("link", name="Skriv en bemærkning").click()
    page.get_by_label("Måned").fill(f"{timezone.localdate().year - 1}-03")
    page.get_by_label("Hvad skete der?").fill("Nyt hold til tidlig indsats.")
    page.get_by_role("button", name="Skriv bemærkningen").click()
    page.goto("/personale/tal/?maal=headcount&enhed=sac")
    expect(page.get_by_text("Nyt hold til tidlig indsats.").first).to_be_visible()
    usable(page, "bemaerkning")


def hr_publishes(page: Page, year: int) -> None:
    page.goto("/personale/publikation/ny/")
    page.get_by_role("spinbutton", name="År").fill(str(year))
    page.get_by_role("button", name="Lav kladden").click()
    page.get_by_role("link", name="Skriv kommentar til").first.click()
    page.get_by_role("textbox").first.fill("Vi takker alle, der har bidraget.")
    page.get_by_role("button", name="Gem kommentaren").click()
    usable(page, "kladde")
    page.get_by_role("link", name="Offentliggør").click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Offentliggør").click()
    page.get_by_role("link", name="Foreslå sag til direktionen").click()
    page.get_by_role("button", name="Foreslå sagen").click()
    usable(page, "sag")


def board_reads(page: Page, year: int) -> None:
    page.goto("/personale/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Eksempelkøbing Kommune")
    page.get_by_role("link", name="Personaleafgang", exact=True).click()
    expect(page.get_by_text(f"i {year}").first).to_be_visible()
    usable(page, "direktion")


def outsider_reads_what_is_public(page: Page, year: int) -> None:
    page.goto("/personale/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")
    page.goto(f"/personale/publikation/{year}/")
    expect(page.get_by_text("Vi takker alle, der har bidraget.")).to_be_visible()
    usable(page, "publikation")
