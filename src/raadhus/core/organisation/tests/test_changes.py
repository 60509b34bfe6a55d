"""How one unit's history changes, example by example."""

from datetime import date

from raadhus.core.organisation.rules.tree import Unit, reparent, revise
from raadhus.kernel.periods import Period

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 1), date(2026, 6, 1)
START = date(2026, 1, 1)


def told(history):
    return [(unit.name, unit.parent_key, unit.period.start, unit.period.end) for unit in history]


def test_a_change_of_the_same_field_that_is_planned_stays():
    history = (
        Unit("a", "", "Før", None, Period(START, JUNE)),
        Unit("a", "", "Planlagt", None, Period(JUNE)),
    )
    assert told(revise(history, MARCH, "name", "Nyt")) == [
        ("Før", None, START, MARCH),
        ("Nyt", None, MARCH, JUNE),
        ("Planlagt", None, JUNE, None),
    ]


def test_a_planned_change_of_another_field_gets_the_new_value():
    history = (
        Unit("a", "", "Før", None, Period(START, MAY)),
        Unit("a", "", "Før", "top", Period(MAY)),
    )
    assert told(revise(history, MARCH, "name", "Nyt")) == [
        ("Før", None, START, MARCH),
        ("Nyt", None, MARCH, MAY),
        ("Nyt", "top", MAY, None),
    ]


def test_what_lay_under_a_closed_unit_lay_there_until_the_day():
    history = (Unit("a", "", "A", "old", Period(START)),)
    assert told(reparent(history, MARCH, old="old", new="top")) == [
        ("A", "old", START, MARCH),
        ("A", "top", MARCH, None),
    ]


def test_what_was_planned_under_a_closed_unit_goes_to_the_other_from_the_beginning():
    history = (
        Unit("a", "", "A", None, Period(START, MAY)),
        Unit("a", "", "A", "old", Period(MAY)),
    )
    assert told(reparent(history, MARCH, old="old", new="top")) == [("A", None, START, MAY), ("A", "top", MAY, None)]
