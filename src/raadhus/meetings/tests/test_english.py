"""What rules say in Danish is said in English to those who read English, and stored in Danish whoever acts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from raadhus.kernel.roles import Role
from raadhus.meetings import actions
from raadhus.meetings.queries.readings import comparison
from raadhus.meetings.queries.review import review_page
from raadhus.meetings.rules.corrections import WrongCorrection
from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.tests.papers import reading


@pytest.fixture(autouse=True)
def danish_afterwards():
    """A request in English leaves its language with the thread; the tests that follow read Danish."""
    with translation.override("da"):
        yield


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


def test_a_sentence_is_a_text_that_remembers_its_parts():
    made = Sentence("Punkt %(number)s", number="100 %")
    assert (made, made.text, made.values) == ("Punkt 100 %", "Punkt %(number)s", {"number": "100 %"})


def test_every_label_and_choice_of_the_review_page_is_english(imported, secretary, now):
    with translation.override("da"):
        danish = review_page(viewer=secretary, meeting_id=imported, now=now)
    with translation.override("en"):
        english = review_page(viewer=secretary, meeting_id=imported, now=now)

    def words(page):
        fields = [*page.header, *(field for item in page.items for field in item.fields)]
        return [field.label for field in fields] + [label for field in fields for _, label in field.choices]

    same = {one for one, other in zip(words(danish), words(english), strict=True) if one == other}
    assert same == set()


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ({"date": "i går"}, "Write the date as"),
        ({"items.1.case": "x"}, "cannot be corrected"),
        ({"items.9.title": "x"}, "nothing called"),
    ],
)
def test_a_wrong_correction_is_told_in_english(imported, secretary, now, edits, said):
    with translation.override("en"), pytest.raises(WrongCorrection, match=said):
        actions.correct_reading(actor=secretary, meeting_id=imported, number=1, edits=edits, now=now)


def test_a_change_of_outcome_is_words_and_not_a_code(imported, secretary, now):
    edits = {"items.1.decision.outcome": "deferred", "kind": "agenda"}
    actions.correct_reading(actor=secretary, meeting_id=imported, number=1, edits=edits, now=now)
    with translation.override("en"):
        page = comparison(viewer=secretary, meeting_id=imported, before=1, after=2, now=now)
    found = {change.label: (change.old, change.new) for change in page.changes}
    assert found["The decision's outcome"] == ("Approved", "Deferred")
    assert found["Kind of document"] == ("Minutes", "Agenda")
    assert page.label == "Direktionen 02-03-2026 (agenda)"


def test_the_review_page_in_english_has_no_danish_of_ours(imported, client_of):
    client = client_of(Role.SECRETARY)
    client.cookies["django_language"] = "en"
    text = client.get(reverse("meetings:review", args=[imported])).content.decode()
    for word in ("Afsnit", "Beslutningens", "Intet udfald", "advarsel", "(referat)", "Nummer", "Sagsnummer"):
        assert word not in text


def test_a_refused_import_is_told_in_english(papers, client_of):
    papers["referat.txt"] = reading(items=())
    client = client_of(Role.SECRETARY)
    client.cookies["django_language"] = "en"
    sent = {"documents": SimpleUploadedFile("referat.txt", b"x" * 200)}
    assert "does not look like an agenda" in client.post(reverse("meetings:import"), sent).content.decode()


@pytest.mark.parametrize("address", ["compare", "publish"])
def test_the_pages_after_a_correction_are_english(imported, secretary, client_of, now, address):
    edits = {"items.1.title": "Budget for 2028"}
    actions.correct_reading(actor=secretary, meeting_id=imported, number=1, edits=edits, now=now)
    client = client_of(Role.SECRETARY)
    client.cookies["django_language"] = "en"
    text = client.get(reverse(f"meetings:{address}", args=[imported])).content.decode()
    for word in ("Rettelse", "Titel", "venter", "(referat)", "står i vejen"):
        assert word not in text
