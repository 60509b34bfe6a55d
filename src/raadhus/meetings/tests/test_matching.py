from hypothesis import given
from hypothesis import strategies as st

from raadhus.meetings.rules.matching import ItemMark, MeetingMark, match_items, same_meeting

marks = st.builds(
    ItemMark,
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["", "Budget", "Lukket", "Øvrige sager", "budget "]),
    st.sampled_from(["", "26/1", "26/2"]),
)


@given(st.lists(marks, max_size=8), st.lists(marks, max_size=8))
def test_no_item_becomes_two(known, incoming):
    used = [index for index in match_items(known, incoming) if index is not None]
    assert len(used) == len(set(used))


@given(st.lists(marks, max_size=8, unique=True))
def test_the_same_items_again_are_the_same_items(items):
    found = match_items(items, items)
    assert [items[index].title for index in found if index is not None] == [
        item.title for item, index in zip(items, found, strict=True) if index is not None
    ]


def test_an_item_that_moved_is_found_by_its_case():
    known = [ItemMark("1", "Budget", "26/1"), ItemMark("2", "Skole", "26/2")]
    assert match_items(known, [ItemMark("1", "Skole", "26/2"), ItemMark("2", "Budget", "26/1")]) == (1, 0)


def test_a_closed_item_is_found_by_number_although_all_are_called_closed():
    known = [ItemMark("1", "Lukket", ""), ItemMark("2", "Lukket", "")]
    assert match_items(known, [ItemMark("2", "Lukket", "")]) == (1,)


def test_a_new_item_is_new():
    assert match_items([ItemMark("1", "Budget", "26/1")], [ItemMark("2", "Skole", "26/2")]) == (None,)


def test_two_meetings_on_one_day_are_told_apart_by_start_and_items():
    morning = MeetingMark("09:00", frozenset({"26/1"}))
    assert not same_meeting(morning, MeetingMark("15:00", frozenset({"26/2"})))
    assert same_meeting(morning, MeetingMark("10:00", frozenset({"26/1"})))
    assert same_meeting(morning, MeetingMark("", frozenset()))
