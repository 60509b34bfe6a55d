"""A unit too small for months is read by quarter: chosen, through time, beside others, and from the hole of a month."""

import pytest
from django.urls import reverse

from raadhus.core.access.public import actor_of_person
from raadhus.kernel.roles import Role
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.newest import choice_of, newest
from raadhus.personnel.queries.reach import Reach

OVERVIEW, FIGURE = reverse("personnel:overview"), reverse("personnel:figure")
HOLE = "Vises pr. kvartal"
CLUB = {"maal": "sick_percentage", "enhed": "klub"}


@pytest.fixture
def shown(cast, released, client_of):
    def get(address, **asked):
        answer = client_of(Role.HR).get(address, asked)
        assert answer.status_code == 200, answer.content.decode()
        return answer.content.decode()

    return get


def test_quarters_are_chosen_and_shown_with_chart_table_and_sentence(shown):
    page = shown(FIGURE, **CLUB, periode="kvartal")
    for text in ("Seneste kvartal", "i 4. kvartal 2025", "1. kvartal 2025", "1. kv. 25", "Hele kommunen", "<svg"):
        assert text in page
    assert HOLE not in page


def test_the_hole_of_a_month_leads_to_its_quarter(shown):
    page = shown(FIGURE, **CLUB, periode="2025-05")
    assert HOLE in page
    assert '?maal=sick_percentage&amp;enhed=klub&amp;periode=2025K2">Se tallet for 2. kvartal 2025</a>' in page
    assert "Se tallet for" not in shown(FIGURE, **CLUB, periode="2025K2")
    assert "Se tallet for" not in shown(FIGURE, maal="sick_percentage", enhed="lille", periode="2025-05")


def test_key_figures_have_the_quarter_where_no_month_is_shown(shown):
    page = shown(OVERVIEW, enhed="klub")
    assert "4. kvartal 2025</span>" in page
    assert "4. kvartal 2025</span>" not in shown(OVERVIEW, enhed="skole")
    assert '<th scope="col" class="numeric">2. kvartal 2025</th>' in shown(OVERVIEW, enhed="skole", periode="2025K2")


def test_a_kept_view_by_month_says_the_quarter_of_a_small_unit(cast, released, now):
    cube = current_cube()
    reach = Reach(actor_of_person(cast[Role.HR].key), cube, now)
    words = {
        unit: newest(choice_of(f"maal=sick_percentage&enhed={unit}&periode=maaned"), reach, cube).words
        for unit in ("klub", "skole")
    }
    assert words["klub"].endswith("i 4. kvartal 2025")
    assert words["skole"].endswith("i december 2025")


def test_units_stand_side_by_side_in_a_quarter(shown):
    page = shown(reverse("personnel:compare"), maal="sick_percentage", enhed="skole", periode="2025K3")
    for text in ("3. kvartal 2025", "Klubben", "Skole A", "Hele kommunen"):
        assert text in page
    assert HOLE not in page


def test_files_and_the_api_have_the_quarters(cast, released, client_of):
    client = client_of(Role.HR)
    assert "2025K3" in client.get(FIGURE, {**CLUB, "periode": "kvartal", "export": "csv"}).content.decode("utf-8-sig")
    found = client.get("/api/personnel/figures", {"measure": "sick_percentage", "unit": "klub", "period": "2025K3"})
    assert found.status_code == 200, found.content
    assert "2025K3" in found.content.decode()
