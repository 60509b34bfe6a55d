"""The attacks catch what is known to leak, and nothing is published when one succeeds."""

from dataclasses import replace
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.rules.disclosure import gate
from raadhus.personnel.rules.disclosure.attacks import controls
from raadhus.personnel.rules.disclosure.attacks.compressed import Compressed
from raadhus.personnel.rules.disclosure.attacks.estimates import Estimate, TooLittleNoise, enough_noise
from raadhus.personnel.rules.disclosure.attacks.intervals import Bounding, Narrow, NoSolution, Told, sample
from raadhus.personnel.rules.disclosure.attacks.months import Month, stack
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.audit import Unsafe
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import Cell, cells_of
from raadhus.personnel.rules.disclosure.release import publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.small_people import people, question, sick_days, small

SECRET = Secret(b"a secret of the tests, 32 bytes.")


def common(plan):
    """Return what is known beforehand: nobody is away for more than 31 days, and a day is too narrow."""
    return gate.Common(np.full(len(plan.subject.population), 31_00), 1_00)


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


def bounding(population, cells, totals, slack):
    """Return the attack on sums of people who can have 31 at most."""
    return Bounding(Compressed(population, cells), Told(cells, totals, slack, np.full(len(population), 31)))


def test_bounds_narrow_what_sums_leave_open():
    """Three people with 90 of at most 31 days each: everybody has at least 28."""
    population, cells, days = flat(3), [cell(0, 1, 2)], np.array([30, 30, 30])
    exact = bounding(population, cells, [90], 0)
    assert [(round(one.low, 6), round(one.high, 6)) for one in exact.intervals(range(3))] == [(28, 31)] * 3
    assert exact.narrow(days, 4, range(3)) == Narrow(3, 3)
    assert bounding(population, cells, [90], 9).narrow(days, 4, range(3)) == Narrow(3, 0)
    with pytest.raises(NoSolution):
        list(bounding(population, cells, [99], 0).intervals([0]))
    assert sample(population, 2) == sample(population, 2)


def test_that_nobody_was_away_is_told_and_who_could_not_be_is_not_counted():
    population, cells = flat(7), [cell(0, 1, 2), cell(3, 4, 5, 6)]
    told = Told(cells, [0, 4], 0.5, np.array([31, 31, 31, 31, 31, 31, 0]))
    found = Bounding(Compressed(population, cells), told).narrow(np.array([0, 0, 0, 2, 2, 0, 0]), 1, range(7))
    assert found == Narrow(3, 0)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 1000), slack=st.sampled_from([0.51, 17.3, 90.7, 411.3]))
def test_people_laid_together_are_bounded_as_they_are_one_by_one(seed, slack):
    """The short way, by values near the true ones, finds as many as the programmes over everybody alone."""
    reference = small(seed, 40)
    days, columns = np.rint(reference.days * 100).astype(np.int64), range(40)
    cells = [one for one in cells_of(reference.population, reference.lattice) if one.persons >= 5]
    alone = [Cell(Place("2025", f"alone {one}"), np.array([one]), 1) for one in columns]
    told = Told(cells, [int(days[one.columns].sum()) for one in cells], slack, np.full(40, 2300))
    together, apart = (Bounding(Compressed(reference.population, cells, others), told) for others in ((), alone))
    bounds = [[(one.low, one.high) for one in way.intervals(columns)] for way in (together, apart)]
    assert np.allclose(*bounds, atol=1e-4)
    zero = np.isin(columns, np.concatenate([[], *(one.columns for one in cells if not days[one.columns].sum())]))
    narrow = sum(high - low < 100 and not none for (low, high), none in zip(bounds[1], zero, strict=True))
    assert together.narrow(days, 100, columns).narrow == narrow


def test_a_safe_plan_passes_the_gate_and_a_leak_stops_it():
    reference = small(people=200)
    plan = make_plan(sick_days(reference), reference.lattice, Settings())
    assert gate.release(plan, SECRET, common=common(plan)).figures
    leaking = replace(
        plan, shown=tuple(one for one in cells_of(reference.population, reference.lattice) if one.persons >= 5)
    )
    with pytest.raises(Unsafe, match=r"T1: .* T2: "):
        gate.release(leaking, SECRET, common=common(plan))


def succeeded(tried):
    return {one.attack for one in tried if one.sentence}


def test_each_attack_is_in_the_gate(monkeypatch):
    reference = small(people=200)
    limits = Settings(dominance_percent=0, bounded_sample=200)
    plan = make_plan(sick_days(reference), reference.lattice, limits)
    assert {one.attack for one in gate.examine(plan, SECRET, 0.0, common(plan))} == {"T1", "T2", "T5", "T6", "T7"}
    assert succeeded(gate.examine(plan, SECRET, 0.0, common(plan))) == {"T5"}
    enough = gate.Gate(plan).enough_noise() * plan.subject.spread
    unit = replace(plan, shown=(*plan.shown, cell(0, 1, 2, 3, 4), cell(1, 2, 3, 4)))
    assert {"T1", "T2", "T6"} <= succeeded(gate.examine(unit, SECRET, enough / 2, common(plan)))
    numbers = count()
    monkeypatch.setattr(gate, "publish", lambda *_: publish(plan, SECRET, enough, next(numbers)))
    assert succeeded(gate.examine(plan, SECRET, enough, common(plan))) == {"T7"}


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 1000))
def test_people_laid_together_give_what_they_give_one_by_one(seed):
    """The gate's attacks on groups of interchangeable people, beside the slow ones over everybody alone."""
    reference = small(seed, 60)
    asked = question(reference.population, reference.lattice)
    trees, population = reference.lattice.trees, reference.population
    attacked = Compressed(population, asked.candidates, asked.hidden)
    assert attacked.recover(asked.hidden) == recover(population, asked.candidates, asked.hidden)
    apart = small_differences(population, trees, asked.candidates, asked.hidden, 5)
    assert bool(attacked.small_differences(trees, asked.hidden, 5)) == bool(apart)
    alone = np.sort(Estimate(population, asked.candidates).unknown(0.4).parts)
    assert np.allclose(np.sort(attacked.unknown(0.4).parts), alone)


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
    assert gate.Gate(plan).enough_noise() == 0
    assert succeeded(gate.examine(plan, SECRET, 0.0)) == set()
