"""Corrections of text, lists and parts: what is edited changes, and nothing else of the reading does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.documents.text import ListBlock, ListItem, Paragraph, Table, plain_text
from raadhus.meetings.rules.correction_parts import text_runs
from raadhus.meetings.rules.corrections import WrongCorrection, corrected
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import EarlierDecision, ReadRecommendation, ReadSection, ReadVote, SectionKind, Span
from raadhus.meetings.rules.review_fields import editable_items, header_fields
from raadhus.meetings.tests.meeting_strategies import LIST_ITEMS, TEXT
from raadhus.meetings.tests.papers import open_item, reading

SPAN = Span(40, 80, 1)
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
# What the database holds: the block model lets nothing else in.
BLOCKS = st.lists(
    st.builds(Paragraph, TEXT)
    | st.builds(ListBlock, st.lists(LIST_ITEMS, max_size=2).map(tuple))
    | st.just(Table((("a", "b"), ("1", "2")))),
    max_size=5,
).map(tuple)
TREES = st.recursive(
    st.builds(ReadRecommendation, WORDS, WORDS),
    lambda below: st.builds(ReadRecommendation, WORDS, WORDS, st.lists(below, max_size=3).map(tuple)),
    max_leaves=6,
)
VOTES = (ReadVote("Forslag A", 5, 2, None, Outcome.APPROVED, SPAN), ReadVote("Forslag B", None, 1, 0, None))
EARLIER = tuple(EarlierDecision("Byrådet", None, text, SPAN) for text in ("Først", "Siden"))


def one_item(**more):
    return reading(items=(open_item(**more),))


def with_blocks(blocks):
    return one_item(sections=(ReadSection(SectionKind.BACKGROUND, "Baggrund", plain_text(blocks), blocks, SPAN),))


def as_a_browser_sends(made):
    fields = [*header_fields(made), *(field for item in editable_items(made) for field in item.fields)]
    return {
        field.place: field.value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n") for field in fields
    }


@given(BLOCKS)
def test_a_form_sent_back_untouched_keeps_every_block(blocks):
    made = with_blocks(blocks)
    assert corrected(made, as_a_browser_sends(made)) == made


@given(st.lists(TREES, max_size=3).map(tuple))
def test_a_form_sent_back_untouched_keeps_every_part(recommendations):
    made = one_item(recommendations=recommendations, votes=VOTES, earlier_decisions=EARLIER)
    assert corrected(made, as_a_browser_sends(made)) == made


@given(BLOCKS, st.data())
def test_text_written_anew_leaves_tables_and_lists_where_they_stood(blocks, data):
    first, before = data.draw(st.sampled_from(text_runs(blocks) or ((len(blocks), ""),)))
    new = data.draw(st.lists(WORDS, max_size=3))
    after = corrected(with_blocks(blocks), {f"items.0.sections.0.text.{first}": "\n\n".join(new)})
    (section,) = after.items[0].sections
    others = [block for block in blocks if not isinstance(block, Paragraph)]
    assert [block for block in section.blocks if not isinstance(block, Paragraph)] == others
    if before.strip() != "\n\n".join(new):
        assert [block.text for block in section.blocks[first : first + len(new)]] == new
    assert replace(after, items=()) == replace(with_blocks(blocks), items=())


def test_a_paragraph_that_stays_keeps_its_marks_and_a_list_its_place():
    blocks = (
        Paragraph("Et", ()),
        Paragraph("To"),
        ListBlock((ListItem("Punkt"),)),
        Table((("a", "b"),)),
        Paragraph("Tre"),
    )
    edits = {"items.0.sections.0.text.0": "Et\n\nNyt", "items.0.sections.0.text.4": "Fire\n\nFem"}
    (section,) = corrected(with_blocks(blocks), edits).items[0].sections
    assert section.blocks == (blocks[0], Paragraph("Nyt"), *blocks[2:4], Paragraph("Fire"), Paragraph("Fem"))
    assert "Fem" in section.text


@given(st.lists(TREES, min_size=1, max_size=4).map(tuple), st.data())
def test_a_removed_recommendation_takes_nobody_along(recommendations, data):
    gone = data.draw(st.integers(0, len(recommendations) - 1))
    made = one_item(recommendations=recommendations)
    after = corrected(made, {f"items.0.recommendations.{gone}.stays": "remove"})
    left = recommendations[:gone] + recommendations[gone + 1 :]
    assert after == one_item(recommendations=left)


@given(st.sets(st.integers(0, 5)))
def test_several_are_removed_at_once_by_their_old_numbers(gone):
    many = tuple(ReadRecommendation(str(number), f"nr. {number}") for number in range(6))
    edits = {f"items.0.recommendations.{number}.stays": "remove" for number in gone}
    after = corrected(one_item(recommendations=many), edits)
    assert after == one_item(recommendations=tuple(one for one in many if int(one.label) not in gone))


def test_a_nested_recommendation_and_the_one_it_stands_under_are_removed_together():
    tree = (ReadRecommendation("1", "ydre", (ReadRecommendation("a", "indre"),)), ReadRecommendation("2", "næste"))
    edits = {f"items.0.recommendations.{place}.stays": "remove" for place in ("0", "0.0")}
    assert corrected(one_item(recommendations=tree), edits) == one_item(recommendations=tree[1:])


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("recommendations", lambda item: item.recommendations[-1].text),
        ("votes", lambda item: item.votes[-1].on),
        ("decision", lambda item: item.decision.text),
    ],
)
def test_what_the_reading_missed_is_added(place, found):
    after = corrected(one_item(decision=None), {f"items.0.{place}.new": " Nyt "})
    assert found(after.items[0]) == "Nyt"
    assert corrected(one_item(decision=None), {f"items.0.{place}.new": "  "}) == one_item(decision=None)


def test_attachments_are_lines_and_one_that_stays_keeps_its_span():
    old = open_item().attachments[0]
    after = corrected(one_item(), {"items.0.attachments": f"Bilag 0 - Ny\n{old.title}\n"})
    assert [one.title for one in after.items[0].attachments] == ["Bilag 0 - Ny", old.title]
    assert after.items[0].attachments[1] == old
    assert corrected(one_item(), {"items.0.attachments": ""}) == one_item(attachments=())


def test_the_counts_of_a_vote_are_numbers_or_nothing():
    edits = {"items.0.votes.0.for": "7", "items.0.votes.0.against": "", "items.0.votes.1.result": "rejected"}
    votes = (replace(VOTES[0], in_favour=7, against=None), replace(VOTES[1], result=Outcome.REJECTED))
    assert corrected(one_item(votes=VOTES), edits) == one_item(votes=votes)
    with pytest.raises(WrongCorrection, match="som et tal"):
        corrected(one_item(votes=VOTES), {"items.0.votes.0.for": "mange"})


def test_an_earlier_decision_and_a_vote_are_removed():
    edits = {"items.0.earlier_decisions.0.stays": "remove", "items.0.votes.1.stays": "remove"}
    made = one_item(votes=VOTES, earlier_decisions=EARLIER)
    assert corrected(made, edits) == one_item(votes=VOTES[:1], earlier_decisions=EARLIER[1:])


@pytest.mark.parametrize("part", ["decision", "recommendations.0"])
def test_a_corrected_value_is_what_its_section_prints(part):
    form = as_a_browser_sends(one_item())
    (item,) = corrected(one_item(), form | {f"items.0.{part}.text": "Noget andet."}).items
    kind = SectionKind.DECISION if part == "decision" else SectionKind.RECOMMENDATION
    assert [plain_text(one.blocks).strip() for one in item.sections if one.kind is kind] == ["Noget andet."]


@pytest.mark.parametrize(
    "place",
    ["sections.0.text.9", "sections.9.text.0", "recommendations.9.stays", "decision.new", "attachments.0", "votes.0"],
)
def test_a_part_that_is_not_there_is_refused(place):
    with pytest.raises(WrongCorrection):
        corrected(one_item(), {f"items.0.{place}": "remove"})
