"""All whole numbers of all nodes in one statement for each breakdown: units first, then the nodes above them.

A question by node counts each person once for every node above their unit. Here each unit is counted once, by the same questions, and the units' sums
are added up; since only whole numbers are added, the answer is the same to the last digit. Possible time is the working days times the hours that
STOCK counts anyway, put right for the months in which somebody came or left. The statement is DuckDB's dialect, of sums alone, and is translated
like every question (docs/decisions/1802).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.personnel.rules.counting import Scope
from raadhus.personnel.rules.measures.definitions import MONTHS_A_YEAR, Component
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.shapes.tables import HOMES, MONTHS
from raadhus.personnel.rules.shapes.writing import sql_of, sql_of_broken_months

MONTHLY = (Shape.STOCK, Shape.POSSIBLE, Shape.ABSENCE)
YEARLY = (Shape.COMING, Shape.GOING)
_CELL = "month_number, place, breakdown_value"
_HOME = "h.start_day <= m.reference_day AND m.reference_day < h.end_day"


@dataclass(frozen=True, slots=True)
class RollUp:
    """Shapes whose numbers stand side by side in the cells of every node, month by month; `span` is that of COMING and GOING."""

    shapes: tuple[Shape, ...]
    scope: Scope
    first: int
    last: int
    span: int = MONTHS_A_YEAR

    def __post_init__(self) -> None:
        """Refuse what has no numbers to add, and what is about single people."""
        if self.scope.by_person or not self.shapes or not set(self.shapes) <= set(COMPONENTS):
            raise ValueError("Kun summer af enheders tal lægges sammen opad.")

    @property
    def components(self) -> tuple[Component, ...]:
        """The numbers of a row, after month, node and value; possible time is agreed time less what absence takes out of it."""
        return tuple(dict.fromkeys(component for shape in self.shapes for component in COMPONENTS[shape]))

    def question(self, shape: Shape, *, by_node: bool) -> Question:
        """Return the question that a shape of this roll-up asks."""
        return Question(shape, self.scope, self.first, self.last, by_node, self.span)


def statement_of(asked: Question | RollUp) -> str:
    """Return the statement of a question, or of a roll-up."""
    return sql_of_rollup(asked) if isinstance(asked, RollUp) else sql_of(asked)


def sql_of_rollup(asked: RollUp) -> str:
    """Return the statement; its rows are month, node, value, and then the numbers in the order of `components`."""
    units = list(_of_units(asked))
    # who left is counted where the unit lay at the census before, so that alone is asked by node at once
    going = [_padded(asked, Shape.GOING, by_node=True)] if Shape.GOING in asked.shapes else []
    if not units:
        return going[0]
    several = added(asked, " UNION ALL ".join([_lifted(asked, "> 1"), *going]))
    single = _lifted(asked, "= 1")
    both = f"{single} UNION ALL {several}" if not going else added(asked, f"{single} UNION ALL {several}")
    return f"WITH units AS ({added(asked, ' UNION ALL '.join(units))}) {both}"


def _of_units(asked: RollUp) -> Iterator[str]:
    """Yield the statements by unit, each with all numbers."""
    for shape in asked.shapes:
        if shape is Shape.POSSIBLE and Shape.STOCK in asked.shapes:
            yield _filled(asked, sql_of_broken_months(asked.question(shape, by_node=False)), COMPONENTS[shape])
        elif shape is Shape.STOCK and Shape.POSSIBLE in asked.shapes:
            yield _with_whole_months(asked)
        elif shape is not Shape.GOING:
            yield _padded(asked, shape, by_node=False)


def _padded(asked: RollUp, shape: Shape, *, by_node: bool) -> str:
    return _filled(asked, sql_of(asked.question(shape, by_node=by_node)), COMPONENTS[shape])


def _filled(asked: RollUp, rows: str, own: tuple[Component, ...]) -> str:
    """Return rows with 0 for the numbers that they do not have."""
    numbers = ", ".join(f"{_name(one) if one in own else 0} AS {_name(one)}" for one in asked.components)
    return f"SELECT {_CELL}, {numbers} FROM ({rows}) AS q"  # noqa: S608 - our own names, here and below


def _with_whole_months(asked: RollUp) -> str:
    """Return STOCK's rows with possible time as if everybody there had been there the whole month."""
    own, possible = COMPONENTS[Shape.STOCK], Component.POSSIBLE_UNITS
    columns = ", ".join(f"s.{_name(one)} AS {_name(one)}" for one in own)
    rows = (
        f"SELECT s.month_number AS month_number, s.place AS place, s.breakdown_value AS breakdown_value, {columns}, "  # noqa: S608 - our own names
        f"s.{_name(Component.HOURS)} * m.working_days AS {_name(possible)} "
        f"FROM ({sql_of(asked.question(Shape.STOCK, by_node=False))}) AS s JOIN {MONTHS} AS m ON m.number = s.month_number"
    )
    return _filled(asked, rows, (*own, possible))


def added(asked: RollUp, rows: str) -> str:
    """Return the rows of a roll-up added up by cell."""
    sums = ", ".join(f"CAST(SUM(a.{_name(one)}) AS BIGINT) AS {_name(one)}" for one in asked.components)
    return f"SELECT {_CELL}, {sums} FROM ({rows}) AS a GROUP BY {_CELL}"  # noqa: S608 - our own names


def _lifted(asked: RollUp, units: str) -> str:
    """Return the units' rows under the nodes above them on the reference day; a node that never has more than one unit has its rows as they are."""
    nodes = f"SELECT node FROM {HOMES} GROUP BY node HAVING COUNT(*) {units}"  # noqa: S608 - our own names
    numbers = ", ".join(f"u.{_name(one)} AS {_name(one)}" for one in asked.components)
    return (
        f"SELECT u.month_number AS month_number, h.node AS place, u.breakdown_value AS breakdown_value, {numbers} "  # noqa: S608 - our own names
        f"FROM units AS u CROSS JOIN {HOMES} AS h CROSS JOIN {MONTHS} AS m CROSS JOIN ({nodes}) AS k "
        f"WHERE m.number = u.month_number AND h.unit = u.place AND {_HOME} AND k.node = h.node"
    )


def _name(component: Component) -> str:
    return f"n_{component.value}"
