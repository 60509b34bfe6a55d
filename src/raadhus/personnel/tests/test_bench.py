"""An operator measures the house's own published figures: random addresses, half and 95 of 100, and a code that says whether it is quick enough."""

import json
from itertools import count

import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role
from raadhus.personnel.queries import cubes
from raadhus.personnel.queries.measuring import measure_cube

pytestmark = pytest.mark.django_db


def steady(milliseconds):
    """A clock on which every reading is so much later than the one before."""
    ticks = count()
    return lambda: next(ticks) * milliseconds / 1000


def test_half_and_95_of_100_are_told_and_most_addresses_have_figures(cast, released, now):
    found = measure_cube(viewer=cast[Role.ADMINISTRATOR], questions=50, timer=steady(2), now=now)
    assert found.release == "1"
    assert (found.p50, found.p95, found.slowest) == pytest.approx((2, 2, 2))
    assert found.answered > 30


def test_a_slow_answer_is_among_the_last_five(cast, released, now):
    slow = iter([0.0, 0.001] * 90 + [0.0, 0.5] * 10)
    found = measure_cube(viewer=cast[Role.ADMINISTRATOR], questions=100, timer=lambda: next(slow), now=now)
    assert found.p50 == pytest.approx(1)
    assert found.p95 == pytest.approx(500)


def test_who_may_not_read_releases_measures_nothing(cast, released, now):
    with pytest.raises(NotAllowed):
        measure_cube(viewer=cast[Role.EMPLOYEE], questions=20, timer=steady(1), now=now)


def test_the_command_tells_and_answers_by_the_limit(released):
    told = CliRunner().invoke(main, ["personnel", "bench", "--questions", "20", "--json"])
    answer = json.loads(told.stdout)
    assert answer["questions"] == 20
    assert told.exit_code == (0 if answer["p95"] <= 5 else 1)


def test_without_a_release_one_sentence_says_so(cast, settings, tmp_path, now):
    settings.PERSONNEL_FOLDER = tmp_path
    with pytest.raises(cubes.NoFigures, match="endnu ikke udgivet"):
        measure_cube(viewer=cast[Role.ADMINISTRATOR], questions=20, timer=steady(1), now=now)
