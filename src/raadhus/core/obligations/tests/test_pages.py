from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from raadhus.core.obligations.public import Status, obligation
from raadhus.kernel.roles import Role

MINE, BOARD = reverse("obligations:mine"), reverse("obligations:board")


@pytest.fixture
def owner(client_of):
    return client_of(Role.EMPLOYEE)


def test_the_owner_finds_it_on_their_page(promise, owner):
    promise("Fremlæg en plan")
    promise("En andens", owner_key="en-anden")
    shown = owner.get(MINE).content.decode()
    assert "Fremlæg en plan" in shown
    assert "En andens" not in shown


def test_the_board_is_narrowed_and_sorted(promise, client_of):
    promise("Det sene", due="2025-02", to_body="Økonomiudvalget")
    promise("Det senere", due="2030-02")
    client = client_of(Role.SECRETARY)
    assert "Det senere" not in client.get(BOARD, {"when": "late"}).content.decode()
    assert "Det senere" not in client.get(BOARD, {"body": "Økonomiudvalget"}).content.decode()
    turned = client.get(BOARD, {"sort": "-due"}).content.decode()
    assert turned.index("Det senere") < turned.index("Det sene<")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_board_can_be_taken_along(promise, client_of, kind):
    promise()
    response = client_of(Role.SECRETARY).get(BOARD, {"export": kind})
    assert (response.status_code, len(response.content) > 100) == (200, True)


def test_the_owner_says_it_is_done_on_its_page(promise, owner, cast, now):
    given = promise()
    assert "Meld udført" in owner.get(given.url).content.decode()
    owner.post(reverse("obligations:complete", args=[given.key]), {"text": "Fremlagt"})
    assert obligation(cast[Role.EMPLOYEE], given.key, now=now).obligation.status is Status.DONE


def test_what_cannot_be_done_is_said_on_its_page(promise, owner):
    given = promise()
    shown = owner.post(reverse("obligations:complete", args=[given.key]), {}, follow=True).content.decode()
    assert "Skriv, link til eller vedhæft" in shown


def test_a_colleague_is_told_that_there_is_nothing(promise, client_of):
    assert client_of(Role.HR).get(promise().url).status_code == 404


def test_one_is_created_on_its_form(client_of, cast, now):
    given = {"text": "Fremlæg", "unit_key": "", "owner_key": "", "origin_label": "Et møde", "due": "2026-Q9"}
    shown = client_of(Role.SECRETARY).post(reverse("obligations:create"), given)
    assert shown.status_code == 400
    assert "Vælg en ansvarlig" in shown.content.decode()


@pytest.fixture
def address(owner):
    return owner.post(reverse("obligations:open_calendar")).context["address"]


def test_the_calendar_has_an_all_day_event_on_the_last_day(promise, address, client):
    promise(due="2026-08")
    (event,) = Calendar.from_ical(client.get(address).content).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 8, 31)
    assert "august 2026" in event["description"]


def test_the_calendar_holds_nothing_of_a_closed_matter(promise, address, client):
    promise("Afsked af en navngiven", closed=True)
    shown = client.get(address).content.decode()
    assert "navngiven" not in shown
    assert "punkt 12" not in shown
    assert "Lukket forpligtelse" in shown


def test_a_closed_address_opens_nothing(promise, address, owner, client):
    owner.post(reverse("obligations:close_calendar"))
    assert client.get(address).status_code == 404


def test_a_new_address_closes_the_old(promise, address, owner, client):
    owner.post(reverse("obligations:open_calendar"))
    assert client.get(address).status_code == 404


def test_the_front_page_tells_what_is_late(promise, owner):
    promise("Det sene", due="2020-01")
    assert "Det sene" in owner.get("/").content.decode()
