"""Quarters and years laid upon the months within them (T3): what is hidden in a month does not follow from a longer term."""

from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.disclosure.attacks import controls
from raadhus.personnel.rules.disclosure.attacks.grids import MonthOut, Parted, Upon, parted
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.plan import Before, make_plan
from raadhus.personnel.rules.disclosure.population import Cell, Population, cells_of
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.tests.small_people import people, subject_of

SETTINGS = Settings(dominance_percent=0)
TREE = {"K": None, "p": "K", "x": "K", "a": "p", "b": "p", "c": "p"}
B, C = Place("2025", "b"), Place("2025", "c")


@dataclass
class Quarter:
    """Three months by hand, the plan of the quarter beside them, and which of its columns each month's belong to."""

    months: list
    plan: object
    of: list

    def upon(self):
        """The attack on all that the plan of the quarter shows of whole units."""
        cells = [cell for cell in self.plan.shown if not cell.place.breakdown and not cell.place.merged]
        return Upon(self.months, (), [parted(cell.place, self.of, cell.columns) for cell in cells])


def laid(rows):
    """The people of some (unit, number)."""
    units, numbers = zip(*rows, strict=True)
    return people("".join(units), "k" * len(rows), parents=TREE, person=list(numbers))


def month(rows, by_month):
    """One month: what is told and what is hidden, where only some units stay on the grid of months."""
    population, lattice = laid(rows)
    plan = make_plan(subject_of(population, [1] * len(rows)), lattice, SETTINGS)
    told = [cell for cell in plan.shown if cell.place.unit in by_month and not cell.place.breakdown]
    assert {cell.place.unit for cell in told} == set(by_month)
    return MonthOut(population, told, [cell for cell in plan.hidden if not cell.place.breakdown])


def quarter_by_hand():
    """Unit b has six people, six and four; c is there in March alone, ten people, and hides with b for the sake of b's four.

    Then b and c are told by quarter; c's quarter is its March.
    """
    always = {"x": range(100, 120), "a": range(20), "b": range(20, 26)}
    first = [(unit, one) for unit, own in always.items() for one in own]
    third = [one for one in first if one[1] not in {24, 25}] + [("c", one) for one in range(40, 50)]
    rows = sorted({*first, *third})
    population, lattice = laid(rows)
    known = tuple(
        cell for cell in cells_of(population, lattice) if cell.place.unit in "Kpxa" and not cell.place.breakdown
    )
    subject, before = subject_of(population, [3] * len(rows)), Before(known=known)
    plan = make_plan(subject, lattice, SETTINGS, without={cell.place for cell in known}, before=before)
    of = [np.array([rows.index(one) for one in own]) for own in (first, first, third)]
    return Quarter([month(own, "Kpxa") for own in (first, first, third)], plan, of)


def test_a_quarter_beside_its_months_would_tell_what_one_of_them_hides():
    """The audit of the quarter alone sees six people in b and ten in c, and lets both through; b's four of March follow all the same."""
    found = quarter_by_hand()
    assert {B, C} <= {cell.place for cell in found.plan.shown}
    assert found.upon().recover().hidden == (B,)


def test_what_tells_is_left_out_and_then_nothing_follows():
    """C goes too: its quarter is its March, which the rest of p less c would tell b's of."""
    upon = quarter_by_hand().upon()
    assert upon.without_leaks(5) == {B, C}
    assert not upon.recover()


def test_a_quarter_less_months_that_follow_is_of_enough_people_or_of_none():
    """Two months of b follow; the third has four people, who are a small rest although no cell of that month is hidden."""
    population = Population(np.arange(6), {}, {}, np.zeros(6, dtype=np.int64))
    every, four = Cell(B, np.arange(6), 6), np.arange(4)
    months = [MonthOut(population, [every], ()), MonthOut(population, [every], ()), MonthOut(population, (), ())]
    for rest, left_out in ((four, {B}), (np.arange(5), set())):
        assert Upon(months, (), [Parted(B, {0: every.columns, 1: every.columns, 2: rest})]).without_leaks(5) == left_out


def test_the_control_of_the_gate_sees_it_too():
    assert controls.quarter_beside_its_months()


SIZE = 7
some = st.frozensets(st.integers(0, SIZE - 1), min_size=1).map(lambda own: np.array(sorted(own), dtype=np.int64))


def cells(least, most):
    """Some cells of a month, each with a name of its own."""
    return st.lists(some, min_size=least, max_size=most)


@st.composite
def quarters(draw):
    """Two or three months of seven columns, some of one person, and longer sums over them."""
    count, person = draw(st.integers(2, 3)), np.array(draw(st.lists(st.integers(0, 5), min_size=SIZE, max_size=SIZE)))
    population = Population(person, {}, {}, np.zeros(SIZE, dtype=np.int64))

    def named(own, kind):
        return [Cell(Place(kind, str(number)), columns, 1) for number, columns in enumerate(own)]

    months = [
        MonthOut(population, named(draw(cells(0, 4)), f"s{at}"), named(draw(cells(0, 3)), f"h{at}"))
        for at in range(count)
    ]

    def longer(kind, most):
        parts = st.dictionaries(st.integers(0, count - 1), some, min_size=1)
        return [
            Parted(Place(kind, str(number)), own) for number, own in enumerate(draw(st.lists(parts, max_size=most)))
        ]

    return months, longer("g", 2), longer("a", 4), longer("w", 2)


def at_once(months, rows, hidden):
    """What follows by plain algebra over every column of every month."""

    def moved(cell, at):
        return Cell(cell.place, cell.columns + SIZE * at, 1)

    def whole(one):
        return Cell(one.place, np.concatenate([own + SIZE * at for at, own in sorted(one.parts.items())]), 1)

    person = np.concatenate([one.population.person for one in months])
    population = Population(person, {}, {}, np.zeros(len(person), dtype=np.int64))
    shown = [moved(cell, at) for at, one in enumerate(months) for cell in one.shown] + [whole(one) for one in rows]
    secret = [moved(cell, at) for at, one in enumerate(months) for cell in one.hidden] + [whole(one) for one in hidden]
    own = [
        Cell(Place("p", f"{who} {at}"), SIZE * at + np.flatnonzero(one.population.person == who), 1)
        for at, one in enumerate(months)
        for who in set(one.population.person.tolist())
    ]
    found = recover(population, shown, (*secret, *own))
    months_of = {place for place in found.hidden if place.version == "p"}
    people_found = {*found.persons, *(int(place.unit.split()[0]) for place in months_of)}
    return people_found, set(found.hidden) - months_of


@settings(max_examples=60, deadline=None)
@given(quarters())
def test_month_by_month_is_as_over_all_months_at_once(drawn):
    """Hidden cells, people, their months and their single contributions: the same as by plain algebra."""
    months, given_rows, added, watched = drawn
    found = Upon(months, given_rows, added, watched).recover()
    (people_now, cells_now), (people_then, cells_then) = (
        at_once(months, rows, watched) for rows in ([*given_rows, *added], given_rows)
    )
    assert set(found.hidden) == cells_now - cells_then
    assert people_now - people_then <= set(found.persons) <= people_now


@settings(max_examples=30, deadline=None)
@given(quarters(), st.integers(2, 4))
def test_nothing_new_follows_from_what_is_left(drawn, least):
    months, given_rows, added, watched = drawn
    left_out = Upon(months, given_rows, added, watched).without_leaks(least)
    left = [one for one in added if one.place not in left_out]
    now, then = (at_once(months, rows, watched) for rows in ([*given_rows, *left], given_rows))
    assert now == then
