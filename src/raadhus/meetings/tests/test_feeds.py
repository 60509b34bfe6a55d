"""Feeds, calendars and the list of decisions: what they hold, of whom, and that closed stays closed in them."""

import pytest
from lxml import etree

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.queries.decisions import DecisionFilter, decision_list
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.tests.papers import CANARY

ITEM = "/moeder/direktionen/2026-03-02/referat/punkt-2/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def public(client_of):
    return client_of(None)


@pytest.fixture
def told(published, cast, now):
    """A published meeting whose closed item has a public title and decision."""
    closed = AgendaItem.objects.get(closed=True)
    texts = {"public_title": "Personalesag", "public_decision": "Direktionen traf beslutning."}
    actions.describe_closed_item(actor=cast[Role.SECRETARY], item_id=closed.pk, **texts, now=now)
    return published


def decisions(now, viewer=PUBLIC, **chosen):
    return decision_list(viewer=viewer, chosen=DecisionFilter(**chosen), now=now).rows


@pytest.mark.parametrize("page", ["/moeder/feed.atom", "/moeder/organer/direktionen/feed.atom"])
def test_a_feed_of_meetings_leads_to_permanent_addresses(published, public, page):
    (entry,) = etree.fromstring(public.get(page).content).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Direktionen 02-03-2026 (referat)"
    assert entry.find(f"{ATOM}link").get("href").endswith("/moeder/direktionen/2026-03-02/referat/")


@pytest.mark.parametrize(
    "page", ["/moeder/feed.rss", "/moeder/organer/direktionen/feed.rss", "/moeder/beslutninger/feed.rss"]
)
def test_the_same_is_had_as_rss(published, public, page):
    answer = public.get(page)
    assert answer["Content-Type"].startswith("application/rss+xml")
    assert len(etree.fromstring(answer.content).findall("channel/item")) == 1


def test_the_feed_of_decisions_holds_what_was_decided_in_the_open(told, public):
    entries = etree.fromstring(public.get("/moeder/beslutninger/feed.atom").content).findall(f"{ATOM}entry")
    said = [(entry.findtext(f"{ATOM}summary"), entry.find(f"{ATOM}link").get("href")) for entry in entries]
    assert [text for text, _ in said] == ["Direktionen traf beslutning.", "Direktionen godkender tidsplanen."]
    assert said[1][1].endswith(ITEM)


def test_a_feed_without_entries_is_the_same_whenever_it_is_asked_for(db, public):
    assert public.get("/moeder/feed.atom").content == public.get("/moeder/feed.atom").content


def test_a_feed_of_a_body_that_nobody_knows_is_not_found(published, public):
    for page in ("feed.atom", "feed.rss", "kalender.ics"):
        assert public.get(f"/moeder/organer/findes-ikke/{page}").status_code == 404


def test_a_body_has_a_calendar_of_its_own(published, public):
    text = public.get("/moeder/organer/direktionen/kalender.ics").content.decode()
    assert "X-WR-CALNAME:Direktionen" in text
    assert "/moeder/direktionen/2026-03-02/referat/" in text.replace("\r\n ", "")


def test_the_list_of_decisions_is_filtered_by_body_day_outcome_and_text(told, now):
    assert [row.title for row in decisions(now)] == ["Personalesag", "Budget for 2027"]
    assert [row.title for row in decisions(now, outcome="approved")] == ["Budget for 2027"]
    assert (
        decisions(now, outcome="rejected") == decisions(now, body="andre") == decisions(now, text="findes ikke") == []
    )
    assert [row.title for row in decisions(now, text="tidsplanen")] == ["Budget for 2027"]
    assert decisions(now)[1].outcomes == (Outcome.APPROVED,)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.EMPLOYEE, Role.SECRETARY])
def test_a_closed_decision_is_for_everybody_what_was_written_for_the_public(told, cast, now, role):
    rows = decisions(now, viewer=cast[role])
    assert CANARY not in repr(rows)
    assert decisions(now, viewer=cast[role], text=CANARY) == []
    assert (rows[0].text, rows[0].case_number) == ("Direktionen traf beslutning.", "")


def test_unpublished_decisions_are_seen_by_those_who_see_the_meeting(confirmed, cast, now):
    assert decisions(now) == []
    assert [row.title for row in decisions(now, viewer=cast[Role.CENTRE_HEAD])] == ["Budget for 2027"]


def test_the_page_of_decisions_is_filtered_and_had_as_a_file(told, public):
    text = public.get("/moeder/beslutninger/?outcome=approved").content.decode()
    assert ITEM in text
    assert "Personalesag" not in text
    assert "Direktionen godkender tidsplanen." in public.get("/moeder/beslutninger/?export=csv").content.decode()
