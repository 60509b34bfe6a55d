"""The demonstration's payroll through the house's own doors: the published table comes out, and one changed record changes one line of it."""

from datetime import date

import pytest

from raadhus.config.demonstration.payroll.files import absences_csv, statuses_csv
from raadhus.config.demonstration.payroll.loading import ABSENCES_KEY, HR, load_payroll
from raadhus.config.demonstration.payroll.municipality import municipality
from raadhus.config.demonstration.people import load_people
from raadhus.core.access.public import actor_of_person
from raadhus.core.audit.models import Entry
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.kernel.actors import system
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.statuses import import_statuses
from raadhus.refunds.models import RefundCase, SuspicionRecord
from raadhus.refunds.queries.visibility import counts
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.ledger import Entry as Line
from raadhus.refunds.rules.ledger import centre_table

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(600)]

SEED = {
    "sac": (2, "Indberettet for sent", 52_583_22),
    "fdc": (8, "Indberettet for sent + 1 fejlindberetning", 192_202_99),
    "soc": (2, "Indberettet for sent + 1 fejlindberetning", 41_531_95),
    "fkc": (1, "Indberettet for sent", 14_084_79),
    "db": (1, "Indberettet for sent", 15_568_00),
    "uuc": (4, "Indberettet for sent", 62_769_85),
    "spc": (4, "Indberettet for sent + 1 fejlindberetning", 118_029_00),
}


def load(now, *, with_staff):
    list(load_people(actor=system("demonstration", "Demonstrationen"), now=now))
    return list(load_payroll(today=now.date(), now=now, with_staff=with_staff))


def table(year=2024):
    lines = [
        Line(str(row.pk), row.centre_key, row.year, Cause(row.cause), row.lost_ore, row.days_late)
        for row in RefundCase.objects.filter(counts())
    ]
    return centre_table(lines, year)


def lines_of(found):
    return {row.centre: (row.cases, row.causes, row.lost_ore) for row in found.rows}


@pytest.mark.slow
def test_4600_employees_through_the_public_import_lost_what_the_published_table_says(db, now):
    load(now, with_staff=True)
    found = table()
    assert lines_of(found) == SEED
    assert (found.cases, found.lost_ore, found.wrong_cases) == (22, 496_769_80, 3)
    assert (round(found.wrong_ore, -2), round(found.late_ore, -2)) == (137_014_00, 359_756_00)
    assert table(2023).lost_ore < found.lost_ore > table(2025).lost_ore > 0


@pytest.fixture
def small(db, now):
    """The stories alone, in the hands of HR."""
    load(now, with_staff=False)
    return actor_of_person(HR)


def test_without_the_staff_the_table_is_the_same_and_a_second_time_changes_nothing(small, now):
    assert lines_of(table()) == SEED
    before = Entry.objects.count()
    assert list(load_payroll(today=now.date(), now=now, with_staff=False)) == []
    assert Entry.objects.count() == before


def test_one_notification_a_week_later_changes_exactly_one_centre(small, now):
    before = lines_of(table())
    payroll = municipality(now.date(), with_staff=False)
    told = statuses_csv([one for one in payroll.steps if one.first == date(2024, 1, 8)], now.date())
    later = told.replace(b"2024-02-28", b"2024-03-06")
    assert later != told
    run = import_statuses(actor=small, file_name="rettet.csv", data=later, now=now)
    recalculate(actor=small, today=now.date(), now=now)
    assert (run.is_refused, run.changed) == (False, 1)
    after = lines_of(table())
    assert {centre for centre in SEED if before[centre] != after[centre]} == {"fkc"}
    assert after["fkc"] == (1, "Indberettet for sent", 18_779_72)


def test_one_corrected_absence_from_payroll_changes_exactly_one_centre(small, now):
    before = lines_of(table())
    spells = municipality(now.date(), with_staff=False).spells
    (own,) = [spell for spell in spells if spell.first == date(2024, 1, 8)]
    shorter = absences_csv([own]).replace(b"2024-03-17", b"2024-02-09")
    assert shorter != absences_csv([own])
    run = import_payroll(actor=small, source_key=ABSENCES_KEY, file_name="rettet.csv", data=shorter, now=now)
    recalculate(actor=small, today=now.date(), now=now)
    assert (run.changed, run.added) == (1, 0)
    after = lines_of(table())
    assert {centre for centre in SEED if before[centre] != after[centre]} == {"fkc"}
    assert after["fkc"] == (1, "Indberettet for sent", 2_816_96)


def test_around_today_every_urgency_and_every_suspicion_is_there(small, now):
    rows = RefundCase.objects.filter(last_date=None, settled_at=None)
    assert set(rows.values_list("level", flat=True)) == {"quiet", "alarm", "late"}
    assert {"notify", "claim"} <= set(rows.values_list("next_step", flat=True))
    north = rows.filter(unit_key="soc-hjemmepleje-nord")
    assert set(north.values_list("level", flat=True)) == {"quiet", "alarm", "late"}
    assert north.exclude(acted_at=None).count() == 1
    found = SuspicionRecord.objects.filter(gone_at=None)
    assert set(found.values_list("suspicion", flat=True)) == {"agreement_not_used", "gap", "silent_code"}
    assert found.exclude(let_be_at=None).count() == 1
