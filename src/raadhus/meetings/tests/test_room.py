"""Reading in the meeting room: every item at its place, and one's own notes for oneself alone."""

import re

import pytest
from django.urls import reverse

from raadhus.core.audit.models import Entry
from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.core.search.public import rebuild, search
from raadhus.kernel.errors import NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.private import (
    NoteChanged,
    add_highlight,
    delete_notes,
    remove_highlight,
    save_note,
)
from raadhus.meetings.models import AgendaItem, Highlight, ItemSection, OwnNote
from raadhus.meetings.queries.private import my_notes
from raadhus.meetings.queries.room import room_page
from raadhus.meetings.tests.papers import CANARY

SECRET = "sommerfugl"


@pytest.fixture
def opened(published):
    return AgendaItem.objects.get(closed=False).pk


@pytest.fixture
def closed(published):
    return AgendaItem.objects.get(closed=True).pk


def text_of(client, name, *arguments):
    return client.get(reverse(f"meetings:{name}", args=arguments)).content.decode()


def test_every_place_is_shown_and_a_closed_item_says_so(published, client_of):
    client = client_of(Role.EMPLOYEE)
    first, second = (text_of(client, "read", published, place) for place in (1, 2))
    assert "Punktet er lukket" in first
    assert CANARY not in first + second
    assert "Tidsplan for budgettet." in second
    assert 'rel="next"' in first
    assert 'rel="prev"' in second


def test_places_outside_the_agenda_are_not_there(published, client_of):
    for place in (0, 3, 99):
        assert client_of(None).get(reverse("meetings:read", args=[published, place])).status_code == 404


def test_those_who_may_see_the_closed_item_read_it_there(published, client_of):
    assert f"{CANARY} afsnit" in text_of(client_of(Role.CHIEF_EXECUTIVE), "read", published, 1)


def test_one_goes_on_where_one_was(published, client_of):
    client = client_of(Role.EMPLOYEE)
    client.get(reverse("meetings:read", args=[published, 2]))
    assert client.get(reverse("meetings:resume", args=[published])).url.endswith("/laes/2/")
    assert client_of(Role.HR).get(reverse("meetings:resume", args=[published])).url.endswith("/laes/1/")


def test_the_public_reads_and_keeps_nothing(published, opened, client_of):
    client = client_of(None)
    assert "data-note" not in text_of(client, "read", published, 2)
    assert client.post(reverse("meetings:note", args=[opened]), {"text": "x"}).status_code in {302, 403}
    assert not OwnNote.objects.exists()


def test_a_note_is_kept_by_a_form_and_shown_again(published, opened, client_of):
    client = client_of(Role.EMPLOYEE)
    client.post(reverse("meetings:note", args=[opened]), {"text": "Husk budgettet", "section": "background.1"})
    shown = text_of(client, "read", published, 2)
    assert "Husk budgettet" in shown
    assert "Husk budgettet" in text_of(client, "notes")


def test_the_script_gets_the_revision_and_a_conflict_loses_nothing(opened, client_of):
    client, address = client_of(Role.EMPLOYEE), reverse("meetings:note", args=[opened])
    as_script = {"Accept": "application/json"}
    made = client.post(address, {"text": "fra tavlen", "revision": "0"}, headers=as_script).json()
    assert made["revision"] == 1
    late = client.post(address, {"text": "fra telefonen", "revision": "0"}, headers=as_script)
    assert (late.status_code, late.json()["text"]) == (409, "fra tavlen")
    page = client.post(address, {"text": "fra telefonen", "revision": "0"}).content.decode()
    assert "fra telefonen" in page
    assert "fra tavlen" in page
    chosen = re.search(r'name="revision" value="(\d+)"', page)[1]
    client.post(address, {"text": "fra telefonen", "revision": chosen})
    assert OwnNote.objects.get().text == "fra telefonen"


def test_a_note_sent_twice_is_kept_once(opened, cast, now):
    told = {"actor": cast[Role.HR], "item_id": opened, "text": "samme", "revision": 0, "now": now}
    assert [save_note(**told), save_note(**told)] == [1, 1]


def test_a_note_deleted_on_one_device_is_not_brought_back_in_silence(opened, cast, now):
    told = {"actor": cast[Role.HR], "item_id": opened, "now": now}
    first = save_note(**told, text="en", revision=0)
    assert save_note(**told, text="", revision=first) == 0
    with pytest.raises(NoteChanged):
        save_note(**told, text="to", revision=first)


def test_a_note_that_is_too_long_is_refused_with_its_length(opened, cast, now):
    with pytest.raises(WrongInput, match="20001 tegn"):
        save_note(actor=cast[Role.HR], item_id=opened, text="x" * 20_001, now=now)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EMPLOYEE, Role.PUBLIC}))
def test_nobody_else_sees_a_note_or_a_highlight(opened, client_of, cast, now, role):
    published = AgendaItem.objects.get(pk=opened).meeting_id
    save_note(actor=cast[Role.EMPLOYEE], item_id=opened, text=SECRET, now=now)
    add_highlight(actor=cast[Role.EMPLOYEE], item_id=opened, quote="Tidsplan for budgettet", now=now)
    client = client_of(role)
    told = [
        text_of(client, name, *given)
        for name, given in (("read", [published, 2]), ("notes", []), ("meeting", [published]))
    ]
    assert [page for page in told if SECRET in page] == []
    assert my_notes(viewer=cast[role], now=now) == []
    with pytest.raises(NotFound):
        remove_highlight(actor=cast[role], highlight_id=Highlight.objects.get().pk, now=now)


def test_notes_are_in_no_event_and_no_search(opened, cast, now):
    before = Entry.objects.count()
    save_note(actor=cast[Role.EMPLOYEE], item_id=opened, text=SECRET, now=now)
    assert Entry.objects.count() == before
    rebuild(actor=cast[Role.ADMINISTRATOR], now=now)
    assert search(cast[Role.EMPLOYEE], SECRET, now=now).total == 0


def test_a_closed_item_takes_no_notes_of_those_who_may_not_see_it(closed, cast, now):
    told = {"actor": cast[Role.EMPLOYEE], "item_id": closed, "now": now}
    with pytest.raises(NotFound):
        save_note(**told, text="x")
    with pytest.raises(NotFound):
        add_highlight(**told, quote="x")


def test_an_outsider_keeps_nothing(opened, cast, now):
    with pytest.raises(NotAllowed):
        save_note(actor=cast.outsider, item_id=opened, text="x", now=now)


def test_a_note_on_an_item_that_is_closed_later_is_hidden_until_it_may_be_seen_again(
    opened, published, cast, now, client_of
):
    save_note(actor=cast[Role.EMPLOYEE], item_id=opened, text=SECRET, now=now)
    AgendaItem.objects.filter(pk=opened).update(closed=True)
    assert my_notes(viewer=cast[Role.EMPLOYEE], now=now) == []
    assert SECRET not in text_of(client_of(Role.EMPLOYEE), "read", published, 2)
    AgendaItem.objects.filter(pk=opened).update(closed=False)
    assert [one.text for one in my_notes(viewer=cast[Role.EMPLOYEE], now=now)] == [SECRET]


def test_a_highlight_survives_a_new_version_and_a_lost_one_keeps_its_words(published, opened, cast, now):
    actor = cast[Role.SECRETARY]
    add_highlight(actor=actor, item_id=opened, quote="Tidsplan for budgettet.", now=now)
    add_highlight(actor=actor, item_id=opened, quote="Direktionen godkender tidsplanen.", now=now)
    newer = (Paragraph("Først noget nyt."), Paragraph("Og så: Tidsplan for\nbudgettet."))
    ItemSection.objects.filter(item=opened, kind="background").update(blocks=blocks_to_json(newer))
    ItemSection.objects.filter(item=opened, kind="decision").update(blocks=blocks_to_json((Paragraph("Udsat."),)))
    page = room_page(viewer=actor, meeting_id=published, place=2, now=now)
    assert [(one.quote, one.is_found) for one in page.highlights] == [
        ("Tidsplan for budgettet.", True),
        ("Direktionen godkender tidsplanen.", False),
    ]
    assert "budgettet.</mark>" in page.sections[0].before[1].html


def test_words_that_do_not_stand_in_the_item_are_not_marked(opened, cast, now):
    with pytest.raises(WrongInput, match="står ikke i punktet"):
        add_highlight(actor=cast[Role.HR], item_id=opened, quote="noget helt andet", now=now)


def test_a_highlight_is_shown_in_the_text(published, opened, client_of):
    client = client_of(Role.HR)
    answer = client.post(
        reverse("meetings:highlight", args=[opened]), {"quote": "for budgettet", "section": "background.1"}
    )
    assert "#markering-" in answer.url
    assert re.search(r'Tidsplan <mark id="markering-[^"]+">for budgettet</mark>', text_of(client, "read", published, 2))


def test_own_notes_are_found_exported_and_deleted(published, opened, client_of, cast, now):
    client, actor = client_of(Role.HR), cast[Role.HR]
    save_note(actor=actor, item_id=opened, text="Spørg om skolebussen", now=now)
    address = reverse("meetings:notes")
    assert "skolebussen" in client.get(f"{address}?text=skolebus").content.decode()
    assert "skolebussen" not in client.get(f"{address}?text=giraf").content.decode()
    assert "Spørg om skolebussen" in client.get(f"{address}?export=csv").content.decode()
    assert delete_notes(actor=actor, meeting_id=published, now=now) == 1
    assert not OwnNote.objects.exists()
