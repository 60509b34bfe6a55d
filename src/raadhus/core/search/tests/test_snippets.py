from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.search.rules.query import parse
from raadhus.core.search.rules.snippets import highlight, snippet

TEXTS = st.text(max_size=600)


def marked(text, query):
    return [fragment.text for fragment in highlight(text, parse(query).terms) if fragment.marked]


def test_the_forms_of_a_word_are_marked():
    assert marked("Refusionen og refusioner, ikke revision.", "refusion ") == ["Refusionen", "refusioner"]


def test_a_compound_is_marked_by_its_part():
    assert marked("Tabt dagpengerefusion i år", "refusion") == ["dagpengerefusion"]


def test_the_beginning_of_the_last_word_is_marked():
    assert marked("En beredskabsplan", "bered") == ["beredskabsplan"]


def test_letters_are_marked_however_they_are_spelled():
    assert marked("Mødet i Ålborg", "aalborg") == ["Ålborg"]


def test_a_short_stem_inside_another_word_is_a_coincidence():
    assert marked("Et ansvar for svaret", '"svar"') == ["svaret"]


def test_the_snippet_lies_around_what_was_found():
    text = "fyld " * 200 + "leasingaftalen koster" + " mere" * 200
    found = snippet(text, parse("leasingaftale").terms)
    assert [fragment.text for fragment in found if fragment.marked] == ["leasingaftalen"]
    assert sum(len(fragment.text) for fragment in found) < 300


@given(TEXTS, st.text(max_size=40))
def test_highlighting_changes_no_letter(text, query):
    assert "".join(fragment.text for fragment in highlight(text, parse(query).terms)) == text


@given(TEXTS, st.text(max_size=40))
def test_a_snippet_is_a_bounded_stretch_of_the_text(text, query):
    joined = "".join(fragment.text for fragment in snippet(text, parse(query).terms))
    assert joined.strip("…") in text or joined.strip("…") == ""
    assert len(joined) <= 300
