"""What a page of figures costs, counted and not timed: questions to the database, and drawings; a no costs the same, whatever it hides."""

import sys
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from raadhus.core.access.public import grant_role
from raadhus.kernel.actors import system
from raadhus.kernel.roles import Role
from raadhus.personnel.queries import ahead, asked, controls
from raadhus.personnel.queries.cubes import current_cube

FIGURE = reverse("personnel:figure")
ADDRESS = {"maal": "sick_percentage", "enhed": "skole", "opdeling": "alder"}


@pytest.fixture
def hr(cast, released, client_of):
    return client_of(Role.HR)


class Counter:
    """Counts questions as they are asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, execute, sql, *rest):
        self.asked.append(sql)
        return execute(sql, *rest)


def questions(client, address, **given):
    client.get(address, given)
    counter = Counter()
    with connection.execute_wrapper(counter):
        assert client.get(address, given).status_code == 200
    return counter.asked


def test_a_page_asks_the_database_ten_times_at_most_whatever_it_shows(hr):
    overview = questions(hr, reverse("personnel:overview"))
    figure = questions(hr, FIGURE, **ADDRESS)
    assert max(len(overview), len(figure)) <= 10, figure


def test_a_page_shown_before_asks_nothing_of_the_cube(hr, monkeypatch):
    hr.get(FIGURE, ADDRESS)
    monkeypatch.setattr(asked.Cube, "_asked", None)
    assert hr.get(FIGURE, ADDRESS).status_code == 200


def test_charts_drawn_ahead_are_not_drawn_for_the_reader(hr, monkeypatch, tmp_path, now):
    drawn = []
    monkeypatch.setattr("raadhus.ui.charts.drawing._house.folder", tmp_path)
    monkeypatch.setattr(
        "raadhus.ui.charts.drawing._drawn", lambda _spec: drawn.append(1) or "<svg xmlns='http://www.w3.org/2000/svg'/>"
    )
    assert ahead.draw_all_ahead(current_cube(), now, most=3) == len(drawn) == 3
    hr.get(FIGURE, {"maal": ahead.USUAL[0]})
    assert len(drawn) == 3


def test_the_front_page_tells_the_newest_figures_with_a_way_on(hr):
    page = hr.get("/").content.decode()
    assert "Sygefraværsprocent, december 2025" in page
    assert "maal=headcount" in page


@pytest.fixture
def leader(cast, released, client_of, now):
    key, start = cast[Role.UNIT_LEADER].key, date(2024, 6, 1)
    grant_role(
        actor=system("tests", "P"),
        person_key=key,
        role=Role.UNIT_LEADER,
        unit="skole-a",
        start=start,
        end=None,
        now=now,
    )
    return client_of(Role.UNIT_LEADER)


def work_of_a_no(client, **given):
    """Return how many questions the databases are asked and how many functions are called before the answer is no."""
    client.get(FIGURE, given)
    counter, calls = Counter(), []
    with connection.execute_wrapper(counter):
        sys.setprofile(lambda _frame, event, _of: calls.append(1) if event == "call" else None)
        answer = client.get(FIGURE, given)
        sys.setprofile(None)
    assert answer.status_code == 404
    return len(counter.asked), len(calls)


@pytest.mark.parametrize(
    "pair",
    [
        ({"enhed": "skole-b"}, {"enhed": "skole-z"}),
        ({"enhed": "kultur", "opdeling": "alder"}, {"enhed": "kulter", "opdeling": "alder"}),
        ({"enhed": "skole-a", "periode": "2023"}, {"enhed": "skole-a", "periode": "1923"}),
    ],
    ids=["another's unit", "another's parts", "a year before one led"],
)
def test_a_no_costs_the_same_whether_there_is_a_figure_or_not(leader, monkeypatch, pair):
    cube_asked = []
    own = asked.Cube._asked
    monkeypatch.setattr(asked.Cube, "_asked", lambda *given: cube_asked.append(1) or own(*given))
    hidden, nothing = (work_of_a_no(leader, maal="sick_percentage", **one) for one in pair)
    assert hidden[0] == nothing[0]
    assert hidden[1] == pytest.approx(nothing[1], rel=0.02)
    assert len(cube_asked) <= 1


def test_among_very_many_units_the_near_ones_are_listed(hr, monkeypatch):
    monkeypatch.setattr(controls, "MOST_UNITS", 3)
    page = hr.get(FIGURE, {"maal": "headcount", "enhed": "skole"}).content.decode()
    listed = [
        unit for unit in ("by", "skole", "skole-a", "skole-b", "kultur", "lille") if f'<option value="{unit}"' in page
    ]
    assert listed == ["by", "skole", "skole-a", "skole-b", "kultur"]
