"""What a page of figures costs, counted and not timed: questions to the database, and drawings."""

import pytest
from django.db import connection
from django.urls import reverse

from raadhus.kernel.roles import Role
from raadhus.personnel.queries import ahead, asked
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
