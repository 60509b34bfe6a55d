"""Permanent addresses: readable, given once, followed when they move, gone when what they led to is taken back."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, PermanentAddress
from raadhus.meetings.rules.addresses import fits, item_path, meeting_path, settled
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.tests.papers import closed_item, open_item, reading

HOME = "/moeder/direktionen/2026-03-02/referat/"
ITEM = f"{HOME}punkt-2/"


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


@pytest.fixture
def public(client_of):
    return client_of(None)


def edit(secretary, meeting, now, number, **edits):
    named = {key.replace("__", "."): value for key, value in edits.items()}
    actions.correct_reading(actor=secretary, meeting_id=meeting, number=number, edits=named, now=now)
    actions.confirm_reading(actor=secretary, meeting_id=meeting, number=number + 1, now=now)


def test_a_path_says_body_day_kind_and_number():
    home = meeting_path("direktionen", date(2026, 3, 2), Kind.MINUTES)
    assert home == "direktionen/2026-03-02/referat"
    assert item_path(home, "4 b", 4) == f"{home}/punkt-4-b"
    assert item_path(home, "", 4) == f"{home}/punkt-plads-4"


@given(st.lists(st.sampled_from(["a", "a-2", "b"]), max_size=6))
def test_no_path_is_ever_given_twice(wanted):
    given_out = set()
    for one in wanted:
        path = settled(one, None, given_out.__contains__)
        assert path not in given_out
        assert fits(path, one)
        given_out.add(path)


def test_a_published_meeting_and_its_open_items_are_read_at_readable_addresses(published, public):
    assert "Budget for 2027" in public.get(HOME).content.decode()
    assert "Tidsplan for budgettet." in public.get(ITEM).content.decode()
    assert public.get(f"{HOME}hent/md/").status_code == 200


def test_a_closed_item_has_no_address(published, public):
    assert public.get(f"{HOME}punkt-1/").status_code == 404
    assert not PermanentAddress.objects.filter(item__closed=True).exists()


def test_the_old_addresses_lead_to_the_new_ones_for_good(published, public):
    item = AgendaItem.objects.get(closed=False)
    for name, args, where in (
        ("meeting", [published], HOME),
        ("item", [published, item.pk], ITEM),
        ("download", [published, "pdf"], f"{HOME}hent/pdf/"),
    ):
        answer = public.get(reverse(f"meetings:{name}", args=args))
        assert (answer.status_code, answer["Location"]) == (301, where)


def test_what_is_taken_back_says_that_it_is_gone_and_comes_back_at_the_same_address(published, public, secretary, now):
    actions.unpublish_meeting(actor=secretary, meeting_id=published, reason="En fejl", now=now)
    for page in (HOME, ITEM, f"{HOME}hent/pdf/"):
        answer = public.get(page)
        assert answer.status_code == 410
        assert "Budget" not in answer.content.decode()
    actions.publish_meeting(actor=secretary, meeting_id=published, accept_warnings=True, now=now)
    assert [public.get(page).status_code for page in (HOME, ITEM)] == [200, 200]


def test_what_was_never_public_is_not_found(confirmed, public):
    assert public.get(HOME).status_code == 404


def test_a_body_that_citizens_do_not_follow_has_nothing_that_is_gone(published, public, secretary, now):
    change = {"key": "direktionen", "name": "Direktionen", "profile": "executive_board", "is_public": False}
    actions.change_body(actor=secretary, **change, now=now)
    assert public.get(HOME).status_code == 404
    assert public.get(reverse("meetings:meeting", args=[published])).status_code == 404


def test_an_item_that_is_closed_later_is_gone(published, public, secretary, now):
    edit(secretary, published, now, 1, items__1__closed="ja")
    assert public.get(ITEM).status_code == 410


def test_a_corrected_day_gives_a_new_address_and_the_old_one_leads_on(published, public, secretary, now):
    edit(secretary, published, now, 1, date="2026-03-09")
    moved = HOME.replace("03-02", "03-09")
    assert public.get(HOME)["Location"] == moved
    assert public.get(f"{ITEM}")["Location"] == f"{moved}punkt-2/"
    assert public.get(f"{HOME}hent/md/")["Location"] == f"{moved}hent/md/"
    edit(secretary, published, now, 2, date="2026-03-02")
    assert public.get(HOME).status_code == 200
    assert public.get(moved)["Location"] == HOME


def test_an_item_keeps_its_address_when_the_document_is_imported_again(import_paper, secretary, public, now):
    made = import_paper(reading(items=(closed_item(), open_item("2"))))
    actions.confirm_reading(actor=secretary, meeting_id=made.meeting_id, number=1, now=now)
    actions.publish_meeting(actor=secretary, meeting_id=made.meeting_id, accept_warnings=True, now=now)
    before = public.get(ITEM).content
    again = reading(items=(closed_item(), open_item("2", "Budget for 2027, rettet"), open_item("3", "Nyt", "26/5")))
    import_paper(again)
    actions.confirm_reading(actor=secretary, meeting_id=made.meeting_id, number=2, now=now)
    assert b"Budget for 2027, rettet" in public.get(ITEM).content
    assert before != public.get(ITEM).content
    assert public.get(f"{HOME}punkt-3/").status_code == 200


def test_two_meetings_of_one_day_have_an_address_each(import_paper, secretary, public, now):
    for place, (start, title) in enumerate((("09:00", "Første"), ("13:00", "Andet"))):
        made = import_paper(
            reading(start_time=start, items=(open_item("1", title, f"26/{place + 10}"),)), name=f"{place}.txt"
        )
        actions.confirm_reading(actor=secretary, meeting_id=made.meeting_id, number=1, now=now)
        actions.publish_meeting(actor=secretary, meeting_id=made.meeting_id, accept_warnings=True, now=now)
    assert "Første" in public.get(HOME).content.decode()
    assert "Andet" in public.get(HOME.replace("referat", "referat-2")).content.decode()


def test_the_page_names_its_address_and_is_linked_data(published, public):
    text = public.get(HOME).content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{HOME}">' in text
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1]
    data = json.loads(block)
    assert data["@type"] == "besluit:Zitting"
    assert [item["@id"].rpartition("/")[2] or "side" for item in data["besluit:behandelt"]] == ["#lukket-1", "side"]
    treated = data["besluit:behandelt"][1]["raadhus:treatment"]["prov:generated"]
    assert treated["eli:description"] == "Direktionen godkender tidsplanen."


def test_linked_data_cannot_end_the_element_it_stands_in(import_paper, secretary, public, now):
    made = import_paper(reading(items=(open_item(title="</script><script>alert(1)</script>"),)))
    actions.confirm_reading(actor=secretary, meeting_id=made.meeting_id, number=1, now=now)
    actions.publish_meeting(actor=secretary, meeting_id=made.meeting_id, accept_warnings=True, now=now)
    assert "<script>alert" not in public.get(HOME).content.decode()


def test_nobody_else_is_given_linked_data(published, client_of):
    text = client_of(Role.SECRETARY).get(reverse("meetings:meeting", args=[published])).content.decode()
    assert "ld+json" not in text


def test_the_sitemap_has_what_is_public_with_the_moment_of_publication(published, public, secretary, now):
    text = public.get("/moeder/sitemap.xml").content.decode()
    assert text.count("<lastmod>") == 2
    assert f"<loc>http://127.0.0.1:8000{ITEM}</loc>" in text
    actions.unpublish_meeting(actor=secretary, meeting_id=published, reason="En fejl", now=now)
    assert "<lastmod>" not in public.get("/moeder/sitemap.xml").content.decode()


def test_robots_are_told_where_the_sitemap_is(public):
    text = public.get("/robots.txt").content.decode()
    assert "Sitemap: http://127.0.0.1:8000/moeder/sitemap.xml" in text
    assert "Disallow: /api/" in text


def test_a_file_says_what_it_is_by_its_bytes(published, public):
    answer = public.get(f"{HOME}hent/json/")
    assert not answer.has_header("Last-Modified")
    assert public.get(f"{HOME}hent/json/", headers={"If-None-Match": answer["ETag"]}).status_code == 304
