"""Ten times as many meetings and items ask the database no more questions: every page of meetings, small and large."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from raadhus.core.search.public import rebuild
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.private import add_highlight, save_note
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.tests.many_meetings import many_meetings

SMALL, LARGE = (2, 3), (12, 20)


def pages(meeting):
    item = AgendaItem.objects.filter(meeting=meeting, is_current=True, closed=False).order_by("position")[1]
    for name in ("meetings", "bodies", "feed", "calendar", "notes"):
        yield name, reverse(f"meetings:{name}")
    for name in ("meeting", "resume", "take"):
        yield name, reverse(f"meetings:{name}", args=[meeting.pk])
    yield "item", reverse("meetings:item", args=[meeting.pk, item.pk])
    yield "read", reverse("meetings:read", args=[meeting.pk, 2])
    yield "present", reverse("meetings:present", args=[meeting.pk, 2])
    yield "body", reverse("meetings:body", args=[meeting.body_id])
    yield "list with text", reverse("meetings:meetings") + "?text=direktionen"
    yield "list by items", reverse("meetings:meetings") + "?sort=-items"
    yield "search", "/soeg/?q=skolerne"
    yield "front page", "/"
    yield "API list", "/api/meetings"
    yield "API meeting", f"/api/meetings/{meeting.pk}"


def asked(client, meeting):
    """How many questions each page asks, the second time it is opened."""
    found = {}
    for name, address in pages(meeting):
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(address)
        assert answer.status_code in {200, 302}, (name, answer.status_code)
        found[name] = len(queries)
    return found


@pytest.fixture
def compare(cast, client_of, now):
    def both(role):
        small = many_meetings(*SMALL, now)
        keep(cast.get(role), small[1], now)
        rebuild(actor=cast[Role.ADMINISTRATOR], now=now)
        before = asked(client_of(role), small[1])
        large = many_meetings(*LARGE, now, first=SMALL[0])
        keep(cast.get(role), large[-1], now)
        rebuild(actor=cast[Role.ADMINISTRATOR], now=now)
        return before, asked(client_of(role), large[-1])

    return both


def keep(actor, meeting, now):
    """Notes and highlights on every open item, so that they too could grow with the meeting."""
    if actor is None or actor.is_public:
        return
    for item in AgendaItem.objects.filter(meeting=meeting, closed=False):
        save_note(actor=actor, item_id=item.pk, text="husk skolerne", now=now)
        add_highlight(actor=actor, item_id=item.pk, quote=item.decision.text, now=now)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("role", [None, Role.EMPLOYEE, Role.SECRETARY])
def test_no_page_asks_more_when_there_is_more(compare, role):
    before, after = compare(role)
    assert {name: (before[name], after[name]) for name in before if after[name] != before[name]} == {}
