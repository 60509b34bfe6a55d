"""A roll-up gives exactly what the questions give node by node."""

from collections import Counter, defaultdict
from dataclasses import replace

import duckdb
import pytest
import sqlglot
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import exp

from raadhus.personnel.engines.dialects import Dialect, translated
from raadhus.personnel.engines.duck import SHORT_OF, DuckEngine
from raadhus.personnel.engines.rollup import MONTHLY, YEARLY, RollUp, sql_of_rollup
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.measures.definitions import Population
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Shape
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.asking import DAYS, HOMES, MONTHS, START, invented, rolled_up
from raadhus.personnel.tests.staff_strategies import OCCUPATIONS, SETTINGS, staffs

TOGETHER = [MONTHLY, YEARLY, (*MONTHLY, *YEARLY), (Shape.POSSIBLE, Shape.ABSENCE), (Shape.STOCK,), (Shape.GOING,)]


def asked_alone(engine, asked):
    """The same rows by the questions themselves, each node counted by itself."""
    cells = defaultdict(Counter)
    for shape in asked.shapes:
        for row in engine.answer(asked.question(shape, by_node=True)):
            cells[row[:3]].update(dict(zip(COMPONENTS[shape], row[3:], strict=True)))
    return Counter((*cell, *(numbers[one] for one in asked.components)) for cell, numbers in cells.items())


def staffed(terms, absences):
    stretches = stretches_of(terms, OCCUPATIONS, SETTINGS)
    engine = DuckEngine(threads=1)
    engine.fill_all(stretches, parts_of(absences, stretches, DAYS, SETTINGS), MONTHS, DAYS, HOMES)
    return engine


@pytest.fixture(scope="module")
def two_hundred():
    with staffed(*invented(200)) as engine:
        yield engine


@pytest.mark.parametrize("shapes", TOGETHER, ids="+".join)
@pytest.mark.parametrize("breakdown", Breakdown)
def test_every_node_has_what_the_questions_give_it(two_hundred, shapes, breakdown):
    asked = RollUp(shapes, Scope(Population.ORDINARY, breakdown, SETTINGS), START + 12, START + 24)
    answer = two_hundred.answer(asked)
    assert Counter(answer) == asked_alone(two_hundred, asked)
    assert {row[1] for row in answer} > {"rådhus", "omsorg", "skole"}


@given(staffs(), st.sampled_from(TOGETHER), st.sampled_from(Breakdown), st.sampled_from(Population))
@settings(max_examples=8)
def test_whatever_the_staff(staff, shapes, breakdown, population):
    asked = RollUp(shapes, Scope(population, breakdown, SETTINGS), START + 10, START + 20, span=1)
    with staffed(*staff) as engine:
        assert Counter(engine.answer(asked)) == asked_alone(engine, asked)


@pytest.mark.parametrize("dialect", Dialect)
def test_only_sums_and_counts_in_every_dialect(dialect):
    for asked in rolled_up():
        tree = sqlglot.parse_one(translated(sql_of_rollup(asked), dialect), read=dialect.value)
        assert {type(found) for found in tree.find_all(exp.AggFunc)} <= {exp.Sum, exp.Count}
        assert not list(tree.find_all(exp.Div, exp.IntDiv, exp.Mod))


@pytest.mark.parametrize("shapes", [(), (Shape.KEYS,), (Shape.STOCK, Shape.CONTRIBUTORS)])
def test_what_is_no_sum_is_refused(shapes):
    with pytest.raises(ValueError, match="summer"):
        RollUp(shapes, Scope(Population.ORDINARY, Breakdown.NONE, SETTINGS), START, START)


@pytest.mark.parametrize("shapes", [MONTHLY, YEARLY])
def test_saved_cells_are_those_of_enough_people_by_every_breakdown_and_sorted(two_hundred, shapes, tmp_path):
    asked = RollUp(shapes, Scope(Population.ORDINARY, Breakdown.NONE, SETTINGS), START + 12, START + 20)
    target = tmp_path / "cells.parquet"
    number = two_hundred.save_cells(asked, target, 5)
    found = duckdb.read_parquet(str(target))
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    cells = [(row["node"], row["breakdown"], row["value"], row["month"]) for row in rows]
    assert cells == sorted(cells)
    assert len(set(cells)) == number
    full = Counter()
    for breakdown in Breakdown:
        split = replace(asked, scope=asked.scope._replace(breakdown=breakdown))
        full.update((breakdown, *row) for row in two_hundred.answer(split) if row[3] >= 5)
    read = ((row["breakdown"], row["month"], row["node"], row["value"], *_numbers(row, asked)) for row in rows)
    assert Counter(read) == full


def _numbers(row, asked):
    short = {one: row[f"n_{SHORT_OF[one]}"] - row[f"short_{one}"] for one in SHORT_OF if f"short_{one}" in row}
    return [short.get(one, row.get(f"n_{one}")) for one in asked.components]
