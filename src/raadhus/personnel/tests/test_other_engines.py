"""Spark SQL (Sail, Spark's own cluster) and ClickHouse (chdb) answer every question as DuckDB does: `make test-slow`, where all are installed."""

import pytest

from raadhus.personnel.tests.asking import everything, rolled_up
from raadhus.personnel.tests.other_engines import assert_same_answers, clickhouse, sail, saved_people, spark_cluster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.enable_socket,
    pytest.mark.timeout(7200),  # a busy machine is slow and not wrong; a cluster there starts its processes for minutes
    pytest.mark.filterwarnings("ignore"),  # of other people's programs
]
ENGINES = {
    "sail": lambda folder: sail(folder, "local"),
    "sail-cluster": lambda folder: sail(folder, "local-cluster"),
    "clickhouse": clickhouse,
    "spark-cluster": spark_cluster,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


@pytest.fixture(scope="module")
def duck(folder):
    return saved_people(folder, 200)


@pytest.mark.parametrize("name", ENGINES)
def test_every_question_is_answered_bit_by_bit_as_duckdb_answers_it(duck, folder, name):
    with ENGINES[name](folder) as engine:
        assert_same_answers(engine, duck, [*everything(), *rolled_up()])
