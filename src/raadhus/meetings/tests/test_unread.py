"""What changed since one read it: word by word, until one says that it is read; never a word about closed items to others."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.roles import Role
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.models import CaseDraft, Meeting
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.word_diff import Fate, word_diff
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_member, make_sitting

_TEXT = st.text(st.sampled_from("abc æø.,\n"), max_size=40)


@given(_TEXT, _TEXT)
def test_the_pieces_give_both_texts_back(old, new):
    pieces = word_diff(old, new)
    assert "".join(one.text for one in pieces if one.fate is not Fate.NEW) == old
    assert "".join(one.text for one in pieces if one.fate is not Fate.GONE) == new


def test_a_changed_word_is_the_only_one_that_is_marked():
    marked = [
        (one.fate, one.text) for one in word_diff("Vi gør det i maj.", "Vi gør det i juni.") if one.fate != "same"
    ]
    assert marked == [(Fate.GONE, "maj"), (Fate.NEW, "juni")]


@pytest.fixture
def resend(house, now):
    body = make_body(is_public=False)
    make_member(body, house[Role.HR])
    sitting = make_sitting(house[Role.SECRETARY], now)
    for title, closed in (("Åben", False), ("Hemmelig", True)):
        draft = make_draft(
            house[Role.EMPLOYEE], now, title=title, state=DraftState.APPROVED, closed=closed, legal_ground="Ansatte"
        )
        plan_draft(actor=house[Role.SECRETARY], draft_id=draft, sitting_id=sitting, now=now)

    def send(**titles):
        for old, new in titles.items():
            CaseDraft.objects.filter(title=old).update(title=new)
        send_agenda(actor=house[Role.SECRETARY], sitting_id=sitting, accept_warnings=True, now=now)

    send()
    return send


def seen_by(client):
    return client.get(reverse("meetings:meeting", args=[Meeting.objects.get().pk])).content.decode()


def test_a_member_sees_the_words_that_changed_until_they_are_marked_as_read(client_of, resend):
    client = client_of(Role.HR)
    seen_by(client)
    resend(Åben="Åben dør")
    assert "<ins>" in seen_by(client)
    assert "<ins>" in seen_by(client)
    client.post(reverse("meetings:mark_read", args=[Meeting.objects.get().pk]))
    assert "<ins>" not in seen_by(client)


def test_somebody_who_sees_no_closed_items_is_not_told_that_one_changed(client_of, resend):
    client = client_of(Role.CENTRE_HEAD)
    seen_by(client)
    resend(Hemmelig="Hemmelighed")
    assert "Ændret, siden du læste" not in seen_by(client)
