"""T5 where figures are out already: a correction is blurred until nobody is bounded by old and new together, or it waits."""

from dataclasses import replace

import numpy as np
import pytest

from raadhus.personnel.rules.disclosure.attacks.estimates import TooLittleNoise
from raadhus.personnel.rules.disclosure.bounded_again import BoundsAgain
from raadhus.personnel.rules.disclosure.gate import Common
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.tests.small_people import people, subject_of

SECRET = Secret(b"a secret of the tests, 32 bytes.")
MOST, DAY = 30, 3


def away_all_the_time(old, *, fresh=True):
    """Ten people who were away all the month as it was told, in this noise, and as it is told now: each is two columns."""
    population, lattice = people("a" * 20, "k" * 20, person=[*range(10), *range(10)])
    subject = subject_of(population, [MOST] * 20)
    plan = make_plan(subject, lattice, Settings(dominance_percent=0))
    unit = next(cell for cell in plan.shown if cell.place.unit == "a" and not cell.place.breakdown)
    was, now = (replace(unit, columns=np.arange(10) + start, persons=10) for start in (0, 10))
    common = Common(np.full(20, MOST), DAY)
    return BoundsAgain(plan, {old: [was]}, [now] if fresh else [], SECRET, common)


def test_a_correction_in_too_little_noise_is_caught_and_blurred_more():
    bounds = away_all_the_time(50.0)
    assert bounds.found(0.4).narrow == 10
    enough = bounds.enough(0.4)
    assert enough > 0.4
    assert bounds.found(enough).narrow == 0


def test_a_correction_in_enough_noise_keeps_it():
    assert away_all_the_time(50.0).enough(50.0) == 50.0


def test_where_what_is_out_tells_too_much_a_correction_waits():
    with pytest.raises(TooLittleNoise):
        away_all_the_time(0.1).enough(50.0)


def test_where_nothing_is_new_nothing_is_asked():
    assert away_all_the_time(0.1, fresh=False).enough(7.0) == 7.0


def test_what_is_out_is_drawn_again_to_the_digit():
    """Told by another noise the same people would have another figure, and the attack would be on one that nobody has seen."""
    first, again = away_all_the_time(9.0), away_all_the_time(9.0)
    assert first._totals == again._totals != away_all_the_time(12.0)._totals
