"""What the generator writes: whole numbers, three aggregates, nothing from outside, and nothing another engine cannot say."""

from itertools import product

import pytest
import sqlglot
from sqlglot import exp

from raadhus.personnel.engines.dialects import Dialect, translated
from raadhus.personnel.rules.calendar import month_number
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Component, Population
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.shapes.tables import TABLES, create_statement
from raadhus.personnel.rules.shapes.writing import sql_of
from raadhus.personnel.tests.staff_strategies import FIRST, SETTINGS

MONTH = month_number(FIRST)


def question(shape, breakdown=Breakdown.AGE, component=Component.PAY_ORE, *, by_node=True, by_person=False):
    scope = Scope(Population.ORDINARY, breakdown, SETTINGS, by_person)
    return Question(shape, scope, MONTH, MONTH + 11, by_node=by_node, component=component)


EVERY = {
    **{f"{shape}-{by_node}": question(shape, by_node=by_node) for shape, by_node in product(Shape, [False, True])},
    **{f"stock-by-{breakdown}": question(Shape.STOCK, breakdown) for breakdown in Breakdown},
    **{
        f"{shape}-of-absence": question(shape, component=Component.SICK_UNITS)
        for shape in (Shape.CONTRIBUTORS, Shape.KEYS)
    },
    **{f"{shape}-by-person": question(shape, by_person=True) for shape in COMPONENTS},
}


@pytest.mark.parametrize("asked", EVERY.values(), ids=EVERY)
def test_only_whole_numbers_are_added_counted_and_compared(asked):
    tree = sqlglot.parse_one(sql_of(asked), read="duckdb")
    assert not list(tree.find_all(exp.Div, exp.IntDiv, exp.Mod, exp.Avg, exp.Round))
    assert {type(found) for found in tree.find_all(exp.AggFunc)} <= {exp.Sum, exp.Count, exp.Max, exp.RowNumber}
    assert {found.to.this for found in tree.find_all(exp.Cast)} <= {exp.DataType.Type.BIGINT}
    assert all(literal.is_string or literal.this.isdigit() for literal in tree.find_all(exp.Literal))


@pytest.mark.parametrize("asked", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("dialect", Dialect)
def test_every_statement_can_be_said_and_read_back_in_every_dialect(asked, dialect):
    said = translated(sql_of(asked), dialect)
    assert sqlglot.parse_one(said, read=dialect.value).selects[0].alias_or_name == "month_number"
    assert "UBIGINT" not in said
    assert "UInt64" not in said


def test_tables_hold_signed_numbers_and_no_nulls():
    for table in TABLES:
        tree = sqlglot.parse_one(create_statement(table), read="duckdb")
        columns = list(tree.find_all(exp.ColumnDef))
        assert {column.kind.this for column in columns} <= {exp.DataType.Type.BIGINT, exp.DataType.Type.TEXT}
        assert all(column.find(exp.NotNullColumnConstraint) for column in columns)


def test_every_component_that_a_measure_needs_comes_from_one_shape():
    given = [component for components in COMPONENTS.values() for component in components]
    needed = {component for measure in MEASURES.values() for component in measure.components}
    assert needed <= set(given)
    # possible time is agreed time less what absence takes out of it: two shapes, added
    assert [component for component in set(given) if given.count(component) > 1] == [Component.POSSIBLE_UNITS]


@pytest.mark.parametrize(
    "wrong", [{"last": MONTH - 1}, {"span": 0}, {"component": Component.POSSIBLE_UNITS}, {"component": Component.LEFT}]
)
def test_what_no_shape_answers_is_refused(wrong):
    with pytest.raises(ValueError, match=r"Spørgsmålets|bidrag"):
        Question(
            Shape.STOCK,
            Scope(Population.ORDINARY, Breakdown.NONE, SETTINGS),
            **({"first": MONTH, "last": MONTH} | wrong),
        )
