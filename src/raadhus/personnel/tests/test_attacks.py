"""The attacks catch what is known to leak, and nothing is published when one succeeds."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.disclosure import gate
from raadhus.personnel.rules.disclosure.attacks import controls
from raadhus.personnel.rules.disclosure.attacks.estimates import Estimate, TooLittleNoise, enough_noise
from raadhus.personnel.rules.disclosure.attacks.intervals import Bounds, NoSolution, intervals, narrow_share, sample
from raadhus.personnel.rules.disclosure.attacks.months import Month, stack
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import Cell, cells_of
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.small_people import people, question, sick_days, small

SECRET = Secret(b"a secret of the tests, 32 bytes.")
COMMON = gate.Common(0, 31_00, 1_00)


def cell(*columns: int) -> Cell:
    return Cell(Place("2025", "-".join(map(str, columns))), np.array(columns), len(columns))


def flat(size: int):
    return people("a" * size, "k" * size)[0]


def test_every_control_is_caught():
    assert {control.name for control in controls.run_controls() if control.caught} == set(controls.CONTROLS)


def test_a_value_is_found_however_many_figures_it_takes():
    shown = [
        cell(0, 1, 2),
        cell(1, 2, 3),
        cell(3, 4),
        cell(
            4,
        ),
    ]
    assert recover(flat(5), shown, [cell(0), cell(1, 2), cell(1)]).persons == (0, 3, 4)
    assert [place.unit for place in recover(flat(5), shown, [cell(0), cell(1, 2), cell(1)]).hidden] == ["0", "1-2"]


def test_a_person_is_found_as_a_whole_and_by_each_employment():
    population = replace(flat(4), person=np.array([0, 0, 1, 2]))
    assert recover(population, [cell(0, 1)], ()).persons == (0,)
    assert recover(population, [cell(0)], ()).persons == (0,)
    assert recover(population, [cell(0, 2)], ()).persons == ()


def test_empty_cells_are_no_secret_and_no_figures_give_nothing_away():
    assert not recover(flat(3), [cell(0, 1, 2)], [cell()])
    assert not recover(flat(3), [], [cell(0)])


def test_an_old_and_a_new_organisation_together_are_one_attack():
    """A unit that loses one person keeps its name in both versions; either alone is safe."""
    before, after = cell(*range(8)), cell(*range(7))
    assert not recover(flat(16), [before], ())
    assert recover(flat(16), [before, after], ()).persons == (7,)


def test_months_laid_upon_each_other_give_the_one_who_came():
    old, new = flat(8), flat(9)
    months = [Month(old, np.arange(8), (cell(*range(8)),)), Month(new, np.arange(9), (cell(*range(9)),))]
    assert not recover(old, months[0].shown, ())
    stacked = stack(months)
    assert recover(stacked.population, stacked.shown, stacked.hidden).persons == (8,)


def test_noise_leaves_the_one_who_came_unknown():
    months = [Month(flat(size), np.arange(size), (cell(*range(size)),)) for size in (8, 9, 10, 11)]
    stacked = stack(months)
    estimate = Estimate(stacked.population, stacked.shown)
    assert estimate.unknown(0.0).least == 0.0
    assert estimate.unknown(1.0).least > 0.6
    assert estimate.unknown(0.2).least < 0.33 < estimate.unknown(enough_noise(estimate, 0.2, Settings())).least


def test_asking_twice_tells_nothing_more():
    population = flat(6)
    once, twice = (Estimate(population, [cell(*range(6))] * times).unknown(0.5).parts for times in (1, 2))
    assert np.allclose(once, twice)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1000), part=st.floats(0.05, 2))
def test_more_noise_leaves_more_unknown(seed, part):
    reference = small(seed, 60)
    asked = question(reference.population, reference.lattice)
    estimate = Estimate(reference.population, asked.candidates)
    assert estimate.unknown(part).least <= estimate.unknown(part * 2).least + 1e-9


def test_when_no_noise_is_enough_nothing_is_published():
    with pytest.raises(TooLittleNoise, match="Intet offentliggøres"):
        enough_noise(Estimate(flat(2), [cell(0)]), 0.2, Settings(least_unknown=1.1))


def test_bounds_narrow_what_sums_leave_open():
    """Three people with 90 of at most 31 days each: everybody has at least 28."""
    population = flat(3)
    found = intervals(population, [cell(0, 1, 2)], [90], Bounds(0, 31, 0), range(3))
    assert [(round(one.low, 6), round(one.high, 6)) for one in found] == [(28, 31)] * 3
    assert narrow_share(found, 4) == 1
    blurred = intervals(population, [cell(0, 1, 2)], [90], Bounds(0, 31, 9), range(3))
    assert narrow_share(blurred, 4) == 0
    with pytest.raises(NoSolution):
        intervals(population, [cell(0, 1, 2)], [99], Bounds(0, 31, 0), [0])
    assert sample(population, 2) == sample(population, 2)


def test_a_safe_plan_passes_the_gate_and_a_leak_stops_it():
    reference = small(people=300)
    plan = make_plan(sick_days(reference), reference.lattice, Settings())
    assert gate.release(plan, SECRET, common=COMMON).figures
    leaking = replace(
        plan, shown=tuple(one for one in cells_of(reference.population, reference.lattice) if one.persons >= 5)
    )
    with pytest.raises(Unsafe, match=r"T1: .* T2: "):
        gate.release(leaking, SECRET, common=COMMON)


def test_each_attack_is_in_the_gate():
    reference = small(people=200)
    plan = make_plan(sick_days(reference), reference.lattice, Settings(dominance_percent=0))
    assert {one.attack for one in gate.examine(plan, SECRET, 0.0, COMMON)} == {"T5", "T6"}
    unit = replace(plan, shown=(*plan.shown, cell(0, 1, 2, 3, 4), cell(1, 2, 3, 4)))
    assert {"T1", "T2"} <= {one.attack for one in gate.examine(unit, SECRET, gate.noise_for(plan), COMMON)}


def test_attacks_that_do_not_work_stop_everything(monkeypatch):
    monkeypatch.setitem(controls.CONTROLS, "threshold_only", lambda: False)
    reference = small(people=60)
    with pytest.raises(Unsafe, match="threshold_only"):
        gate.release(make_plan(sick_days(reference), reference.lattice, Settings()), SECRET)


def test_an_open_count_passes_the_gate():
    reference = small()
    ones = np.ones(len(reference.population), dtype=np.int64)
    plan = make_plan(
        sick_days(reference, disclosure=Disclosure.OPEN, values=ones, kind="count"), reference.lattice, Settings()
    )
    assert gate.noise_for(plan) == 0
    assert list(gate.examine(plan, SECRET, 0.0)) == []


def year_of_turnover(seed: int) -> list[Month]:
    """Return twelve months of a small municipality where each month a few leave and others come in their place."""
    reference, draw = small(seed, 120), np.random.default_rng(seed)
    spells, months = np.arange(120), []
    for month in range(12):
        cells = [
            one
            for one in cells_of(reference.population, reference.lattice)
            if not one.place.breakdown and one.persons >= 5
        ]
        months.append(Month(reference.population, spells.copy(), tuple(cells)))
        leaving = draw.random(120) < 0.015
        spells[leaving] = 1000 * (month + 1) + np.flatnonzero(leaving)
    return months


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_year_of_exact_stocks_is_caught_and_a_year_of_blurred_ones_holds(seed):
    months = year_of_turnover(seed)
    stacked = stack(months)
    assert small_differences(stacked.population, (), stacked.shown, (), 5)
    part = gate.stock_noise(months, Settings())
    assert 1 <= part < 2
    assert Estimate(stacked.population, stacked.shown).unknown(part).is_enough(Settings())
