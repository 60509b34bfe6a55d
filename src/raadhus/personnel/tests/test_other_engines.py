"""Spark SQL (Sail) and ClickHouse (chdb) answer what DuckDB answers, where they are installed: pip install -e .[engines]."""

from collections import Counter

import pytest

from raadhus.personnel.engines.clickhouse import ClickHouseEngine
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.engines.spark import SparkEngine
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.asking import DAYS, HOMES, MONTHS, everything, invented
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS


@pytest.fixture(scope="module")
def duck(tmp_path_factory):
    terms, absences = invented(200)
    stretches = stretches_of(terms, OCCUPATIONS, SETTINGS)
    engine = DuckEngine()
    keyed = [(*row, 7 * place) for place, row in enumerate(stretches)]
    engine.fill_all(keyed, parts_of(absences, stretches, DAYS, SETTINGS), MONTHS, DAYS, HOMES)
    folder = tmp_path_factory.mktemp("tables")
    engine.save(folder)
    return engine, folder


def assert_same_answers(engine, duck):
    for question in everything():
        answer = engine.answer(question)
        assert Counter(answer) == Counter(duck.answer(question)), question
        assert all(type(value) in {str, int} for row in answer for value in row)
        assert answer


@pytest.mark.slow
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("mode", ["local", "local-cluster"])
def test_spark_sql_on_sail_answers_bit_by_bit_what_duckdb_answers(duck, mode, monkeypatch):
    monkeypatch.setenv("SAIL_MODE", mode)
    spark = pytest.importorskip("pysail.spark")
    sessions = pytest.importorskip("pyspark.sql")
    server = spark.SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    _, port = server.listening_address
    session = sessions.SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
    try:
        engine = SparkEngine(session)
        engine.open(duck[1])
        assert_same_answers(engine, duck[0])
    finally:
        session.stop()
        server.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_clickhouse_answers_bit_by_bit_what_duckdb_answers(duck):
    chdb = pytest.importorskip("chdb.session")
    engine = ClickHouseEngine(chdb.Session())
    engine.open(duck[1])
    assert_same_answers(engine, duck[0])
