"""The cube gives back what was written, of one address or of several, and lets nobody out of it."""

from decimal import Decimal

import duckdb
import pytest

from raadhus.personnel.engines.cube import AS_IS, AS_WAS, open_cube
from raadhus.personnel.queries.cubes import NoFigures, current_cube
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.tests.made_cube import MOVED_IN, cube_figures, cube_units


def test_everything_that_was_written_is_read_again(cube_file):
    cube = open_cube(cube_file)
    assert sorted(map(str, cube.every())) == sorted(map(str, cube_figures()))
    assert sorted(cube.units) == sorted(cube_units())


def test_a_series_has_every_term_of_one_unit(cube_file):
    found = open_cube(cube_file).series(AS_IS, "skole-a", "average_age", step=Step.MONTH)
    assert [one.term.number for one in found] == list(range(1, 13))
    assert all(isinstance(one.value, Decimal) and -one.value.as_tuple().exponent == 1 for one in found)


def test_a_unit_stands_where_it_stood_in_the_month(cube_file):
    def parent(version, month):
        return {one.unit: one.parent for one in open_cube(cube_file).units_in(version, month)}["klub"]

    assert [parent(AS_WAS, MOVED_IN - 1), parent(AS_WAS, MOVED_IN), parent(AS_IS, MOVED_IN - 1)] == [
        "kultur",
        "skole",
        "skole",
    ]


def test_units_side_by_side_with_the_small_ones_as_one(cube_file):
    found = open_cube(cube_file).beside(AS_IS, ["lille"], ["headcount"], Term(2025, Step.YEAR), merged_of="kultur")
    assert [(one.unit, one.merged) for one in found] == [("lille", False), ("kultur", True)]


def test_an_unknown_unit_has_no_figures(cube_file):
    assert open_cube(cube_file).series(AS_IS, "' OR 1=1 --", "headcount") == ()


def test_from_the_cube_no_other_file_is_reached(cube_file, tmp_path):
    (tmp_path / "a.csv").write_text("a\n1\n")
    with pytest.raises(duckdb.Error, match="disabled"):
        open_cube(cube_file)._connection.execute("SELECT * FROM read_csv(?)", [str(tmp_path / "a.csv")])


def test_the_newest_release_is_the_one_that_is_read(released):
    assert current_cube().about["number"] == "1"


@pytest.mark.django_db
def test_without_a_release_the_reader_is_told():
    with pytest.raises(NoFigures, match="endnu ikke udgivet"):
        current_cube()
