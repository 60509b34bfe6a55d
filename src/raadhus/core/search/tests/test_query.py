import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.search.rules.query import MOST_TERMS, Term, parse


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        (" ,. ", ()),
        ("refusioner", (Term(("refusion",), "refusioner"),)),
        ("tabt refusion", (Term(("tabt",)), Term(("refusion",), "refusion"))),
        ('"tabt refusion"', (Term(("tabt", "refusion")),)),
        ('"tabt refusion', (Term(("tabt", "refusion")),)),
        ("24/24964", (Term(("24", "24964"), "24964"),)),
    ],
)
def test_what_was_typed_is_understood(text, terms):
    assert parse(text).terms == terms


def test_a_query_that_is_too_long_is_cut_and_says_so():
    query = parse("ord " * 30)
    assert (len(query.terms), query.cut) == (MOST_TERMS, True)


@given(st.text(max_size=300))
def test_any_text_is_a_query(text):
    assert len(parse(text).terms) <= MOST_TERMS
