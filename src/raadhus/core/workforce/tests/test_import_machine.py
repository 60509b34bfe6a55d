"""Any sequence of files: what is known is what the latest file that told of each key said, at every moment of the past too."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.cast import NOW

from raadhus.core.workforce.models import AbsenceVersion
from raadhus.core.workforce.rules.runs import RunState
from raadhus.core.workforce.tests.payroll import give, later, source

HEADING = "employment;absence;first;last;code\n"
FIRST = date(2024, 1, 1)
ROW = st.tuples(st.sampled_from("ab"), st.sampled_from("123"), st.integers(0, 40), st.none() | st.integers(-1, 12))
FILE = st.lists(ROW, min_size=1, max_size=5)


def days(row):
    _employment, _number, start, length = row
    first = FIRST + timedelta(days=start)
    return first, None if length is None else first + timedelta(days=length)


def is_sound(rows):
    """Return True when no key is told twice, nothing ends before it begins, and no days of one employment overlap."""
    spans = sorted((row[0], days(row)[0], days(row)[1] or date.max) for row in rows)
    apart = all(one[0] != after[0] or one[2] < after[1] for one, after in pairwise(spans))
    return apart and len({row[:2] for row in rows}) == len(rows) and all(one[2] >= one[1] for one in spans)


class Payroll(RuleBasedStateMachine):
    """Files of two employments, some of them wrong, given to a source that may or may not be complete; beside it a plain dictionary."""

    @initialize(is_complete=st.booleans())
    def begin(self, is_complete):
        AbsenceVersion.objects.all().delete()
        self.number, self.is_complete = 0, is_complete
        self.source = source(NOW, key=f"k{id(self)}", is_complete=is_complete)
        self.known, self.moments = {}, []

    @rule(rows=FILE)
    def give(self, rows):
        told = {row[:2]: days(row) for row in rows}
        after = told if self.is_complete else self.known | told
        sound = is_sound(rows) and is_sound(
            [(*key, (first - FIRST).days, length(first, last)) for key, (first, last) in after.items()]
        )
        lines = (";".join((*row[:2], f"{days(row)[0]}", f"{days(row)[1] or ''}", "sickness")) for row in rows)
        self.number += 1
        run = give(self.source, HEADING + "\n".join(lines) + "\n", later(NOW, self.number))
        state = RunState.REFUSED if not sound else RunState.NOTHING_NEW if after == self.known else RunState.DONE
        assert run.state == state, run.problems
        self.known = after if sound else self.known
        self.moments.append((run.pk, dict(self.known)))

    @invariant()
    def every_moment_is_as_it_was_known(self):
        for run, known in getattr(self, "moments", []):
            place = {key: number for number, (key, _known) in enumerate(self.moments)}
            versions = [
                one
                for one in AbsenceVersion.objects.filter(source=self.source)
                if place[one.known_from_id] <= place[run] and place.get(one.known_until_id, len(place)) > place[run]
            ]
            assert {tuple(one.key.split("|")): (one.first_date, one.last_date) for one in versions} == known
            assert len(versions) == len(known)


def length(first, last):
    return None if last is None else (last - first).days


@pytest.mark.django_db
def test_no_sequence_of_files_loses_what_we_knew_when():
    run_state_machine_as_test(
        Payroll,
        settings=settings(
            max_examples=40, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
