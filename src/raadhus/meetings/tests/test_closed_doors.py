"""Closed content comes out of no door: pages, files, feeds, lists, API, search, error pages, logs, whoever is not to see it."""

import logging
import re
from itertools import product

import pytest
from django.urls import reverse

from raadhus.core.access.public import may
from raadhus.core.audit.public import trail
from raadhus.kernel.roles import EVERYONE, Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, SuggestedObligation
from raadhus.meetings.queries import searching
from raadhus.meetings.queries.lists import MeetingFilter, meeting_list
from raadhus.meetings.queries.searching import search_source
from raadhus.meetings.tests.papers import CANARY
from raadhus.meetings.writer import Format

SHUT_OUT = sorted(EVERYONE - {Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.AUDITOR})
CLOSED_CASE = "26/77"


def doors(meeting):
    closed = AgendaItem.objects.get(closed=True).pk
    of_meeting = ("meeting", "review", "compare", "document", "publish", "unpublish", "correct", "restore", "confirm")
    yield from (reverse(f"meetings:{name}") for name in ("meetings", "bodies", "feed", "calendar", "import", "waiting"))
    yield from (reverse(f"meetings:{name}", args=[meeting]) for name in of_meeting)
    yield from (
        reverse("meetings:download", args=[meeting, one.value]) for one in (Format.HTML, Format.TEXT, Format.JSON)
    )
    yield reverse("meetings:body", args=["direktionen"])
    yield reverse("meetings:item", args=[meeting, closed])
    yield reverse("meetings:item", args=[meeting, AgendaItem.objects.get(closed=False).pk])
    yield reverse("meetings:meeting", args=[meeting]) + "?offentlig=1"
    yield reverse("meetings:meetings") + f"?text={CANARY}"
    yield reverse("meetings:meetings") + f"?text={CLOSED_CASE}&export=csv"
    yield from (
        f"/api/meetings{path}" for path in ("", f"/{meeting}", f"/{meeting}/items/{closed}", f"/{meeting}/readings")
    )
    yield from (f"/api/meetings/{meeting}/export/{one}" for one in ("html", "json", "txt", "md"))
    yield from (f"/soeg/?q={CANARY}", f"/api/search?q={CANARY}", "/")


def body_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("role", SHUT_OUT)
@pytest.mark.parametrize("state", ["imported", "confirmed", "published"])
def test_no_door_gives_away_closed_content(request, client_of, caplog, role, state):
    meeting = request.getfixturevalue(state)
    client = client_of(role)
    client.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        answers = {door: body_of(client.get(door)).decode(errors="replace") for door in doors(meeting)}
    told = {
        door for door, text in answers.items() if CANARY in text.replace(f"={CANARY}", "").replace(f'"{CANARY}"', "")
    }
    assert told - {door for door in answers if f"?q={CANARY}" in door} == set()
    assert {door for door, text in answers.items() if CLOSED_CASE in text and CLOSED_CASE not in door} == set()
    assert CANARY not in "".join(record.getMessage() for record in caplog.records if CANARY not in str(record.args))


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.AUDITOR])
def test_those_who_may_see_it_do(published, client_of, role):
    text = client_of(role).get(reverse("meetings:meeting", args=[published])).content.decode()
    assert f"{CANARY} titel" in text
    assert CLOSED_CASE in text


def test_whatever_is_changed_inside_a_closed_item_the_public_gets_the_same_bytes(published, client_of, cast, now):
    def public_bytes():
        home = "/moeder/direktionen/2026-03-02/referat/"
        pages = [home, reverse("meetings:meetings"), reverse("meetings:feed"), reverse("meetings:sitemap")]
        pages += [f"{home}hent/{one}/" for one in ("html", "json", "txt", "jsonld")]
        pages += [reverse("meetings:calendar"), f"/api/meetings/{published}", "/api/meetings"]
        # The form that changes language carries a token that is new on every page.
        token = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
        return [token.sub(b"", body_of(client_of(None).get(page))) for page in pages]

    before = public_bytes()
    fields = ("title", "case_number", "decision.text", "recommendations.0.text", "sections.0.heading")
    edits = {f"items.0.{field}": "noget helt andet og meget længere" for field in fields}
    secretary = cast[Role.SECRETARY]
    actions.correct_reading(actor=secretary, meeting_id=published, number=1, edits=edits, now=now)
    actions.confirm_reading(actor=secretary, meeting_id=published, number=2, now=now)
    assert public_bytes() == before


def test_search_labels_keep_closed_entries_from_the_others(published, cast, now):
    entries = search_source.entries()
    closed = [entry for entry in entries if CANARY in repr(entry) or CLOSED_CASE in repr(entry)]
    assert [entry.allowed for entry in closed] == [frozenset({"meetings:closed"})]
    for role in SHUT_OUT:
        assert "meetings:closed" not in search_source.viewer_labels(cast[role], now)


@pytest.mark.parametrize("state", ["imported", "confirmed"])
def test_nothing_unpublished_is_found_by_the_public(request, state, cast, now):
    request.getfixturevalue(state)
    labels = search_source.viewer_labels(cast[Role.PUBLIC], now)
    assert [entry for entry in search_source.entries() if entry.allowed & labels] == []


def test_the_trail_holds_nothing_from_inside_a_closed_item(published, cast, now):
    one = SuggestedObligation.objects.get(item__closed=True)
    actions.dismiss_obligation(actor=cast[Role.SECRETARY], suggestion_id=one.pk, now=now)
    assert CANARY not in repr(trail("meeting", published))


@pytest.mark.parametrize(("role", "verb"), list(product(SHUT_OUT, ["meetings.read_closed", "meetings.read_document"])))
def test_the_policy_gives_closed_content_to_three_roles(cast, now, role, verb):
    assert not may(cast[role], verb, now=now)


@pytest.mark.parametrize("word", [CANARY, CLOSED_CASE])
def test_a_list_searched_for_closed_words_does_not_answer_that_they_are_there(published, cast, now, word):
    chosen = MeetingFilter(text=word)
    assert meeting_list(viewer=cast[Role.PUBLIC], chosen=chosen, now=now).total == 0
    assert meeting_list(viewer=cast[Role.CENTRE_HEAD], chosen=chosen, now=now).total == 0
    assert meeting_list(viewer=cast[Role.SECRETARY], chosen=chosen, now=now).total == 1


def test_the_search_names_a_closed_item_by_its_place_and_not_by_its_own_id(published):
    closed = str(AgendaItem.objects.get(closed=True).pk)
    found = [entry for entry in search_source.entries() if "meetings:closed" not in entry.allowed]
    assert f"{published}:lukket-1" in {entry.key for entry in found}
    assert closed not in repr(found)


def test_an_item_that_is_closed_later_leaves_the_search_under_its_own_id(published, cast, now, monkeypatch):
    item, keys = str(AgendaItem.objects.get(closed=False).pk), set()
    monkeypatch.setattr(searching, "announce", lambda _source, told: keys.update(told))
    edits = {"items.1.closed": "ja"}
    actions.correct_reading(actor=cast[Role.SECRETARY], meeting_id=published, number=1, edits=edits, now=now)
    assert {item, f"{item}:closed", f"{published}:lukket-2"} <= keys
    assert {entry.key for entry in search_source.entries([item, f"{published}:lukket-2"])} == {f"{published}:lukket-2"}
