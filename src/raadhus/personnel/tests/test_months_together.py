"""All months that are out laid upon each other (T3): no stock and no hidden count follows from how they change."""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.personnel.batch import running
from raadhus.personnel.batch.planning import TermResult
from raadhus.personnel.batch.stacking import over_all_months
from raadhus.personnel.rules.disclosure import gate
from raadhus.personnel.rules.disclosure.attacks.estimates import Estimate
from raadhus.personnel.rules.disclosure.attacks.months import Estimates, Month, stack
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.attacks.subtraction import small_differences
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret, stepped
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import by_branch, cells_of
from raadhus.personnel.rules.disclosure.primary import Kind
from raadhus.personnel.rules.disclosure.release import publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.small_people import people, small, subject_of

SECRET = Secret(b"a secret of the tests, 32 bytes.")


def year_of_turnover(seed, noise=1.0, size=120):
    """Return twelve months of a small municipality where each month a few leave, and others come in their place the month after."""
    reference, draw = small(seed, size), np.random.default_rng(seed)
    population, tree = reference.population, reference.lattice.trees[0]
    order, ends = by_branch(tree, population.unit[tree.version])
    branch = np.zeros(size, dtype=np.int64)
    branch[order] = np.searchsorted(ends, np.arange(size), side="right")
    cells = [one for one in cells_of(population, reference.lattice) if not one.place.breakdown and one.persons >= 5]
    spells, there, months = np.arange(size), np.full(size, fill_value=True), []
    for month in range(12):
        shown = tuple(replace(one, columns=one.columns[there[one.columns]]) for one in cells)
        months.append(Month(population, spells.copy(), shown, branch=branch, noise=noise))
        spells[~there] += 1000 * (month + 1)
        there = draw.random(size) >= 0.015
    return months


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_year_of_exact_stocks_is_caught_and_a_year_of_blurred_ones_holds(seed):
    stacked = stack(year_of_turnover(seed))
    assert small_differences(stacked.population, (), stacked.shown, (), 5)
    assert gate.over_months((), year_of_turnover(seed, 0.2), Settings()).sentence
    assert not gate.over_months((), year_of_turnover(seed, 1.8), Settings()).sentence


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 1000), noise=st.floats(0.2, 3))
def test_branch_by_branch_is_as_over_all_at_once(seed, noise):
    """The slow estimate over every employment alone says the same as groups within branches and what lies across them."""
    months = year_of_turnover(seed, noise, 60)[:5]
    stacked = stack(months)
    slow = Estimate(stacked.population, stacked.shown).unknown(noise).parts
    assert np.allclose(Estimates(months).unknown.parts, slow, atol=1e-6)


def test_noise_of_another_size_is_another_observation():
    months = year_of_turnover(1, 1.0)
    drawn = [replace(month, draw=frozenset({number})) for number, month in enumerate(months)]
    assert Estimates(drawn).unknown.least < Estimates(months).unknown.least


def test_what_is_out_cannot_be_taken_back_and_does_not_stop_what_follows():
    out, fresh = year_of_turnover(1, 0.2)[:11], year_of_turnover(1, 3.0)[11:]
    assert gate.over_months((), out, Settings()).sentence
    assert not gate.over_months(out, fresh, Settings()).sentence
    assert gate.over_months(year_of_turnover(1, 2.0)[:6], year_of_turnover(1, 0.01)[6:], Settings()).sentence


def test_populations_of_the_same_people_are_one_attack():
    months = [{("ordinary", None): month, ("monthly", None): month} for month in year_of_turnover(1, 2.0)]
    assert len(over_all_months((), months, Settings())) == 1
    assert over_all_months(months[:6], months[6:], Settings())[0].numbers["months"] == 12


def test_sizes_of_noise_are_of_a_fixed_row_and_each_has_its_own_draw():
    assert stepped(0) == 0
    assert {stepped(100 * 1.001**step) for step in range(90)} == {stepped(100), stepped(105), stepped(109.4)}
    assert all(size <= stepped(size) < 1.1001 * size for size in (0.3, 1.0, 1.1, 77.0, 1e6))
    population, lattice = people("a" * 30, "k" * 30)
    plan = make_plan(subject_of(population, [*range(30)], disclosure=Disclosure.PROTECTED_STOCK), lattice, Settings())
    one, other = (next(iter(publish(plan, SECRET, size).figures.values())).total - 435 for size in (1000.0, 1100.0))
    assert other != round(1.1 * one)


def counted(units, sexes, month):
    """Return the plan of the people of a month, by sex."""
    population, lattice = people(units, sexes, parents={"K": None, "a": "K", "b": "K"})
    ones = [1] * len(units)
    term = Term(2025 + month // 12, Step.MONTH, month % 12 + 1)
    subject = subject_of(population, ones, kind=Kind.COUNT, disclosure=Disclosure.OPEN, term=term)
    return make_plan(subject, lattice, Settings())


def two_months():
    """In December a unit has six men; in January one has left, and another came to the other unit: the women there are the same ones."""
    december = counted("a" * 16 + "b" * 40, "k" * 11 + "m" * 5 + "km" * 20, 11)
    january = counted("a" * 15 + "b" * 40, "k" * 11 + "m" * 4 + "km" * 20, 12)
    stays = np.delete(np.arange(56), 15)
    return (december, np.arange(56)), (january, stays)


def test_exact_counts_of_last_month_would_tell_a_hidden_one_of_this():
    """The old way: the women are hidden in January for the sake of four men, and are December's, which are out."""
    months = two_months()
    stacked = stack(
        [Month(plan.subject.population, own, (*plan.known, *plan.shown), plan.hidden) for plan, own in months]
    )
    refused = [replace(cell, columns=months[1][1][cell.columns]) for cell in months[1][0].refused]
    women = [cell for cell in refused if cell.place == Place("2025", "a", "sex", "k")]
    assert women
    alone = months[1][0]
    assert not recover(alone.subject.population, (*alone.known, *alone.shown), (*alone.hidden, *alone.refused))
    assert recover(stacked.population, stacked.shown, women).hidden


def test_blurred_counts_of_last_month_tell_none():
    """What is exact in any month is open; of all the rest nothing follows from it."""
    exact = []
    for plan, own in two_months():
        figures = publish(plan, SECRET, 1.1).figures
        told = {address.place: figure for address, figure in figures.items()}
        assert {place for place, figure in told.items() if not figure.blurred} == {cell.place for cell in plan.known}
        assert all(figure.total >= 5 for place, figure in told.items() if place.breakdown)
        exact.append(Month(plan.subject.population, own, plan.known, (*plan.hidden, *plan.refused)))
    stacked = stack(exact)
    assert not recover(stacked.population, stacked.shown, stacked.hidden).hidden


@pytest.fixture
def planned(monkeypatch):
    """The noise that months are planned with, where planning takes no time, and the answers of the attack over all months in turn."""
    noises, answers = [], []

    @contextmanager
    def planning(_work, _workers):
        yield lambda jobs: (
            noises.append(noise) or TermResult(term, words=defaultdict(dict)) for term, _known, noise in jobs
        )

    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(running, "_planned_by", planning)
    monkeypatch.setattr(running, "over_all_months", lambda *_: [answers.pop(0) if answers else BROKEN])
    return noises, answers


BROKEN = gate.TriedAttack("T3", {"least_unknown": 0.1, "months": 2}, "For lidt er ukendt.")
WORK = SimpleNamespace(rules=SimpleNamespace(limits=Settings()), moved=frozenset())


def test_new_months_take_more_noise_until_all_months_hold(planned):
    noises, answers = planned
    answers += [BROKEN, gate.TriedAttack("T3", {"least_unknown": 0.4, "months": 2})]
    plans = running.plan_terms(WORK, [Term(2025, Step.MONTH, 2)], {}, lambda *_: None)
    assert noises == [Fraction(3, 2), Fraction(9, 5)]
    assert plans.found == ()
    assert running.attacks_told(plans) == [{"attack": "T3", "times": 1, "months": 2, "least_unknown": 0.4}]


def test_when_no_noise_holds_over_all_months_nothing_is_published(planned):
    plans = running.plan_terms(WORK, [Term(2025, Step.MONTH, 2)], {}, lambda *_: None)
    assert plans.found == ("T3: For lidt er ukendt.",)
