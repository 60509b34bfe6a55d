"""What no browser sends to the page of live minutes gets a sentence, never an error."""

import pytest

from raadhus.kernel.roles import Role
from raadhus.meetings.models import PromisedObligation
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.tests.deciding_stage import Stage, asked

ODD = ("²", "٣", "9" * 5000, "-1", "99999999999")


@pytest.fixture
def item(cast, now):
    stage = Stage(cast, now, Profile.COUNCIL)
    made = stage.item(recommendations=asked("a"))
    stage.open()
    return made


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("udfald", "revision"),
        ("tekst", "fresh"),
        ("afstemning", "in_favour"),
        ("afstemning", "remove"),
        ("paalaeg", "remove"),
        ("paalaeg", "first_month"),
        ("mindretal", "remove"),
    ],
)
def test_odd_numbers_are_answered(client_of, item, form, field, odd):
    answer = client_of(Role.SECRETARY).post(f"/moeder/punkt/{item}/{form}/", {"promise": "Skriv", field: odd})
    assert answer.status_code in {200, 302, 404, 409}


def test_a_place_that_is_no_number_takes_nothing_away(client_of, item):
    secretary = client_of(Role.SECRETARY)
    secretary.post(f"/moeder/punkt/{item}/paalaeg/", {"promise": "Skriv til skolerne"})
    secretary.post(f"/moeder/punkt/{item}/paalaeg/", {"remove": "x"})
    assert PromisedObligation.objects.count() == 1


def test_a_name_of_a_body_that_is_too_long_is_said(client_of, item):
    said = {"outcome": "referred", "ids": "a", "to_body": "u" * 201}
    answer = client_of(Role.SECRETARY).post(f"/moeder/punkt/{item}/udfald/", said)
    assert "for langt" in answer.content.decode()
