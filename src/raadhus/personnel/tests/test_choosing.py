"""What an address asks for: the same words come back, and every wrong one is a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.engines import cube
from raadhus.personnel.rules import choosing
from raadhus.personnel.rules.choosing import BREAKDOWN_WORDS, VERSION_WORDS, Choice, from_query
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.groups import ORDERED
from raadhus.personnel.rules.terms_in_words import first_month, in_short, in_words, last_month, year_before

YEARS = st.integers(1000, 9999)
TERMS = st.one_of(
    st.builds(lambda year: Term(year, Step.YEAR), YEARS),
    st.builds(lambda year, number: Term(year, Step.QUARTER, number), YEARS, st.integers(1, 4)),
    st.builds(lambda year, number: Term(year, Step.MONTH, number), YEARS, st.integers(1, 12)),
)


def parsed(query):
    from urllib.parse import parse_qsl  # noqa: PLC0415 - only here

    return from_query(dict(parse_qsl(query)))


@given(
    st.sampled_from(sorted(MEASURES)),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20),
    st.sampled_from(["", *BREAKDOWN_WORDS.values()]),
    TERMS,
    st.sampled_from(sorted(VERSION_WORDS.values())),
)
def test_a_choice_comes_back_from_its_address(measure, unit, breakdown, term, version):
    choice = Choice(measure, unit, breakdown, term.step, term, version)
    assert parsed(choice.to_query()) == choice


@pytest.mark.parametrize("step", list(Step))
def test_a_step_without_a_period_comes_back(step):
    choice = Choice(step=step)
    assert parsed(choice.to_query()) == choice


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"maal": "hemmeligt"}, "er ikke et mål"),
        ({"opdeling": "alder,koen"}, "opdeles ikke på »alder,koen«"),
        ({"periode": "2025-13"}, "er ikke en periode"),
        ({"periode": "2025-00"}, "er ikke en periode"),
        ({"periode": "2025K5"}, "er ikke en periode"),
        ({"periode": "٢٠٢٥"}, "er ikke en periode"),
        ({"periode": "2025-01:2025-03"}, "er ikke en periode"),
        ({"org": "engang"}, "vises ikke »engang«"),
        ({"enhed": "x" * 101}, "for lang"),
    ],
)
def test_a_wrong_word_is_a_sentence_and_never_long(query, told):
    with pytest.raises(WrongInput, match=told):
        from_query(query)
    with pytest.raises(WrongInput) as caught:
        from_query({name: value * 500 for name, value in query.items()})
    assert len(str(caught.value)) < 200


def test_every_measure_is_in_one_group():
    assert sorted(one.key for one in ORDERED) == sorted(MEASURES)


def test_the_versions_are_those_of_the_cube():
    assert (choosing.AS_WAS, choosing.AS_IS) == (cube.AS_WAS, cube.AS_IS)


@pytest.mark.parametrize(
    ("term", "words", "short", "months"),
    [
        (Term(2025, Step.YEAR), "2025", "2025", (24300, 24311)),
        (Term(2025, Step.QUARTER, 2), "2. kvartal 2025", "2. kv. 25", (24303, 24305)),
        (Term(2025, Step.MONTH, 11), "november 2025", "nov 25", (24310, 24310)),
    ],
)
def test_periods_in_words(term, words, short, months):
    assert (in_words(term), in_short(term)) == (words, short)
    assert (first_month(term), last_month(term)) == months
    assert year_before(term).year == 2024
