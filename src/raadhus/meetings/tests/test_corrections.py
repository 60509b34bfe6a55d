from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.meetings.rules.comparison import changes
from raadhus.meetings.rules.corrections import WrongCorrection, corrected
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.review_fields import editable_items, header_fields
from raadhus.meetings.rules.stored_reading import from_stored, to_stored
from raadhus.meetings.tests.papers import reading


def every_field(made):
    return [*header_fields(made), *(field for item in editable_items(made) for field in item.fields)]


def test_what_is_stored_comes_back():
    assert from_stored(to_stored(reading())) == reading()


def test_a_form_sent_back_untouched_changes_nothing():
    untouched = {field.place: field.value for field in every_field(reading())}
    assert corrected(reading(), untouched) == reading()


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        ("date", "2026-03-09", "date"),
        ("participants", "Alma Birk\nBo Eg\nCarl Fyr", "participants"),
        ("items.1.title", "Budget for 2028", "title"),
        ("items.1.closed", "ja", "closed"),
        ("items.1.recommendations.0.outcome", "deferred", "recommendations"),
        ("items.1.decision.outcome", "deferred", "decision_outcome"),
        ("items.1.sections.0.kind", "statement", "section background: Baggrund"),
    ],
)
def test_an_edit_changes_its_own_field_and_nothing_else(place, value, field):
    found = {change.field for change in changes(reading(), corrected(reading(), {place: value}))}
    assert field in found
    assert len(found - {"section statement: Baggrund"}) == 1


def test_a_corrected_outcome_is_a_code():
    after = corrected(reading(), {"items.1.recommendations.0.outcome": "deferred"})
    assert after.items[1].recommendations[0].outcome is Outcome.DEFERRED


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("date", "i går"),
        ("start_time", "ni"),
        ("items.1.decision.outcome", "måske"),
        ("items.9.title", "x"),
        ("items.x.title", "x"),
        ("items.1.source", "x"),
        ("warnings", "x"),
        ("file", "x"),
        ("items.1.recommendations.0.0.text", "x"),
        ("items.-1.title", "x"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(place, value):
    with pytest.raises(WrongCorrection, match=r"\w+"):
        corrected(reading(), {place: value})


@given(st.dictionaries(st.text(max_size=30), st.text(max_size=20), max_size=3))
def test_no_edit_crashes(edits):
    with suppress(WrongCorrection):
        corrected(reading(), edits)


def test_an_item_that_is_none_is_removed():
    assert [item.number for item in corrected(reading(), {"items.0.stays": "remove"}).items] == ["2"]


def test_an_item_that_is_part_of_the_one_before_is_joined_to_it_and_closed_wins():
    (joined,) = corrected(reading(), {"items.1.stays": "join", "items.1.title": "Mellemrubrik"}).items
    assert joined.closed
    assert "Mellemrubrik" in [section.heading for section in joined.sections]
    assert len(joined.sections) == sum(len(item.sections) for item in reading().items) + 1


@pytest.mark.parametrize("edits", [{"items.0.stays": "join"}, {"items.5.stays": "remove"}, {"items.0.stays": "x"}])
def test_items_are_not_moved_anyhow(edits):
    with pytest.raises(WrongCorrection):
        corrected(reading(), edits)


def test_the_last_item_stays():
    with pytest.raises(WrongCorrection, match="mindst ét"):
        corrected(reading(), {"items.0.stays": "remove", "items.1.stays": "remove"})


def test_the_same_reading_twice_has_no_changes():
    assert changes(reading(), reading()) == ()


def test_a_change_inside_a_closed_item_says_so():
    after = corrected(reading(), {"items.0.title": "andet"})
    assert [change.closed for change in changes(reading(), after)] == [True]


def test_every_change_has_a_label():
    after = reading(items=reading().items[1:], date="2026-03-09", place=None)
    assert all(change.label for change in changes(reading(), after))
