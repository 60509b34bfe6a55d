"""DuckDB answers exactly what plain Python counts, on invented staff."""

from collections import Counter
from functools import cache

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.measures.definitions import Component, Population
from raadhus.personnel.rules.shapes.questions import Question, Shape
from raadhus.personnel.rules.shapes.tables import ABSENCE_PARTS, STRETCHES
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.asking import DAYS, HOMES, MONTHS, START, everything, expected, invented
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS, staffs

SIX = [Shape.STOCK, Shape.POSSIBLE, Shape.ABSENCE, Shape.COMING, Shape.GOING, Shape.CONTRIBUTORS]
BEHIND = [Component.HEADS, Component.PAY_ORE, Component.AGE_MONTHS, Component.SICK_UNITS, Component.SICK_DAYS_100]


@st.composite
def questions(draw):
    first = START + draw(st.integers(0, 24))
    shape = draw(st.sampled_from(SIX))
    by_person = shape is not Shape.CONTRIBUTORS and draw(st.booleans())
    return Question(
        shape,
        Scope(draw(st.sampled_from(Population)), draw(st.sampled_from(Breakdown)), SETTINGS, by_person),
        first,
        first + draw(st.integers(0, 8)),
        by_node=draw(st.booleans()),
        span=draw(st.sampled_from([1, 12])),
        component=draw(st.sampled_from(BEHIND)),
    )


@cache
def engine_of_this_process():
    engine = DuckEngine(threads=1)
    engine.fill_all([], [], MONTHS, DAYS, HOMES)
    engine.lock()
    return engine


def filled(stretches, parts):
    """The one engine with other staff: to start one takes longer than to ask it."""
    engine = engine_of_this_process()
    engine._connection.execute("DELETE FROM stretches")
    engine._connection.execute("DELETE FROM absence_parts")
    engine.fill(STRETCHES, stretches)
    engine.fill(ABSENCE_PARTS, parts)
    return engine


def laid_out(staff):
    terms, absences = staff
    stretches = stretches_of(terms, OCCUPATIONS, SETTINGS)
    return stretches, parts_of(absences, stretches, DAYS, SETTINGS)


@pytest.fixture(scope="module")
def two_hundred():
    return laid_out(invented(200))


@pytest.mark.parametrize("shape", Shape)
def test_every_question_about_two_hundred_people_is_answered_as_python_counts(two_hundred, shape):
    engine = filled(*two_hundred)
    for asked in everything():
        if asked.shape is shape is not Shape.KEYS:
            answer = Counter(engine.answer(asked))
            assert answer == expected(asked, *two_hundred), asked
            assert answer


@given(staffs(), st.lists(questions(), min_size=5, max_size=5))
@settings(max_examples=10)
def test_duckdb_answers_bit_by_bit_what_python_counts(staff, asked):
    stretches, parts = laid_out(staff)
    engine = filled(stretches, parts)
    for question in asked:
        assert Counter(engine.answer(question)) == expected(question, stretches, parts)


@given(staffs())
@settings(max_examples=8)
def test_keys_are_the_sums_of_the_rows_behind_a_cell(staff):
    stretches, parts = laid_out(staff)
    scope, month = Scope(Population.ORDINARY, Breakdown.GENDER, SETTINGS), month_of(START + 14)
    keyed = [(*row, 1000 + place) for place, row in enumerate(stretches)]
    keys = Counter()
    for row, key in zip(stretches, keyed, strict=True):
        if row.start <= month.reference < row.end and row.form in scope.forms:
            keys[month.number, row.unit, row.gender or "unknown"] += key[-1]
    found = filled(keyed, parts).answer(Question(Shape.KEYS, scope, month.number, month.number))
    assert {row[:3]: row[3] for row in found} == keys


@given(staffs(), st.sampled_from([Shape.STOCK, Shape.ABSENCE, Shape.COMING, Shape.GOING]))
@settings(max_examples=6)
def test_what_persons_contribute_adds_up_to_the_cells(staff, shape):
    stretches, parts = laid_out(staff)
    engine = filled(stretches, parts)
    scope = Scope(Population.ORDINARY, Breakdown.AGE, SETTINGS)
    cells = engine.answer(Question(shape, scope, START + 12, START + 18))
    together = {}
    for row in engine.answer(Question(shape, scope._replace(by_person=True), START + 12, START + 18)):
        assert row[2] == row[4]
        sums = together.setdefault(row[:3], [0] * len(row[9:]))
        together[row[:3]] = [one + other for one, other in zip(sums, row[9:], strict=True)]
    assert together == {row[:3]: list(row[3:]) for row in cells}


def staffed_engine():
    engine = DuckEngine()
    engine.fill(
        STRETCHES, [("anna", "e", "skole", "", "Øvrige", 0, "K", "monthly", 1, 9, 3700, 1, -1, 0, 0, 0, 0, 1, 9, -1)]
    )
    return engine


def test_what_is_saved_as_parquet_is_read_back_whole(tmp_path):
    with staffed_engine() as engine, DuckEngine() as other:
        engine.save(tmp_path)
        other.open(tmp_path)
        again = other._connection.execute("SELECT * FROM stretches").fetchall()
        assert again == engine._connection.execute("SELECT * FROM stretches").fetchall()
        assert other._connection.execute("SELECT count(*) FROM absence_parts").fetchone() == (0,)


@pytest.mark.parametrize(
    "statement", ["COPY stretches TO '{0}'", "ATTACH '{0}'", "SELECT * FROM read_csv('{0}')", "SET threads = 1"]
)
def test_a_locked_engine_reaches_no_file_and_no_setting(tmp_path, statement):
    with staffed_engine() as engine:
        engine.lock()
        with pytest.raises(duckdb.Error):
            engine._connection.execute(statement.format(tmp_path / "x"))
