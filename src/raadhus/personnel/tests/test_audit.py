"""Nothing that is protected can be computed from what the audit lets out."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import Unsafe, audit
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.population import Cell, by_branch
from raadhus.personnel.rules.disclosure.span import Vector
from raadhus.personnel.tests.small_people import names, people, question, reorganised, small


def test_one_man_is_not_the_unit_less_its_women():
    population, lattice = people("a" * 9 + "b" * 12, "k" * 8 + "m" + "k" * 6 + "m" * 6)
    verdict = audit(question(population, lattice))
    assert "a" in names(verdict.shown)
    assert "a k" in names(verdict.refused)
    assert not {"b k", "b m"} & names(verdict.shown)  # with the whole's women they would give a's away


def test_a_small_unit_is_not_the_whole_less_the_others():
    population, lattice = people("a" * 10 + "b" * 10 + "c" * 3, "k" * 23)
    shown = names(audit(question(population, lattice)).shown)
    assert "K" in shown
    assert not {"a", "b"} <= shown


def test_two_small_units_together_are_no_rest_either():
    population, lattice = people("a" * 10 + "b" * 10 + "c" * 2 + "d" * 2, "k" * 24)
    shown = names(audit(question(population, lattice)).shown)
    assert not {"a", "b"} <= shown


def test_what_everybody_may_see_is_shown():
    population, lattice = people("a" * 10 + "b" * 10, "kkkkkmmmmm" * 2)
    verdict = audit(question(population, lattice))
    assert not verdict.refused
    assert len(verdict.shown) == 3 * 3


def test_empty_units_do_not_poison_the_audit():
    parents = {"K": None, "a": "K", "b": "K", "empty": "K"}
    population, lattice = people("a" * 10 + "b" * 10, "kkkkkmmmmm" * 2, parents=parents)
    verdict = audit(question(population, lattice))
    assert len(verdict.shown) == 3 * 3
    assert not verdict.refused


def test_two_employments_are_one_person():
    units, several = "a" * 6 + "b" * 6, [0, 1, 2, 3, 4, 0, *range(5, 11)]
    population, lattice = people(units, "k" * 12, person=several)
    cells = {cell.place: cell for cell in question(population, lattice).candidates}
    assert cells[Place("2025", "a")].persons == 5


def test_a_person_is_protected_as_a_whole():
    """The person's two contributions stand in two cells that differ from others by nobody else."""
    population, lattice = people("a" * 7 + "b" * 7, "k" * 14, person=[*range(6), 12, *range(6, 12), 12])
    everything = np.arange(14)
    others = Cell(Place("2025", "x"), everything[population.person != 12], 12)
    asked = replace(
        question(population, lattice), candidates=[Cell(Place("2025", "K"), everything, 13), others], least=1
    )
    assert audit(asked).refused == (others,)


def test_what_is_out_already_is_never_taken_back():
    population, lattice = people("a" * 9 + "b" * 12, "k" * 8 + "m" + "k" * 12)
    plain = question(population, lattice)
    women = next(cell for cell in plain.candidates if names([cell]) == {"a k"})
    verdict = audit(replace(plain, given=[women]))
    assert "a" in names(verdict.refused)


def test_an_unsafe_past_stops_everything():
    population, lattice = people("a" * 9 + "b" * 12, "k" * 8 + "m" + "k" * 12)
    plain = question(population, lattice)
    with pytest.raises(Unsafe, match="allerede er offentliggjort"):
        audit(replace(plain, given=plain.candidates))


def test_further_sums_are_protected():
    population, lattice = people("a" * 10 + "b" * 10, "k" * 20)
    secret = Vector.of(np.arange(10))
    assert "a" in names(audit(replace(question(population, lattice), protected=[secret])).refused)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), least=st.integers(3, 8), head_count=st.integers(20, 120))
def test_nothing_protected_lies_in_the_span(seed, least, head_count):
    reference = small(seed, head_count)
    asked = question(reference.population, reference.lattice, least)
    verdict = audit(asked)
    assert not recover(reference.population, verdict.shown, asked.hidden)
    found = small_differences(reference.population, reference.lattice.trees, verdict.shown, verdict.refused, least)
    assert not found
    assert len(verdict.shown) + len(verdict.refused) == len(asked.candidates)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_a_stricter_limit_stays_safe_for_everybody_a_looser_one_protects(seed):
    """What is shown at 8 gives none of those away who are hidden at 3 or 5 either."""
    reference = small(seed, 100)
    shown = audit(question(reference.population, reference.lattice, 8)).shown
    for least in (3, 5):
        assert not recover(reference.population, shown, question(reference.population, reference.lattice, least).hidden)


def test_the_same_question_has_the_same_answer():
    reference = small()
    one, two = (audit(question(reference.population, reference.lattice)) for _ in range(2))
    assert [cell.place for cell in one.shown] == [cell.place for cell in two.shown]


@pytest.mark.parametrize("least", [5, 10])
def test_the_threshold_alone_is_caught(least):
    reference = small(people=300)
    asked = question(reference.population, reference.lattice, least)
    assert recover(reference.population, asked.candidates, asked.hidden)
    assert small_differences(reference.population, reference.lattice.trees, asked.candidates, (), least)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_organisation_as_it_was_and_as_it_is_are_safe_together(seed):
    reference = reorganised(seed)
    asked = question(reference.population, reference.lattice)
    verdict = audit(asked)
    assert {cell.place.version for cell in verdict.shown} == {"2025", "2026"}
    assert not recover(reference.population, verdict.shown, asked.hidden)
    assert not small_differences(reference.population, reference.lattice.trees, verdict.shown, verdict.refused, 5)


def test_two_organisations_each_safe_alone_are_caught_together():
    reference = reorganised(people=300)
    population, trees = reference.population, reference.lattice.trees
    shown = [audit(question(population, replace(reference.lattice, trees=(tree,)))).shown for tree in trees]
    assert not any(recover(population, one, ()) for one in shown)
    assert small_differences(population, trees, [*shown[0], *shown[1]], (), 5)


def test_benchmarks_and_publications_are_cells_too():
    """A figure of the whole less one unit, as a benchmark gives it, and the whole together give the unit."""
    population, lattice = people("a" * 10 + "b" * 3, "k" * 13)
    outside = Cell(Place("KRL", "K uden b"), np.arange(10), 10)
    plain = question(population, lattice)
    verdict = audit(replace(plain, given=[outside]))
    assert "K" in names(verdict.refused)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), cuts=st.sets(st.integers(1, 79), max_size=4))
def test_cutting_the_columns_into_blocks_changes_nothing(seed, cuts):
    reference = small(seed, 80)
    whole = question(reference.population, reference.lattice)
    blocks = replace(whole, population=replace(reference.population, ends=(*sorted(cuts), 80)))
    one, two = audit(whole), audit(blocks)
    assert [cell.place for cell in one.shown] == [cell.place for cell in two.shown]
    assert one.rank == two.rank


def test_months_and_the_quarter_of_them_are_one_question():
    """Three months of one unit are blocks; the other unit has the quarter only. The whole by month gives nothing more away."""
    months, people_of_unit = 3, {"a": 8, "b": 6}
    size = sum(people_of_unit.values())
    population, lattice = people(("a" * 8 + "b" * 6) * months, "k" * size * months, person=list(range(size)) * months)
    population = replace(population, ends=tuple(size * (month + 1) for month in range(months)))
    month_cells = [
        Cell(Place(f"2025-{month}", unit), np.arange(start, end) + size * month, end - start)
        for month in range(months)
        for unit, start, end in (("K", 0, 14), ("a", 0, 8))
    ]
    quarter = Cell(Place("2025", "b"), np.flatnonzero(population.unit["2025"] == 2), 6)
    asked = replace(question(population, lattice), candidates=[*month_cells, quarter], hidden=())
    verdict = audit(asked)
    assert not verdict.refused
    assert verdict.rank == 6  # the quarter of b is the months of the whole less those of a


def test_branches_follow_each_other():
    population, lattice = people("abcabc", "kkkkkk", parents={"K": None, "a": "K", "b": "K", "c": "b"})
    order, ends = by_branch(lattice.trees[0], population.unit["2025"])
    assert ["abcabc"[column] for column in order] == ["a", "a", "b", "b", "c", "c"]
    assert ends == (2, 6)
