"""One item on a screen in the room: what is asked and decided first, and closed content only by an act of its own."""

import pytest
from django.urls import reverse

from raadhus.core.audit.public import trail
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.private import save_note
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.tests.papers import CANARY


def shown(client, name, meeting, place):
    return client.get(reverse(f"meetings:{name}", args=[meeting, place])).content.decode()


def test_recommendation_and_decision_come_first(published, client_of):
    text = shown(client_of(None), "present", published, 2)
    assert text.index("Indstilling") < text.index("Beslutning") < text.index("Baggrund")
    assert "Godkendt" in text


@pytest.mark.parametrize("role", [None, Role.EMPLOYEE, Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.AUDITOR])
def test_a_closed_item_is_closed_on_the_screen_whoever_is_logged_in(published, client_of, role):
    client = client_of(role)
    for place in (1, 2):
        assert CANARY not in shown(client, "present", published, place)
    assert CANARY not in shown(client, "present_ask", published, 1)


def test_it_is_shown_when_somebody_says_so_and_that_is_in_the_trail(published, client_of):
    client = client_of(Role.SECRETARY)
    assert "Vis det lukkede punkt" in shown(client, "present", published, 1)
    answer = client.post(reverse("meetings:present_closed", args=[published, 1]))
    assert f"{CANARY} afsnit" in answer.content.decode()
    assert any("viste lukket punkt 1" in one.sentence for one in trail("meeting", published))
    assert CANARY not in shown(client, "present", published, 1)


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.AUDITOR, Role.CENTRE_HEAD])
def test_others_cannot_show_it(published, client_of, role):
    client = client_of(role)
    assert client.post(reverse("meetings:present_closed", args=[published, 1])).status_code == 403
    assert "Vis det lukkede punkt" not in shown(client, "present", published, 1)


def test_private_notes_are_never_on_the_screen(published, client_of, cast, now):
    item = AgendaItem.objects.get(closed=False).pk
    save_note(actor=cast[Role.SECRETARY], item_id=item, text="sommerfugl", now=now)
    assert "sommerfugl" not in shown(client_of(Role.SECRETARY), "present", published, 2)


def test_the_next_and_the_previous_are_one_key_away(published, client_of):
    assert 'rel="next"' in shown(client_of(None), "present", published, 1)
    assert 'rel="prev"' in shown(client_of(None), "present", published, 2)
