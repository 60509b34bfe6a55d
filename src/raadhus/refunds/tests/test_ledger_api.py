"""The ledger through the API: the same as on the pages, and no more."""

import pytest
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.refunds.tests.seed_table import lost_case, make_table

API = "/api/refunds"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def seed(house, today):
    make_table(today)


def test_a_year_is_told_exactly_to_hr_and_merged_to_the_board(seed, client_of):
    exact = client_of(Role.HR).get(f"{API}/ledger", {"year": 2024}).json()
    assert (exact["lost_ore"], len(exact["by_centre"]), exact["wrong"]["cases"]) == (49_676_980, 7, 3)
    board = client_of(Role.SECRETARY).get(f"{API}/ledger", {"year": 2024}).json()
    assert ([line["cases"] for line in board["by_centre"]], board["wrong"]) == ([8, 14], None)


def test_lost_cases_are_hrs(house, today, client_of):
    lost_case(today)
    (one,) = client_of(Role.HR).get(f"{API}/ledger/cases", {"year": 2024}).json()
    assert one["cause"] == "leader_late"
    assert client_of(Role.SECRETARY).get(f"{API}/ledger/cases", {"year": 2024}).status_code == 403


def test_an_earlier_year_is_told(house, client_of):
    client = client_of(Role.HR)
    given = {"lost_ore": 31_050_000, "source": "Regnskab"}
    told = client.put(f"{API}/earlier-years/2015", given, content_type="application/json")
    assert told.json()["lost_ore"] == 31_050_000
    assert client.get(f"{API}/ledger").json()["trend"][0]["source"] == "Regnskab"


def test_the_case_is_proposed_and_kept(seed, client_of):
    client = client_of(Role.HR)
    made = client.post(f"{API}/statements", {"year": 2024}, content_type="application/json")
    assert made.status_code == 201
    (kept,) = client.get(f"{API}/statements", {"year": 2024}).json()
    assert (kept["state"], kept["is_intact"], kept["sha256"]) == ("proposed", True, made.json()["sha256"])
    assert client_of(Role.SECRETARY).get(f"{API}/statements").status_code == 403
