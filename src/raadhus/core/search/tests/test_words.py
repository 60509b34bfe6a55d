import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.search.rules.compounds import Splitter
from raadhus.core.search.rules.words import fold, stem, stems

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize("form", ["refusion", "refusionen", "refusioner", "refusionerne", "refusionernes"])
def test_forms_of_a_word_share_a_stem(form):
    assert stem(form) == "refusion"


@pytest.mark.parametrize(
    ("one", "other"), [("Ålborg", "Aalborg"), ("børn", "börn"), ("KØGE", "køge"), ("række", "räkke")]
)
def test_spellings_of_a_word_share_a_stem(one, other):
    assert stems(one) == stems(other)


def test_a_case_number_is_its_two_numbers_in_a_row():
    assert stems("sag 24/24964") == ["sag", "24", "24964"]


@given(TEXTS)
def test_stems_hold_nothing_that_a_database_could_take_for_syntax(text):
    assert all(re.fullmatch("[a-z0-9]+", one) for one in stems(text))


@given(st.text("abcdeæøå éü-/9", max_size=40))
def test_capitals_change_nothing(text):
    assert stems(text.upper()) == stems(text)


@given(st.from_regex("[a-zæøå]{1,30}", fullmatch=True))
def test_folding_is_done_once(word):
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("dagpengerefusion", {"dagpeng", "refusion"}),
        ("sygedagpengerefusionen", {"sygedagpeng", "dagpeng", "refusion"}),
        ("personaleomsætningen", {"personal", "omsaetning"}),
        ("sagsbehandling", {"sag", "behandling"}),
        ("beredskabsplanerne", {"beredskab", "plan"}),
        ("rådhuset", {"raad", "hus"}),
    ],
)
def test_a_compound_has_its_parts(word, parts):
    assert parts <= set(Splitter().parts(word))


@pytest.mark.parametrize("word", ["undervisning", "kommunernes", "ansvar", "sikkerhed", "inddragelse", "fremlæggelse"])
def test_what_is_no_compound_stays_whole(word):
    assert Splitter().parts(word) == ()


def test_a_word_that_is_learned_splits_compounds():
    assert "fjordkrab" not in Splitter().parts("fjordkrabbemøde")
    assert {"fjordkrab", "moed"} <= set(Splitter(["fjordkrabbe"]).parts("fjordkrabbemøde"))


@given(st.from_regex("[a-zæøå]{1,80}", fullmatch=True))
def test_any_word_is_split_in_bounded_parts(word):
    assert len(Splitter().parts(word)) <= 40
