"""HR sees that payroll has told something that the cases do not know, and catches up where they stand."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from raadhus.core.workforce.models import ImportRun
from raadhus.kernel.roles import Role

WATCH = reverse("refunds:watch")
BEHIND = "efter at sagerne sidst blev regnet ud"


@pytest.fixture
def told(payroll):
    """Payroll has told an employment an hour ago."""
    payroll.employs()
    ImportRun.objects.update(finished_at=timezone.now() - timedelta(hours=1))


def test_cases_behind_payroll_say_so_until_they_are_worked_out(house, told, client_of):
    hr = client_of(Role.HR)
    assert BEHIND in hr.get(WATCH).content.decode()
    back = hr.post(reverse("refunds:recalculate"), {"back": "watch"})
    assert back["Location"] == WATCH
    shown = hr.get(WATCH).content.decode()
    assert BEHIND not in shown
    assert "Regnet ud" in shown


def test_a_leader_is_told_and_has_no_button(house, told, client_of):
    shown = client_of(Role.UNIT_LEADER).get(WATCH).content.decode()
    assert BEHIND in shown
    assert "Genberegn" not in shown


def test_one_comes_back_only_to_pages_of_refunds(house, client_of):
    asked = client_of(Role.HR).post(reverse("refunds:recalculate"), {"back": "//ond.example"})
    assert asked["Location"] == reverse("refunds:settings")


def test_before_any_import_nothing_is_said_of_it(house, client_of):
    shown = client_of(Role.HR).get(WATCH).content.decode()
    assert BEHIND not in shown
    assert "Regnet ud" not in shown
