"""Terms planned again beside what is out: corrections about a few people wait, and all releases together give nobody away."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.disclosure.attacks.row_space import recover, row_space
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.corrections import (
    Again,
    Out,
    Told,
    changed_people,
    changes,
    lay_together,
    plan_again,
)
from raadhus.personnel.rules.disclosure.lattice import Lattice, Place, Tree
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import Population
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.disclosure.release import publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.small_people import subject_of

SECRET = Secret(b"a secret of the tests, 32 bytes.")
SETTINGS = Settings(dominance_percent=0)
PARENTS = {"K": None, "a": "K", "b": "K", "c": "K"}
MOVED = {"K": None, "a": "K", "b": "a", "c": "a"}
STAFF = [(number, "aaabbbc"[number % 7], "km"[number % 2], 100) for number in range(40)]


class Chain:
    """Releases of one sum, one after the other: each row of staff is (person, unit, sex, value)."""

    def __init__(self, rows, disclosure=Disclosure.PROTECTED_FLOW):
        self.disclosure, self.rows, self.plans = disclosure, [rows], []
        subject, lattice, *_ = self._laid([rows], PARENTS)
        plan = make_plan(subject, lattice, SETTINGS)
        self.plans.append((plan, plan.shown))

    def _laid(self, states, parents):
        at, first = lay_together(states)
        rows = [states[number][column] for number, column in first]
        now = np.zeros(len(rows), dtype=bool)
        now[at[-1]] = True
        tree = Tree("2025", parents)
        unit = np.where(now, [tree.positions[row[1]] for row in rows], -1)
        sex = np.where(now, ["km".index(row[2]) for row in rows], -1)
        person = np.array([row[0] for row in rows])
        population = Population(person, {"2025": unit}, {"sex": sex}, 1 + np.arange(len(rows)))
        subject = subject_of(
            population, np.where(now, [row[3] for row in rows], 0).tolist(), disclosure=self.disclosure
        )
        return subject, Lattice((tree,), {"sex": ("k", "m")}, (), range(2025, 2026)), at

    def asked(self, rows, parents=PARENTS):
        """Return what is asked when the staff is this, and the lattice."""
        subject, lattice, at = self._laid([*self.rows, rows], parents)
        told = [Told(shown, plan.known, plan.hidden, tuple(plan.lattice.trees)) for plan, shown in self.plans]
        return Again(Out.of(told, at[:-1]), subject, at[-1]), lattice

    def release(self, rows, parents=PARENTS):
        """Publish again, and return the plan, or None while it waits."""
        again, lattice = self.asked(rows, parents)
        plan = plan_again(again, lattice, SETTINGS)
        if plan is not None:
            at = np.full(len(again.subject.population), -1)
            at[again.now] = np.arange(len(rows))
            own = [
                replace(cell, columns=np.sort(at[cell.columns])) for cell in (*plan.shown, *plan.hidden, *plan.known)
            ]
            shown, hidden = own[: len(plan.shown)], own[len(plan.shown) :][: len(plan.hidden)]
            known = own[len(plan.shown) + len(plan.hidden) :]
            self.rows.append(rows)
            kept = replace(plan, shown=tuple(shown), hidden=tuple(hidden), known=tuple(known))
            self.plans.append((kept, kept.shown))
        return plan


def with_values(changed, by=50, rows=STAFF):
    return [(*row[:3], row[3] + by) if row[0] in changed else row for row in rows]


@pytest.mark.parametrize("changed", [[3], [3, 4, 15, 16]])
def test_a_correction_about_a_few_people_waits_and_is_shown_when_enough_have_changed(changed):
    chain = Chain(STAFF)
    assert chain.release(with_values(changed)) is None
    plan = chain.release(with_values([*changed, 0, 1, 7, 8, 14]))
    assert Place("2025", "K") in plan.places


def test_where_few_of_many_changes_lie_the_old_figure_stands():
    chain = Chain(STAFF)
    plan = chain.release(with_values([0, 1, 2, 7, 8, 9, 3]))
    assert Place("2025", "K") in plan.places
    assert {plan.holes[Place("2025", unit)] for unit in "ab"} == {Hole.WAITS}


@pytest.mark.parametrize("disclosure", [Disclosure.PROTECTED_FLOW, Disclosure.PROTECTED_STOCK])
def test_a_figure_of_whom_few_changed_stands_whatever_protects_it(disclosure):
    plan = Chain(STAFF, disclosure).release(with_values([0, 1, 2, 7, 8, 9, 14, 15, 3]))
    assert Place("2025", "K") in plan.places
    assert (Place("2025", "a") in plan.places) == (disclosure is Disclosure.PROTECTED_STOCK)  # else "b" would follow
    assert plan.holes[Place("2025", "b")] is Hole.WAITS


def test_who_is_as_before_keeps_the_figure_to_the_digit():
    chain = Chain(STAFF)
    before = publish(chain.plans[0][0], SECRET, 50.0)
    after = publish(chain.release(with_values([0, 1, 2, 7, 8, 9])), SECRET, 50.0)
    first, second = ({one.place: figure.total for one, figure in told.figures.items()} for told in (before, after))
    assert first[Place("2025", "b")] == second[Place("2025", "b")]
    assert first[Place("2025", "a")] != second[Place("2025", "a")]


def test_the_same_people_in_a_new_organisation_are_told_beside_the_old():
    chain = Chain(STAFF)
    plan = chain.release(STAFF, MOVED)
    assert Place("2025", "a") in plan.places
    assert len(changed_people(plan.subject.population, *[np.arange(len(STAFF))] * 2)) == 0


def test_every_change_of_a_person_from_any_plan_to_any_other_is_protected():
    chain, ten = Chain(STAFF), set(range(10))
    assert chain.release(with_values(ten)) is not None
    again, lattice = chain.asked(with_values(ten, 90))
    own = set(np.flatnonzero(again.subject.population.person == 3).tolist())
    told = {tuple(zip(one.columns.tolist(), one.weights.tolist(), strict=True)) for one in changes(again)}
    mine = {one for one in told if {column for column, _ in one} <= own}
    assert sorted(len(one) for one in mine) == [1, 1, 1, 2, 2, 2]
    protected = plan_again(again, lattice, SETTINGS).before.protected
    assert len(protected) >= len(told)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_all_releases_together_give_nobody_and_no_change_away(data):
    chain, rows = Chain(STAFF), STAFF
    for number in range(data.draw(st.integers(1, 3))):
        people = data.draw(st.sets(st.integers(0, 39), max_size=14))
        units = data.draw(st.lists(st.sampled_from("abc"), min_size=40, max_size=40))
        moves = data.draw(st.sets(st.integers(0, 39), max_size=6))
        rows = with_values(people, 10 + number, rows)
        rows = [(row[0], units[row[0]], *row[2:]) if row[0] in moves else row for row in rows]
        again, lattice = chain.asked(rows, data.draw(st.sampled_from([PARENTS, MOVED])))
        try:
            chain.release(rows, lattice.trees[0].parents)
        except Unsafe:
            return
    again, _lattice = chain.asked(rows)
    population, out = again.subject.population, again.out
    assert not recover(population, out.shown, out.hidden)
    assert not small_differences(population, out.trees, out.shown, (), SETTINGS.least)
    basis = row_space(population, out.shown)
    for change in changes(again):
        dense = change.dense(len(population))
        assert dense @ dense - ((basis @ dense) ** 2).sum() > 1e-6
