from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from raadhus.core.obligations.public import StandingAsked, State, fire_standing, standing, standing_decisions
from raadhus.core.obligations.tests.conftest import TESTER, absence_over, moment
from raadhus.kernel.roles import Role

REGISTER, CREATE = reverse("obligations:register"), reverse("obligations:create_standing")
GIVEN = {
    "title": "Arbejdsmiljødata",
    "text": "Halvårligt fremlægges data.",
    "body": "Direktionen",
    "owner_key": "",
    "unit_key": "",
    "rhythm": "half_yearly",
    "months": ["3"],
    "day": "1",
    "shift": "-10",
    "origin_label": "Direktionen, punkt 5",
    "in_force": "on",
}


@pytest.fixture
def secretary(client_of):
    return client_of(Role.SECRETARY)


def test_the_register_says_when_each_fires_next(decide, client_of):
    decide()
    shown = client_of(Role.EMPLOYEE).get(REGISTER).content.decode()
    assert "hvert år i juni, 20 arbejdsdage før den 1." in shown
    assert "30.04.2026" in shown
    assert "Opret stående beslutning" not in shown


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_can_be_taken_along(decide, secretary, kind):
    decide()
    assert len(secretary.get(REGISTER, {"export": kind}).content) > 100


def test_the_page_shows_every_look_with_its_figure_also_when_nothing_came_of_it(decide, thermometer, secretary):
    given = decide(condition=absence_over(5))
    thermometer.values[date(2026, 1, 1)] = "4.1"
    fire_standing(actor=TESTER, now=moment(2026, 4, 30))
    shown = secretary.get(given.url).content.decode()
    assert "Sygefravær: 4,1 % (måneden). Det er ikke over 5 %." in shown
    assert "Betingelsen var ikke opfyldt" in shown
    assert "Fraværsdage i procent af arbejdsdage." in shown


def test_a_figure_that_nobody_tells_is_said_to_be_missing(decide, secretary):
    shown = secretary.get(decide(condition=absence_over(5)).url).content.decode()
    assert "Ingen del af raadhus leverer tallet absence" in shown


def test_one_is_written_down_on_its_form(secretary, cast, house, now):
    answer = secretary.post(CREATE, {**GIVEN, "owner_key": "mette-mose"})
    assert answer.status_code == 302
    (made,) = standing_decisions(cast[Role.SECRETARY], StandingAsked(), now=now)
    assert (made.state, made.recurrence.months, made.recurrence.shift) == (State.IN_FORCE, (3,), -10)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, "Vælg en ansvarlig person"),
        ({"owner_key": "mette-mose", "months": []}, "Vælg mindst én måned."),
        ({"owner_key": "mette-mose", "figure_key": "obligations.late"}, "skriv grænsen"),
        ({"owner_key": "mette-mose", "starts": "2026-05-01", "ends": "2026-05-01"}, "Ret en af datoerne."),
    ],
)
def test_what_does_not_hold_together_is_said_and_nothing_is_lost(secretary, house, wrong, sentence):
    answer = secretary.post(CREATE, {**GIVEN, **wrong})
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in shown
    assert "Halvårligt fremlægges data." in shown


@pytest.mark.usefixtures("house", "thermometer")
def test_its_terms_are_changed_on_its_form(decide, secretary, cast, now):
    given = decide(condition=absence_over("5.5"))
    address = reverse("obligations:change_standing", args=[given.key])
    page = secretary.get(address).content.decode()
    assert 'value="5,5"' in page
    fields = {**GIVEN, "owner_key": "mette-mose", "figure_key": "absence", "comparison": "over", "threshold": "6,5"}
    secretary.post(address, {**fields, "reason": "Ny grænse"})
    found = standing(cast[Role.SECRETARY], given.key, now=now).standing
    assert (str(found.condition.threshold), found.condition.unit) == ("6.5000", "%")


@pytest.mark.parametrize("name", ["suspend", "end", "fire_now"])
def test_a_step_without_its_reason_is_said_on_the_page(decide, secretary, name):
    given = decide()
    answer = secretary.post(reverse(f"obligations:standing_{name}", args=[given.key]), {"reason": " "})
    assert answer.status_code == 400
    assert "Begrundelse" in answer.content.decode()


def test_the_owner_finds_the_button_to_propose_its_end(decide, client_of):
    given = decide()
    owner = client_of(Role.EMPLOYEE)
    assert "Foreslå, at den ophører" in owner.get(given.url).content.decode()
    owner.post(reverse("obligations:standing_ask_to_end", args=[given.key]), {"reason": "Ingen læser det"})
    assert "Mette Mose foreslår, at den ophører" in client_of(Role.SECRETARY).get(given.url).content.decode()


def test_a_proposed_one_says_what_it_waits_for(decide, secretary):
    shown = secretary.get(decide(in_force=False).url).content.decode()
    assert "Ikke før den er besluttet og sat i kraft" in shown
    assert "Forelæg nu" not in shown


def test_a_closed_one_is_not_there_for_others(decide, client_of):
    given = decide(closed=True)
    assert client_of(Role.HR).get(given.url).status_code == 404


def test_the_page_is_english_for_those_who_read_english(decide, secretary):
    given = decide(condition=absence_over(5))
    with translation.override("da"):
        secretary.cookies["django_language"] = "en"
        shown = secretary.get(given.url).content.decode()
    assert "every year in June, 20 working days before day 1" in shown
