"""Who has HR's right in one unit reads what is of that unit, and never a table of all."""

from datetime import date

import pytest
from django.utils import timezone
from tests.cast import STAGE_CREW

from raadhus.core.access.public import grant_role
from raadhus.kernel.roles import Role
from raadhus.refunds.models import Agreement
from raadhus.refunds.tests.seed_table import TABLE, lost_case, make_table

API = "/api/refunds/"


@pytest.fixture
def visitor(house, client_of):
    """The client of one who is HR of FDC only, beside the table of 2024 and one case of FDC's own."""
    now, unit = timezone.now(), "fdc"
    make_table(now.date())
    lost_case(now.date(), unit, employment="FDC1", lost=77_00)
    Agreement.objects.create(
        employment="HEMMELIG1", start_date=date(2024, 1, 1), end_date=date(2026, 1, 1), set_by="hr", set_at=now
    )
    grant_role(
        actor=STAGE_CREW, person_key="mette-mose", role=Role.HR, unit=unit, start=date(2025, 1, 1), end=None, now=now
    )
    return client_of(Role.EMPLOYEE)


def test_only_the_unit_s_own_lost_cases_are_told(visitor):
    told = visitor.get(f"{API}ledger/cases", {"year": 2024}).json()
    assert [one["employment"] for one in told] == ["FDC1"]
    file = visitor.get("/refusion/tal/sager/", {"year": 2024, "export": "csv"}).content.decode()
    assert ("FDC1" in file, file.count("\n")) == (True, 2)


def test_the_ledger_is_told_as_to_the_board(visitor):
    told = visitor.get(f"{API}ledger", {"year": 2024}).json()
    assert (told["is_exact"], told["wrong"], told["cases"]) == (False, None, sum(line[1] for line in TABLE) + 1)
    assert "14.084,79" not in visitor.get("/refusion/tal/", {"year": 2024}).content.decode()


@pytest.mark.parametrize("what", ["statements", "agreements", "nemrefusion/unmatched", "nemrefusion/runs"])
def test_what_is_about_everybody_is_refused(visitor, what):
    answer = visitor.get(f"{API}{what}")
    assert (answer.status_code, "HEMMELIG1" in answer.content.decode()) == (403, False)


def test_the_tabs_lead_nowhere_that_is_refused(visitor):
    shown = visitor.get("/refusion/sager/").content.decode()
    assert "/refusion/tal/" in shown
    assert "/refusion/aftaler/" not in shown
