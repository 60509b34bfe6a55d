"""The pages of figures: what they show, and to whom."""

from datetime import date

import pytest
from django.urls import reverse

from raadhus.core.access.public import grant_role
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.aiming import Aim, set_target
from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.cells import sentence
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.targets import Direction
from raadhus.ui.templatetags.ui import rows

OVERVIEW, FIGURE = reverse("personnel:overview"), reverse("personnel:figure")
NOBODY = "Tallet findes ikke, eller du har ikke adgang til det"


@pytest.fixture
def of_school_a(cast, client_of, now):
    """The one who leads Skole A since before there were figures; "sac-myndighed", which the cast's leader has too, is not in the cube."""
    grant_role(
        actor=system("tests", "Prøverne"),
        person_key=cast[Role.UNIT_LEADER].key,
        role=Role.UNIT_LEADER,
        unit="skole-a",
        start=date(2020, 1, 1),
        end=None,
        now=now,
    )
    return client_of(Role.UNIT_LEADER)


def shown(client, address, **asked):
    answer = client.get(address, asked)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_the_overview_has_every_measure_with_its_sentence(cast, released, client_of):
    page = shown(client_of(Role.HR), OVERVIEW)
    for text in ("Prøvekøbing Kommune", "Bemanding", "Tilbagetrækningsalder", "december 2025", "Let sløret", "Kultur"):
        assert text in page


def test_the_overview_begins_with_what_a_busy_reader_asks_for(cast, released, client_of, now):
    aim = Aim("by", "average_age", Direction.AT_MOST, "1,0", 2024, None, "Prøve")
    set_target(actor=cast[Role.HR], aim=aim, now=now)
    told, _, table = shown(client_of(Role.HR), OVERVIEW).partition("<table")
    for text in (
        "Kort fortalt",
        "Antal ansatte i Prøvekøbing Kommune: ",
        "Gennemsnitsalder",
        "højst 1,0",
        "Ikke nået",
    ):
        assert text in told
    assert reverse("personnel:measure", args=["headcount"]) in table


def test_definitions_are_read_in_english_with_the_danish_that_counts(cast, released, client_of, settings):
    client = client_of(Role.HR)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = shown(client, reverse("personnel:measure", args=["sick_percentage"]))
    for text in (
        "Full working days of illness as a percentage",
        "The Danish definition is the authoritative one:",
        '<span lang="da">Dagsværk med sygdom i procent',
        "Illness is own illness",
        "the possible working days",
    ):
        assert text in page


def test_words_in_the_place_of_a_number_break_and_push_no_column_out_of_sight():
    page = rows([("Dagplejere", "alle eller alle på nær færre end 5", "64,3 %")])
    assert '<td class="align-text-right">alle eller' in page
    assert '<td class="numeric">64,3 %' in page


def test_a_figure_has_chart_sentence_table_parts_units_and_holes(cast, released, client_of):
    page = shown(client_of(Role.HR), FIGURE, maal="sick_percentage", enhed="skole", opdeling="alder")
    for text in ("<svg", "Sygefraværsprocent i Skoler: ", "Hele kommunen", "60 år og derover", "Skole B"):
        assert text in page
    assert "vises ikke (1)" in page
    assert "Vises ikke: færre end 5 personer." in page


def test_small_units_stand_as_one_below_their_parent(cast, released, client_of):
    assert "Øvrige enheder" in shown(client_of(Role.HR), FIGURE, maal="headcount", enhed="kultur")


def test_a_leader_begins_at_the_own_unit_and_sees_the_municipality_undivided(released, of_school_a):
    page = shown(of_school_a, OVERVIEW)
    assert "<h1>Skole A</h1>" in page
    assert "Skole B" not in page
    whole = shown(of_school_a, FIGURE, maal="sick_percentage", enhed="by")
    assert "Opdelt efter" not in whole
    assert "Enhederne under" not in whole


@pytest.mark.parametrize("unit", ["skole", "skole-b", "findes-ikke", "by' --"])
def test_what_is_not_the_leaders_and_what_is_not_there_get_the_same_answer(released, of_school_a, unit):
    answer = of_school_a.get(FIGURE, {"enhed": unit, "maal": "average_salary"})
    assert answer.status_code == 404
    assert NOBODY in answer.content.decode()


def test_the_unit_as_it_was_lay_elsewhere(cast, released, client_of):
    hr = client_of(Role.HR)
    assert "Klubben" in shown(hr, FIGURE, enhed="kultur", periode="2024", org="dengang")
    assert "Klubben" not in shown(hr, FIGURE, enhed="kultur", periode="2024").partition("<h2>")[2]


def test_a_measure_between_two_censuses_is_shown_by_its_years(cast, released, client_of):
    assert "i 2025" in shown(client_of(Role.HR), FIGURE, maal="leaving_rate", periode="2025-03")


def test_before_the_first_release_the_pages_say_who_does_what(cast, client_of):
    for address in (OVERVIEW, FIGURE, reverse("personnel:compare")):
        assert "udgiver HR tallene" in shown(client_of(Role.HR), address)


def test_a_wrong_word_is_a_sentence(cast, released, client_of):
    answer = client_of(Role.HR).get(FIGURE, {"periode": "i går"})
    assert (answer.status_code, "er ikke en periode" in answer.content.decode()) == (400, True)


def test_a_band_says_its_words_where_the_figure_would_stand():
    measure, term = MEASURES["new_share"], Term(2025, Step.YEAR)
    band = CubeFigure("is", "by", False, measure.key, "", "", term, None, False, "færre end 5")
    said = sentence(measure, "By", band)
    assert said == "Andel med under 12 måneders ansættelse i By: færre end 5 personer i 2025."
    assert sentence(measure, "By", band._replace(words="Vises ikke: færre end 5 personer.")).endswith(
        "vises ikke for 2025."
    )
