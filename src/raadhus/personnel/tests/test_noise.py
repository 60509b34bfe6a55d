"""The same people in the same term get the same noise for ever, and nobody can draw it again without the secret."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.disclosure.attacks.keys import Observed, predictable
from raadhus.personnel.rules.disclosure.noise import Noise, Secret, record_key, unkeyed

SECRET = Secret(b"a secret of the tests, 32 bytes.")
NOISE = Noise(SECRET, "sick_days", 50.0, term="2025-03")
START = date(2025, 1, 1)


def test_the_noise_is_frozen_for_ever():
    """A change of these numbers would change every figure that is published: never change them, add a new measure version."""
    assert [NOISE.on(key, 12) for key in (1, 2, 10**12)] == FROZEN


FROZEN = [80, -10, -42]


@given(key=st.integers(0, 2**50), persons=st.integers(1, 5000))
def test_noise_is_whole_and_cut_off(key, persons):
    drawn = NOISE.on(key, persons)
    assert isinstance(drawn, int)
    assert abs(drawn) <= 150


def test_noise_has_the_spread_that_is_asked_for():
    assert 46 < stdev(NOISE.on(key, 12) for key in range(2000)) < 54


@pytest.mark.parametrize(
    "other",
    [
        replace(NOISE, measure="pay"),
        replace(NOISE, term="2025-04"),
        replace(NOISE, secret=Secret(b"another secret of tests 32 bytes")),
    ],
)
def test_noise_hangs_on_measure_term_and_secret(other):
    keys = range(1, 40)
    same = sum(NOISE.on(key, 12) == other.on(key, 12) for key in keys)
    assert same < 6
    assert sum(NOISE.on(key, 12) == NOISE.on(key, 13) for key in keys) < 6


def test_a_raise_gives_a_new_key():
    keys = {
        record_key(SECRET, employment="17", start=start, state=state)
        for start in (START, date(2025, 6, 1))
        for state in (
            (30_000_00, 3700, "K.1"),
            (31_000_00, 3700, "K.1"),
            (30_000_00, 3200, "K.1"),
            (30_000_00, 3700, "K.2"),
        )
    }
    assert len(keys) == 8
    assert all(0 <= key < 2**31 for key in keys)


def test_a_raise_does_not_stand_out_of_equal_noise():
    """With one key before and after, the noise of a unit would cancel and the difference would be the raise exactly."""
    others, before, after = (
        123_456_789,
        *(record_key(SECRET, employment="17", start=START, state=(pay,)) for pay in (300, 310)),
    )
    assert NOISE.on(others + before, 12) == NOISE.on(others + before, 12)
    assert NOISE.on(others + before, 12) != NOISE.on(others + after, 12)


def test_another_process_draws_the_same():
    code = (
        "from raadhus.personnel.rules.disclosure.noise import *\n"
        "n = Noise(Secret(b'a secret of the tests, 32 bytes.'), 'sick_days', 50.0, term='2025-03')\n"
        "print([n.on(key, 12) for key in range(50)])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert told.stdout.strip() == str([NOISE.on(key, 12) for key in range(50)])


def test_noise_without_a_secret_is_caught():
    def seen(draw):
        return [Observed("sick_days", key, 12, "2025-03", 1000 + draw(key), 1000) for key in range(1, 60)]

    assert predictable(seen(lambda key: round(unkeyed("sick_days", key, 12, 50.0, "2025-03"))), 50.0) == 1.0
    assert predictable(seen(lambda key: NOISE.on(key, 12)), 50.0) < 0.1
    assert predictable(seen(lambda _: 0), 0.0) == 1.0


def test_a_short_secret_is_refused_and_none_is_printed():
    with pytest.raises(WrongInput, match="mindst 32 bytes"):
        Secret(b"short")
    assert "tests" not in repr(SECRET)
