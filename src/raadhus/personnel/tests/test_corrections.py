"""A release is never changed: a new one is safe beside the old, and corrections about a few people wait."""

from dataclasses import replace

import numpy as np
import pytest

from raadhus.personnel.rules.disclosure import gate
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.corrections import Correction, changed_people, plan_correction
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.disclosure.release import publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.tests.small_people import people, sick_days, small, subject_of

SECRET = Secret(b"a secret of the tests, 32 bytes.")
SETTINGS = Settings(dominance_percent=0)
UNITS = "a" * 12 + "b" * 12


def corrected(changed: list[int]):
    """Return (old plan, lattice, correction) where these columns were wrong."""
    population, lattice = people(UNITS, "k" * 24)
    old = make_plan(subject_of(population, [100] * 24), lattice, SETTINGS)
    same_as, keys = np.arange(24), population.keys.copy()
    same_as[changed] = -1
    keys[changed] += 1000
    values = [200 if column in changed else 100 for column in range(24)]
    return old, lattice, Correction(old, subject_of(replace(population, keys=keys), values), same_as)


@pytest.mark.parametrize("changed", [[3], [3, 4, 15, 16]])
def test_a_correction_about_a_few_people_waits(changed):
    _, lattice, correction = corrected(changed)
    assert len(changed_people(correction)) == len(changed)
    assert plan_correction(correction, lattice) is None


def test_where_few_of_many_changes_lie_the_old_figure_stands():
    old, lattice, correction = corrected([0, 1, 2, 3, 4, 5, 12])
    plan = plan_correction(correction, lattice)
    assert {one.place.unit for one in plan.shown} == {
        "K"
    }  # with the whole and "a" corrected, the one in "b" would follow
    assert {plan.holes[Place("2025", unit)] for unit in "ab"} == {Hole.WAITS}
    assert not recover(plan.subject.population, [*plan.before.given, *plan.shown], plan.hidden)
    assert {one.place.unit for one in old.shown} == {"K", "a", "b"}


def test_an_unchanged_cell_keeps_its_figure_to_the_digit():
    old, lattice, correction = corrected([0, 1, 2, 3, 4, 5])
    plan = plan_correction(correction, lattice)
    first, second = (publish(one, SECRET, 50.0, number) for number, one in ((1, old), (2, plan)))
    totals = [{address.place.unit: figure.total for address, figure in one.figures.items()} for one in (first, second)]
    assert totals[0]["b"] == totals[1]["b"]
    assert totals[0]["a"] != totals[1]["a"]
    assert first.fingerprint != second.fingerprint


def test_no_correction_gives_the_same_figures():
    old, lattice, correction = corrected([])
    assert {one.place for one in plan_correction(correction, lattice).shown} == old.places


def test_a_correction_of_a_municipality_passes_the_gate():
    reference = small(people=200)
    old = make_plan(sick_days(reference), reference.lattice, SETTINGS)
    same_as = np.arange(200)
    same_as[::6] = -1
    values = old.subject.values + np.where(same_as < 0, 300, 0)
    plan = plan_correction(Correction(old, replace(old.subject, values=values), same_as), reference.lattice)
    assert plan.shown
    assert not [one for one in gate.Gate(plan).exact() if one.sentence]
