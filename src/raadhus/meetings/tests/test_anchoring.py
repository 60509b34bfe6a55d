"""A highlight is found again by its words, whatever happens around them, and never anywhere else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from raadhus.meetings.rules.anchoring import Anchor, find, squeezed, surroundings
from raadhus.meetings.rules.marked_html import marked_html, text_of_html

WORDS = st.lists(
    st.sampled_from(["skolen", "budgettet", "i", "af", "1.200", "kr.", "følger", "planen", "–", "direktionen"]),
    min_size=1,
    max_size=12,
)
TEXT = WORDS.map(" ".join)
ITEMS = st.dictionaries(
    st.sampled_from(["background.1", "statement.1", "statement.2", "decision.1"]),
    st.lists(TEXT, min_size=1, max_size=4),
    min_size=1,
)


@st.composite
def marked(draw):
    """An item, and a stretch of it that somebody marked."""
    sections = draw(ITEMS)
    section = draw(st.sampled_from(sorted(sections)))
    block = draw(st.integers(0, len(sections[section]) - 1))
    text = sections[section][block]
    start = draw(st.integers(0, len(text) - 1))
    quote = text[start : draw(st.integers(start + 1, len(text)))].strip()
    assume(squeezed(quote))
    anchor = surroundings(section, block, quote, sections)
    return sections, anchor


def words_at(found, sections):
    return squeezed("".join(sections[one.section][one.block][one.start : one.end] for one in found))


@given(marked())
def test_what_is_marked_is_found_in_the_same_version(given_mark):
    sections, anchor = given_mark
    assert words_at(find(anchor, sections), sections) == squeezed(anchor.quote)


@given(marked(), ITEMS)
def test_what_is_found_says_what_was_marked(given_mark, other):
    _sections, anchor = given_mark
    found = find(anchor, other)
    assert not found or words_at(found, other) == squeezed(anchor.quote)


@given(marked(), TEXT, st.sampled_from(["before", "after"]))
def test_new_blocks_around_it_do_not_lose_it(given_mark, new, where):
    sections, anchor = given_mark
    blocks = sections[anchor.section]
    changed = sections | {anchor.section: [new, *blocks] if where == "before" else [*blocks, new]}
    assert words_at(find(anchor, changed), changed) == squeezed(anchor.quote)


@given(marked(), st.sampled_from(["\n", "  ", "\u00ad", " \n "]))
def test_line_breaks_and_soft_hyphens_do_not_lose_it(given_mark, sign):
    sections, anchor = given_mark
    broken = {key: [text.replace(" ", f" {sign}") for text in texts] for key, texts in sections.items()}
    assert words_at(find(anchor, broken), broken) == squeezed(anchor.quote)


def test_of_two_places_the_one_with_the_same_surroundings_counts():
    before = {"statement.1": ["Skolen får 1.200 kr. i maj.", "Hallen får 1.200 kr. i juni."]}
    anchor = surroundings("statement.1", 1, "1.200 kr.", before)
    after = {"statement.1": ["Nyt afsnit.", "Skolen får 1.200 kr. i maj.", "Mere.", "Hallen får 1.200 kr. i juni."]}
    assert [one.block for one in find(anchor, after)] == [3]


@pytest.mark.parametrize(
    ("quote", "texts"),
    [
        ("nej", {"statement.1": ["Der blev sagt ja og nej til alt andet."]}),
        ("en hel sætning om skolen", {"background.1": ["en hel sætning om skolen"] * 2}),
        ("nej", {"background.1": ["nej"]}),
    ],
    ids=["short words among others", "twice in another section", "short words in another section"],
)
def test_words_that_may_be_others_are_not_taken_for_them(quote, texts):
    assert find(Anchor("statement.1", 0, quote, "vedtog", "ogikkemere"), texts) == ()


def test_a_long_stretch_is_found_in_a_section_with_another_key():
    found = find(
        Anchor("statement.1", 0, "en hel sætning om skolen"), {"assessment.1": ["Her: en hel sætning om skolen."]}
    )
    assert [(one.section, one.start) for one in found] == [("assessment.1", 5)]


def test_a_stretch_over_two_blocks_is_one_stretch_in_each():
    texts = {"statement.1": ["Første afsnit slutter her.", "Andet afsnit begynder."]}
    found = find(surroundings("statement.1", 0, "slutter her.\nAndet afsnit", texts), texts)
    assert [(one.block, one.start, one.end) for one in found] == [(0, 14, 26), (1, 0, 12)]


HTML = st.lists(
    st.sampled_from(["<p>", "</p>", "<strong>", "</strong>", "&amp;", "&lt;", "budget ", "i ", "2027", "<br>", "é"]),
    max_size=20,
).map("".join)


@given(HTML, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["a", "b"])), max_size=3))
def test_marking_adds_marks_and_changes_nothing_else(html, stretches):
    shown = marked_html(html, stretches)
    assert text_of_html(shown) == text_of_html(html)
    plain = shown.replace("</mark>", "")
    for mark in ("<mark>", '<mark id="a">', '<mark id="b">'):
        plain = plain.replace(mark, "")
    assert plain == html


def test_a_stretch_over_an_entity_and_a_tag_is_marked_in_pieces():
    shown = marked_html("<p>Løn &amp; <em>pension</em> i år</p>", [(0, 12, "x")])
    assert shown == '<p><mark id="x">Løn </mark><mark>&amp;</mark> <em><mark>pensio</mark>n</em> i år</p>'
