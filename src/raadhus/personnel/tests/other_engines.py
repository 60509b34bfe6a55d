"""The other engines as tests start them: Sail and Spark's own cluster (Spark SQL), and ClickHouse's engine in the process."""

import os
import sys
from collections import Counter
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

from raadhus.personnel.engines.clickhouse import ClickHouseEngine
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.engines.spark import SparkEngine
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.asking import DAYS, HOMES, MONTHS, invented
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS


def needed(*modules, expected):
    """Skip where an engine is not installed (it has no wheel for every platform), and fail where it is expected."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing and expected:
        pytest.fail(f"{', '.join(missing)} is expected here and not installed: make setup, or make test-slow")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed; requirements/engines.txt has it")


ALL_EXPECTED = os.environ.get("RAADHUS_ENGINES") == "all"


def saved_people(folder, people):
    """Return DuckDB's engine with so many invented people, whose tables are saved in the folder."""
    terms, absences = invented(people)
    stretches = stretches_of(terms, OCCUPATIONS, SETTINGS)
    engine = DuckEngine(threads=1)
    keyed = [(*row, 7 * place) for place, row in enumerate(stretches)]
    engine.fill_all(keyed, parts_of(absences, stretches, DAYS, SETTINGS), MONTHS, DAYS, HOMES)
    engine.save(folder)
    return engine


@contextmanager
def sail(folder, mode, *, expected=ALL_EXPECTED):
    """Give the engine of a Sail of this mode; local-cluster has worker processes of its own."""
    needed("pysail", "pyspark", expected=expected)
    from pyspark.sql import SparkSession  # noqa: PLC0415 - installed in some places only

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SAIL_MODE", mode)
        # a test process of several has a main module without a file, by which Spark's client would think that it tests itself
        environment.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
        from pysail.spark import SparkConnectServer  # noqa: PLC0415 - likewise

        server = SparkConnectServer("127.0.0.1", 0)
        server.start(background=True)
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{server.listening_address[1]}").getOrCreate()
        try:
            yield _opened(SparkEngine(session), folder)
        finally:
            session.stop()
            server.stop()


@contextmanager
def spark_cluster(folder):
    """Give the engine of a Spark of two worker processes; needs Java 17."""
    needed("pyspark.core", expected=ALL_EXPECTED)
    from pyspark.sql import SparkSession  # noqa: PLC0415 - likewise

    builder = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "4").config("spark.driver.bindAddress", "127.0.0.1")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    try:
        yield _opened(SparkEngine(session), folder)
    finally:
        session.stop()


@contextmanager
def clickhouse(folder):
    """Give ClickHouse's engine in this process."""
    needed("chdb", expected=ALL_EXPECTED)
    from chdb.session import Session  # noqa: PLC0415 - likewise

    yield _opened(ClickHouseEngine(Session()), folder)


def _opened(engine, folder):
    engine.open(folder)
    return engine


def assert_same_answers(engine, duck, questions):
    """Hold every answer of an engine against DuckDB's: the same rows of the same whole numbers and words."""
    for question in questions:
        answer = engine.answer(question)
        assert Counter(answer) == Counter(duck.answer(question)), question
        assert all(type(value) in {str, int} for row in answer for value in row)
        assert answer
