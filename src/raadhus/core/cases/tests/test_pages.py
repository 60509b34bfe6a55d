import pytest
from django.urls import reverse

from raadhus.core.cases.public import case, case_by_number
from raadhus.kernel.roles import Role

LIST, OPEN = reverse("cases:cases"), reverse("cases:open")


@pytest.fixture
def secretary(client_of):
    return client_of(Role.SECRETARY)


def test_the_list_is_narrowed(opened, secretary):
    opened("Lokaler", kle_number="82.00.00")
    opened("Fravær")
    assert "Fravær" not in secretary.get(LIST, {"kle": "82"}).content.decode()
    assert "Lokaler" not in secretary.get(LIST, {"words": "Fravær"}).content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_can_be_taken_along(opened, secretary, kind):
    opened()
    assert secretary.get(LIST, {"export": kind}).headers["Content-Disposition"].endswith(f'.{kind}"')


def test_a_case_is_opened_on_its_form(secretary):
    response = secretary.post(OPEN, {"case_number": "26/9", "title": "Ny sag"}, follow=True)
    assert "Ny sag" in response.content.decode()
    assert case_by_number("26/9")


def test_a_wrong_number_is_said_on_the_form(secretary):
    response = secretary.post(OPEN, {"case_number": "ni", "title": "Ny sag"})
    assert (response.status_code, "25/4979" in response.content.decode()) == (400, True)


def test_it_is_closed_to_the_public_and_opened_again(opened, secretary, cast, now):
    given = opened()
    address = reverse("cases:set_closed", args=[given.key])
    secretary.post(address, {"closed": "yes"})
    assert case(cast[Role.SECRETARY], given.key, now=now).case.closed_to_public
    secretary.post(address, {"closed": ""})
    assert not case(cast[Role.SECRETARY], given.key, now=now).case.closed_to_public


def test_the_page_offers_an_employee_no_changes(opened, client_of):
    shown = client_of(Role.EMPLOYEE).get(opened().url).content.decode()
    assert "Lokaler til rådgivning" in shown
    assert "Hvad nu?" not in shown


def test_a_closed_case_is_not_there_for_others(opened, client_of):
    assert client_of(Role.HR).get(opened(closed_to_public=True).url).status_code == 404


def test_a_proposed_case_shows_its_text_its_data_and_that_its_room_is_missing(proposed, secretary):
    shown = secretary.get(proposed().url).content.decode()
    assert "Fraværet er steget." in shown
    assert "Lønsystemet" in shown
    assert "ikke tilsluttet" in shown


def test_a_connected_room_is_not_missing(proposed, room, secretary):
    assert "ikke tilsluttet" not in secretary.get(proposed().url).content.decode()


def test_the_list_of_proposed_cases_has_ones_own(proposed, cast, client_of):
    proposed(actor=cast[Role.HR], title="Fra HR")
    proposed(title="Fra andre")
    shown = client_of(Role.HR).get(reverse("cases:proposals")).content.decode()
    assert "Fra HR" in shown
    assert "Fra andre" not in shown
