"""Spark SQL (Sail) and ClickHouse (chdb) answer what DuckDB answers, where they are installed: pip install -e .[engines]."""

from collections import Counter
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from raadhus.personnel.engines.clickhouse import ClickHouseEngine
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.engines.spark import SparkEngine
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import month_number, month_of
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.facts import Absence, Form, Kind, Terms
from raadhus.personnel.rules.measures.definitions import Component, Population
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.asking import DAYS, HOMES
from raadhus.personnel.tests.staff_strategies import FIRST, JOBS, OCCUPATIONS, SETTINGS, UNITS

START = month_number(FIRST)


def invented(people):
    """Return (terms, absences) of so many invented people, the same each time."""
    chance, terms, absences = Random(7), [], []  # noqa: S311 - invented staff, nothing secret
    for number in range(people):
        start = FIRST + timedelta(days=chance.randrange(500))
        born = chance.choice([None, date(1958, 3, 31) + timedelta(days=chance.randrange(15_000))])
        for key in range(chance.choice([1, 1, 2])):
            end = chance.choice([None, start + timedelta(days=chance.randrange(1, 500))])
            unit, hours = chance.choice(UNITS), chance.choice([0, 15_00, 32_00, 37_00])
            form, job = chance.choice(list(Form)), chance.choice(JOBS)
            name = f"e{number}-{key}"
            pay = chance.choice([None, chance.randrange(90_000_00)])
            terms.append(Terms(f"p{number}", name, unit, start, end, hours, form, job, None, born, "K", pay))
            first = start + timedelta(days=chance.randrange(200))
            absences.append(
                Absence(name, first, first + timedelta(days=chance.randrange(40)), chance.choice(list(Kind)))
            )
    return terms, absences


@pytest.fixture(scope="module")
def duck(tmp_path_factory):
    terms, absences = invented(200)
    stretches = stretches_of(terms, OCCUPATIONS, SETTINGS)
    engine = DuckEngine()
    months = [month_of(START - 12 + number) for number in range(44)]
    keyed = [(*row, 7 * place) for place, row in enumerate(stretches)]
    engine.fill_all(keyed, parts_of(absences, stretches, DAYS, SETTINGS), months, DAYS, HOMES)
    folder = tmp_path_factory.mktemp("tables")
    engine.save(folder)
    return engine, folder


def everything():
    population = Population.ORDINARY
    for shape, breakdown, by_node in product(Shape, Breakdown, [False, True]):
        component = Component.PAY_ORE if breakdown is Breakdown.AGE else Component.SICK_UNITS
        yield Question(shape, Scope(population, breakdown, SETTINGS), START + 12, START + 20, by_node, 12, component)
    for shape in COMPONENTS:
        yield Question(
            shape, Scope(population, Breakdown.AGE, SETTINGS, by_person=True), START + 12, START + 20, by_node=True
        )


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
