"""The reference municipality of 1,500 invented people: what the rules show of it, and that they give nobody away."""

from hashlib import sha256
from statistics import median

import pytest

from raadhus.personnel.rules.disclosure.attacks.controls import LEAST_RECOVERED, recovered_by_threshold
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import audit
from raadhus.personnel.rules.disclosure.population import cells_of
from raadhus.personnel.rules.disclosure.reference import PEOPLE, municipality
from raadhus.personnel.tests.small_people import question


@pytest.fixture(scope="module")
def reference():
    return municipality()


def test_the_municipality_is_as_described(reference):
    tree = reference.lattice.trees[0]
    cells = cells_of(reference.population, reference.lattice)
    leaves = [cell.persons for cell in cells if not cell.place.breakdown and not tree.children[cell.place.unit]]
    assert [list(tree.depths.values()).count(depth) for depth in range(4)] == [1, 4, 20, 80]
    assert len(cells) == 105 * (1 + 2 + 5 + 12 + 2)
    assert sum(leaves) == len(reference.population) == PEOPLE
    assert 13 <= median(leaves) <= 15
    assert sum(cell.persons > 0 for cell in cells) == FILLED


FILLED = 1518


def test_a_seed_gives_the_same_people_for_ever(reference):
    told = b"".join(
        one.tobytes() for one in (*reference.population.unit.values(), *reference.population.codes.values())
    )
    assert sha256(told).hexdigest()[:16] == FROZEN


FROZEN = "c4fd3fb755522d6e"


def test_at_least_41_percent_are_shown_and_nobody_is_given_away(reference):
    population, trees = reference.population, reference.lattice.trees
    asked = question(population, reference.lattice)
    verdict = audit(asked)
    assert len(verdict.shown) / FILLED >= 0.41
    assert not recover(population, verdict.shown, asked.hidden)
    assert not small_differences(population, trees, verdict.shown, verdict.refused, 5)


def test_a_threshold_alone_gives_people_away(reference):
    assert recovered_by_threshold(reference) >= LEAST_RECOVERED
