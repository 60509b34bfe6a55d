"""A place is shown on the finest grid that it is large enough for, and on one only."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from raadhus.personnel.rules.disclosure.explaining import grid_explanation
from raadhus.personnel.rules.disclosure.ladder import Grid, TriedTerm, complete_in, grid, may_begin
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.releasing import terms_of, terms_wanted

A, B, C, D = places = tuple(Place("was", unit) for unit in "abcd")
EVERY = frozenset(places)
LEAST = 5


def tried(*shown, is_out=False):
    return [TriedTerm(EVERY, frozenset(one), is_out) for one in shown]


def test_a_place_that_every_term_shows_is_on_the_step_and_another_leaves_it():
    assert grid(tried({A, B}, {A}, {A, B, C})) == Grid(frozenset({A}))


def test_a_place_that_is_out_stays_on_its_step_with_holes():
    found = grid([*tried({A, B}, is_out=True), *tried({A, C})])
    assert found == Grid(frozenset({A}), frozenset({B}))
    assert complete_in([*tried({A, B}), *tried({A, B, C})], found.places) == {A, B}


def test_a_place_that_came_later_is_judged_by_the_terms_it_is_there_in():
    before = TriedTerm(frozenset({A}), frozenset({A}))
    assert grid([before, *tried({A, B})]).whole == {A, B}


def test_what_is_on_a_shorter_step_is_on_no_longer_one():
    assert grid(tried({A, B}), finer=frozenset({A})).places == {B}


def test_what_was_moved_counts_as_begun():
    assert grid(tried({A, B}), moved=frozenset({A})) == Grid(frozenset({B}), frozenset({A}))


def test_a_year_that_is_out_has_no_months_or_quarters_afterwards():
    year, months = Term(2024, Step.YEAR), terms_of(2025, Step.MONTH)
    wanted = [*terms_of(2024, Step.MONTH), *terms_of(2024, Step.QUARTER), year, *months]
    assert may_begin(wanted, {year, months[0]}) == months[1:]
    assert may_begin([year], set(terms_of(2024, Step.MONTH))) == (year,)


def test_years_by_month_have_their_quarters_that_are_over():
    wanted = terms_wanted(2022, 2025 * 12 + 4, 0)
    assert [str(term) for term in wanted if term.step is Step.QUARTER] == [
        *map(str, terms_of(2024, Step.QUARTER)),
        "2025K1",
    ]
    assert Term(2023, Step.MONTH, 1) not in wanted


def test_a_term_off_the_grid_explains_itself():
    assert "pr. kvartal" in grid_explanation(Step.QUARTER)
    assert "pr. år" in grid_explanation(Step.YEAR)
    assert "kvartal eller år" in grid_explanation(None)


class Releases(RuleBasedStateMachine):
    """A year is released a few months at a time; each release tries every step with what is out, as the batch does."""

    def __init__(self):
        super().__init__()
        self.there = []
        self.out = {}

    @rule(months=st.lists(st.fixed_dictionaries({one: st.integers(3, 9) for one in places}), min_size=1, max_size=4))
    def release(self, months):
        self.there += months[: 12 - len(self.there)]
        finer = frozenset()
        for step in (Step.MONTH, Step.QUARTER):
            over = [term for term in terms_of(2025, step) if term.number * step.months <= len(self.there)]
            every = [TriedTerm(EVERY, self.out.get(term, self.enough(term) - finer), term in self.out) for term in over]
            found = grid(every, finer=finer)
            fresh = {term: one.shown & found.places for term, one in zip(over, every, strict=True)}
            self.out = {**fresh, **self.out}
            finer |= found.places
        if len(self.there) == 12:
            self.out.setdefault(Term(2025, Step.YEAR), self.enough(Term(2025, Step.YEAR)) - finer)

    def enough(self, term):
        """The places with enough people in a term: in a longer one there are some more."""
        parts = [self.there[month.number - 1] for month in term.months()]
        return frozenset(one for one in places if max(part[one] for part in parts) + len(parts) // 3 >= LEAST)

    @invariant()
    def no_place_is_on_two_grids(self):
        steps = {(place, term.step) for term, shown in self.out.items() for place in shown}
        assert len(steps) == len({place for place, _step in steps})

    @invariant()
    def a_place_that_every_month_shows_is_shown_by_month(self):
        always = [one for one in places if all(month[one] >= LEAST for month in self.there)]
        months = [shown for term, shown in self.out.items() if term.step is Step.MONTH]
        assert all(one in shown for one in always for shown in months)


TestReleases = Releases.TestCase
TestReleases.settings = settings(max_examples=25, stateful_step_count=8, deadline=None)
