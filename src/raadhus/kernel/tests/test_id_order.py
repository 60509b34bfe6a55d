"""Rows that are written together are read in the order they were written: an identifier is greater than those before it."""

import time
from itertools import pairwise

import pytest

from raadhus.kernel.ids import new_id


def test_an_identifier_is_greater_than_the_one_before_it():
    made = [new_id() for _number in range(5000)]
    assert all(one < other for one, other in pairwise(made))
    assert {(one.version, one.variant) for one in made} == {(7, "specified in RFC 4122")}


@pytest.mark.parametrize("told", [0, -3_600_000_000_000], ids=["one millisecond", "the clock is set back"])
def test_also_when_the_clock_does_not_go_on(told, monkeypatch):
    before, moment = new_id(), time.time_ns() + told
    monkeypatch.setattr(time, "time_ns", lambda: moment)
    made = [before, *(new_id() for _number in range(5000))]
    assert all(one < other for one, other in pairwise(made))


def test_an_identifier_begins_with_its_moment_and_goes_on_by_chance(monkeypatch):
    moment = time.time_ns() + 86_400_000_000_000
    monkeypatch.setattr("raadhus.kernel.ids._next", type(new_id.__globals__["_next"])())
    monkeypatch.setattr(time, "time_ns", lambda: moment)
    one, other, third = new_id(), new_id(), new_id()
    assert one.int >> 80 == moment // 1_000_000
    assert other.int - one.int != third.int - other.int
