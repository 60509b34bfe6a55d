"""What plain Python answers to a question, as the rows of an engine, and the invented organisation it is asked in."""

from collections import Counter

from raadhus.personnel.rules.calendar import NO_END, WorkingDays, month_of
from raadhus.personnel.rules.counting import absence, movement, possible, stock
from raadhus.personnel.rules.people import contributors, placed
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.shapes.tables import Home

DAYS = WorkingDays(2021, 2026)
MOVED_ON = month_of(2024 * 12 + 3).first
# The park went from culture to operations on 1 April 2024; the school is in the town hall alone.
HOMES = [
    *(Home("rådhus", unit, 1, NO_END) for unit in ("skole", "pleje", "park")),
    *(Home(unit, unit, 1, NO_END) for unit in ("skole", "pleje", "park")),
    Home("omsorg", "pleje", 1, NO_END),
    Home("kultur", "park", 1, MOVED_ON),
    Home("drift", "park", MOVED_ON, NO_END),
]


def nodes_on(day):
    return {
        unit: [home.node for home in HOMES if home.unit == unit and home.start <= day < home.end]
        for unit in {home.unit for home in HOMES}
    }


def expected(question: Question, stretches, parts):
    """Return the rows plain Python gives, as a multiset."""
    rows = Counter()
    for number in range(question.first, question.last + 1):
        month = month_of(number)
        for cell, numbers in _cells(question, stretches, parts, month).items():
            rows[(number, *cell, *numbers)] += 1
    return rows


def _cells(question, stretches, parts, month):
    scope, before = question.scope, month_of(month.number - question.span)
    nodes = nodes_on(month.reference) if question.by_node else None
    behind = parts if question.is_about_absence else stretches
    if question.shape is Shape.CONTRIBUTORS:
        return contributors(behind, month, scope, question.component, nodes)
    counted = {
        Shape.STOCK: lambda: stock(stretches, month, scope),
        Shape.POSSIBLE: lambda: possible(stretches, month, scope, DAYS),
        Shape.ABSENCE: lambda: absence(parts, month, scope),
        Shape.COMING: lambda: movement(stretches, before, month, scope),
        Shape.GOING: lambda: movement(stretches, before, month, scope),
    }[question.shape]()
    if question.by_node:
        counted = placed(counted, nodes_on(before.reference) if question.shape is Shape.GOING else nodes)
    wanted = COMPONENTS[question.shape]
    # who came stands where they are and who left where they were: a cell of the other side has no such rows
    there = {cell: numbers for cell, numbers in counted.items() if numbers.get(wanted[0]) is not None}
    return {cell: [numbers[component] for component in wanted] for cell, numbers in there.items()}
