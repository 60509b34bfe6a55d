"""The pages of the watch list."""

from datetime import timedelta
from time import process_time

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.refunds.tests.made_cases import made_case

WATCH = reverse("refunds:watch")


@pytest.fixture
def today():
    return timezone.localdate()


def test_the_list_shows_what_is_missing_and_what_to_do(house, client_of, today):
    made = made_case(today, day=30)
    shown = client_of(Role.UNIT_LEADER).get(WATCH).content.decode()
    for text in (made.name, made.employment, "6 dage tilbage", "Anmeldelsen skal være underskrevet", "1.000,00"):
        assert text in shown


def test_an_empty_list_says_what_would_be_there(house, client_of):
    assert "Ingen åbne fravær" in client_of(Role.HR).get(WATCH).content.decode()
    assert "Fjern et af dem" in client_of(Role.HR).get(WATCH, {"level": "late"}).content.decode()


def test_acting_and_undoing_lead_back_to_the_list_as_it_was(house, client_of, today):
    made, client = made_case(today), client_of(Role.UNIT_LEADER)
    back = client.post(reverse("refunds:act", args=[made.pk]), {"query": "?level=alarm"})
    assert back["Location"] == f"{WATCH}?level=alarm"
    assert "Fortryd" in client.get(WATCH).content.decode()
    elsewhere = client.post(reverse("refunds:undo_act", args=[made.pk]), {"query": "//ond.example"})
    assert elsewhere["Location"] == WATCH


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_can_be_taken_along(house, client_of, today, kind):
    made = made_case(today)
    response = client_of(Role.UNIT_LEADER).get(WATCH, {"export": kind})
    assert response.status_code == 200
    assert kind == "xlsx" or made.employment in response.content.decode()


def test_the_front_page_tells_the_nearest_deadline(house, client_of, today):
    made_case(today, day=40)
    made_case(today, day=30)
    shown = client_of(Role.UNIT_LEADER).get("/").content.decode()
    assert "1 fravær er over fristen" in shown
    assert "1.000,00" not in client_of(Role.EMPLOYEE).get("/").content.decode()


def test_hr_sees_the_reminders_as_they_will_be_sent_and_sends_them(house, client_of, today):
    made = made_case(today, day=30)
    client, address = client_of(Role.HR), reverse("refunds:reminders")
    shown = client.get(address).content.decode()
    assert "Uffe Urt" in shown
    assert made.name not in shown
    assert "1 mail er sendt." in client.post(reverse("refunds:send_reminders"), follow=True).content.decode()
    assert [one.to for one in mail.outbox] == [["uffe-urt@eksempelkoebing.example"]]
    assert "Intet nyt at minde om" in client.get(address).content.decode()


def test_a_thousand_open_absences_are_shown_within_a_second(house, client_of, today):
    for number in range(1000):
        made_case(today, day=1 + number % 60, unit_key="fdc" if number % 3 else "sac-myndighed")
    client = client_of(Role.HR)
    client.get(WATCH)
    spent = []
    for _ in range(3):
        begun = process_time()
        client.get(WATCH)
        spent.append(process_time() - begun)
    assert min(spent) < 1


def test_the_number_of_queries_does_not_grow_with_the_list(house, client_of, today, django_assert_max_num_queries):
    client = client_of(Role.HR)
    for number in range(30):
        made_case(today, day=20 + number % 15, acted_at=timezone.now() - timedelta(days=1), acted_by="uffe-urt")
    with django_assert_max_num_queries(45) as many:
        client.get(WATCH)
    made_case(today)
    with django_assert_max_num_queries(len(many)):
        client.get(WATCH)
