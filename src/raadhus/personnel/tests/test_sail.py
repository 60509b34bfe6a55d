"""Spark SQL on Sail's own small cluster answers what DuckDB answers: some questions of each shape, in every run. All of them: `make test-slow`."""

import os

import pytest

from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.tests.asking import everything, rolled_up
from raadhus.personnel.tests.other_engines import assert_same_answers, sail, saved_people

_SPLITS = {(Breakdown.OCCUPATION, False), (Breakdown.AGE, True)}


def some():
    """Two questions of each shape: by unit and occupation, by node and age; one by person; two roll-ups."""
    questions = list(everything())
    split = [question for question in questions if (question.scope.breakdown, question.by_node) in _SPLITS]
    return [question for question in split if not question.scope.by_person] + questions[-1:] + list(rolled_up())[::5]


@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")  # of other people's programs
def test_a_cluster_of_spark_sql_answers_bit_by_bit_what_duckdb_answers(tmp_path):
    duck = saved_people(tmp_path, 80)
    # CI must ask it; a developer's machine that Sail has no wheel for may go without
    with sail(tmp_path, "local-cluster", expected=bool(os.environ.get("CI"))) as engine:
        assert_same_answers(engine, duck, some())
