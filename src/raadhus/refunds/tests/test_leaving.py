"""Somebody leaves while ill, and payroll never ends the absence."""

from datetime import date

import pytest
from tests.cast import NOW

from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, Forgetting
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.models import RefundCase


@pytest.fixture
def left(house, payroll):
    """Return what recalculates on a day: E1 has been away since 8 January 2024 and left after 29 March."""
    payroll.absence(date(2024, 1, 8))
    EmploymentVersion.objects.update(end_date=date(2024, 3, 30))

    def on(day):
        recalculate(actor=house[Role.HR], today=day, now=NOW)
        return RefundCase.objects.get()

    return on


def test_nothing_more_is_lost_after_the_last_day_of_the_employment(left):
    soon, later = left(date(2024, 4, 10)), left(date(2025, 4, 10))
    assert (soon.last_date, soon.lost_days) == (date(2024, 3, 29), 38)
    assert (later.lost_days, later.lost_ore, later.year) == (38, soon.lost_ore, 2024)


def test_it_goes_on_while_the_employment_does(left):
    assert left(date(2024, 3, 29)).last_date is None


def test_what_was_lost_stands_when_payroll_s_own_time_is_up(left):
    lost = left(date(2025, 4, 10)).lost_ore
    AbsenceVersion.objects.all().delete()
    Forgetting.objects.create(kept="absences", before_date=date(2024, 4, 1), rows=1, forgotten_at=NOW)
    found = left(date(2026, 3, 1))
    assert (found.is_gone, found.lost_ore) == (False, lost)
