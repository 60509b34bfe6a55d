"""A list is what its query string asks for, and its links keep what was asked."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import raadhus
from raadhus.ui.listing import Column, Filter, read

COLUMNS = (Column("title", "Titel", sortable=True), Column("day", "Dato", sortable=True), Column("note", "Note"))
FILTERS = (Filter("q", "Søg"), Filter("kind", "Type", (("a", "A"), ("b", "B"))))


def listing(**query):
    return read(query, COLUMNS, FILTERS, sort="-day", page_size=10)


def test_it_sorts_as_the_list_says_until_asked_otherwise():
    assert listing().ordering == ("day", True)
    assert listing(sort="title").ordering == ("title", False)


@pytest.mark.parametrize("sort", ["note", "password", "-", "--title", "title;drop"])
def test_it_sorts_by_nothing_it_does_not_offer(sort):
    assert listing(sort=sort).ordering == ("day", True)


def test_a_drop_down_knows_only_its_own_choices():
    assert listing(kind="c").values["kind"] == ""
    assert listing(kind="b").values["kind"] == "b"


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "99999999999999", ""])
def test_an_odd_page_number_is_the_first_page(page):
    assert listing(page=page).page == 1


def test_a_page_past_the_end_is_the_last_page():
    assert listing(page="9").paged(range(25)).page == 3


def test_the_rows_of_a_page_follow_those_of_the_page_before():
    assert list(listing(page="2").paged(range(25)).rows) == list(range(10, 20))


def test_a_sort_link_keeps_the_filters_and_turns_the_direction():
    shown = listing(q="budget", sort="title", page="2")
    link = parse_qs(shown.head()[0].url.lstrip("?"))
    assert link == {"q": ["budget"], "sort": ["-title"]}


def test_page_links_show_first_last_and_neighbours():
    links = listing(page="5").paged(range(95)).page_links()
    assert [link and link.label for link in links] == ["1", None, "4", "5", "6", None, "10"]


def test_an_empty_list_has_one_page_and_no_rows():
    empty = listing().paged([])
    assert (empty.pages, empty.first, empty.last) == (1, 0, 0)


@given(st.integers(0, 300), st.integers(1, 40))
def test_the_pages_together_hold_every_row_once(total, page):
    shown = listing(page=str(page)).paged(range(total))
    every = [row for number in range(1, shown.pages + 1) for row in listing(page=str(number)).paged(range(total)).rows]
    assert every == list(range(total))


@given(st.text(), st.sampled_from(["title", "-day"]), st.integers(1, 9))
def test_a_link_to_itself_asks_for_the_same(q, sort, page):
    shown = listing(q=q, sort=sort, page=str(page))
    asked = {key: values[0] for key, values in parse_qs(shown.url().lstrip("?"), keep_blank_values=True).items()}
    again = listing(**asked)
    assert (again.values, again.sort, again.page) == (shown.values, shown.sort, shown.page)


def test_the_pages_of_a_list_stand_once_beneath_it():
    templates = {path: path.read_text("utf-8") for path in Path(raadhus.__file__).parent.rglob("*.html")}
    twice = [path.name for path, text in templates.items() if "{% table listing" in text and "{% paging" in text]
    assert twice == []
