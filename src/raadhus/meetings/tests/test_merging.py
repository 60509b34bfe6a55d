"""Two people's changes come together without losing a word, or the people are asked."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.meetings.rules.differences import Fate, differences
from raadhus.meetings.rules.merging import hunks, merged

WORDS = st.lists(st.sampled_from(["havn", "skole", "vej", "plan", "budget"]), max_size=3).map(" ".join)
TEXTS = st.lists(WORDS, max_size=6)


def edited(text):
    """Return texts that a person might make of this one: blocks kept, taken away, rewritten and added."""

    def apply(changes):
        made = []
        for block, change, new in zip([*text, None], *changes, strict=False):
            made += [new] if change == "add" else []
            made += [] if block is None or change == "remove" else [new if change == "rewrite" else block]
        return made

    size = len(text) + 1
    acts = st.lists(st.sampled_from(["keep", "keep", "add", "remove", "rewrite"]), min_size=size, max_size=size)
    return st.tuples(acts, st.lists(WORDS, min_size=size, max_size=size)).map(apply)


TRIPLES = TEXTS.flatmap(lambda base: st.tuples(st.just(base), edited(base), edited(base)))


def counted(text):
    return Counter(word for block in text for word in block.split())


@given(TRIPLES)
def test_no_word_that_either_side_added_is_lost_when_it_says_that_it_merged(triple):
    base, mine, theirs = triple
    both = merged(base, mine, theirs)
    if both is not None:
        for side in (mine, theirs):
            for word, count in (counted(side) - counted(base)).items():
                assert counted(both)[word] >= count


@given(TRIPLES)
def test_no_block_that_both_kept_is_lost(triple):
    base, mine, theirs = ([f"{number} {block}" for number, block in enumerate(text)] for text in triple)
    both = merged(base, mine, theirs)
    if both is not None:
        assert set(base) & set(mine) & set(theirs) <= set(both)


@given(TRIPLES)
def test_the_order_of_the_two_matters_for_nothing_that_overlaps(triple):
    base, mine, theirs = triple
    assert (merged(base, mine, theirs) is None) == (merged(base, theirs, mine) is None)


@given(TEXTS.flatmap(lambda base: st.tuples(st.just(base), edited(base))))
def test_who_changed_nothing_gets_the_others_text(pair):
    base, changed = pair
    assert merged(base, base, changed) == merged(base, changed, base) == merged(base, changed, changed)
    assert merged(base, base, changed) == tuple(changed)


@given(TEXTS.flatmap(lambda base: st.tuples(st.just(base), edited(base))))
def test_hunks_applied_to_the_old_text_give_the_new_one(pair):
    base, changed = pair
    made = list(base)
    for hunk in reversed(hunks(base, changed)):
        made[hunk.start : hunk.end] = hunk.parts
    assert made == changed


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("a b c", "A b c", "a b C", "A b C"),
        ("a b c", "A b c", "a B c", "A B c"),
        ("a b", "a b x", "A b", "A b x"),
        ("a b", "a B", "a b x", "a B x"),
        ("a b c", "a c", "a b c d", "a c d"),
        ("a b", "a x b", "a x b", "a x b"),
        ("a b", "A b", "B b", None),
        ("a", "a x", "a y", None),
        ("a b c", "a c", "a B c", None),
        ("a b c", "x", "a b y c", None),
        ("", "x", "y", None),
    ],
)
def test_the_cases_of_the_table(base, mine, theirs, expected):
    both = merged(base.split(), mine.split(), theirs.split())
    assert both == (None if expected is None else tuple(expected.split()))


@given(st.lists(WORDS, max_size=5).map("\n".join), st.lists(WORDS, max_size=5).map("\n".join))
def test_differences_hold_both_texts_whole(old, new):
    found = differences(old, new)
    assert "".join(one.text for one in found if one.fate is not Fate.NEW) == old
    assert "".join(one.text for one in found if one.fate is not Fate.GONE) == new


def test_differences_name_the_words():
    found = differences("Direktionen godkender planen.\nTak.", "Direktionen drøfter planen.\nTak.")
    assert [one.text for one in found if one.fate is Fate.GONE] == ["godkender"]
    assert [one.text for one in found if one.fate is Fate.NEW] == ["drøfter"]


def test_a_long_text_rewritten_wholly_is_not_compared_word_by_word():
    old, new = " ".join(map(str, range(4000))), re.sub(r"\d+", "x", " ".join(map(str, range(4000))))
    assert [one.fate for one in differences(old, new)] == [Fate.GONE, Fate.NEW]
