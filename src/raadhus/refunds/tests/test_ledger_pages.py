"""The pages of the ledger: what each reader sees of a year, as page and as file."""

import pytest
from django.urls import reverse
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.refunds.models import EarlierYear, YearlyStatement
from raadhus.refunds.tests.seed_table import TABLE, lost_case, make_table

LEDGER = reverse("refunds:ledger")
EXACT = ("52.583,22", "14.084,79", "15.568,00", "118.029,00")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def seed(house, today):
    make_table(today)


def page(client, year=2024, **given):
    return client.get(LEDGER, {"year": year, **given}).content.decode()


def test_hr_sees_the_exact_table_with_chart_and_ways_on(seed, client_of):
    shown = page(client_of(Role.HR))
    for text in (
        *EXACT,
        "496.769,80 kr.",
        "Foreslå sag",
        "Se sagerne",
        "FDC står for 39 % af de 496.770 kr.",
        "Ikke anmeldt for sent",
        "<svg",
        "Indberettet for sent + 1 fejlindberetning",
    ):
        assert text in shown


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.CENTRE_HEAD])
def test_the_board_sees_nothing_of_a_small_centre_on_any_page_or_in_any_file(seed, client_of, role):
    client = client_of(role)
    seen = [page(client), page(client, export="csv"), client.get("/").content.decode()]
    for text in EXACT:
        assert not any(text in one or text.replace(".", "") in one for one in seen)
    assert "192.202,99" in seen[0]
    assert "Foreslå sag" not in seen[0]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_year_can_be_taken_along(seed, client_of, kind):
    answer = client_of(Role.HR).get(LEDGER, {"year": 2024, "export": kind})
    assert answer.status_code == 200
    assert kind == "xlsx" or "52583,22" in answer.content.decode()


def test_a_year_without_loss_and_a_year_that_is_none_say_so(house, client_of):
    for year in ("2019", "x", "99999", "0000", ""):
        assert "Intet tab i året" in page(client_of(Role.HR), year)


def test_the_cases_of_a_year_are_hrs_and_looking_is_audited(house, today, client_of):
    lost_case(today)
    address = reverse("refunds:lost_cases")
    shown = client_of(Role.HR).get(address, {"year": 2024}).content.decode()
    assert "§ 40, stk. 1" in shown
    assert "M0" in client_of(Role.HR).get(address, {"year": 2024, "export": "csv"}).content.decode()
    assert client_of(Role.SECRETARY).get(address).status_code == 403


def test_hr_tells_an_earlier_year_with_its_source(house, client_of):
    client, address = client_of(Role.HR), reverse("refunds:set_earlier_year")
    wrong = client.post(address, {"year": 2015, "lost": "mange", "source": "Regnskab"})
    assert wrong.status_code == 400
    assert "er ikke et beløb" in wrong.content.decode()
    assert client.post(address, {"year": 2015, "lost": "310.500,00", "source": "Regnskab"}).status_code == 302
    assert EarlierYear.objects.get().lost_ore == 31_050_000
    assert "Regnskab" in page(client)


def test_the_case_is_seen_before_it_is_proposed_in_one_click(seed, client_of):
    client, address = client_of(Role.HR), reverse("refunds:propose", args=[2024])
    preview = client.get(address).content.decode()
    assert "52.583,22" in preview
    assert "52.583,22" not in client.get(address, {"closed": "0"}).content.decode()
    answer = client.post(address, {"closed": "1"})
    row = YearlyStatement.objects.get()
    assert answer["Location"] == reverse("refunds:statement", args=[row.pk])
    assert "52.583,22" in client.get(answer["Location"]).content.decode()
    assert "allerede foreslået" in client.post(address, {"closed": "1"}).content.decode()


def test_the_front_page_tells_last_year_beside_this(house, today, client_of):
    lost_case(today, year=today.year - 1, lost=12_345_00)
    lost_case(today, year=today.year, lost=678_00)
    shown = client_of(Role.SECRETARY).get("/").content.decode()
    assert "12.345,00" in shown
    assert "678,00" in shown


def test_the_number_of_queries_does_not_grow_with_the_cases(house, today, client_of, django_assert_max_num_queries):
    client = client_of(Role.HR)
    lost_case(today)
    page(client)
    with django_assert_max_num_queries(45) as many:
        page(client)
    for _ in range(len(TABLE)):
        lost_case(today, "FDC")
    with django_assert_max_num_queries(len(many)):
        page(client)
