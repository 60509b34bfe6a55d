"""What a cell must be by itself: enough people, nobody who stands out, and no share of almost nobody or almost everybody."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.population import Cell
from raadhus.personnel.rules.disclosure.primary import Band, Hole, Kind, band, hole
from raadhus.personnel.rules.disclosure.settings import SETTINGS, Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.small_people import people, subject_of


def one_cell(values, person=None, **changes):
    population, _ = people("a" * len(values), "k" * len(values), person=person)
    subject = subject_of(population, values, **changes)
    return subject, Cell(Place("2025", "a"), np.arange(len(values)), population.persons_in(np.arange(len(values))))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([3, 4, 5, 6], Hole.TOO_FEW),
        ([3, 4, 5, 6, 7], None),
        ([20, 0, 0, 0, 0, 0], Hole.ONE_STANDS_OUT),
        ([20, 8, 1, 1, 0, 0], Hole.ONE_STANDS_OUT),  # what is left, 2, is less than 15 % of 20
        ([20, 8, 1, 1, 1, 0], None),
        ([0, 0, 0, 0, 0], None),
    ],
)
def test_enough_people_and_nobody_who_stands_out(values, why):
    assert hole(*one_cell(values), Settings()) is why


@given(st.lists(st.integers(0, 400), min_size=5, max_size=30))
def test_whoever_has_the_second_most_cannot_estimate_the_first(values):
    if hole(*one_cell(values), Settings()) is None and max(values):
        first, second = sorted(values)[:-3:-1]
        estimate = sum(values) - second
        assert estimate - first >= first * 15 / 100


def test_a_person_with_two_employments_counts_and_stands_out_as_one():
    values = [10, 10, 1, 1, 1, 1]
    assert hole(*one_cell(values), Settings()) is None
    assert hole(*one_cell(values, [0, 0, 1, 2, 3, 4]), Settings()) is None
    assert hole(*one_cell([50, 50, 1, 1, 1, 1], [0, 0, 1, 2, 3, 4]), Settings()) is Hole.ONE_STANDS_OUT
    assert hole(*one_cell(values, [0, 0, 1, 2, 3, 3]), Settings()) is Hole.TOO_FEW


def test_an_average_needs_more_people_and_an_open_figure_none():
    nine = [1, 2, 3] * 3
    assert hole(*one_cell(nine, kind=Kind.AVERAGE), Settings()) is Hole.TOO_FEW
    assert hole(*one_cell([1] * 10, kind=Kind.AVERAGE), Settings()) is None
    subject, cell = one_cell([1, 1], kind=Kind.COUNT, disclosure=Disclosure.OPEN)
    assert hole(subject, cell, Settings()) is None
    women = replace(cell, place=Place("2025", "a", "sex", "k"))
    assert subject.class_of(women) is Disclosure.BREAKDOWN
    assert hole(subject, women, Settings()) is Hole.TOO_FEW


@pytest.mark.parametrize(
    ("having", "of", "said"),
    [(4, 20, Band.UNDER), (0, 20, Band.UNDER), (5, 20, None), (15, 20, None), (16, 20, Band.OVER)],
)
def test_a_share_of_almost_nobody_or_almost_everybody_is_said_in_words(having, of, said):
    subject, cell = one_cell([1] * having + [0] * (of - having), kind=Kind.SHARE, disclosure=Disclosure.PROTECTED_STOCK)
    assert band(subject, cell, Settings()) is said
    assert band(*one_cell([1, 2, 3]), Settings()) is None


@pytest.mark.parametrize("wrong", [{"least": 2}, {"least_average": 4}, {"least": 12}, {"dominance_percent": 101}])
def test_the_hard_floors_hold(wrong):
    with pytest.raises(WrongInput):
        Settings(**wrong)
    assert Settings(least=3, least_average=5).least == 3


def test_the_settings_have_a_date_and_a_source():
    _, settings, source = SETTINGS.steps[0]
    assert settings == Settings()
    assert source.address == "docs/rules/personnel-disclosure.md"


@pytest.mark.parametrize(
    ("having", "said"),
    [
        ([12] * 3 + [0] * 37, Band.UNDER),  # 36 person-months, and still only three people
        ([12] * 20 + [0] * 20, None),
        ([12] * 37 + [0] * 3, Band.OVER),
        ([6] * 40, None),
    ],
)
def test_over_a_year_people_are_counted_and_not_their_months(having, said):
    subject, cell = one_cell(having, kind=Kind.SHARE, whole=np.full(40, 12))
    assert band(subject, cell, Settings()) is said
    assert subject.most_of(cell) == 480
