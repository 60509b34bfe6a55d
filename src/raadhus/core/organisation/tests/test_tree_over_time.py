"""The tree under any sequence of changes, against a calendar that simply writes down every day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from raadhus.core.organisation.rules.tree import (
    CannotChange,
    NoSuchUnit,
    Unit,
    ancestors,
    as_of,
    begin,
    below,
    close,
    problems,
    reparent,
    require_sound,
    revise,
)
from raadhus.kernel.periods import Period

FIRST = date(2026, 1, 1)
# Changes fall on the first six days and last at most four, so that the calendar sees every day that can differ.
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
KEYS = ["a", "b", "c"]
days, keys = st.sampled_from(DAYS[:6]), st.sampled_from(KEYS)
names = st.tuples(st.sampled_from(["", "S", "s", "T", "U"]), st.sampled_from("xy"))


class Calendar(RuleBasedStateMachine):
    """`histories` is what the rules make; `diary` holds (short name, name, parent) of every unit on every day."""

    def __init__(self):
        super().__init__()
        self.histories = {}
        self.diary = {}

    def change(self, since, histories, diary):
        """Take a change over when every day stays sound, and agree with the diary about whether it does."""
        merged, written = {**self.histories, **histories}, {**self.diary, **diary}
        try:
            require_sound([version for history in merged.values() for version in history], since)
        except CannotChange:
            assert not all(sound(written, day) for day in DAYS)
            return
        assert all(sound(written, day) for day in DAYS)
        self.histories = merged
        self.diary = {place: what for place, what in written.items() if what is not None}

    @rule(key=keys, parent=st.none() | keys, start=days, length=st.none() | st.integers(1, 4), names=names)
    def create(self, key, parent, start, length, names):
        period = Period(start, start + timedelta(days=length) if length else None)
        unit = Unit(key, *names, parent, period)
        try:
            history = begin(unit, self.histories.get(key, ()))
        except CannotChange:
            assert any((key, day) in self.diary for day in DAYS if day in period)
            return
        self.change(start, {key: history}, {(key, day): facts(unit) for day in DAYS if day in period})

    @rule(key=keys, on=days, name=st.sampled_from("xy"))
    def rename(self, key, on, name):
        self.revise(key, on, "name", 1, name)

    @rule(key=keys, on=days, parent=st.none() | keys)
    def move(self, key, on, parent):
        self.revise(key, on, "parent_key", 2, parent)

    def revise(self, key, on, field, place, value):
        if (key, on) not in self.diary:
            with pytest.raises(NoSuchUnit):
                revise(self.histories.get(key, ()), on, field, value)
            return
        before, written = self.diary[key, on][place], {}
        for day in DAYS[DAYS.index(on) :]:
            known = self.diary.get((key, day))
            if known is None or known[place] != before:
                break
            written[key, day] = (*known[:place], value, *known[place + 1 :])
        self.change(on, {key: revise(self.histories[key], on, field, value)}, written)

    @rule(key=keys, on=days, heir=st.none() | keys)
    def close(self, key, on, heir):
        if (key, on) not in self.diary or (key, on - timedelta(days=1)) not in self.diary:
            return
        histories = {
            other: reparent(history, on, old=key, new=heir) for other, history in self.histories.items() if other != key
        }
        written = {(key, day): None for day in DAYS if day >= on}
        for (other, day), known in self.diary.items():
            if day >= on and known[2] == key and other != key:
                written[other, day] = (*known[:2], heir)
        self.change(on, {**histories, key: close(self.histories[key], on)}, written)

    @invariant()
    def every_day_is_what_the_diary_says(self):
        versions = [version for history in self.histories.values() for version in history]
        for day in DAYS:
            told = {key: facts(unit) for key, unit in as_of(versions, day).items()}
            assert told == {key: what for (key, when), what in self.diary.items() if when == day}

    @invariant()
    def no_day_has_a_cycle_and_no_neighbours_say_the_same(self):
        versions = [version for history in self.histories.values() for version in history]
        assert list(problems(versions, FIRST)) == []
        for day in DAYS:
            tree = as_of(versions, day)
            assert all(key not in {above.key for above in ancestors(tree, key)} for key in tree)
            parents = {key: unit.parent_key for key, unit in tree.items()}
            for root in KEYS:
                under = {key for key in tree if root in {above.key for above in ancestors(tree, key)}}
                assert below(parents, [root]) == {root, *under}
        for history in self.histories.values():
            for earlier, later in pairwise(history):
                assert earlier.period.end is not None
                assert earlier.period.end <= later.period.start
                assert earlier.period.end < later.period.start or replace(later, period=earlier.period) != earlier


def facts(unit):
    return (unit.short_name, unit.name, unit.parent_key)


def sound(diary, day):
    """The slow way: every unit walks to the top, and no short name stands twice."""
    units = {key: what for (key, when), what in diary.items() if when == day and what is not None}
    for key in units:
        seen, current = set(), key
        while current is not None:
            if current in seen or current not in units:
                return False
            seen.add(current)
            current = units[current][2]
    names = [what[0].casefold() for what in units.values() if what[0]]
    return len(names) == len(set(names))


TestCalendar = Calendar.TestCase
TestCalendar.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
