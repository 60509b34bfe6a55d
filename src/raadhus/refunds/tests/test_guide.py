"""The leader's guide: everybody reads it, its numbers come from the rules, and it goes on one page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.refunds.rules.cases import Absence, Kind, Settings
from raadhus.refunds.rules.guide import calendar, dates_of, examples
from raadhus.refunds.tests.made_cases import made_case
from raadhus.refunds.writer.guide_pdf import write_guide

GUIDE = reverse("refunds:guide")
ILL = Absence("1", "FKC", date(2026, 1, 5), None, Decimal(37))


def test_the_examples_are_worked_out_by_the_rules():
    found = {one.situation: one.lost_ore for one in examples(Settings())}
    assert found["Anmeldt den sidste dag"] == 0
    assert found["Anmeldt 16 dage for sent"] == 14_084_79
    assert max(found.values()) == found["Fleksjob, anmeldt 16 dage for sent"]


def test_the_days_of_an_absence_follow_the_law():
    days = dates_of(ILL, Settings())
    assert (days.earliest, days.alarm, days.notify_by) == (date(2026, 1, 27), date(2026, 2, 2), date(2026, 2, 9))
    assert (days.refunded_from, days.claim_by) == (date(2026, 2, 4), date(2026, 5, 4))


def test_what_is_done_has_no_deadline():
    days = dates_of(replace(ILL, notified=date(2026, 2, 1), claimed=date(2026, 2, 20)), Settings())
    assert (days.notify_by, days.claim_by) == (None, date(2026, 5, 20))
    short = dates_of(replace(ILL, kind=Kind.SECTION_56, last=date(2026, 1, 20)), Settings())
    assert (short.notify_by, short.claim_by) == (None, date(2026, 4, 5))


def test_the_calendar_names_the_days_of_the_law():
    days = ["Dag 1", "Dag 23", "28 dage efter dag 1", "Dag 31", "35 dage efter dag 1", "Hver 3. måned"]
    assert [step.when for step in calendar(Settings())] == [*days, "Når fraværet slutter"]


def test_the_guide_follows_the_settings():
    assert "40 dage efter dag 1" in {step.when for step in calendar(Settings(notification_days=40))}


@pytest.mark.parametrize("days", [35, 41])
def test_the_printed_guide_is_one_page_of_a4(days):
    pdf = pypdfium2.PdfDocument(
        write_guide(Settings(notification_days=days), "Eksempelkøbing Kommune", date(2026, 3, 1))
    )
    assert len(pdf) == 1
    assert [round(side) for side in pdf[0].get_size()] == [595, 842]
    text = pdf[0].get_textpage().get_text_range()
    assert f"{days} dage efter dag 1" in text
    assert "14.084,79" in text or days != 35


def test_everybody_reads_the_guide_and_only_leaders_see_cases(house, client_of):
    made = made_case(timezone.localdate(), day=30)
    own = client_of(Role.UNIT_LEADER).get(GUIDE).content.decode()
    assert made.name in own
    assert own.index("Gør nu") < own.index("Anmeldes tidligst")
    shown = client_of(Role.EMPLOYEE).get(GUIDE).content.decode()
    assert "Hvad du gør hvornår" in shown
    assert "Dine åbne fravær" not in shown


def test_a_leader_without_open_absences_is_told_so(house, client_of):
    assert "Du har ingen åbne fravær" in client_of(Role.UNIT_LEADER).get(GUIDE).content.decode()


def test_the_page_to_hang_up_is_a_pdf(house, client_of):
    response = client_of(Role.EMPLOYEE).get(reverse("refunds:guide_pdf"))
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
