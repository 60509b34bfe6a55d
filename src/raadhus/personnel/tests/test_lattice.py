"""Only what stands in the closed lattice can be asked for."""

from dataclasses import replace

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import Address, Lattice, Place, Step, Term, Tree

TREE = Tree("2025", {"K": None, "K.b": "K", "K.a": "K", "K.a.1": "K.a"})
LATTICE = Lattice((TREE,), {Breakdown.GENDER: ("kvinde", "mand")}, ("sick_days",), range(2024, 2026))
ADDRESS = Address(Place("2025", "K.a", "gender", "mand"), Term(2025, Step.QUARTER, 2), "sick_days")


def test_a_branch_follows_right_after_its_unit():
    assert TREE.order == ("K", "K.a", "K.a.1", "K.b")
    assert [TREE.sizes[unit] for unit in TREE.order] == [4, 2, 1, 1]
    assert [TREE.depths[unit] for unit in TREE.order] == [0, 1, 2, 1]


def test_the_places_are_each_unit_whole_and_by_one_breakdown_at_a_time():
    places = list(LATTICE.places())
    assert len(places) == len(set(places)) == 4 * 3
    assert all(bool(place.breakdown) == bool(place.value) for place in places)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"measure": "pay"}, "Målet pay findes ikke"),
        ({"term": Term(2026, Step.YEAR)}, "ingen tal for 2026"),
        ({"place": Place("2019", "K")}, "Organisationen 2019 findes ikke"),
        ({"place": Place("2025", "K.z")}, "Enheden K.z findes ikke"),
        ({"place": Place("2025", "K", "gender", "andet")}, "opdeles ikke på gender = andet"),
        ({"place": Place("2025", "K", "shoe", "42")}, "opdeles ikke på shoe = 42"),
    ],
)
def test_outside_the_lattice_nothing_answers(change, sentence):
    LATTICE.require(ADDRESS)
    with pytest.raises(WrongInput, match=sentence):
        LATTICE.require(replace(ADDRESS, **change))


def test_half_a_breakdown_is_no_place():
    with pytest.raises(WrongInput, match="kræver en værdi"):
        Place("2025", "K", "gender")


@pytest.mark.parametrize(
    ("parents", "sentence"),
    [
        ({"K": None, "L": None}, "én øverste enhed; den har 2"),
        ({"K": None, "a": "x"}, "ligger under x"),
        ({"K": None, "a": "b", "b": "a"}, "går i ring"),
    ],
)
def test_an_organisation_is_one_tree(parents, sentence):
    with pytest.raises(WrongInput, match=sentence):
        Tree("2025", parents)


def test_terms_know_their_months_and_their_order():
    second, year = Term(2025, Step.QUARTER, 2), Term(2025, Step.YEAR)
    assert [str(month) for month in second.months()] == ["2025-04", "2025-05", "2025-06"]
    assert second.overlaps(year)
    assert not second.overlaps(Term(2025, Step.MONTH, 7))
    assert [str(term) for term in sorted([year, second, Term(2025, Step.MONTH, 12)])] == ["2025-12", "2025K2", "2025"]
    with pytest.raises(WrongInput, match="5 er ikke et nummer"):
        Term(2025, Step.QUARTER, 5)
