"""What the viewer may not see changes nothing in the answer: not the hits, the order, the totals, the choices, the marks."""

import re
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from raadhus.core.search.public import search
from raadhus.kernel.actors import PUBLIC, Actor, ActorKind
from raadhus.kernel.roles import Role

MINE = Actor(ActorKind.PERSON, "signe", "Signe")
SECRET = frozenset({"signe"})
WORDS = st.sampled_from(["refusion", "personale", "dagpengerefusion", "fjordkrabbe", "fjordkrabbemøde", "møde", "plan"])
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def test_only_those_with_a_label_find_it(shelf, index, now):
    shelf.put("a", "Lukket refusion", allowed=SECRET)
    index()
    assert search(PUBLIC, "refusion", now=now).total == 0
    assert search(MINE, "refusion", now=now).total == 1


def test_nobody_finds_what_has_no_label(shelf, index, now):
    shelf.put("a", "Refusion", allowed=frozenset())
    index()
    assert search(MINE, "refusion", now=now).total == 0


def test_a_label_of_another_source_opens_nothing(shelf, index, now):
    shelf.put("a", "Refusion", allowed=frozenset({"other:public"}))
    index()
    assert search(PUBLIC, "refusion", now=now).total == 0


@hypothesis_settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    seen=st.lists(st.tuples(TEXTS, TEXTS), max_size=5),
    hidden=st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["paper", "book", "unheard-of"])), min_size=1, max_size=5),
    query=TEXTS,
)
def test_hidden_entries_change_nothing(*, shelf, index, now, seen, hidden, query):
    shelf.held.clear()
    for number, (title, body) in enumerate(seen):
        shelf.put(f"seen-{number}", title, body, date=date(2025, 1, 1 + number % 2))
    index()
    before = search(PUBLIC, query, now=now)
    for number, (title, body, kind) in enumerate(hidden):
        shelf.put(f"a-{number}", title, body, kind=kind, allowed=SECRET, facets={"body": "Skjult"})
    index()
    assert search(PUBLIC, query, now=now) == before


def test_words_of_a_closed_text_split_nobody_elses_compounds(shelf, index, now):
    shelf.put("open", "Fjordkrabbemøde")
    shelf.put("closed", "Fjordkrabbe", allowed=SECRET)
    index()
    assert search(PUBLIC, '"fjordkrabbe"', now=now).total == 0


@pytest.mark.parametrize("query", ["refusion", "findesikke"])
def test_the_page_is_the_same_with_and_without_what_is_hidden(shelf, index, client_of, query):
    client = client_of(Role.PUBLIC)

    def page():
        index()
        shown = client.get(reverse("search:search"), {"q": query}).content
        return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", shown)

    shelf.put("open", "Refusion i alt")
    before = page()
    shelf.put("closed", "Refusion og findesikke", allowed=SECRET)
    assert page() == before
