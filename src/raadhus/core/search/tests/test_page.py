import pytest
from django.urls import reverse

from raadhus.kernel.roles import Role

ADDRESS = reverse("search:search")


@pytest.fixture
def page(shelf, index, client_of):
    """Search as the public and return the page's text."""

    def fetch(**query):
        index()
        return client_of(Role.PUBLIC).get(ADDRESS, query).content.decode()

    return fetch


def test_what_is_found_is_marked_and_escaped(shelf, page):
    shelf.put("a", "Refusion <script>alert(1)</script>", "Om <b>refusion</b>")
    shown = page(q="refusion")
    assert "<mark>Refusion</mark> &lt;script&gt;" in shown
    assert "&lt;b&gt;<mark>refusion</mark>&lt;/b&gt;" in shown


def test_what_was_typed_is_escaped(page):
    assert "<script>alert" not in page(q='"><script>alert(1)</script>')


def test_nothing_found_gives_advice(page):
    assert "Intet fundet" in page(q="findesikke")


def test_an_empty_search_asks_what_is_wanted(page):
    assert "Hvad leder du efter?" in page()


def test_the_choices_tell_how_many(shelf, page):
    shelf.put("a", "Refusion", facets={"body": "Direktionen"})
    shown = page(q="refusion")
    assert "Papir (1)" in shown
    assert "Direktionen (1)" in shown


@pytest.mark.parametrize("query", [{"from": "igår"}, {"page": "-1"}, {"page": "x"}, {"kind": "'"}, {"page": "9" * 50}])
def test_an_odd_address_still_answers(shelf, page, query):
    shelf.put("a", "Refusion")
    assert "Søg" in page(q="refusion", **query)


def test_what_was_found_can_be_taken_along(shelf, index, client_of):
    shelf.put("a", "Refusion")
    index()
    response = client_of(Role.PUBLIC).get(ADDRESS, {"q": "refusion", "export": "csv"})
    assert response.headers["Content-Type"].startswith("text/csv")
    assert "02-06-2025" in response.content.decode() or "2025-06-02" in response.content.decode()
