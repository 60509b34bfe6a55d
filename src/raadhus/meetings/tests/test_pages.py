"""The pages over HTTP: who gets in, and what they hold."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from raadhus.core.cases.public import entries_of, open_case
from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.models import AgendaItem, Body, Meeting, MeetingReading, SuggestedObligation
from raadhus.meetings.queries import items
from raadhus.meetings.queries.shapes import item_shown
from raadhus.meetings.tests.papers import CANARY, open_item, reading


@pytest.fixture
def secretary(client_of):
    return client_of(Role.SECRETARY)


def address(name, *arguments):
    return reverse(f"meetings:{name}", args=arguments)


def test_the_list_shows_the_public_what_is_published(published, client_of):
    page = client_of(None).get(address("meetings"))
    assert "02.03.2026" in page.content.decode()
    assert "Status" not in page.content.decode().split("<table")[0]


def test_the_list_is_empty_for_the_public_before_publication(confirmed, client_of):
    assert "Her er ingen møder endnu" in client_of(None).get(address("meetings")).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [("text=Budget", 1), ("text=skolebus", 0), ("kind=agenda", 0), ("body=direktionen", 1), ("from=2026-03-03", 0)],
)
def test_the_list_is_filtered(published, client_of, query, found):
    text = client_of(None).get(f"{address('meetings')}?{query}").content.decode()
    assert text.count('<th scope="row">') == found


def test_the_list_is_a_file_too(published, client_of):
    file = client_of(None).get(address("meetings") + "?export=csv")
    assert "2026-03-02;Direktionen" in file.content.decode()


def test_a_page_past_the_last_goes_to_the_first(published, client_of):
    assert client_of(None).get(address("meetings") + "?page=9").status_code == 302


@pytest.mark.parametrize("name", ["bodies", "feed", "calendar"])
def test_the_public_doors_open(published, client_of, name):
    assert client_of(None).get(address(name)).status_code == 200


def test_the_feed_and_the_calendar_name_the_meeting(published, client_of):
    for name in ("feed", "calendar"):
        assert "Direktionen 02-03-2026 (referat)" in client_of(None).get(address(name)).content.decode()


def test_the_body_lists_its_meetings_by_year(published, client_of):
    text = client_of(None).get(address("body", "direktionen")).content.decode()
    assert "2. marts 2026" in text


def test_a_meeting_shows_header_contents_and_points(published, client_of):
    text = client_of(None).get(address("meeting", published), follow=True).content.decode()
    for part in ("Lokale 1", "Alma Birk, Bo Eg", "Indholdsfortegnelse", "Punkt 1: Lukket", "26/100", "Godkendt"):
        assert part in text


def test_an_item_page_opens_for_an_open_item_and_not_for_a_closed_one(published, client_of):
    opened, closed = (AgendaItem.objects.get(closed=closed).pk for closed in (False, True))
    assert client_of(None).get(address("item", published, opened), follow=True).status_code == 200
    assert client_of(None).get(address("item", published, closed)).status_code == 404


def test_the_preview_shows_the_secretary_what_the_public_gets(confirmed, secretary):
    text = secretary.get(address("meeting", confirmed) + "?offentlig=1").content.decode()
    assert CANARY not in text
    assert "Sådan ser offentligheden mødet" in text


@pytest.mark.parametrize("internal", [True, False])
def test_the_gate_says_when_only_employees_will_see_the_meeting(confirmed, secretary, internal):
    Body.objects.update(is_public=not internal)
    text = secretary.get(address("publish", confirmed)).content.decode()
    assert ("Organet er internt" in text) is internal
    assert ("Se mødet, som offentligheden vil se det" in text) is not internal


def test_several_files_are_imported_and_each_is_reported_on(papers, secretary):
    papers["referat.txt"] = reading()
    files = [SimpleUploadedFile(name, name.encode() * 30) for name in ("referat.txt", "ukendt.txt")]
    text = secretary.post(address("import"), {"documents": files}).content.decode()
    assert "Nyt møde" in text
    assert "ukendt.txt: kan ikke læses." in text
    assert Meeting.objects.count() == 1


def test_a_file_sent_by_itself_gets_its_row(papers, secretary):
    papers["referat.txt"] = reading()
    file = SimpleUploadedFile("referat.txt", b"x" * 300)
    text = secretary.post(address("import"), {"documents": file}, headers={"HX-Request": "true"}).content.decode()
    assert "Nyt møde" in text
    assert "<html" not in text


def test_an_import_without_files_says_so(secretary):
    assert "skal rettes" in secretary.post(address("import"), {}).content.decode()


def test_a_correction_is_sent_from_the_review_page(imported, secretary):
    text = secretary.get(address("review", imported)).content.decode()
    assert 'name="items.1.title"' in text
    sent = {"number": "1", "back": "punkt-1", "items.1.title": "Ny titel", "note": "slåfejl"}
    answer = secretary.post(address("correct", imported), sent)
    assert answer.url.endswith("#punkt-1")
    assert MeetingReading.objects.get(number=2).note == "slåfejl"


def test_a_wrong_correction_is_told_and_changes_nothing(imported, secretary):
    answer = secretary.post(address("correct", imported), {"number": "1", "date": "i går"}, follow=True)
    assert "Skriv datoen som" in answer.content.decode()
    assert MeetingReading.objects.count() == 1


def test_the_way_from_import_to_publication(imported, secretary, client_of):
    secretary.post(address("confirm", imported), {"number": "1"})
    secretary.post(address("publish", imported), {"accept": "ja"})
    assert client_of(None).get(address("meeting", imported), follow=True).status_code == 200
    secretary.post(address("unpublish", imported), {"reason": "fejl"})
    assert client_of(None).get(address("meeting", imported), follow=True).status_code == 410


def test_the_comparison_shows_old_and_new(imported, secretary):
    secretary.post(address("correct", imported), {"number": "1", "place": "Lokale 9"})
    text = secretary.get(address("compare", imported)).content.decode()
    assert "<del>Lokale 1</del>" in text
    assert "<ins>Lokale 9</ins>" in text


def test_undo_is_a_button(imported, secretary):
    secretary.post(address("correct", imported), {"number": "1", "place": "Lokale 9"})
    secretary.post(address("restore", imported), {"number": "1"})
    assert Meeting.objects.get().place == "Lokale 1"


def test_a_suggestion_is_answered_from_the_review_page(confirmed, secretary):
    one, other = SuggestedObligation.objects.order_by("item__closed")
    assert one.text in secretary.get(address("review", confirmed)).content.decode()
    secretary.post(address("obligation_confirm", confirmed, one.pk), {"text": one.text, "due": one.due})
    secretary.post(address("obligation_dismiss", confirmed, other.pk))
    assert set(SuggestedObligation.objects.values_list("state", flat=True)) == {"confirmed", "dismissed"}


def test_the_document_itself_is_a_download(imported, secretary):
    answer = secretary.get(address("document", imported))
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"Budget for 2027" in b"".join(answer.streaming_content)


@pytest.mark.parametrize("format_name", ["html", "md", "txt", "json"])
def test_a_meeting_is_downloaded(published, client_of, format_name):
    file = client_of(None).get(address("download", published, format_name), follow=True)
    assert "Budget for 2027" in file.content.decode()


def test_an_unknown_format_is_not_found(published, client_of):
    assert client_of(None).get(address("download", published, "exe"), follow=True).status_code == 404


def test_the_front_page_shows_the_tiles(published, secretary, client_of):
    assert "Alt, der er importeret, er bekræftet" in secretary.get("/").content.decode()
    assert "2. marts 2026" in client_of(None).get("/").content.decode()


def test_an_item_shows_its_case_and_its_obligations(confirmed, secretary, cast, now):
    open_case(actor=cast[Role.SECRETARY], case_number="26/100", title="Budget", owner_key=None, unit_key="", now=now)
    one = SuggestedObligation.objects.get(item__closed=False)
    given = {"text": "Fremlæg tidsplanen", "owner_text": "Økonomi"}
    actions.confirm_obligation(actor=cast[Role.SECRETARY], suggestion_id=one.pk, **given, now=now)
    text = secretary.get(address("item", confirmed, one.item_id)).content.decode()
    assert "26/100 Budget" in text
    assert "Fremlæg tidsplanen" in text


def test_a_case_knows_its_items_and_closed_ones_only_for_those_who_may(published, cast, now):
    for number, found in (("26/100", 1), ("26/77", 0)):
        assert len(entries_of(cast[Role.EMPLOYEE], number, now)) == found
        assert len(entries_of(cast[Role.SECRETARY], number, now)) == 1


def test_a_reading_with_more_digits_than_any_has_is_a_clear_answer(imported, secretary):
    number = "9" * 5000
    assert secretary.get(f"{address('compare', imported)}?fra={number}&til={number}").status_code == 200
    sent = secretary.post(address("confirm", imported), {"number": number}, follow=True)
    assert "mangler læsningens nummer" in sent.content.decode()


def test_an_item_of_many_is_written_out_without_the_others(import_paper, client_of, monkeypatch):
    many = reading(items=tuple(open_item(str(n), f"Sag {n}", f"26/{n}") for n in range(1, 31)))
    meeting = import_paper(many).meeting_id
    written = []
    monkeypatch.setattr(
        items, "item_shown", lambda one, key, **more: written.append(one) or item_shown(one, key, **more)
    )
    item = AgendaItem.objects.get(meeting=meeting, number="7").pk
    page = client_of(Role.SECRETARY).get(address("item", meeting, item)).content.decode()
    assert ("Sag 6" in page, "Sag 8" in page, len(written)) == (True, True, 3)
