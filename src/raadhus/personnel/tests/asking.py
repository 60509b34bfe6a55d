"""What plain Python answers to a question, as the rows of an engine, and the invented organisation it is asked in."""

from collections import Counter
from datetime import date, timedelta
from itertools import product
from random import Random

from raadhus.personnel.engines.rollup import MONTHLY, YEARLY, RollUp
from raadhus.personnel.rules.calendar import NO_END, WorkingDays, month_number, month_of
from raadhus.personnel.rules.counting import Breakdown, Scope, absence, movement, possible, stock
from raadhus.personnel.rules.facts import Absence, Form, Kind, Terms
from raadhus.personnel.rules.measures.definitions import Component, Population
from raadhus.personnel.rules.people import contributors, placed
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.shapes.tables import Home
from raadhus.personnel.tests.staff_strategies import FIRST, JOBS, SETTINGS, UNITS

DAYS = WorkingDays(2021, 2026)
MOVED_ON = month_of(2023 * 12 + 11).reference
# The park went from culture to operations on 31 December 2023, a reference day; the school is in the town hall alone.
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


START = month_number(FIRST)
MONTHS = [month_of(START - 12 + number) for number in range(48)]
# The last days of some months, and the first of the next: where reference days lie.
EDGES = [15, 16, 46, 47, 76, 77, 107, 108]


def month_end(day, more):
    """The last day of a later month."""
    return date.fromordinal(month_of(month_number(day) + 1 + more).reference)


def invented(people):
    """Return (terms, absences) of so many invented people, the same each time."""
    chance, terms, absences = Random(7), [], []  # noqa: S311 - invented staff, nothing secret
    for number in range(people):
        start = FIRST + timedelta(days=chance.choice([chance.randrange(500), *EDGES]))
        born = chance.choice([None, date(1958, 3, 31) + timedelta(days=chance.randrange(15_000))])
        for key in range(chance.choice([1, 1, 2])):
            end = chance.choice(
                [None, start + timedelta(days=chance.randrange(1, 500)), month_end(start, chance.randrange(20))]
            )
            unit, hours = chance.choice(UNITS), chance.choice([0, 15_00, 32_00, 37_00])
            form, job = chance.choice(list(Form)), chance.choice(JOBS)
            name = f"e{number}-{key}"
            pay = chance.choice([None, chance.randrange(90_000_00)])
            row = Terms(f"p{number}", name, unit, start, end, hours, form, job, None, born, "K", pay)
            terms.append(row)
            if end and chance.random() < 0.5:  # goes on with one thing changed
                changed = chance.choice([{"job_code": "99"}, {"unit": UNITS[0]}, {"form": Form.FLEKSJOB}])
                terms.append(row._replace(start=end, end=None, **changed))
            first = start + timedelta(days=chance.randrange(200))
            absences.append(
                Absence(name, first, first + timedelta(days=chance.randrange(40)), chance.choice(list(Kind)))
            )
    return terms, absences


def everything():
    population = Population.ORDINARY
    for shape, breakdown, by_node in product(Shape, Breakdown, [False, True]):
        component = Component.PAY_ORE if breakdown is Breakdown.AGE else Component.SICK_UNITS
        yield Question(shape, Scope(population, breakdown, SETTINGS), START + 12, START + 20, by_node, 12, component)
    for shape in COMPONENTS:
        yield Question(
            shape, Scope(population, Breakdown.AGE, SETTINGS, by_person=True), START + 12, START + 20, by_node=True
        )


def rolled_up():
    """All monthly numbers of all nodes together, and those of a year."""
    for shapes, breakdown in product([MONTHLY, YEARLY], Breakdown):
        yield RollUp(shapes, Scope(Population.ORDINARY, breakdown, SETTINGS), START + 12, START + 20)
