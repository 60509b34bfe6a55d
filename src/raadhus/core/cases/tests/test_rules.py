import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from raadhus.core.cases.rules.numbers import (
    NotACaseNumber,
    NotAKleNumber,
    checked_case_number,
    checked_kle_number,
)
from raadhus.core.cases.rules.proposals import (
    STEPS,
    CannotStep,
    Chart,
    Content,
    FrozenTable,
    NotAProposal,
    State,
    Step,
    content_hash,
    frozen,
    next_state,
    thawed,
)

FORMAT = {"pattern": r"\d{2}/\d{1,6}", "example": "25/4979"}


@pytest.mark.parametrize("number", ["25/4979", " 24/1 ", "14/110"])
def test_a_number_of_the_format_is_kept(number):
    assert checked_case_number(number, **FORMAT) == number.strip()


@pytest.mark.parametrize("number", ["", "2025/1", "25-4979", "25/", "25/1234567", "25/1\n26/2"])
def test_another_number_is_refused_with_an_example(number):
    with pytest.raises(NotACaseNumber, match="25/4979"):
        checked_case_number(number, **FORMAT)


def test_another_municipality_has_another_format():
    assert checked_case_number("SUD 133/2008", pattern=r"SUD \d+/\d{4}", example="SUD 1/2026") == "SUD 133/2008"


@pytest.mark.parametrize(("given", "kept"), [(None, ""), ("", ""), ("00.01.10", "00.01.10")])
def test_a_kle_number_may_be_missing(given, kept):
    assert checked_kle_number(given) == kept


@pytest.mark.parametrize("number", ["1.2.3", "00.01", "00.01.10.1", "aa.bb.cc"])
def test_another_kle_number_is_refused(number):
    with pytest.raises(NotAKleNumber):
        checked_kle_number(number)


CELLS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(max_size=10)
    | st.floats(allow_nan=False, allow_infinity=False)
)
TABLES = st.lists(st.tuples(CELLS, CELLS), max_size=5).map(lambda rows: FrozenTable("t", ("a", "b"), tuple(rows)))
CONTENTS = st.builds(
    lambda text, table: Content(({"type": "paragraph", "text": text},), (), (table,)), st.text(max_size=50), TABLES
)


@given(CONTENTS)
def test_what_is_frozen_comes_back_as_it_was(content):
    assert thawed(frozen(content)) == content


@given(CONTENTS, CONTENTS)
def test_different_contents_have_different_hashes(one, other):
    same = content_hash("t", frozen(one)) == content_hash("t", frozen(other))
    assert same == (str(frozen(one)) == str(frozen(other)))


@pytest.mark.parametrize(
    "content",
    [
        Content((), (), (FrozenTable("t", ("a", "b"), ((1,),)),)),
        Content((), (Chart("c", "", {}),)),
        Content((), (Chart("c", "alt", {"data": {"url": "https://udefra.example/x.csv"}}),)),
        Content((), (Chart("c", "alt", {"layer": [{"data": {"url": "x"}}]}),)),
        Content((), (), (FrozenTable("t", ("a",), ((math.nan,),)),)),
        Content(({"type": "paragraph", "text": "x" * 6_000_000},)),
    ],
)
def test_what_cannot_be_frozen_is_refused(content):
    with pytest.raises(NotAProposal):
        frozen(content)


@given(st.sampled_from(State), st.sampled_from(Step))
def test_a_step_leads_somewhere_exactly_from_where_it_may_be_taken(state, step):
    if state in STEPS[step][0]:
        assert next_state(state, step) is STEPS[step][1]
    else:
        with pytest.raises(CannotStep):
            next_state(state, step)


class Life(RuleBasedStateMachine):
    """Any sequence of steps: nothing is handed back undecided, nothing is decided that was not planned, and what is withdrawn stays so."""

    def __init__(self):
        super().__init__()
        self.past = [State.PROPOSED]

    @rule(step=st.sampled_from(Step))
    def take(self, step):
        if self.past[-1] in STEPS[step][0]:
            self.past.append(next_state(self.past[-1], step))

    @invariant()
    def each_state_has_its_only_way_in(self):
        pairs = set(zip(self.past, self.past[1:], strict=False))
        assert {before for before, after in pairs if after is State.HANDED_BACK} <= {State.DECIDED}
        again = {State.DECIDED, State.HANDED_BACK}
        assert {before for before, after in pairs if after is State.DECIDED} <= {State.PLANNED, *again}

    @invariant()
    def the_end_is_an_end(self):
        assert State.WITHDRAWN not in self.past[:-1]


TestLife = Life.TestCase
